"""Small edits of Markdown pages: an entry into a place, an address for a heading, a value into front matter."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from guide import data
from guide.alphabet import plain, spelled
from guide.content import Page, read_page
from guide.markup import Heading
from guide.new.asking import NewError

# What closes a page stands below its last entry.
CLOSING_BOX = "next-step"


def slug(text: str) -> str:
    """Return an address made from words: small letters a to z, digits and hyphens. Raises NewError if none is left."""
    address = "-".join("".join(sign if sign.isascii() else " " for sign in plain(text).replace("_", " ")).split())
    if not address:
        raise NewError(f"no address can be made from “{text}”; give one with --id, such as --id what-to-bring")
    return address


def page_of(root: Path, name: str, what: str) -> Page:
    """Return a page of the guide. Raises NewError when it is not there."""
    path = root / "docs" / name
    if not path.is_file():
        raise NewError(f"this guide has no docs/{name}, {what}")
    return read_page(path, name)


def put(path: Path, line: int, entry: Sequence[str]) -> None:
    """Put lines in front of a line (from 1) of a file, with one blank line above and below them."""
    lines = path.read_text(encoding="utf-8").split("\n")
    above, below = lines[: line - 1], lines[line - 1 :]
    while above and not above[-1].strip():
        above.pop()
    while below and not below[0].strip():
        below.pop(0)
    path.write_text("\n".join([*above, "", *entry, "", *below]).rstrip("\n") + "\n", encoding="utf-8", newline="\n")


def end_of(page: Page, heading: Heading) -> int:
    """Return the line (from 1) in front of which the last entry under a heading ends."""
    ends = [other.line for other in page.headings if other.line > heading.line and other.level <= heading.level]
    ends += [box.line for box in page.boxes if box.line > heading.line and box.name == CLOSING_BOX]
    return min(ends, default=page.body_line + len(page.lines))


def entries(page: Page, group: Heading) -> list[Heading]:
    """Return the `###` headings of a group."""
    last = end_of(page, group)
    return [heading for heading in page.headings if heading.level == 3 and group.line < heading.line < last]


def place_of(page: Page, group: Heading, name: str) -> int:
    """Return the line in front of which a new entry of a group stands, so that the alphabet is kept."""
    later = (heading.line for heading in entries(page, group) if spelled(heading.text) > spelled(name))
    return next(later, end_of(page, group))


def group_of(page: Page, wanted: str) -> Heading:
    """Return the `##` heading with these words or this address. Raises NewError with those there are."""
    groups = [heading for heading in page.headings if heading.level == 2]
    for heading in groups:
        if plain(wanted) == plain(heading.text) or wanted.lstrip("#") == heading.anchor:
            return heading
    known = "; ".join(heading.text for heading in groups)
    raise NewError(f"docs/{page.name} has no group “{wanted}”; it has: {known}")


def as_value(text: str) -> str:
    """Return a text as a value of front matter or of settings, in quotes if it needs them."""
    try:
        read = data.load(f"x: {text}")
    except data.DataError:
        read = None
    return text if read == {"x": text} else json.dumps(text, ensure_ascii=False)
