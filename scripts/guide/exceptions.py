"""Findings that are let pass, each for a reason: docs/exceptions.yml."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from guide import data
from guide.content import Guide
from guide.report import Problem

FILE = "exceptions.yml"
PLACE = f"docs/{FILE}"
# The rule that asks for all of this; what it finds here is told under its name.
RULE = "exceptions-needed"
FIELDS = {"rule": str, "page": str, "words": str, "reason": str, "date": date}
EXAMPLE = "{rule: promise-words, page: risks.md, words: a safe pair of hands, reason: a saying, date: 2026-11-23}"


@dataclass(frozen=True)
class Pass:
    """A finding to let pass: its rule, page and words; why, since when, and on which line of the list it stands."""

    rule: str
    page: str
    words: str
    reason: str
    date: date
    line: int

    @property
    def order(self) -> tuple[str, str, str]:
        """Return what the list is sorted by."""
        return self.rule, self.page, self.words

    def covers(self, guide: Guide, problem: Problem) -> bool:
        """Return whether this lets a finding pass."""
        if problem.rule != self.rule or problem.path != f"docs/{self.page}":
            return False
        page = guide.pages.get(self.page)
        return self.words in (page.line(problem.line) if page and problem.line else problem.message)


def _problem(line: int, message: str, remedy: str) -> Problem:
    return Problem(PLACE, line, 1, RULE, message, remedy)


def _entry_lines(path: Path, count: int) -> list[int]:
    """Return the lines on which the entries of the list begin; 0 where that is not clear."""
    text = path.read_bytes().decode("utf-8-sig")
    found = [number for number, line in enumerate(text.splitlines(), 1) if line.startswith("- ")]
    return found if len(found) == count else [0] * count


def _fault(entry: object) -> str | None:
    """Return what is wrong with the form of an entry, or None."""
    if not isinstance(entry, dict):
        return "this is not an exception"
    for name, kind in FIELDS.items():
        if type(entry.get(name)) is not kind or not str(entry[name]).strip():
            return f"the exception has no proper `{name}`"
    unknown = sorted(map(str, entry.keys() - FIELDS))
    return f"`{unknown[0]}` is nothing that an exception says" if unknown else None


def read(guide: Guide) -> tuple[list[Pass], list[Problem]]:
    """Return the exceptions of a guide that can be used, and what is wrong with the others."""
    path = guide.docs / FILE
    if FILE not in guide.files:
        return [], []
    try:
        listed = data.read(path)
    except data.DataError as error:
        return [], [_problem(error.line, f"the exceptions cannot be read: {error.message}", error.remedy)]
    entries = listed if isinstance(listed, list) else [listed]
    passes, problems = [], []
    for line, entry in zip(_entry_lines(path, len(entries)), entries, strict=True):
        fault = _fault(entry)
        if fault:
            problems.append(_problem(line, fault, f"write it like this: `- {EXAMPLE}`"))
        elif isinstance(entry, dict):
            passes.append(Pass(**entry, line=line))
    return passes, problems


def faults(guide: Guide) -> Iterator[Problem]:
    """Yield what is wrong with the list itself: its form, its order, its dates, its pages."""
    passes, problems = read(guide)
    yield from problems
    for above, one in zip([None, *passes], passes, strict=False):
        if above and above.order >= one.order:
            message = f"this exception for “{one.rule}” stands below the one for “{above.rule}” on line {above.line}"
            yield _problem(one.line, message, "sort the list by rule, page and words, each once")
        if one.date > guide.today:
            yield _problem(one.line, f"the date {one.date} is still to come", "write the day on which this was decided")
        if one.page not in guide.files:
            near = get_close_matches(one.page, guide.files, n=1)
            hint = f"write `{near[0]}`, or " if near else ""
            yield _problem(one.line, f"there is no page `{one.page}`", f"{hint}delete the exception")


def _unused(one: Pass, names: set[str]) -> Problem:
    """Return the finding for an exception that lets nothing pass."""
    if one.rule not in names:
        near = get_close_matches(one.rule, sorted(names), n=1)
        hint = f"write `{near[0]}`, or " if near else ""
        return _problem(one.line, f"there is no rule `{one.rule}`", f"{hint}delete the exception")
    message = f"nothing is wrong by `{one.rule}` where `{one.page}` says “{one.words}”"
    return _problem(one.line, message, "delete the exception: it is no longer needed")


def let_pass(guide: Guide, found: Iterable[Problem], ran: set[str], names: set[str]) -> Iterator[Problem]:
    """Yield the findings that no exception covers, then the exceptions that cover none.

    `ran` are the rules that looked for these findings, `names` are those of all rules there are.
    """
    passes, _ = read(guide)
    used: set[Pass] = set()
    for problem in found:
        covering = [one for one in passes if one.covers(guide, problem)]
        used.update(covering)
        if not covering:
            yield problem
    if RULE in ran:
        idle = (one for one in passes if one not in used and one.page in guide.files)
        yield from (_unused(one, names) for one in idle if one.rule in ran or one.rule not in names)
