"""What several tests share: the real guide, built once, and a tiny one on another subject."""

from __future__ import annotations

import atexit
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import hypothesis
import pytest

from guide.build import build
from guide.cli import main
from guide.figures.files import write

Run = Callable[..., tuple[int, str, str]]
ROOT = Path(__file__).parent.parent
TINY = Path(__file__).parent / "guides" / "tiny"
# Noon of 23 November 2026: the tests shall not fail on the day on which a page wants its next review.
TODAY = "1795435200"
# Where the project is kept, in all tests the same, on GitHub and elsewhere; a page weighs more with these links.
REPOSITORY = "a-clinic/nerve-guide"
# What is set for other things where the tests run: git in a hook, the make around them, an address to publish at.
OF_OTHERS = re.compile(r"GIT_\w+|GITHUB_\w+|GH_TOKEN|MAKE\w*|MFLAGS|BASE|COLUMNS|FORMAT|PYTHON\w*|SITE_URL")
for variable in filter(OF_OTHERS.fullmatch, [*os.environ]):
    del os.environ[variable]
who = {f"GIT_{role}_{part}": "a@example.org" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
os.environ |= who | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
os.environ |= {"GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": REPOSITORY, "SOURCE_DATE_EPOCH": TODAY}
# Nothing stands between a test and the servers that it starts.
os.environ |= {"NO_PROXY": "*", "no_proxy": "*"}
os.umask(0o022)
# The same cases each time, however slow the machine, so that a red test says something about the change.
hypothesis.settings.register_profile("steady", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("steady")


@cache
def project_git() -> tuple[str, ...]:
    """Return the command that asks git about the files of the project as they lie here, in a copy without git too."""
    folder = tempfile.mkdtemp(prefix="project-git-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    command = ("git", f"--git-dir={folder}", f"--work-tree={ROOT}")
    subprocess.run([*command, "init", "--quiet"], check=True)
    subprocess.run([*command, "add", "--all"], cwd=ROOT, check=True)
    subprocess.run([*command, "commit", "--quiet", "--message", "All of it"], cwd=ROOT, check=True)
    return command


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real guide, built strictly and finished, in a folder of its own."""
    return build(ROOT, tmp_path_factory.mktemp("guide") / "site")


@pytest.fixture(scope="session")
def packed(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real guide with its copies: dist/, and site/ with the offers."""
    root = tmp_path_factory.mktemp("packed")
    shutil.copytree(site, root / "site")
    # A program of its own: in this one a browser may be open already, and it drives only one at a time.
    command = [sys.executable, "-m", "guide.cli", "--root", str(root), "pack"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return root


def the_copy(packed: Path, ending: str) -> Path:
    """Return the copy whose name ends so."""
    (found,) = (packed / "dist").glob(f"*.{ending}")
    return found


def copy_tiny(folder: Path) -> Path:
    """Copy the tiny guide into a folder, with the templates, styles and settings of the real one."""
    guide = folder / "tiny"
    shutil.copytree(TINY, guide)
    shutil.copytree(ROOT / "overrides", guide / "overrides")
    shutil.copytree(ROOT / "scripts" / "guide", guide / "scripts" / "guide")
    shutil.copy(ROOT / "mkdocs.yml", guide / "base.yml")
    (guide / "docs" / "assets").mkdir(exist_ok=True)
    for name in ("rules.yml", "assets/guide.css", "assets/guide.js", "assets/worker.js", "assets/favicon.svg"):
        shutil.copy(ROOT / "docs" / name, guide / "docs" / name)
    write(guide / "docs")
    return guide


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A copy of the tiny guide for one test."""
    return copy_tiny(tmp_path)


def copy_pages(source: Path, folder: Path) -> Path:
    """Copy a guide of tests/guides/ into a folder: only its pages, data and settings, for nothing is built there."""
    guide = folder / source.name
    shutil.copytree(source, guide, symlinks=True)
    shutil.copy(ROOT / "mkdocs.yml", guide / "base.yml")
    (guide / "docs" / "assets").mkdir(exist_ok=True)
    for name in ("rules.yml", "assets/guide.css"):
        shutil.copy(ROOT / "docs" / name, guide / "docs" / name)
    write(guide / "docs")
    return guide


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """A copy of the tiny guide, to be checked and not built."""
    return copy_pages(TINY, tmp_path)


@pytest.fixture
def run(guide: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `guide --root GUIDE` with some words; returns its exit, what it said and what it complained of."""

    def command(*words: str) -> tuple[int, str, str]:
        code = main(["--root", str(guide), *words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


def sentence(complaint: str) -> str:
    """Return what the command complained of; it must be one line, and no trace of the program's insides."""
    assert complaint.startswith("guide: ")
    assert complaint.count("\n") == 1, complaint
    assert "Traceback" not in complaint
    assert "Errno" not in complaint
    return complaint.removeprefix("guide: ").rstrip("\n")
