"""axe-core in a page: what it complains of as the page is now, and in both looks and widths."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import axe_playwright_python
from playwright.sync_api import Page

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What could find nothing by itself in this guide, should have run all the same.
MUST_RUN = {"color-contrast", "color-contrast-enhanced", "target-size", "link-in-text-block", "region", "heading-order"}
LOOKS: tuple[Literal["light", "dark"], ...] = ("light", "dark")
WIDTHS = (1280, 390)
# What may change when only colours do.
CONTRAST = frozenset({"color-contrast", "color-contrast-enhanced"})
# Runs axe; returns what is wrong, with the first three places of each, and the names of all rules that ran.
RUN = """async (wanted) => {
  const found = await axe.run(document, { runOnly: wanted, resultTypes: ["violations"], preload: false });
  return {
    wrong: found.violations.map(rule => `${rule.id}: ` + rule.nodes.slice(0, 3).map(node => node.html).join(" | ")),
    ran: ["violations", "passes", "incomplete", "inapplicable"].flatMap(kind => found[kind].map(rule => rule.id)),
  };
}"""


def wrong_now(page: Page, rules: frozenset[str] = frozenset()) -> list[str]:
    """Return what axe complains of in a page as it is now; of all rules, or only of some, all of which must run."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found = page.evaluate(RUN, sorted(rules) or TAGS)
    must = rules or MUST_RUN
    assert set(found["ran"]) >= must, must - set(found["ran"])
    return [str(one) for one in found["wrong"]]


def wrong_everywhere(page: Page, widths: tuple[int, ...] = WIDTHS) -> list[tuple[str, int, str]]:
    """Return what axe complains of in light and dark, narrow and wide."""
    wrong: list[tuple[str, int, str]] = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 844})
        for look in LOOKS:
            page.emulate_media(color_scheme=look)
            wrong += [(look, width, one) for one in wrong_now(page)]
    return wrong
