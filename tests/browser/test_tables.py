"""Tables are read everywhere: as cards on a phone, scrolled by keyboard, each row and column named."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from markdown_it import MarkdownIt
from playwright.sync_api import expect

from ..conftest import ROOT
from .conftest import SIDEWAYS, Opener

# Of each row of a table that became cards its head, and of each cell its column, its words and how it is shown.
CARDS = """table => [...table.tBodies[0].rows].map(row => [...row.cells].map(cell => ({
  said: getComputedStyle(cell, "::before").content, label: cell.dataset.label ?? "", words: cell.textContent,
  seen: cell.checkVisibility() && cell.getBoundingClientRect().width > 200, role: cell.getAttribute("role"),
})))"""


def _tables(path: Path) -> list[list[list[str]]]:
    """Return the words of the cells of each table of a page, as a reader of Markdown shows them."""
    tree = html.fragment_fromstring(MarkdownIt().enable("table").render(path.read_text()), create_parent=True)
    return [
        [[cell.text_content() for cell in row.iter("th", "td")] for row in table.iter("tr")]
        for table in tree.iter("table")
    ]


@pytest.mark.parametrize("script", [True, False])
def test_the_table_of_options_loses_nothing_on_a_phone(open_window: Opener, base: str, *, script: bool) -> None:
    page = open_window(390, script=script).page
    page.goto(f"{base}options.html")
    table = page.locator("table.cards").first
    heads = table.locator("thead th").all_text_contents()
    rows = table.evaluate(CARDS)
    assert len(heads) > 5
    assert len(rows) > 5
    for head, *cells in rows:
        assert (head["role"], head["seen"]) == ("rowheader", True)
        assert [cell["label"] for cell in cells] == heads[1:]
        assert {cell["said"] for cell in cells} <= {*(f'"{name}"' for name in heads), "attr(data-label)"}
        assert all(cell["seen"] and cell["words"] and cell["role"] == "cell" for cell in cells)
    (written,) = [lines for lines in _tables(ROOT / "docs" / "options.md") if lines[0] == heads]
    assert [[cell["words"].replace(" ", "") for cell in row] for row in rows] == [
        [cell.replace(" ", "") for cell in row] for row in written[1:]
    ]
    assert not page.evaluate(SIDEWAYS)


def test_a_table_that_is_too_wide_is_scrolled_by_keyboard(open_window: Opener, served: str) -> None:
    page = open_window().page
    page.goto(f"{served}benefits.html")
    region = page.locator("article [role=region]").first
    region.evaluate("it => { it.querySelector('table').style.width = '2000px'; }")
    region.focus()
    page.keyboard.press("ArrowRight")
    expect(region).not_to_have_js_property("scrollLeft", 0)


def test_every_table_stands_in_a_named_region_with_row_heads(site: Path) -> None:
    tables = 0
    for path in sorted(site.glob("*.html")):
        for table in html.parse(path).xpath("//table"):
            region = table.getparent()
            assert region.get("role") == "region"
            assert region.get("tabindex") == "0"
            assert region.get("aria-label"), path.name
            assert len(table.xpath("./tbody/tr/th[@scope='row']")) == len(table.xpath("./tbody/tr"))
            assert len(table.xpath("./thead//th[@scope='col']")) == len(table.xpath("./thead//th")) > 1
            tables += 1
    assert tables > 2
