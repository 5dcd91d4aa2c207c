"""Compares two finished sites of one guide: the same pages, headings, ids and links, whatever program built them.

`python -m guide.portable SITE OTHER NAME` prints what is different in OTHER, which the program NAME built.
"""

from __future__ import annotations

import posixpath
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from difflib import SequenceMatcher
from pathlib import Path
from urllib.parse import urlsplit

from lxml import etree, html

from guide.report import CLEAN, COULD_NOT_RUN, FOUND, complain, say

# Ids that a program's own frame puts into the text, by name and with the reason.
FRAME_IDS = frozenset({"__skip"})  # Zensical: where its link past the menu lands; Material's lands on the title

HEADINGS = "//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]"
WORDS = "//text()[not(ancestor::script or ancestor::style)]"

# After a change that touches every page the first lines tell enough.
MOST_LINES = 40


class UnreadableError(ValueError):
    """A site cannot be compared; the message says which file and why."""


@dataclass(frozen=True)
class Page:
    """What must be the same on a page. A field's name is the word that a difference is told with."""

    headings: tuple[str, ...]
    ids: tuple[str, ...]
    links: tuple[str, ...]
    menu: tuple[str, ...]
    text: tuple[str, ...]


def _resolve(name: str, address: str) -> str:
    """Return an address as it is seen from the top of the site: `./a.html`, `a.html` and `x/../a.html` are one."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or parts.path.startswith("/"):
        return address
    path = posixpath.normpath(posixpath.join(posixpath.dirname(name), parts.path)) if parts.path else name
    return parts._replace(path=path).geturl()


def _words(text: str) -> str:
    return " ".join(text.split())


def read_page(name: str, source: str) -> Page:
    """Read what counts in a page: its text (the whole page, if no part is marked as such) and its menus.

    Raises lxml.etree.LxmlError for a page that is no HTML at all.
    """
    tree = html.document_fromstring(source)
    found = tree.find(".//article")
    article = etree.ElementTree(tree if found is None else found)
    headings = (f"{'#' * int(heading.tag[1])} {_words(heading.text_content())}" for heading in article.xpath(HEADINGS))
    return Page(
        headings=tuple(headings),
        ids=tuple(value for value in article.xpath("//@id") if value not in FRAME_IDS),
        links=tuple(_resolve(name, address) for address in article.xpath("//a/@href | //img/@src")),
        menu=tuple(_resolve(name, address) for address in tree.xpath("//nav//a/@href")),
        text=tuple(filter(None, map(_words, article.xpath(WORDS)))),
    )


def read_pages(folder: Path) -> dict[str, Page]:
    """Read every page below `folder`, by name. Raises UnreadableError if one cannot be read or there is none."""
    pages = {}
    for path in sorted(folder.rglob("*.html")):
        name = path.relative_to(folder).as_posix()
        try:
            pages[name] = read_page(name, path.read_text(encoding="utf-8"))
        except (UnicodeError, etree.LxmlError) as error:
            raise UnreadableError(f"{path}: {error}") from error
    if not pages:
        raise UnreadableError(f"{folder}: there is no page in it")
    return pages


def _in_a_page(one: Page, other: Page, name: str) -> Iterator[str]:
    """Yield how `other`, built with the program `name`, differs from `one`."""
    for field in fields(Page):
        here, there = getattr(one, field.name), getattr(other, field.name)
        matcher = SequenceMatcher(a=here, b=there, autojunk=False)
        for what, start, end, other_start, other_end in matcher.get_opcodes() if here != there else ():
            if what != "equal":
                yield from (f"{field.name}: not with {name}: {item}" for item in here[start:end])
                yield from (f"{field.name}: only with {name}: {item}" for item in there[other_start:other_end])


def differences(one: Mapping[str, Page], other: Mapping[str, Page], name: str) -> Iterator[str]:
    """Yield a line for everything that `other`, built with the program `name`, has not, or has and should not."""
    for page in sorted(one.keys() | other.keys()):
        if page not in other:
            yield f"{page}: there is no such page with {name}"
        elif page not in one:
            yield f"{page}: there is such a page only with {name}"
        else:
            yield from (f"{page}: {line}" for line in _in_a_page(one[page], other[page], name))


def _report(lines: Sequence[str]) -> str:
    more = len(lines) - MOST_LINES
    return "\n".join([*lines[:MOST_LINES], *([f"and {more} more"] if more > 0 else [])])


def main(arguments: Sequence[str]) -> int:
    """Compare; return 0 (the same), 1 (different) or 2 (it could not run)."""
    try:
        site, other, name = arguments
        pages = read_pages(Path(site))
        lines = list(differences(pages, read_pages(Path(other)), name))
    except (OSError, ValueError) as error:
        complain(str(error))
        return COULD_NOT_RUN
    say(_report(lines) or f"{name}: the same pages ({len(pages)})")
    return FOUND if lines else CLEAN


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
