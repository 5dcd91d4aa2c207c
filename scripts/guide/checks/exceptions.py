"""Is every exception told and needed."""

from __future__ import annotations

from collections.abc import Iterator

from guide import exceptions
from guide.checks.rules import rule
from guide.content import Guide
from guide.report import Problem


@rule(
    why="An exception that nobody remembers hides the next mistake.",
    wrong="- {rule: promise-words, page: risks.md}",
    right=f"- {exceptions.EXAMPLE}",
)
def exceptions_needed(guide: Guide) -> Iterator[Problem]:
    """docs/exceptions.yml lists findings to let pass, sorted, each with its reason and date; none is idle."""
    yield from exceptions.faults(guide)


RULES = (exceptions_needed,)
