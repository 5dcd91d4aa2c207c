"""Planted faults: small edits of the built tiny guide, each with exactly what must be found."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Edit = Callable[[Path], None]
# A finding as a test expects it: rule, path and line of the text (0: it is not written there).
Expected = tuple[str, str, int]
PAGE = "docs/height.md"
FRAME = "site/height.html"


@dataclass(frozen=True)
class Planted:
    """A named edit, and all that must be found."""

    name: str
    edit: Edit
    expected: tuple[Expected, ...]


def swap(old: str, new: str, path: str = "site/height.html") -> Edit:
    """Return an edit that replaces a text, which must stand there once."""

    def edit(guide: Path) -> None:
        file = guide / path
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        file.write_text(text.replace(old, new), encoding="utf-8")

    return edit


def text(html: str, page: str = "height") -> Edit:
    """Return an edit that puts HTML at the end of the text of a page."""
    return swap("</article>", f"{html}</article>", f"site/{page}.html")


def head(html: str) -> Edit:
    """Return an edit that puts HTML into the head of a page."""
    return swap("</title>", f"</title>{html}")


def frame(html: str) -> Edit:
    """Return an edit that puts HTML behind the text of a page."""
    return swap("</body>", f"{html}</body>")


def file(name: str, content: str | bytes) -> Edit:
    """Return an edit that makes a file of the site."""

    def edit(guide: Path) -> None:
        path = guide / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    return edit


def copy(name: str, other: str) -> Edit:
    """Return an edit that copies a file of the site."""

    def edit(guide: Path) -> None:
        shutil.copy(guide / "site" / name, guide / "site" / other)

    return edit


def both(*edits: Edit) -> Edit:
    """Return an edit that does several, in order."""

    def edit(guide: Path) -> None:
        for one in edits:
            one(guide)

    return edit
