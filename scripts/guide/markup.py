"""What stands in the Markdown of a page, each piece with its line: headings, links, boxes and blocks of text.

Markdown is parsed with markdown-it, which knows the lines of each block; the site itself is built by
Python-Markdown. The two differ in `///` boxes and `{#id}`, so both of these are read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from markdown.extensions.toc import slugify
from markdown_it import MarkdownIt
from markdown_it.token import Token

from guide import remains

FENCE = re.compile(r"^ {0,3}(/{3,})[ \t]*(.*?)[ \t]*$")
# What the build takes for an order to a box, if it stands right below the first line of the box.
ORDER = re.compile(r"(?: {4}| {0,3}\t)\s*\S")
CODE = re.compile(r"^ {0,3}(`{3,}(?=[^`]*$)|~{3,})")
# Python-Markdown takes `{#id}` only behind a blank. The patterns below start at one place only: linear on any text.
ATTRIBUTES = re.compile(r"(?:^|(?<!\s)\s+)\{:?\s*(?P<list>[#.][^{}]*)\}\s*$")
EXPLICIT_ID = re.compile(r"#([^\s}]+)")
# A link to an entry of the page of sources is a citation: it says where a sentence comes from.
CITATION = "references.md#"
# What a run of text is, by the innermost of these blocks that holds it.
KINDS = {"heading_open": "heading", "th_open": "head", "td_open": "cell", "list_item_open": "item"}


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its level, its words, the address it gets, whether a writer chose that, and what stands in `{ }`."""

    level: int
    text: str
    anchor: str
    explicit: bool
    line: int
    attributes: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A link or an image: where it goes, its words, and the line and column its address stands at.

    `hover` are the words in quotes behind the address, which show only under a mouse.
    """

    target: str
    text: str
    line: int
    column: int
    image: bool = False
    hover: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A `/// name | title` block from its first to its last line; not `closed` when one of them is missing."""

    name: str
    title: str
    line: int
    end: int
    closed: bool
    depth: int = 1


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text: a `heading`, a `paragraph`, an `item` of a list, a `cell` or `head` of a table.

    `prose` is the text without its citations; `box` is the name of the innermost box around it.
    """

    kind: str
    line: int
    text: str
    prose: str
    section: Heading | None
    box: str
    token: Token


def _outside_code(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines that do not stand in a block of code, with their place."""
    opened = ""
    for place, line in enumerate(lines):
        mark = CODE.match(line)
        if mark and not opened:
            opened = mark[1]
        elif mark and mark[1].startswith(opened) and not line.strip(" \t`~"):
            opened = ""
        elif not opened:
            yield place, line


def boxes(lines: list[str], first: int) -> Iterator[Box]:
    """Yield the `///` boxes among `lines`, whose first one has number `first`; an inner box before its outer one."""
    pending: list[tuple[str, str, int, str]] = []
    for place, line in _outside_code(lines):
        found = FENCE.match(line)
        if not found:
            continue
        name, _, title = found[2].partition("|")
        if name:
            pending.append((name.strip(), title.strip(), place + first, found[1]))
        elif pending and pending[-1][3] == found[1]:
            name, title, opened, _ = pending.pop()
            yield Box(name, title, opened, place + first, closed=True, depth=len(pending) + 1)
        else:
            yield Box("", "", place + first, place + first, closed=False)
    for name, title, opened, _ in pending:
        yield Box(name, title, opened, len(lines) + first - 1, closed=False)


def orders(lines: list[str], place: int) -> range:
    """Return the places of the orders to a box whose first line is at `place`: lines that the build shows nowhere."""
    end = place + 1
    while end < len(lines) and ORDER.match(lines[end]):
        end += 1
    return range(place + 1, end)


def _without_boxes(lines: list[str]) -> str:
    """Return the text as CommonMark reads it: a `///` line is blank, or its title if that is a heading."""
    kept = list(lines)
    for place, line in _outside_code(lines):
        found = FENCE.match(line)
        if found:
            name, _, title = found[2].partition("|")
            kept[place] = title.strip() if title.strip().startswith("#") else ""
            for order in orders(lines, place) if name else ():
                kept[order] = ""
    return "\n".join(kept)


def _any_address(url: str) -> bool:  # noqa: ARG001 - the name is the parser's
    return True


@cache
def _parser() -> MarkdownIt:
    """Return the parser. It lets every address through, so that a rule can name the dangerous ones."""
    parser = MarkdownIt("commonmark").enable("table")
    parser.validateLink = _any_address  # type: ignore[method-assign]
    parser.core.ruler.before("text_join", remains.KEY, remains.record)
    return parser


