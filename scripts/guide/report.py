"""A problem somebody can mend, how it is told, and how a command ends. The commands print by what stands here."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

ERROR, WARNING = "error", "warning"
# How a command ends: all is well, something is to mend, it could not run.
CLEAN, FOUND, COULD_NOT_RUN = 0, 1, 2
# These would break a line in two or move the cursor: names of files and words of pages come from others.
UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, order=True)
class Problem:
    """Something wrong at a place in a file, and what to do about it.

    `path` is relative to the project; `line` and `column` count from 1 (line 0: the file as a whole).
    """

    path: str
    line: int
    column: int
    rule: str
    message: str
    remedy: str
    severity: str = ERROR

    def __str__(self) -> str:
        """Return `path:line:column rule message -> remedy`."""
        line = f"{self.path}:{self.line}:{self.column} {self.rule} {self.message} -> {self.remedy}"
        return UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", line)


@dataclass(frozen=True)
class Flaw:
    """What is not as it should be in a file that goes without saying: the line, what it is, and how to mend it."""

    line: int
    message: str
    remedy: str


def as_text(problems: Iterable[Problem]) -> str:
    """Return one line a problem, in the order of the pages."""
    return "\n".join(map(str, sorted(problems)))


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def closing(problems: Iterable[Problem], pages: int) -> str:
    """Return the last line of a report: how much is to mend, or in how many pages nothing is."""
    found = list(problems)
    if not found:
        return f"Nothing to mend in {_counted(pages, 'page')}."
    severities = [problem.severity for problem in found]
    parts = ((severities.count(ERROR), "problem"), (severities.count(WARNING), "warning"))
    said = " and ".join(_counted(number, what) for number, what in parts if number)
    paths = {problem.path for problem in found}
    what = "page" if all(path.endswith(".md") for path in paths) else "file"
    return f"{said} {'on' if what == 'page' else 'in'} {_counted(len(paths), what)}."


def _escaped(text: str, more: str = "") -> str:
    """Return text as a workflow command of GitHub takes it; `more` names further signs that have a meaning there."""
    for sign in "%\r\n" + more:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


def as_github(problems: Iterable[Problem]) -> str:
    """Return one workflow command a problem, which GitHub shows on the very line of a pull request.

    Form: docs.github.com, "Workflow commands for GitHub Actions", setting a warning or error message.
    """
    lines = []
    for problem in sorted(problems):
        place = f"file={_escaped(problem.path, ':,')},line={max(problem.line, 1)},col={problem.column}"
        title = f"title={_escaped(problem.rule, ':,')}"
        said = _escaped(f"{problem.message} -> {problem.remedy}")
        lines.append(f"::{problem.severity} {place},{title}::{said}")
    return "\n".join(lines)


def as_json(problems: Iterable[Problem]) -> str:
    """Return a list of objects with path, line, column, rule, message, remedy and severity."""
    return json.dumps([vars(problem) for problem in sorted(problems)], ensure_ascii=False, indent=2)


FORMATS = {"text": as_text, "github": as_github, "json": as_json}


def say(text: str) -> None:
    """Print a text, if there is any, at once: somebody may be waiting for it. Raises OSError if there is nowhere to."""
    if text and sys.stdout is None:  # Python has none when the shell closed it (`>&-`)
        raise OSError("there is nowhere to write the report to")
    if text:
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()


def complain(text: str) -> None:
    """Say in one line, apart from what was asked for, why something was not done."""
    sys.stderr.write(f"guide: {text}\n")


def tell(problems: Sequence[Problem], form: str, pages: int, remark: str = "") -> int:
    """Print problems; as text with a remark and the last line. Return how the command ends: a warning is no fault."""
    more = [remark, closing(problems, pages)] if form == "text" else []
    say("\n".join(filter(None, [FORMATS[form](problems), *more])))
    return FOUND if any(problem.severity == ERROR for problem in problems) else CLEAN
