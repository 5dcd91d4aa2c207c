"""Turns the boxes of `pymdownx.blocks.admonition` into named sections with the guide's own classes."""

from __future__ import annotations

from pathlib import Path

from lxml import html
from lxml.html import builder

LEVELS = ("emergency", "urgent", "not-urgent")
KNOWN, UNKNOWN = "we-know", "we-do-not-know"


def _name_card(box: html.HtmlElement, level: str) -> None:
    """Mark a care card and set the word of its level on a line of its own."""
    box.set("class", f"card {level}")
    word = box.find(".//strong")
    heading = box.find("h3")
    if heading is not None and word is not None and word.getparent() is heading:
        word.tag = "span"
        word.set("class", "level")


def _side_by_side(known: html.HtmlElement) -> None:
    """Put what we know and the box after it, what we do not know, into one frame of two halves."""
    unknown = known.getnext()
    if unknown is None or unknown.get("class") != UNKNOWN:
        return
    frame = builder.DIV(builder.CLASS("knowledge"))
    known.addprevious(frame)
    frame.extend([known, unknown])


def name_boxes(tree: html.HtmlElement, _site: Path) -> None:
    """Make each box a section named by its heading; a box without a heading stays a plain block."""
    for box in tree.xpath("//div[contains(concat(' ', @class, ' '), ' admonition ')]"):
        name = next((word for word in box.get("class").split() if word != "admonition"), "note")
        box.set("class", name)
        if name in LEVELS:
            _name_card(box, name)
        title = box[0] if len(box) else None
        if title is not None and title.tag in {"h2", "h3"}:
            del title.attrib["class"]
            box.tag = "section"
            box.set("aria-labelledby", title.get("id", ""))
    for known in tree.xpath(f"//section[@class='{KNOWN}'][not(parent::div[@class='knowledge'])]"):
        _side_by_side(known)
