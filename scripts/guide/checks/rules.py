"""What a rule is: a generator of problems whose docstring is the rule, with a reason and an example of each kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches

from guide.content import Guide, Page
from guide.report import Problem

Finder = Callable[[Guide], Iterator[Problem]]


@dataclass(frozen=True)
class Rule:
    """A rule: its name, what it asks, why, an example of wrong and right, and whether the build stops at it."""

    name: str
    asks: str
    why: str
    wrong: str
    right: str
    stops_build: bool
    find: Finder

    def __call__(self, guide: Guide) -> Iterator[Problem]:
        """Yield the problems that the rule finds, under its name."""
        for problem in self.find(guide):
            yield replace(problem, rule=self.name)


def rule(*, why: str, wrong: str, right: str, stops_build: bool = False) -> Callable[[Finder], Rule]:
    """Make a rule of a generator; its name is the function's, what it asks is its docstring."""

    def make(find: Finder) -> Rule:
        asks = " ".join((find.__doc__ or "").split())
        return Rule(find.__name__.replace("_", "-"), asks, why, wrong, right, stops_build, find)

    return make


def at(page: Page, line: int, message: str, remedy: str, *, words: str = "") -> Problem:
    """Return a problem on a line of a page, at the column where `words` begin; the rule adds its name."""
    column = page.column(line, words) if words else 1
    return Problem(f"docs/{page.name}", line, column, "", message, remedy)


def in_file(name: str, line: int, message: str, remedy: str) -> Problem:
    """Return a problem on a line of a file in docs/ that is no page, or cannot be read as one; 0 is the whole file."""
    return Problem(f"docs/{name}", line, 1, "", message, remedy)


def near(wanted: str, known: Iterable[str]) -> str:
    """Return a hint at the known name that is most like the one wanted, to put behind a remedy; empty if none is."""
    found = get_close_matches(wanted, sorted(known), n=1)
    return f", perhaps `{found[0]}`" if found else ""
