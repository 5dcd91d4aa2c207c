"""Finds a Chromium to test and to print with; `python -m guide.browser` installs one if there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

# Where to look, in this order: the reader of this line, the PATH, Playwright's own folder.
VARIABLE = "GUIDE_BROWSER"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
HELP = (
    "No browser was found and none could be installed. Install Chromium or Chrome, "
    f"or name one: {VARIABLE}=/path/to/chromium make test"
)
INSTALLERS = (
    (sys.executable, "-m", "playwright", "install", "chromium"),
    ("sh", "-c", "apt-get update && apt-get install --yes --no-install-recommends chromium"),
)


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only the tests and the PDF need it

    with sync_playwright() as play:
        path = play.chromium.executable_path
    return path if Path(path).is_file() else None


def find() -> str | None:
    """Return the path of a Chromium, or None. A path named by the variable must exist: FileNotFoundError."""
    named = os.environ.get(VARIABLE)
    if named:
        if not Path(named).is_file():
            raise FileNotFoundError(f"{VARIABLE} names {named}, which is not there")
        return named
    on_path = (shutil.which(name) for name in NAMES)
    return next((path for path in on_path if path), None) or _playwrights_own()


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
