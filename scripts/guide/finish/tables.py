"""Makes tables readable everywhere: each row has a head, each cell knows its column, a wide one can be scrolled."""

from __future__ import annotations

from pathlib import Path

from lxml import html
from lxml.html import builder

# A table that a phone cannot show in columns becomes cards there: three columns with a cell of more than
# so many letters, or so many columns whatever they hold. From WIDE on it may leave the text column.
ROOM_FOR_LETTERS, MANY, WIDE = 40, 5, 6
ROLES = {"table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "td": "cell"}


def _name(table: html.HtmlElement) -> str:
    """Return the words that name a table: its caption, or the last heading before it."""
    figure = table.getparent()
    caption = figure.find("figcaption") if figure is not None and figure.tag == "figure" else None
    if caption is not None:
        return " ".join(caption.text_content().split())
    headings = table.xpath("preceding::*[self::h1 or self::h2 or self::h3][1]")
    return " ".join(headings[0].text_content().split()) if headings else "Table"


def _head_rows(table: html.HtmlElement) -> None:
    """Make the first cell of each row the head of the row, and tell each other cell its column."""
    columns = [" ".join(cell.text_content().split()) for cell in table.xpath("./thead/tr/th")]
    for head in table.xpath("./thead/tr/th"):
        head.set("scope", "col")
    for row in table.xpath("./tbody/tr"):
        row[0].tag = "th"
        row[0].set("scope", "row")
        for cell, column in zip(row[1:], columns[1:], strict=False):
            cell.set("data-label", column)


def _write_roles(table: html.HtmlElement) -> None:
    """Write out what each part is: some browsers forget it once a row is drawn as a card."""
    for part in table.iter():
        if part.tag == "th":
            part.set("role", "columnheader" if part.get("scope") == "col" else "rowheader")
        elif part.tag in ROLES:
            part.set("role", ROLES[part.tag])


def _kinds(table: html.HtmlElement) -> str:
    """Return the classes of a table: `cards`, `cards wide` or none."""
    columns = len(table.xpath("./thead/tr/th"))
    longest = max((len(cell.text_content()) for cell in table.xpath("./tbody/tr/td")), default=0)
    if columns < MANY and (columns < 3 or longest <= ROOM_FOR_LETTERS):
        return ""
    return "cards wide" if columns >= WIDE else "cards"


def _make_room(tree: html.HtmlElement) -> None:
    """Mark a page with a wide table at its very top, so that nothing moves when a browser comes to the table."""
    if tree.xpath("//article//table[@class='cards wide']"):
        tree.set("class", f"{tree.get('class', '')} broad".strip())


def label_cells(tree: html.HtmlElement, _site: Path) -> None:
    """Give every table of the text row heads, roles, labels and a region that the keyboard can scroll."""
    for table in tree.xpath("//article//table[not(ancestor::div[@class='scroll'])]"):
        _head_rows(table)
        kinds = _kinds(table)
        if kinds:
            table.set("class", kinds)
            _write_roles(table)
        region = builder.DIV({"class": "scroll", "role": "region", "tabindex": "0", "aria-label": _name(table)})
        table.addprevious(region)
        region.append(table)
    _make_room(tree)
