"""The drawings in docs/assets/figures/ as they should be, compared with what lies there."""

from __future__ import annotations

from pathlib import Path

from guide.drawings import ENDING, FOLDER, DrawingError, parts_of, read_drawing
from guide.figures.data import read_figures
from guide.figures.model import Figure
from guide.figures.parts import whole
from guide.figures.shapes import SHAPES
from guide.figures.style import dressed, own_style
from guide.palette import Palette, read_palette


def file_of(figure: Figure) -> str:
    """Return the name below docs/ of the drawing of a figure."""
    return f"{FOLDER}{figure.name}{ENDING}"


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


def drawn_by_hand(docs: Path) -> dict[str, str]:
    """Return the other drawings in assets/figures/, by their names below docs/, each with the style that it uses."""
    palette, from_data = read_palette(docs), {file_of(figure) for figure in read_figures(docs).figures}
    found = dict[str, str]()
    for path in sorted((docs / FOLDER).glob(f"*{ENDING}")) if palette else ():
        name = f"{FOLDER}{path.name}"
        if palette and name not in from_data and path.is_file() and not path.is_symlink():
            found[name] = _restyled(path, palette) or ""
    return {name: text for name, text in found.items() if text}


def drawn_from_data(docs: Path) -> dict[str, str]:
    """Return the drawings that docs/figures.yml asks for, by their names below docs/, each as it should be."""
    palette, found = read_palette(docs), dict[str, str]()
    for figure in read_figures(docs).figures if palette else ():
        if palette:
            text = whole(figure, SHAPES[figure["shape"]].draw(figure))
            found[file_of(figure)] = dressed(text, own_style(palette, parts_of(text)))
    return found


def stale(docs: Path, wanted: dict[str, str]) -> dict[str, str]:
    """Return those of the drawings that do not lie in docs/ as they are wanted."""
    return {name: text for name, text in wanted.items() if _now(docs / name) != text}


def outdated(docs: Path) -> dict[str, str]:
    """Return the drawings that are not as they should be, by their names below docs/, each as it should be."""
    return stale(docs, drawn_by_hand(docs) | drawn_from_data(docs))


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
