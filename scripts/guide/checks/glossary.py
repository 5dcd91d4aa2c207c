"""Is the word list whole: each term has a meaning, and no name belongs to two."""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.rules import at, rule
from guide.content import GLOSSARY, Guide
from guide.report import Problem
from guide.terms import faults, read_terms


@rule(
    why="A word that is linked but not explained leaves the reader where they were.",
    wrong="### Axon {#axon}  (and then the next heading)",
    right="### Axon {#axon}  and below it: The long thin thread of a nerve cell.",
    stops_build=True,
)
def terms_are_explained(guide: Guide) -> Iterator[Problem]:
    """Every term of the word list has a meaning, and a name belongs to one term only."""
    if page := guide.pages.get(GLOSSARY):
        for fault in faults(list(read_terms(page))):
            yield at(page, fault.line, fault.message, fault.remedy)


RULES = (terms_are_explained,)
