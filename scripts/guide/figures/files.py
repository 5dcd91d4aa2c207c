"""The drawings in docs/assets/figures/ as they should be, compared with what lies there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from guide.drawings import ENDING, FOLDER, DrawingError, read_drawing
from guide.figures.style import dressed, own_style
from guide.palette import Palette, read_palette


def _text(path: Path) -> str:
    """Return the text of a drawing; how a program marks its encoding and ends its lines makes no difference."""
    return path.read_text(encoding="utf-8-sig")


def _restyled(path: Path, palette: Palette) -> str | None:
    """Return a drawing with the style that it should carry; None when it cannot be read, which other rules tell."""
    try:
        parts = read_drawing(path)
        return dressed(_text(path), own_style(palette, parts)) if parts else None
    except (DrawingError, OSError, UnicodeDecodeError):
        return None


def drawn_by_hand(docs: Path) -> Iterator[tuple[str, str]]:
    """Yield the name of each drawing below docs/ and its text as it should be, with the style that it uses."""
    palette = read_palette(docs)
    for path in sorted((docs / FOLDER).glob(f"*{ENDING}")) if palette else ():
        if palette and path.is_file() and not path.is_symlink() and (text := _restyled(path, palette)):
            yield f"{FOLDER}{path.name}", text


def outdated(docs: Path) -> dict[str, str]:
    """Return the drawings that are not as they should be, by their names below docs/, each as it should be."""
    return {name: text for name, text in drawn_by_hand(docs) if _now(docs / name) != text}


def _now(path: Path) -> str | None:
    """Return what a file holds, or None when it cannot be read."""
    try:
        return _text(path)
    except (OSError, UnicodeDecodeError):
        return None


def write(docs: Path) -> list[str]:
    """Write the drawings that are not as they should be; return their names below docs/."""
    changed = outdated(docs)
    for name, text in changed.items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_bytes(text.encode())
    return list(changed)
