"""Turns a box `/// sheet` into something to fill in: three dots become a field, other points get a box to tick.

In Markdown it is an ordinary list or table, and the dots stand where the reader writes. The fields work without the
script, and empty they are printed to be filled in with a pen. What the script adds is in guide.js.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from lxml import html
from lxml.html import builder

CLASS = "sheet"
# A box to which the script adds two fields.
DEGREES = "degrees"
# Where a reader writes.
BLANK = re.compile(r"…|\.\.\.")
# A field with more words of its line behind it takes a few signs: “… of 10”.
FEW, OWN = "few", "own"


def _words(element: html.HtmlElement) -> str:
    return " ".join(BLANK.sub(" ", element.text_content()).split())


def _field(more: str) -> html.HtmlElement:
    """Return a field; `more` is what stands behind it."""
    if more.strip():
        return builder.INPUT(builder.CLASS(FEW))
    return builder.E.textarea()


def _open_text(holder: html.HtmlElement, element: html.HtmlElement, slot: str) -> None:
    """Put a field in place of each blank in the text before (`text`) or behind (`tail`) an element within `holder`."""
    first, *rest = BLANK.split(getattr(element, slot) or "")
    setattr(element, slot, first)
    place = 0 if slot == "text" else holder.index(element) + 1
    for number, text in enumerate(rest):
        field = _field(text)
        field.tail = text
        holder.insert(place + number, field)


def _open_blanks(holder: html.HtmlElement) -> None:
    for child in list(holder):
        _open_text(holder, child, "tail")
    _open_text(holder, holder, "text")


def _add_tick(holder: html.HtmlElement) -> None:
    """Make the content of an element the words of a box to tick."""
    tick = builder.INPUT(type="checkbox")
    tick.tail, holder.text = holder.text, None
    holder.append(builder.LABEL(tick, *holder))


def _heading_of(element: html.HtmlElement) -> str:
    """Return the words of the last heading before an element."""
    headings = element.xpath("preceding::*[self::h1 or self::h2 or self::h3][1]")
    return _words(headings[0]) if headings else ""


def _name_fields(holder: html.HtmlElement, name: str, seen: Counter[str], *, counted: bool = False) -> None:
    """Give each field within `holder` a name that no other one of the sheet has; it is also kept under that name."""
    for field in holder.iter("input", "textarea"):
        if field.get("type") != "checkbox":
            seen[name] += 1
            field.set("aria-label", f"{name} {seen[name]}".strip() if counted or seen[name] > 1 else name)


def _fill_point(point: html.HtmlElement, seen: Counter[str]) -> None:
    """Open a point of a list, or let it be ticked; a point that holds a list is left as it is."""
    if point.xpath("./ul | ./ol"):
        return
    for paragraph in point.findall("p"):
        paragraph.drop_tag()
    words, around = _words(point), point.getparent()
    if not BLANK.search(point.text_content()):
        _add_tick(point)
        return
    _open_blanks(point)
    _name_fields(point, words or _heading_of(point), seen, counted=not words)
    if not words and around is not None:
        around.set("class", OWN)


def _fill_cell(cell: html.HtmlElement, seen: Counter[str]) -> None:
    """Open a cell of a table, or let it be ticked; an empty one stays empty."""
    if BLANK.search(cell.text_content()):
        _open_blanks(cell)
        (row,) = cell.xpath("../*[1]")
        _name_fields(cell, f"{_words(row)}, {cell.get('data-label', '')}", seen)
    elif _words(cell):
        _add_tick(cell)


def _name_box(box: html.HtmlElement) -> None:
    """Make the title of a box the name of the whole box, to be heard and printed."""
    for title in box.findall("p[@class='admonition-title']"):
        box.set("aria-label", _words(title))
        title.drop_tree()


def make_sheets(tree: html.HtmlElement, _folder: Path) -> None:
    """Make each box `/// sheet` a form under the name that its writer gave it.

    A form, because for a form one can ask browsers not to keep what was typed. Nothing is sent: the policy forbids it.
    """
    for box in tree.xpath(f"//article//div[@class='{CLASS}']"):
        box.tag, seen = "form", Counter[str]()
        box.set("autocomplete", "off")
        _name_box(box)
        for point in box.xpath(".//li"):
            _fill_point(point, seen)
        for cell in box.xpath(".//td"):
            _fill_cell(cell, seen)
    for box in tree.xpath(f"//article//div[@class='{DEGREES}']"):
        box.set("role", "group")
        _name_box(box)
