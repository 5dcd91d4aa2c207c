"""Rules about the pages, one module a family; a rule yields the problems it finds."""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks import links, pages
from guide.content import Guide
from guide.report import Problem

RULES = (*pages.RULES, *links.RULES)


def check(guide: Guide) -> Iterator[Problem]:
    """Yield every problem that any rule finds in the guide."""
    for rule in RULES:
        yield from rule(guide)
