"""The tiny guide, built once; each test gets a copy to break."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from guide.build import build

from ..conftest import copy_tiny


@pytest.fixture(scope="session")
def tiny_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny guide with its site/, and of the rest only what a finding may name."""
    source = copy_tiny(tmp_path_factory.mktemp("source"))
    build(source)
    guide = tmp_path_factory.mktemp("links")
    for name in ("docs", "site"):
        shutil.copytree(source / name, guide / name)
    (guide / "overrides").mkdir()
    shutil.copy(source / "overrides" / "404.html", guide / "overrides")
    return guide


@pytest.fixture
def guide(tiny_built: Path, tmp_path: Path) -> Path:
    """A copy of the built tiny guide."""
    return Path(shutil.copytree(tiny_built, tmp_path / "guide"))
