"""Tries an edit on a copy of a guide, and takes it over only if the checks find nothing new."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from guide.checks import check
from guide.content import read_guide
from guide.new.asking import NewError
from guide.permalinks import write_permalinks
from guide.report import Problem

Edit = Callable[[Path], None]
# What a check needs of a guide: its pages, and the settings beside them.
PAGES, SETTINGS = "docs", "*.yml"


def _copy(root: Path, folder: Path) -> Path:
    """Copy the pages and settings of a guide."""
    shutil.copytree(root / PAGES, folder / PAGES, symlinks=True)
    for path in root.glob(SETTINGS):
        shutil.copy(path, folder / path.name)
    return folder


def _problems(root: Path) -> list[Problem]:
    return sorted(check(read_guide(root)))


def _named(problem: Problem) -> tuple[str, str, str]:
    """Return what stays of a problem when lines move."""
    return problem.path, problem.rule, problem.message


def _first_new(before: list[Problem], after: list[Problem]) -> Problem | None:
    """Return the first problem that was not there before."""
    known = Counter(map(_named, before))
    for problem in after:
        known[_named(problem)] -= 1
        if known[_named(problem)] < 0:
            return problem
    return None


def _changed(old: Path, new: Path) -> list[str]:
    """Return the names of the files of `new` that `old` does not have, or has otherwise."""
    files = (path for path in new.rglob("*") if path.is_file() and not path.is_symlink())
    names = sorted(path.relative_to(new).as_posix() for path in files)
    return [
        name for name in names if not (old / name).is_file() or (old / name).read_bytes() != (new / name).read_bytes()
    ]


def _take_over(draft: Path, root: Path, names: list[str]) -> None:
    """Put files of the copy in the place of the old ones, each in one step, once there is room for all of them."""
    with ExitStack() as stack:
        for name in names:
            part = root / f"{name}.part"
            stack.callback(part.unlink, missing_ok=True)
            shutil.copyfile(draft / name, part)
        for name in names:
            os.replace(root / f"{name}.part", root / name)  # noqa: PTH105


def take(root: Path, edit: Edit) -> list[str]:
    """Make an edit of the guide below `root`, with its new addresses listed; return the names of the changed files.

    Raises NewError when a check finds something in the edited guide that it did not find before; then nothing changes.
    """
    with tempfile.TemporaryDirectory() as folder:
        draft = _copy(root, Path(folder))
        before = _problems(draft)
        edit(draft)
        write_permalinks(read_guide(draft))
        fault = _first_new(before, _problems(draft))
        if fault:
            raise NewError(f"{fault.path}: {fault.message} -> {fault.remedy}. Nothing was changed")
        names = _changed(root, draft)
        _take_over(draft, root, names)
    return names
