"""docs/ read once: every page with its front matter, headings, links, boxes and text."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from markdown_it.token import Token

from guide import clock, data
from guide.boxtypes import read_box_types
from guide.markup import Block, Box, Heading, Link, blocks, boxes, heading, links, parse
from guide.menu import Line, read_menu
from guide.settings import Settings, read_settings

# The pages that every guide has under these names, because other pages lead to them by address.
GLOSSARY, FAQ, SOURCES = "glossary.md", "faq.md", "references.md"
PAGE = ".md"
# A page of more bytes than this is no page that anybody reads, and would hold up the checks.
MOST_BYTES = 200_000
FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*$\n?", re.S | re.M)


@dataclass(frozen=True, eq=False)
class Page:
    """One Markdown file of the guide; lines count from 1, and `lines`, those of its text, start at `body_line`."""

    path: Path
    name: str
    front_matter: str | None
    lines: list[str]
    body_line: int

    def meta(self) -> object:
        """Return the front matter as YAML gives it. Raises DataError when it is broken."""
        if isinstance(self._meta, data.DataError):
            raise self._meta
        return self._meta

    @cached_property
    def _meta(self) -> object:
        """Return the front matter, or why it cannot be read; kept, because several rules ask."""
        try:
            return None if self.front_matter is None else data.load(self.front_matter)
        except data.DataError as error:
            return error

    @cached_property
    def fields(self) -> dict[str, object]:
        """Return the fields of the front matter; none when it cannot be read."""
        fields = self._meta if isinstance(self._meta, dict) else {}
        return {str(name): value for name, value in fields.items()}

    def field_line(self, name: str) -> int:
        """Return the line of a field of the front matter; 1 if it is not there."""
        return next((line for line, text in enumerate(self._head, start=2) if text.startswith(f"{name}:")), 1)

    @cached_property
    def tokens(self) -> list[Token]:
        """Return the parsed text."""
        return parse(self.lines)

    @cached_property
    def boxes(self) -> list[Box]:
        """Return the `///` boxes."""
        return list(boxes(self.lines, self.body_line))

    @cached_property
    def blocks(self) -> list[Block]:
        """Return the runs of text."""
        return list(blocks(self.tokens, self.body_line, self.boxes))

    @cached_property
    def headings(self) -> list[Heading]:
        """Return the headings, in order."""
        pairs = zip(self.tokens, self.tokens[1:], strict=False)
        return [heading(token, words, self.body_line) for token, words in pairs if token.type == "heading_open"]

    @cached_property
    def links(self) -> list[Link]:
        """Return the links and images, in order."""
        runs = (token for token in self.tokens if token.type == "inline")
        return [link for token in runs for link in links(token, self.lines, self.body_line)]

    def line(self, number: int) -> str:
        """Return a line of the page, front matter or text; nothing if there is no such line."""
        start, lines = (self.body_line, self.lines) if number >= self.body_line else (2, self._head)
        return lines[number - start] if 0 <= number - start < len(lines) else ""

    @cached_property
    def _head(self) -> list[str]:
        return (self.front_matter or "").split("\n")

    def column(self, line: int, words: str) -> int:
        """Return the column, from 1, at which `words` begin on a line; 1 if they are not there."""
        return max(self.line(line).find(words) + 1, 1)


@dataclass(frozen=True)
class Unreadable:
    """Something in docs/ that cannot be used: its name, why, how to mend it, and the line if one is known."""

    name: str
    reason: str
    remedy: str
    line: int = 0


@dataclass(frozen=True)
class Guide:
    """All pages of a guide by their name relative to docs/, what could not be read, and everything else there.

    `files` holds the names of all files and folders below docs/, without the hidden ones, which nobody publishes.
    """

    root: Path
    pages: dict[str, Page]
    unreadable: list[Unreadable] = field(default_factory=list)
    files: list[str] = field(default_factory=list)

    @property
    def docs(self) -> Path:
        """Return the folder of the pages."""
        return self.root / "docs"

    @cached_property
    def shut(self) -> frozenset[str]:
        """Return the names of the pages that cannot be read: what they hold, other pages may rightly count on."""
        return frozenset(one.name for one in self.unreadable if one.name.endswith(PAGE))

    @cached_property
    def settings(self) -> Settings:
        """Return the limits and words of docs/rules.yml. Raises SettingsError when they cannot be read."""
        return read_settings(self.docs)

    @cached_property
    def box_types(self) -> dict[str, str]:
        """Return the boxes that mkdocs.yml allows, each with its heading. Raises NodesError."""
        return read_box_types(self.root)

    @cached_property
    def menu(self) -> list[Line] | None:
        """Return the lines of the menu in mkdocs.yml, if it has one. Raises NodesError."""
        return read_menu(self.root)

    @cached_property
    def today(self) -> date:
        """Return the day of this check. Raises ClockError."""
        return clock.today()


def page_from(text: str, path: Path, name: str) -> Page:
    """Return the page that a text makes."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    found = FRONT_MATTER.match(text)
    body = text[found.end() :] if found else text
    first = text[: len(text) - len(body)].count("\n") + 1
    return Page(path, name, found[1] if found else None, body.split("\n"), first)


