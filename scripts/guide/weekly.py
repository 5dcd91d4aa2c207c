"""The text of the one issue that the weekly look keeps up to date: what is to mend, and what could not be told.

`python -m guide.weekly FILE...` reads the problems that `--format json` wrote. It prints the text and ends with 1 if
there is something to mend, with 0 if there is not: a page that may be there or not is no reason to call anybody.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from guide.report import UNPRINTABLE, Problem

# The findings that only a person can settle, by opening the page: they stand at the end, and call nobody.
UNKNOWN = "outside-unknown"
TO_MEND, TO_SEE = "## To mend", "## Not known: please open these in a browser"
NOTHING = "Nothing is to mend this week."
CLOSING = "A program wrote this text and writes it anew every week. It asks each address twice before it speaks."


def read_problems(path: Path) -> list[Problem]:
    """Return the problems that a command wrote with `--format json`. Raises ValueError for anything else."""
    text = path.read_text(encoding="utf-8").strip()
    return [Problem(**problem) for problem in json.loads(text)] if text else []


def _point(problem: Problem) -> str:
    """Return a problem as a point of a list; the words of a page stand as they are, and call nobody by `@name`."""
    said = UNPRINTABLE.sub("�", f"{problem.message} -> {problem.remedy}").replace("`", "'")
    return f"- [ ] `{problem.path}:{problem.line}` `{said}`"


def _section(heading: str, problems: Iterable[Problem]) -> list[str]:
    points = [_point(problem) for problem in sorted(problems)]
    return [heading, "\n".join(points)] if points else []


def is_open(problems: Iterable[Problem]) -> bool:
    """Tell whether there is something to mend, and not only something that is not known."""
    return any(problem.rule != UNKNOWN for problem in problems)


def as_issue(problems: Sequence[Problem]) -> str:
    """Return the text of the issue."""
    unknown = [problem for problem in problems if problem.rule == UNKNOWN]
    to_mend = [problem for problem in problems if problem.rule != UNKNOWN]
    parts = [*(_section(TO_MEND, to_mend) or [NOTHING]), *_section(TO_SEE, unknown), CLOSING]
    return "\n\n".join(parts) + "\n"


def main(arguments: Sequence[str]) -> int:
    """Print the text that these files make; return 1 if there is something to mend."""
    problems = [problem for name in arguments for problem in read_problems(Path(name))]
    sys.stdout.write(as_issue(problems))
    return int(is_open(problems))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
