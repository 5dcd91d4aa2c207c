"""Builds the site beside the last good one, and lets it take its place only when it is whole."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from guide.checks import check, stoppers
from guide.content import read_guide
from guide.report import as_text

# Where a build is made before it takes the place of site/; inside the project, as Zensical asks.
SPARE = ".build"
# How lines begin that help nobody to mend a page.
NO_NEWS = ("INFO", "During handling of the above", "The above exception was")


class BuildError(Exception):
    """The site could not be built; the message says where, what and how to mend it."""


def _told(lines: list[str]) -> str:
    """Return what MkDocs said for people: without its news, and of the insides of a program only the last line."""
    told, inside = list[str](), False
    for line in lines:
        inside = line.startswith("Traceback") or (inside and line.startswith(" "))
        if not inside and line.strip() and not line.startswith(NO_NEWS):
            told.append(line)
    return "\n".join(dict.fromkeys(told))


def _generate(root: Path, target: Path) -> None:
    """Run MkDocs, which also runs the finishing steps. Raises BuildError with what it printed."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target.absolute())]
    # Not --quiet: then MkDocs would not count its warnings, and --strict would let them pass.
    quiet = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    result = subprocess.run(command, cwd=root, env=quiet, capture_output=True, text=True, check=False)  # noqa: S603
    if result.returncode:
        raise BuildError(_told(f"{result.stdout}{result.stderr}".splitlines()))


@contextmanager
def spare_folder(root: Path) -> Iterator[Path]:
    """Give a folder on the same disk as the site below `root`; it is gone afterwards."""
    (root / SPARE).mkdir(exist_ok=True)
    folder = Path(tempfile.mkdtemp(dir=root / SPARE))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def take_places(places: Mapping[Path, Path], spare: Path) -> None:
    """Put a new folder, the value, at each place, the key; if one cannot be put, all is as it was before.

    `spare` is a folder on the same disk for what was there. Raises OSError.
    """
    with ExitStack() as back:
        for place, new in places.items():
            if place.exists():
                old = spare / f"last-{place.name}"
                place.rename(old)
                back.callback(old.rename, place)
            new.rename(place)
            back.callback(place.rename, new)
        back.pop_all()


def build(root: Path, site: Path | None = None) -> Path:
    """Check, build and finish the guide below `root`; return the folder of the finished site.

    Raises BuildError when a page is broken or MkDocs warns; then the last good site is untouched.
    """
    problems = as_text(check(read_guide(root), stoppers()))
    if problems:
        raise BuildError(problems)
    site = site or root / "site"
    with spare_folder(root) as spare:
        _generate(root, spare / "new")
        take_places({site: spare / "new"}, spare)
    return site
