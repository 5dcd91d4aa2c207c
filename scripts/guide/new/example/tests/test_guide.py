"""The guide has nothing to mend, and its site is whole."""

from __future__ import annotations

from pathlib import Path

from guide.build import build
from guide.cli import main

ROOT = Path(__file__).parent.parent


def test_the_pages_have_nothing_to_mend() -> None:
    assert main(["--root", str(ROOT), "check"]) == 0


def test_the_site_is_whole(tmp_path: Path) -> None:
    site = build(ROOT, tmp_path / "site")
    assert main(["--root", str(ROOT), "links", str(site), "--only", "reader"]) == 0
