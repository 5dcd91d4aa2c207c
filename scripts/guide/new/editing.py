"""Small edits of Markdown pages: an entry into a place, an address for a heading, a value into front matter."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from difflib import get_close_matches
from pathlib import Path

from guide import data
from guide.alphabet import plain, spelled
from guide.boxtypes import CLOSING
from guide.clock import fixed_time
from guide.content import PAGE, Page, read_guide, read_page
from guide.markup import Heading
from guide.new.asking import NewError


def writers_day() -> date:
    """Return the day where the writer is; `clock.today` may be a day ahead, so that no page is too new for it."""
    return (fixed_time() or datetime.now(UTC).astimezone()).date()


def page_names(root: Path) -> list[str]:
    """Return the names of the pages."""
    return sorted(read_guide(root).pages)


def slug(text: str, instead: str = "give one with --id, such as --id what-to-bring") -> str:
    """Return an address made from words: small letters a to z, digits and hyphens. Raises NewError if none is left."""
    address = "-".join("".join(sign if sign.isascii() else " " for sign in plain(text).replace("_", " ")).split())
    if not address:
        raise NewError(f"no address can be made from “{text}”; {instead}")
    return address


def the_page(root: Path, name: str) -> Page:
    """Return the page of this name, with or without `docs/` and `.md`. Raises NewError when it is not there."""
    pages = read_guide(root).pages
    bare = name.removeprefix("docs/")
    found = pages.get(bare) or pages.get(bare + PAGE)
    if found is None:
        near = get_close_matches(bare, pages, n=1)
        raise NewError(f"there is no page {name}; {f'did you mean {near[0]}?' if near else 'see which are in docs/'}")
    return found


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
    ends += [box.line for box in page.boxes if box.line > heading.line and box.name == CLOSING]
    return min(ends, default=page.body_line + len(page.lines))


def entries(page: Page, group: Heading) -> list[Heading]:
    """Return the `###` headings of a group."""
    last = end_of(page, group)
    return [heading for heading in page.headings if heading.level == 3 and group.line < heading.line < last]


def place_of(page: Page, group: Heading, name: str) -> int:
    """Return the line in front of which a new entry of a group stands, so that the alphabet is kept."""
    later = (heading.line for heading in entries(page, group) if spelled(heading.text) > spelled(name))
    return next(later, end_of(page, group))


def groups(page: Page) -> list[Heading]:
    """Return the `##` headings of a page."""
    return [heading for heading in page.headings if heading.level == 2]


def group_of(page: Page, wanted: str) -> Heading:
    """Return the `##` heading with these words or this address. Raises NewError with those there are."""
    for heading in groups(page):
        if plain(wanted) == plain(heading.text) or wanted.lstrip("#") == heading.anchor:
            return heading
    known = "; ".join(heading.text for heading in groups(page))
    raise NewError(f"docs/{page.name} has no group “{wanted}”; it has: {known}")


def as_value(text: str) -> str:
    """Return a text as a value of front matter or of settings, in quotes if it needs them."""
    try:
        read = data.load(f"x: {text}")
    except data.DataError:
        read = None
    return text if read == {"x": text} else json.dumps(text, ensure_ascii=False)
