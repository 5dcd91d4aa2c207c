"""Rules about the pages, one module a family; a rule yields the problems it finds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from guide.checks import faq, glossary, links, pages
from guide.checks.rules import Rule
from guide.content import Guide
from guide.report import Problem

RULES: tuple[Rule, ...] = (*pages.RULES, *glossary.RULES, *faq.RULES, *links.RULES)


def check(guide: Guide, rules: Iterable[Rule] = RULES) -> Iterator[Problem]:
    """Yield every problem that the rules find in the guide."""
    for rule in rules:
        yield from rule(guide)


def stoppers() -> list[Rule]:
    """Return the rules whose problems stop the build: what they find would break a page."""
    return [rule for rule in RULES if rule.stops_build]
