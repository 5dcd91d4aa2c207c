"""Finds a Chromium to test and to print with; `python -m guide.browser` installs one if there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

# Where to look, in this order: the reader of this line, the PATH, Playwright's own folder.
VARIABLE = "GUIDE_BROWSER"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
HELP = (
    "No browser was found that starts, and none could be installed. Install Chromium or Chrome, "
    f"or name one: {VARIABLE}=/path/to/chromium make test"
)
# So many seconds a browser may take to say its version.
PATIENCE = 60
INSTALLERS = (
    (sys.executable, "-m", "playwright", "install", "chromium"),
    ("sh", "-c", "apt-get update && apt-get install --yes --no-install-recommends chromium"),
)


def _playwrights_own() -> str:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only the tests and the PDF need it

    with sync_playwright() as play:
        return play.chromium.executable_path


def _starts(path: str) -> bool:
    """Return whether a browser starts: it may lack libraries, or be a script that only says where to get one."""
    try:
        said = subprocess.run([path, "--version"], capture_output=True, check=False, timeout=PATIENCE)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return False
    return said.returncode == 0


def _candidates() -> Iterator[str]:
    yield from filter(None, map(shutil.which, NAMES))
    yield _playwrights_own()


def find() -> str | None:
    """Return the path of a Chromium that starts, or None. One that the variable names must exist: FileNotFoundError."""
    named = os.environ.get(VARIABLE)
    if named:
        if not Path(named).is_file():
            raise FileNotFoundError(f"{VARIABLE} names {named}, which is not there")
        return named
    return next(filter(_starts, _candidates()), None)


def arguments() -> list[str]:
    """Return what a Chromium needs on this machine: root has no sandbox of its own (POSIX)."""
    return ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []


def install() -> str:
    """Return the path of a Chromium, installed now if need be. Raises RuntimeError with what to do."""
    found = find()
    for command in () if found else INSTALLERS:
        subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - the commands are constants
        found = find()
        if found:
            break
    if not found:
        raise RuntimeError(HELP)
    return found


if __name__ == "__main__":
    try:
        install()
    except (RuntimeError, OSError) as error:
        sys.exit(str(error))
