"""The day of the last change comes from the history of the project, or is left out."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import html

from guide.finish.changed import write_changes
from guide.finish.dates import write_out
from guide.finish.site import Site
from guide.history import last_changes

NAMES = ("height.md", "index.md", "sub/caf\u00e9 \u201ca\u201d.md")
PAGE = "<html><body><p class=dates>\n  Checked against its sources: <time datetime=2026-03-01>2026-03-01</time>.</p></body></html>"


def git(folder: Path, *words: str, day: str = "2026-01-01") -> None:
    dates = dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), f"{day}T12:00:00+00:00")
    subprocess.run(["git", *words], cwd=folder, env={**os.environ, **dates}, check=True, capture_output=True)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose pages were written on one day, and one of them changed on another."""
    folder = tmp_path / "project"
    for name in NAMES:
        path = folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("old\n")
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "one")
    (folder / "docs" / "height.md").write_text("new\n")
    git(folder, "commit", "--quiet", "--all", "--message", "two", day="2026-02-03")
    (folder / "README").write_text("x")
    git(folder, "add", ".", day="2026-05-05")
    git(folder, "commit", "--quiet", "--message", "three", day="2026-05-05")
    return folder


def test_each_file_has_the_day_of_its_own_last_change(project: Path) -> None:
    (project / "docs" / "draft.md").write_text("not yet in the history\n")
    assert last_changes(project / "docs") == {
        "height.md": "2026-02-03", "index.md": "2026-01-01", NAMES[2]: "2026-01-01",
    }  # fmt: skip


def test_a_history_that_was_cut_short_says_nothing(project: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth", "1", project.as_uri(), "short")
    assert last_changes(tmp_path / "short" / "docs") == {}
    git(tmp_path, "clone", "--quiet", project.as_uri(), "whole")
    assert last_changes(tmp_path / "whole" / "docs") == last_changes(project / "docs")


def test_without_a_history_nothing_is_said(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert last_changes(project / "docs") == {}
    monkeypatch.undo()
    shutil.rmtree(project / ".git")
    assert last_changes(project / "docs") == {}
    assert last_changes(project / "nowhere") == {}


def finished(docs: Path | None) -> str:
    tree = html.document_fromstring(PAGE)
    write_changes(Site(Path(), {"height.html": tree}, docs))
    write_out(tree, Path())
    return " ".join(str(tree.xpath("string(//p[@class='dates'])")).split())


def test_the_day_stands_before_the_other_dates(project: Path) -> None:
    checked = "Checked against its sources: 1 March 2026."
    assert finished(project / "docs") == f"Last changed: 3 February 2026. {checked}"
    assert finished(project) == checked
    assert finished(None) == checked
