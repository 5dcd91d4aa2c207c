"""A tag makes a release out of dist/, with what the list of changes says of it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from .conftest import ROOT

# Stands in for GitHub: a release is there when a file says so.
GH = """#!/bin/sh
[ "$2" != view ] || exec test -e made-in-the-browser
echo "$@" | sed 's/--notes-file.*//'
for last; do :; done
[ "$2" = upload ] || cat "$last"
"""


def _release(folder: Path, tag: str) -> list[str]:
    """Make a release in a folder; return what GitHub was told."""
    (folder / "gh").write_text(GH)
    (folder / "gh").chmod(0o755)
    (folder / "dist").mkdir()
    for name in ("SHA256SUMS", "guide.zip"):
        (folder / "dist" / name).write_text("x")
    (folder / "CHANGELOG.md").write_text(
        "# Changes\n\n## 1.1.0\n\n- Second thing.\n\n## 1.0.0 (2026-11-23)\n\n- First thing.\n"
    )
    environment = {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}", "GITHUB_REF_NAME": tag}
    script = ROOT / "scripts" / "release.sh"
    result = subprocess.run(["sh", script], cwd=folder, env=environment, capture_output=True, text=True, check=True)
    return [line for line in result.stdout.splitlines() if line]


@pytest.mark.parametrize(
    ("tag", "notes"),
    [
        ("v1.1.0", ["- Second thing."]),
        ("v1.0.0", ["- First thing."]),
        ("v9.0.0", ["See CHANGELOG.md for what is new."]),
    ],
)
def test_a_release_tells_its_part_of_the_changes(tmp_path: Path, tag: str, notes: list[str]) -> None:
    command, *said = _release(tmp_path, tag)
    assert command.split() == [
        "release",
        "create",
        tag,
        "dist/SHA256SUMS",
        "dist/guide.zip",
        "--verify-tag",
        "--title",
        tag,
    ]
    assert said == notes


def test_a_release_that_was_made_in_the_browser_gets_its_files(tmp_path: Path) -> None:
    (tmp_path / "made-in-the-browser").touch()
    command = _release(tmp_path, "v1.1.0")[0]
    assert command.split() == ["release", "upload", "v1.1.0", "dist/SHA256SUMS", "dist/guide.zip", "--clobber"]


def test_without_a_tag_nothing_is_released(tmp_path: Path) -> None:
    script = ROOT / "scripts" / "release.sh"
    result = subprocess.run(["sh", script], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert result.returncode
    assert "push a tag such as v1.2.0" in result.stderr
