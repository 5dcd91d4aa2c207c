"""Writes on each page when its text was last changed, as the history of the project (git) knows it.

A copy without its history says nothing: a wrong date is worse than none.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from lxml.html import builder

from guide.content import PAGE
from guide.finish.site import Site

LABEL = "Last changed: "
# Git puts the sign NUL before each commit; below it stands its day, and then the files that it changed.
HISTORY = ("log", "--format=%x00%cs", "--name-only", "--no-renames", "--relative", "--", ".")


def _git(folder: Path, *words: str) -> str:
    """Return what git says in a folder; nothing when there is no git, or no history of this folder."""
    git = shutil.which("git")
    if git is None or not folder.is_dir():
        return ""
    said = subprocess.run([git, *words], cwd=folder, capture_output=True, text=True, check=False, errors="replace")  # noqa: S603
    return said.stdout if said.returncode == 0 else ""


def last_changes(docs: Path) -> dict[str, str]:
    """Return the day of the last change of each file below `docs`, as year-month-day.

    Nothing is returned for a history that was cut short (`git clone --depth`): there, every file seems as old as the
    first commit that is left.
    """
    if _git(docs, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    days: dict[str, str] = {}
    for commit in _git(docs, "-c", "core.quotePath=false", *HISTORY).split("\0")[1:]:
        day, *names = commit.split("\n")
        for name in filter(None, names):
            days.setdefault(name, day)
    return days


def write_changes(site: Site) -> None:
    """Put the day of the last change before the other dates of each page."""
    days = last_changes(site.docs) if site.docs else {}
    for name, tree in site.pages.items():
        day = days.get(name.removesuffix(".html") + PAGE, "")
        for dates in tree.xpath("//p[@class='dates']") if day else ():
            time = builder.TIME(datetime=day)
            time.tail = f". {(dates.text or '').lstrip()}"
            dates.text = LABEL
            dates.insert(0, time)
