"""A new guide, made once by the command; each test gets a copy."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from guide.cli import main

from ..conftest import ROOT


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "tyres"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1828000000")  # 5 December 2027, when the dates of the example are long past
        assert main(["--root", str(ROOT), "new", "guide", str(folder)]) == 0
    return folder


@pytest.fixture
def guide(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the new guide: its pages and settings."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1828000000")
    shutil.copytree(made / "docs", tmp_path / "tyres" / "docs")
    shutil.copy(made / "mkdocs.yml", tmp_path / "tyres")
    return tmp_path / "tyres"
