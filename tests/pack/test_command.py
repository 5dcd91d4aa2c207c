"""`guide pack` makes every copy or says what is missing, and never leaves half of one behind."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from guide.pack.command import pack

from ..conftest import copy_tiny

ENDINGS = ("epub", "html", "pdf", "zip")


def guide(root: Path, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "guide.cli", "--root", str(root), *words]
    return subprocess.run(command, env=os.environ | variables, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny guide with its site."""
    root = copy_tiny(tmp_path_factory.mktemp("tiny"))
    assert guide(root, "build").returncode == 0
    return root


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    """A built site, and nothing else."""
    shutil.copytree(built / "site", tmp_path / "site")
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_two_editions_of_the_same_site_are_the_same(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack(root)
    said = capsys.readouterr().out.splitlines()
    first, offers = contents(root / "dist"), contents(root / "site")
    assert sorted(first) == ["SHA256SUMS", *(f"sticks-en-2026-11-23.{ending}" for ending in sorted(ENDINGS))]
    in_order = [f"sticks-en-2026-11-23.{ending}" for ending in ("zip", "html", "pdf", "epub")]
    assert [line.split("  ")[0] for line in said[:-1]] == in_order
    assert said[-1].startswith("The copies name https://example.org/sticks/ as the home of the guide: an example.")
    pack(root)  # now from a site that offers copies already
    assert contents(root / "dist") == first
    assert contents(root / "site") == offers


def test_the_sums_are_those_of_the_copies(packed: Path) -> None:
    for line in (packed / "dist" / "SHA256SUMS").read_text().splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256((packed / "dist" / name).read_bytes()).hexdigest() == digest
    assert len(contents(packed / "dist")) == len(ENDINGS) + 1


def test_without_a_browser_all_else_is_made(root: Path, tmp_path: Path) -> None:
    said = guide(root, "pack", GUIDE_BROWSER=str(tmp_path / "none"))
    assert said.returncode == 1
    assert sorted(path.suffix for path in (root / "dist").iterdir()) == [
        "",
        *sorted(f".{e}" for e in ENDINGS if e != "pdf"),
    ]
    assert "sticks-en-2026-11-23.pdf is missing." in said.stderr
    assert "make browser" in said.stderr
    assert not (root / "site" / "copies" / "guide.pdf").exists()


def test_without_a_site_it_is_built_and_one_with_an_address_is_not_asked_for_it(tmp_path: Path) -> None:
    tiny = copy_tiny(tmp_path)
    settings = tiny / "mkdocs.yml"
    settings.write_text(settings.read_text().replace("https://example.org/", "https://sticks.test/"))
    said = guide(tiny, "pack", GUIDE_BROWSER=str(tmp_path / "none"))
    assert "an example" not in said.stdout
    assert "it is built first" in said.stdout
    assert (tiny / "dist" / "sticks-en-2026-11-23.zip").is_file()


def test_what_is_no_site_is_said(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    said = guide(tmp_path, "pack")
    assert (said.returncode, "is no site" in said.stderr, "Traceback" in said.stderr) == (2, True, False)


# Lets no file grow beyond 40 blocks of 512 bytes, as on a full disk: the write fails.
SMALL_FILES = ("sh", "-c", 'ulimit -f 40 && exec "$@"', "sh")


def test_a_full_disk_leaves_everything_as_it_was(root: Path) -> None:
    (root / "dist").mkdir()
    (root / "dist" / "old.zip").write_text("old")
    before = contents(root / "site")
    command = [*SMALL_FILES, sys.executable, "-m", "guide.cli", "--root", str(root), "pack"]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    assert said.returncode == 2
    assert said.stderr.startswith("guide: ")
    assert "Traceback" not in said.stderr
    assert contents(root / "dist") == {"old.zip": b"old"}
    assert contents(root / "site") == before


def test_a_killed_run_leaves_no_half_copy(root: Path) -> None:
    before = contents(root / "site")
    command = [sys.executable, "-m", "guide.cli", "--root", str(root), "pack"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True) as running:
        assert running.stdout
        running.stdout.readline()  # the first copy is made, the next is on its way
        os.killpg(running.pid, signal.SIGKILL)
    assert not (root / "dist").exists()
    assert contents(root / "site") == before
    assert pack(root) == []


def test_the_time_is_that_of_the_last_change(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    when = {"GIT_COMMITTER_DATE": "2020-02-03T04:05:06Z", "GIT_AUTHOR_DATE": "2020-02-03T04:05:06Z"}
    for words in (["init", "--quiet"], ["commit", "--quiet", "--allow-empty", "--message", "x"]):
        subprocess.run(["git", *words], cwd=root, env=os.environ | when, check=True)
    guide(root, "pack", GUIDE_BROWSER="none")
    assert (root / "dist" / "sticks-en-2020-02-03.zip").is_file()
