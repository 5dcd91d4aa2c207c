"""The tiny guide, built once; each test gets a copy to break."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from guide.build import build

from ..conftest import copy_tiny


@pytest.fixture(scope="session")
def tiny_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny guide with its site/."""
    guide = copy_tiny(tmp_path_factory.mktemp("links"))
    build(guide)
    shutil.rmtree(guide / "scripts")
    return guide


@pytest.fixture
def guide(tiny_built: Path, tmp_path: Path) -> Path:
    """A copy of the built tiny guide."""
    return Path(shutil.copytree(tiny_built, tmp_path / "guide"))