# Most tokens have no attributes and no notes: they share one empty list of them, or a large guide would not fit.
_NOTHING: dict[str, Any] = {}


def _slimmed(tokens: list[Token]) -> list[Token]:
    for token in tokens:
        token.attrs, token.meta = token.attrs or _NOTHING, token.meta or _NOTHING
        _slimmed(token.children or [])
    return tokens


def parse(lines: list[str]) -> list[Token]:
    """Parse the body of a page; each token knows its lines, counted from 0. Tokens are only read, never changed."""
    return _slimmed(_parser().parse(_without_boxes(lines)))


def words_of(token: Token, *, citations: bool = True) -> str:
    """Return the visible words of a block, with or without its citations."""
    words, cited = [], False
    for child in token.children or []:
        if child.type == "link_open":
            cited = CITATION in str(child.attrGet("href") or "")
        elif child.type == "link_close":
            cited = False
        elif child.type in {"text", "code_inline", "softbreak", "hardbreak"} and (citations or not cited):
            words.append(child.content or " ")
        elif child.type == "html_inline" and child.content.lower().startswith("<br"):
            words.append(" ")
    return re.sub(r"\s+", " ", "".join(words)).strip()


def heading(opening: Token, words: Token, first: int) -> Heading:
    """Return a heading, with the address that Python-Markdown will give it."""
    text = words_of(words)
    attributes = ATTRIBUTES.search(text)
    listed = attributes["list"].strip() if attributes else ""
    explicit = EXPLICIT_ID.search(listed)
    text = text[: attributes.start()] if attributes else text
    anchor = explicit[1] if explicit else slugify(text, "-")
    return Heading(int(opening.tag[1]), text, anchor, explicit is not None, (opening.map or [0])[0] + first, listed)


@cache
def heading_of(title: str) -> Heading | None:
    """Return the heading that a line of its own makes, or None; its line counts from 0."""
    tokens = parse([title])
    return heading(tokens[0], tokens[1], 0) if tokens and tokens[0].type == "heading_open" else None


def links(token: Token, lines: list[str], first: int) -> Iterator[Link]:
    """Yield the links and images of one block, each with the place of its address."""
    start, end = token.map or (0, 1)
    children = token.children or []
    for number, child in enumerate(children):
        key = {"link_open": "href", "image": "src"}.get(child.type)
        if key is None:
            continue
        target = str(child.attrGet(key) or "")
        text = (
            child.content if key == "src" else _link_text(children[place] for place in range(number + 1, len(children)))
        )
        here = next((place for place in range(start, min(end, len(lines))) if target in lines[place]), start)
        column = lines[here].find(target) + 1 if here < len(lines) else 1
        hover = str(child.attrGet("title") or "")
        yield Link(target, text, here + first, max(column, 1), image=key == "src", hover=hover)


def _link_text(following: Iterable[Token]) -> str:
    """Return the words up to the end of the link they belong to."""
    words = []
    for token in following:
        if token.type == "link_close":
            break
        words.append(token.content)
    return "".join(words)


def blocks(tokens: list[Token], first: int, around: list[Box]) -> Iterator[Block]:
    """Yield the runs of text of a page, in its order."""
    holders: list[Token] = []
    section: Heading | None = None
    inside = _names_by_line(around)
    for token in tokens:
        if token.nesting == 1:
            holders.append(token)
        elif token.nesting == -1 and holders:
            holders.pop()
        elif token.type == "inline":
            line = (token.map or [0])[0] + first
            kind = _kind(holders)
            if kind == "heading":
                section = heading(holders[-1], token, first)
            words, prose = words_of(token), words_of(token, citations=False)
            prose = words if prose == words else prose  # most runs have no citation: one text is enough
            yield Block(kind, line, words, prose, section, inside[line] if line < len(inside) else "", token)


def _kind(holders: list[Token]) -> str:
    """Return what kind of text stands inside these open blocks."""
    open_types = {holder.type for holder in holders}
    return next((kind for holder, kind in KINDS.items() if holder in open_types), "paragraph")


def _names_by_line(around: list[Box]) -> list[str]:
    """Return for each line, up to the last box, the name of the innermost box around it, or nothing."""
    names = [""] * (max((box.end for box in around), default=0) + 1)
    for box in sorted(around, key=lambda box: box.depth):
        names[box.line : box.end + 1] = [box.name] * (box.end + 1 - box.line)
    return names
