"""What CONTRIBUTING.md says to type in a fresh copy of the project works, word for word."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

from .conftest import ROOT, project_git


def commands() -> list[str]:
    """The lines of the first commands under the heading on one's own computer."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    part = re.split(r"^## .*own computer.*$", text, flags=re.M)[1]
    block = re.search(r"```sh\n(.*?)```", part, re.S)
    assert block
    return block[1].splitlines()


def clone(folder: Path) -> Path:
    """Copy the project as git knows it, and lend it the environment of this one.

    Its files are made old, so that make takes the environment for ready; that a new one can be made is shown by CI.
    """
    kept = project_git()[1].removeprefix("--git-dir=")
    subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", kept, str(folder)], check=True)
    for path in folder.rglob("*"):
        os.utime(path, (0, 0), follow_symlinks=False)
    (folder / ".venv").symlink_to(ROOT / ".venv")
    return folder


def test_the_local_path(tmp_path: Path) -> None:
    project, lines = clone(tmp_path / "guide"), commands()
    ready = (ROOT / ".venv" / "ready").stat().st_mtime_ns
    said = []
    for line in lines:
        result = subprocess.run(
            ["bash", "-c", line], cwd=project, capture_output=True, text=True, check=False, timeout=120
        )
        assert result.returncode == 0, result.stdout + result.stderr
        said.append(result.stdout)
    assert [line.split()[:2] for line in lines] == [["make", "check"], ["make", "site"]]
    assert "Nothing to mend" in said[0]
    opened = re.search(r"Open (\S+)", said[1])
    assert opened
    assert Path(opened[1]) == (project / "site" / "index.html").resolve()
    assert Path(opened[1]).is_file()
    assert (ROOT / ".venv" / "ready").stat().st_mtime_ns == ready, "the environment was made anew"
