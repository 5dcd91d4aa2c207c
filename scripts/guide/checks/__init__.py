"""Rules about the pages, one module a family; a rule yields the problems it finds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from guide.checks import (
    boxes,
    charts,
    citations,
    claims,
    drawings,
    exceptions,
    facts,
    faq,
    figures,
    files,
    glossary,
    headings,
    links,
    lists,
    markup,
    measures,
    pages,
    permalinks,
    slips,
    sources,
    spelling,
    text,
    words,
)
from guide.checks.rules import Rule
from guide.content import Guide
from guide.exceptions import let_pass
from guide.report import Problem

RULES: tuple[Rule, ...] = (
    *files.RULES,
    *pages.RULES,
    *headings.RULES,
    *boxes.RULES,
    *lists.RULES,
    *markup.RULES,
    *glossary.RULES,
    *faq.RULES,
    *links.RULES,
    *sources.RULES,
    *citations.RULES,
    *facts.RULES,
    *claims.RULES,
    *figures.RULES,
    *charts.RULES,
    *drawings.RULES,
    *permalinks.RULES,
    *text.RULES,
    *words.RULES,
    *spelling.RULES,
    *slips.RULES,
    *measures.RULES,
    *exceptions.RULES,
)


def check(guide: Guide, rules: Iterable[Rule] = RULES) -> Iterator[Problem]:
    """Yield every problem that the rules find in the guide and that no exception lets pass."""
    asked = list(rules)
    found = [problem for rule in asked for problem in rule(guide)]
    yield from let_pass(guide, found, {rule.name for rule in asked}, {rule.name for rule in RULES})


def stoppers() -> list[Rule]:
    """Return the rules whose problems stop the build: what they find would break a page."""
    return [rule for rule in RULES if rule.stops_build]
