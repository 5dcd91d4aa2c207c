"""The history of the project, as git knows it: when it was last changed, and each file of it."""

from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

# What a person may have set for git, and what is wanted here: names as they are, no words on signatures.
SETTINGS = ("-c", "core.quotePath=false", "-c", "log.showSignature=false")
# Git puts the sign NUL before each commit; below it stands its day, and then the files that it changed.
CHANGES = ("log", "--format=%x00%cs", "--name-only", "--no-renames", "--relative", "--", ".")


def _git(folder: Path, *words: str) -> str:
    """Return what git says in a folder; nothing when there is no git, or no history of this folder."""
    git = shutil.which("git")
    if git is None or not folder.is_dir():
        return ""
    command = [git, *SETTINGS, *words]
    said = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, errors="replace")  # noqa: S603
    return said.stdout if said.returncode == 0 else ""


def last_changes(docs: Path) -> dict[str, str]:
    """Return the day of the last change of each file below `docs`, as year-month-day.

    Nothing is returned for a history that was cut short (`git clone --depth`): there, every file seems as old as the
    first commit that is left.
    """
    if _git(docs, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    days: dict[str, str] = {}
    for commit in _git(docs, *CHANGES).split("\0")[1:]:
        day, *names = commit.split("\n")
        for name in filter(None, names):
            days.setdefault(name, day)
    return days


def last_change(root: Path) -> datetime | None:
    """Return when the project in a folder was last changed; None where git knows no history."""
    seconds = _git(root, "log", "-1", "--format=%ct").strip()
    return datetime.fromtimestamp(int(seconds), UTC) if seconds.isdecimal() else None
