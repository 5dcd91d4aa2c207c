"""The text of the one issue that the weekly look keeps up to date: what is to mend, and what could not be told.

`python -m guide.weekly FILE...` reads the problems that `--format json` wrote. It prints the text and ends with 1 if
there is something to mend, with 0 if there is not: a page that may be there or not is no reason to call anybody. With
2 it ends, and prints no text, if one of the files is not of that form.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from guide.report import CLEAN, COULD_NOT_RUN, FOUND, UNPRINTABLE, Problem, complain, say

# The findings that only a person can settle, by opening the page: they stand at the end, and call nobody.
UNKNOWN = "outside-unknown"
TO_MEND, TO_SEE = "## To mend", "## Not known: please open these in a browser"
NOTHING = "Nothing is to mend this week."
CLOSING = "A program wrote this text and writes it anew every week. It asks each address twice before it speaks."


def read_problems(path: Path) -> list[Problem]:
    """Return the problems that a command wrote with `--format json`. Raises ValueError or TypeError for all else."""
    return [Problem(**problem) for problem in json.loads(path.read_text(encoding="utf-8"))]


def _point(problem: Problem) -> str:
    """Return a problem as a point of a list; the words of a page stand as they are, and call nobody by `@name`."""
    place, said = f"{problem.path}:{problem.line}", f"{problem.message} -> {problem.remedy}"
    place, said = (UNPRINTABLE.sub("�", text).replace("`", "'") for text in (place, said))
    return f"- [ ] `{place}` `{said}`"


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
    return "\n\n".join(parts)


def main(arguments: Sequence[str]) -> int:
    """Print the text that these files make; return 1 if something is to mend, 2 if a file cannot be used."""
    try:
        problems = [problem for name in arguments for problem in read_problems(Path(name))]
    except (OSError, TypeError, ValueError) as error:
        complain(f"the weekly look has no findings to tell of: {error}")
        return COULD_NOT_RUN
    say(as_issue(problems))
    return FOUND if is_open(problems) else CLEAN


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
