"""A problem somebody can mend, and how it is told. Nothing else in the package prints problems."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """Something wrong at a place in a file, and what to do about it.

    `path` is relative to the project, `line` counts from 1 (0: the file as a whole).
    """

    path: str
    line: int
    rule: str
    message: str
    remedy: str

    def __str__(self) -> str:
        """Return `path:line rule message -> remedy`."""
        return f"{self.path}:{self.line} {self.rule} {self.message} -> {self.remedy}"


def as_text(problems: Iterable[Problem]) -> str:
    """Return one line a problem, in the order of the pages."""
    return "\n".join(map(str, sorted(problems)))
