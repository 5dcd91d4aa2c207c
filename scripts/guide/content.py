"""docs/ read once: every page with its front matter, headings, links, boxes and text."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import yaml
from markdown_it.token import Token

from guide.markup import Block, Box, Heading, Link, blocks, boxes, heading, links, parse
from guide.settings import Settings, read_settings

# The pages that every guide has under these names, because other pages lead to them by address.
GLOSSARY, FAQ, SOURCES = "glossary.md", "faq.md", "references.md"
# A page of more bytes than this is no page that anybody reads, and would hold up the checks.
MOST_BYTES = 200_000
FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*$\n?", re.S | re.M)


@dataclass(frozen=True)
class Page:
    """One Markdown file of the guide; lines count from 1, and `body` starts at line `body_line`."""

    path: Path
    name: str
    front_matter: str | None
    body: str
    body_line: int

    def meta(self) -> object:
        """Return the front matter as YAML gives it.

        Raises yaml.YAMLError when it is broken, ValueError for a date that does not exist.
        """
        if self.front_matter is None:
            return None
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(self.front_matter)):
            raise yaml.YAMLError("`*` and `&` make copies here, which a page does not need")
        loaded: object = yaml.safe_load(self.front_matter)
        return loaded

    @cached_property
    def lines(self) -> list[str]:
        """Return the lines of the body."""
        return self.body.split("\n")

    @cached_property
    def tokens(self) -> list[Token]:
        """Return the parsed body."""
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

    def column(self, line: int, words: str) -> int:
        """Return the column, from 1, at which `words` begin on a line; 1 if they are not there."""
        place = line - self.body_line
        return max(self.lines[place].find(words) + 1, 1) if 0 <= place < len(self.lines) else 1


@dataclass(frozen=True)
class Unreadable:
    """A file of docs/ that is not a page one can read: its name, why, how to mend it, and the line if one is known."""

    name: str
    reason: str
    remedy: str
    line: int = 0


@dataclass(frozen=True)
class Guide:
    """All pages of a guide by their name relative to docs/, and what could not be read."""

    root: Path
    pages: dict[str, Page]
    unreadable: list[Unreadable] = field(default_factory=list)

    @property
    def docs(self) -> Path:
        """Return the folder of the pages."""
        return self.root / "docs"

    @cached_property
    def settings(self) -> Settings:
        """Return the limits and words of docs/rules.yml. Raises SettingsError when they cannot be read."""
        return read_settings(self.docs)


def page_from(text: str, path: Path, name: str) -> Page:
    """Return the page that a text makes."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    found = FRONT_MATTER.match(text)
    body = text[found.end() :] if found else text
    first = text[: len(text) - len(body)].count("\n") + 1
    return Page(path, name, found[1] if found else None, body, first)


def read_page(path: Path, name: str) -> Page:
    """Read one Markdown file. Raises OSError or UnicodeDecodeError when it cannot be read."""
    return page_from(path.read_bytes().decode("utf-8"), path, name)


def _obstacle(path: Path, name: str) -> Unreadable | None:
    """Return why a file of docs/ must not or cannot be read as a page, or None."""
    if path.is_symlink():
        return Unreadable(name, "this is a link to another file", "put the file itself here, or delete the link")
    if path.is_dir():
        return Unreadable(name, "this is a folder whose name ends in .md", "give the folder another name")
    size = path.stat().st_size
    if size > MOST_BYTES:
        reason = f"the page has {size:,} bytes; a page may have {MOST_BYTES:,}"
        return Unreadable(name, reason, "divide it into several pages")
    return None


def _read(path: Path, name: str) -> Page | Unreadable:
    """Return a page, or why it cannot be read."""
    try:
        return _obstacle(path, name) or read_page(path, name)
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        return Unreadable(name, "the page is not saved as UTF-8", "save it again with the encoding UTF-8", line)
    except OSError as error:
        return Unreadable(name, f"the page cannot be read: {error.strerror}", "make the file readable")


def _markdown_files(docs: Path) -> list[str]:
    """Return the names of everything below docs/ that ends in .md, without following links to folders."""
    found = []
    for folder, folders, files in os.walk(docs, followlinks=False):
        names = [*files, *(name for name in folders if name.endswith(".md"))]
        found += [(Path(folder) / name).relative_to(docs).as_posix() for name in names if name.endswith(".md")]
    return sorted(found)


def read_guide(root: Path) -> Guide:
    """Read every page below `root`/docs. Raises NotADirectoryError when there is no such folder."""
    docs = root / "docs"
    if not docs.is_dir():
        raise NotADirectoryError(f"there is no docs/ folder in {root.resolve()}; run this where mkdocs.yml lies")
    read = [_read(docs / name, name) for name in _markdown_files(docs)]
    pages = {page.name: page for page in read if isinstance(page, Page)}
    return Guide(root, pages, [page for page in read if isinstance(page, Unreadable)])