def read_page(path: Path, name: str) -> Page:
    """Read one Markdown file. Raises OSError or UnicodeDecodeError when it cannot be read."""
    return page_from(path.read_bytes().decode("utf-8"), path, name)


def _special(path: Path, name: str) -> Unreadable | None:
    """Return why something in docs/ is no ordinary file, or None."""
    kind = path.lstat().st_mode
    if stat.S_ISLNK(kind):
        return Unreadable(name, "this is a link to another place", "put the file itself here, or delete the link")
    if stat.S_ISDIR(kind):
        remedy = "give the folder another name"
        return Unreadable(name, "this is a folder whose name ends in .md", remedy) if name.endswith(PAGE) else None
    if not stat.S_ISREG(kind):
        return Unreadable(name, "this is not a file", "delete it")
    return None


def _obstacle(path: Path, name: str) -> Unreadable | None:
    """Return why a file of docs/ must not or cannot be read as a page, or None."""
    special = _special(path, name)
    if special:
        return special
    size = path.stat().st_size
    if size > MOST_BYTES:
        reason = f"the page has {size:,} bytes; a page may have {MOST_BYTES:,}"
        return Unreadable(name, reason, "divide it into several pages")
    return None


def _read(path: Path, name: str) -> Page | Unreadable:
    """Return a page, or why it cannot be read."""
    try:
        return _obstacle(path, name) or _written(read_page(path, name))
    except UnicodeDecodeError as error:
        line = bytes(error.object)[: error.start].count(b"\n") + 1
        return Unreadable(name, "the page is not saved as UTF-8", "save it again with the encoding UTF-8", line)
    except OSError as error:
        return Unreadable(name, f"the page cannot be read: {error.strerror}", "make the file readable")


def _written(page: Page) -> Page | Unreadable:
    """Return a page if anything is written on it."""
    if page.front_matter is None and not any(line.strip() for line in page.lines):
        return Unreadable(page.name, "the page is empty", "write it, or delete the file")
    return page


def _closed(path: Path, name: str) -> Unreadable | None:
    """Return why something in docs/ that is no page cannot be used, or None."""
    try:
        special = _special(path, name)
        if special is None and path.is_file():
            path.open("rb").close()
    except OSError as error:
        return Unreadable(name, f"it cannot be read: {error.strerror}", "make it readable")
    return special


def _entries(docs: Path, shut: list[OSError]) -> Iterator[str]:
    """Yield the names of all files and folders below docs/; links are not followed, folders that do not open noted."""
    for folder, folders, files in os.walk(docs, onerror=shut.append, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in (*folders, *(name for name in files if not name.startswith("."))):
            yield (Path(folder) / name).relative_to(docs).as_posix()


def _shut(docs: Path, error: OSError) -> Unreadable:
    """Return the finding for a folder that does not open; if it is docs/ itself, nothing can be checked: OSError."""
    folder = Path(error.filename)
    if folder == docs:
        raise error
    return Unreadable(folder.relative_to(docs).as_posix(), f"the folder cannot be read: {error.strerror}", "open it")


def read_guide(root: Path) -> Guide:
    """Read everything below `root`/docs. Raises OSError when there is no such folder, or when it does not open."""
    docs = root / "docs"
    if not docs.is_dir():
        raise NotADirectoryError(f"there is no docs/ folder in {root.resolve()}; run this where mkdocs.yml lies")
    if docs.is_symlink():
        raise NotADirectoryError(f"{docs} is a link to another place; put the folder itself there")
    errors: list[OSError] = []
    names = sorted(_entries(docs, errors))
    unreadable = [_shut(docs, error) for error in errors]
    read = [_read(docs / name, name) for name in names if name.endswith(PAGE)]
    others = [_closed(docs / name, name) for name in names if not name.endswith(PAGE)]
    unreadable += [found for found in (*read, *others) if isinstance(found, Unreadable)]
    pages = {page.name: page for page in read if isinstance(page, Page)}
    return Guide(root, pages, sorted(unreadable, key=lambda one: one.name), names)
