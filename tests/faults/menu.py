"""Faults of the menu in mkdocs.yml."""

from __future__ import annotations

from pathlib import Path

from . import Edit, Fault, Good, once, put
from .pages import WHOLE

SETTINGS, HEIGHT, EXTRA = "mkdocs.yml", "docs/height.md", "docs/extra.md"


def menu(old: str, new: str) -> Edit:
    """Change the menu, which stands on line 16."""

    def edit(guide: Path) -> None:
        path = guide / SETTINGS
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), encoding="utf-8")

    return edit


FAULTS = [
    once("a page that is not in the menu", menu("Height: height.md, ", ""), "pages-in-the-menu", HEIGHT, 1),
    once("a new page that nobody put into the menu", put("extra.md", WHOLE), "pages-in-the-menu", EXTRA, 1),
    Fault(
        "a slip in the menu",
        menu("height.md", "hight.md"),
        (("pages-in-the-menu", SETTINGS, 16), ("pages-in-the-menu", HEIGHT, 1)),
    ),
    once("a page twice", menu("Height: height.md", "A: height.md, B: height.md"), "pages-in-the-menu", SETTINGS, 16),
]

GOOD = [
    Good("a part of the menu inside another", menu("Height: height.md", "How: [height.md]")),
    Good("another web site in the menu", menu("Height: height.md", "Height: height.md, B: https://sticks.example/")),
]
