"""What a newcomer meets when something is missing on their machine: one clear line."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from .conftest import ROOT

TOOLS = ("sh", "make", "grep", "touch", "rm", "mkdir", "cat", "sed", "env")


def _project(folder: Path) -> Path:
    """Copy what `make site` needs before it has anything installed."""
    for name in ("Makefile", "pyproject.toml", "requirements.txt", "LICENSE", "README.md"):
        shutil.copy(ROOT / name, folder / name)
    (folder / "scripts").mkdir()
    shutil.copy(ROOT / "scripts" / "setup.sh", folder / "scripts" / "setup.sh")
    return folder


def _make_site(folder: Path, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", "site"],
        cwd=folder,
        env={**os.environ, **env},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def _complaint(result: subprocess.CompletedProcess[str]) -> str:
    """Return the one line of the error that is not make's own."""
    assert result.returncode
    lines = [line for line in result.stderr.splitlines() if not line.startswith("make")]
    assert len(lines) == 1, result.stderr
    return lines[0]


@pytest.fixture
def bare_path(tmp_path: Path) -> Path:
    """A PATH with a shell and make on it, and no Python."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for tool in TOOLS:
        found = shutil.which(tool)
        assert found
        (folder / tool).symlink_to(found)
    return folder


def test_no_python(tmp_path: Path, bare_path: Path) -> None:
    complaint = _complaint(_make_site(_project(tmp_path), PATH=str(bare_path)))
    assert complaint == "Python is missing. Install Python 3.11 or newer, then type the same command again."


def test_old_python(tmp_path: Path, bare_path: Path) -> None:
    old = bare_path / "python3"
    old.write_text('#!/bin/sh\ncase "$1" in -V) echo "Python 3.9.2";; *) exit 1;; esac\n')
    old.chmod(0o755)
    complaint = _complaint(_make_site(_project(tmp_path), PATH=str(bare_path)))
    assert complaint.startswith("This Python is too old (Python 3.9.2). Install Python 3.11 or newer")


def test_no_network(tmp_path: Path) -> None:
    nowhere = "http://127.0.0.1:9/simple"  # the discard port: nothing listens there
    unreachable = {
        "PIP_INDEX_URL": nowhere,
        "PIP_EXTRA_INDEX_URL": "",
        "PIP_NO_CACHE_DIR": "1",
        "PIP_CONFIG_FILE": os.devnull,
    }
    project = _project(tmp_path)
    complaint = _complaint(_make_site(project, **unreachable))
    assert complaint.startswith("No connection to the package index. Connect this computer to the internet")
    assert not (project / ".venv" / "ready").exists()


def test_the_list_of_commands_needs_nothing_that_a_bare_machine_lacks(tmp_path: Path, bare_path: Path) -> None:
    (bare_path / "awk").symlink_to(str(shutil.which("awk")))
    said = subprocess.run(
        ["make"],
        cwd=_project(tmp_path),
        env={**os.environ, "PATH": str(bare_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "  make site            build the guide into site/ and say which page to open" in said.stdout.splitlines()
    assert len(said.stdout.splitlines()) > 15
