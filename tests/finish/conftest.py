"""Small sites, written by hand, for the finishing steps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from guide.finish.site import Site, read_site

# Takes the files of a site, by name, and returns the site.
Maker = Callable[[dict[str, str]], Site]


@pytest.fixture
def make_site(tmp_path: Path) -> Maker:
    def make(files: dict[str, str]) -> Site:
        for name, text in files.items():
            path = tmp_path / "site" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return read_site(tmp_path / "site")

    return make


def page(body: str = "", head: str = "") -> str:
    """Return a whole page."""
    return f'<!doctype html><html lang="en"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'
