"""A tag makes a release out of dist/, with what the list of changes says of it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from .conftest import ROOT

GH = """#!/bin/sh
echo "$@" | sed 's/--notes-file.*//'
for last; do :; done
cat "$last"
"""


@pytest.mark.parametrize(
    ("tag", "notes"),
    [
        ("v1.1.0", ["- Second thing."]),
        ("v1.0.0", ["- First thing."]),
        ("v9.0.0", ["See CHANGELOG.md for what is new."]),
    ],
)
def test_a_release_tells_its_part_of_the_changes(tmp_path: Path, tag: str, notes: list[str]) -> None:
    (tmp_path / "gh").write_text(GH)
    (tmp_path / "gh").chmod(0o755)
    (tmp_path / "dist").mkdir()
    for name in ("SHA256SUMS", "guide.zip"):
        (tmp_path / "dist" / name).write_text("x")
    (tmp_path / "CHANGELOG.md").write_text(
        "# Changes\n\n## 1.1.0\n\n- Second thing.\n\n## 1.0.0 (2026-11-23)\n\n- First thing.\n"
    )
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "GITHUB_REF_NAME": tag}
    script = ROOT / "scripts" / "release.sh"
    result = subprocess.run(["sh", script], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    command, *said = [line for line in result.stdout.splitlines() if line]
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


def test_without_a_tag_nothing_is_released(tmp_path: Path) -> None:
    script = ROOT / "scripts" / "release.sh"
    result = subprocess.run(["sh", script], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert result.returncode
    assert "push a tag such as v1.2.0" in result.stderr
