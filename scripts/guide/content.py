"""docs/ read once: every page with its front matter, headings, links and boxes, each with its line.

Markdown is parsed with markdown-it, which knows the line of each block; the site itself is
built by Python-Markdown. The two differ in `///` blocks and `{#id}`, so both are read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from markdown.extensions.toc import slugify
from markdown_it import MarkdownIt
from markdown_it.token import Token

# The pages that every guide has under these names, because other pages lead to them by address.
GLOSSARY, FAQ, SOURCES = "glossary.md", "faq.md", "references.md"

FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*\r?$\n?", re.S | re.M)
FENCE = re.compile(r"^(/{3,})[ \t]*(.*?)[ \t]*$")
ATTRIBUTES = re.compile(r"\s*\{[:\s]*(?P<list>#[^}]*)\}\s*$")
EXPLICIT_ID = re.compile(r"#([^\s}]+)")


@dataclass(frozen=True)
class Heading:
    """A heading: its level, its words, the address it gets and whether a writer chose that address."""

    level: int
    text: str
    anchor: str
    explicit: bool
    line: int


@dataclass(frozen=True)
class Link:
    """A link or an image: where it goes and the line it stands on."""

    target: str
    line: int
    image: bool = False


@dataclass(frozen=True)
class Box:
    """A `/// name | title` block; `closed` is false when its closing line is missing."""

    name: str
    title: str
    line: int
    closed: bool


@dataclass(frozen=True)
class Page:
    """One Markdown file of the guide."""

    path: Path
    name: str
    front_matter: str | None
    body: str
    body_line: int
    headings: list[Heading] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)

    def meta(self) -> object:
        """Return the front matter as YAML gives it; raises yaml.YAMLError when it is broken."""
        if self.front_matter is None:
            return None
        loaded: object = yaml.safe_load(self.front_matter)
        return loaded


def boxes(lines: list[str], first: int) -> Iterator[Box]:
    """Yield the `///` blocks among `lines`, whose first one has number `first`."""
    pending: list[tuple[str, str, str, int]] = []
    for number, line in enumerate(lines, first):
        found = FENCE.match(line)
        if not found:
            continue
        slashes, rest = found.groups()
        if rest:
            name, _, title = rest.partition("|")
            pending.append((slashes, name.strip(), title.strip(), number))
        elif pending:
            _, name, title, opened = pending.pop()
            yield Box(name, title, opened, closed=True)
        else:
            yield Box("", "", number, closed=False)
    for _, name, title, opened in pending:
        yield Box(name, title, opened, closed=False)


def without_fences(lines: list[str]) -> str:
    """Return the text as CommonMark reads it: a `///` line is blank, or its title if that is a heading."""
    kept = []
    for line in lines:
        found = FENCE.match(line)
        title = found[2].partition("|")[2].strip() if found else ""
        kept.append(line if not found else title if title.startswith("#") else "")
    return "\n".join(kept)


def _inline_links(block: Token, lines: list[str], first: int) -> Iterator[Link]:
    """Yield the links of one block, each with the line its address stands on."""
    start, end = block.map or (0, 1)
    for token in block.children or []:
        key = {"link_open": "href", "image": "src"}.get(token.type)
        if key is None:
            continue
        target = str(token.attrGet(key) or "")
        here = next((n for n in range(start, end) if target in lines[n]), start)
        yield Link(target, here + first, image=token.type == "image")


def _heading(opening: Token, words: Token, first: int) -> Heading:
    """Return a heading, with the address that Python-Markdown will give it."""
    text = words.content
    attributes = ATTRIBUTES.search(text)
    explicit = EXPLICIT_ID.search(attributes["list"]) if attributes else None
    text = text[: attributes.start()] if attributes else text
    plain = re.sub(r"[*_`]", "", text)
    anchor = explicit[1] if explicit else slugify(plain, "-")
    return Heading(int(opening.tag[1]), plain, anchor, explicit is not None, (opening.map or [0])[0] + first)


def _tokens(lines: list[str]) -> list[Token]:
    """Parse the body of a page; each token knows its lines."""
    return MarkdownIt("commonmark").enable("table").parse(without_fences(lines))


def blocks_of(page: Page) -> Iterator[tuple[str, int, Token]]:
    """Yield each run of text: `heading`, `item` (of a list), `cell` or `paragraph`, with its line and its token."""
    holders: list[str] = []
    for token in _tokens(page.body.splitlines() or [""]):
        holders.extend([token.type] if token.nesting == 1 else [])
        if token.nesting == -1:
            holders.pop()
        if token.type == "inline":
            yield _kind(holders), (token.map or [0])[0] + page.body_line, token


def _kind(holders: list[str]) -> str:
    """Return what kind of text stands inside these open blocks."""
    for holder, kind in (("heading_open", "heading"), ("list_item_open", "item"), ("tr_open", "cell")):
        if holder in holders:
            return kind
    return "paragraph"


def read_page(path: Path, name: str) -> Page:
    """Read one Markdown file. Raises OSError or UnicodeDecodeError when it cannot be read."""
    text = path.read_text(encoding="utf-8-sig")
    found = FRONT_MATTER.match(text)
    body = text[found.end() :] if found else text
    first = text[: len(text) - len(body)].count("\n") + 1
    lines = body.splitlines() or [""]
    page = Page(path, name, found[1] if found else None, body, first)
    page.boxes.extend(boxes(lines, first))
    tokens = _tokens(lines)
    for number, token in enumerate(tokens):
        if token.type == "heading_open":
            page.headings.append(_heading(token, tokens[number + 1], first))
        elif token.type == "inline":
            page.links.extend(_inline_links(token, lines, first))
    return page


@dataclass(frozen=True)
class Guide:
    """All pages of a guide, by their name relative to docs/."""

    root: Path
    pages: dict[str, Page]

    @property
    def docs(self) -> Path:
        """Return the folder of the pages."""
        return self.root / "docs"


def read_guide(root: Path) -> Guide:
    """Read every page below `root`/docs. Raises OSError when there is no such folder."""
    docs = root / "docs"
    if not docs.is_dir():
        raise NotADirectoryError(f"there is no docs/ folder in {root}")
    names = sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*.md"))
    return Guide(root, {name: read_page(docs / name, name) for name in names})
