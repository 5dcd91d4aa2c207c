"""Planted faults: small edits to the tiny good guide, each with the exact findings that it must bring."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Edit = Callable[[Path], None]
# The heading of the start page under which an edit puts a text.
KINDS = "## Kinds of stick {#kinds}\n"
# Where the tiny guide shows the figure that is drawn from its data.
FIGURE = """![One hundred people, ten in each of ten rows. The first 60 are full.](assets/figures/too-high.svg)

/// caption
Full: they hold it too high.
///

"""
# A finding as a test expects it: rule, path and line.
Expected = tuple[str, str, int]


@dataclass(frozen=True)
class Fault:
    """A named edit of the guide in a folder, and all that `guide check` must report of it."""

    name: str
    edit: Edit
    expected: tuple[Expected, ...]


@dataclass(frozen=True)
class Good:
    """A named edit that looks suspicious and is right: nothing may be reported."""

    name: str
    edit: Edit


def swap(page: str, old: str, new: str) -> Edit:
    """Return an edit that replaces a text of a page, which must stand there once."""

    def edit(guide: Path) -> None:
        path = guide / "docs" / page
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {page}"
        path.write_bytes(text.replace(old, new).encode())

    return edit


def add(page: str, text: str) -> Edit:
    """Return an edit that puts a text at the end of a page."""

    def edit(guide: Path) -> None:
        path = guide / "docs" / page
        path.write_bytes(path.read_bytes().rstrip(b"\n") + b"\n\n" + text.encode())

    return edit


def put(name: str, content: str | bytes) -> Edit:
    """Return an edit that makes a file, or replaces it."""

    def edit(guide: Path) -> None:
        path = guide / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    return edit


def both(*edits: Edit) -> Edit:
    """Return an edit that does several, in order."""

    def edit(guide: Path) -> None:
        for one in edits:
            one(guide)

    return edit


def say(text: str) -> Edit:
    """Put a text under a heading of the start page; it begins on line 18."""
    return swap("index.md", KINDS, f"{KINDS}\n{text}\n")


def ends(line: bytes, start: bytes = b"") -> Edit:
    """Save the start page with other line ends, and with a byte order mark before it."""

    def edit(guide: Path) -> None:
        path = guide / "docs" / "index.md"
        path.write_bytes(start + path.read_bytes().replace(b"\n", line))

    return edit


def without_figure(guide: Path) -> None:
    """Take the figure that is drawn from data out of the guide: its data, its drawing, and where it is shown."""
    (guide / "docs" / "figures.yml").unlink()
    (guide / "docs" / "assets" / "figures" / "too-high.svg").unlink()
    swap("height.md", FIGURE, "")(guide)


def windows(edit: Edit) -> Edit:
    """Do an edit, then save the start page as Windows does: with a byte order mark and CRLF."""
    return both(edit, ends(b"\r\n", b"\xef\xbb\xbf"))


def once(name: str, edit: Edit, rule: str, path: str, line: int) -> Fault:
    """Return a fault with one finding."""
    return Fault(name, edit, ((rule, path, line),))
