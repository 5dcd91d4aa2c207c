"""The words of a page as its reader meets them, each run of text read once and kept for every rule that asks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from weakref import WeakKeyDictionary

from markdown_it.token import Token

from guide.content import SOURCES, Page
from guide.markup import CITATION, Block, Heading
from guide.reading import WORD, sentences

# Words that are not the page's own: an address, a quotation, the American spelling beside the British one.
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<!\S)[^\s@]+@[^\s@]+")
QUOTATION = re.compile(r"“[^“”]*”|\"[^\"]*\"|‘[^‘’]*’")
AMERICAN = re.compile(r"\bUS: [^).;,]*")
# The fields at the top of a page that readers see elsewhere: in a list of results, in a browser tab.
FIELDS = ("title", "description")
# Kinds of run that are running text; the rest are labels.
PROSE = frozenset({"paragraph", "item", "cell"})


@dataclass(frozen=True, slots=True)
class Spoken:
    """A word of a run: itself in small letters, and where it begins and ends."""

    word: str
    start: int
    end: int


@dataclass(frozen=True, eq=False)
class Run:
    """A run of text without its citations: a block, a picture's alternative text or a line of the front matter.

    `own` has the same length as `text`, with blanks for code, addresses and the words of others. `links` are
    the places of links. `breaks` are the places in `text` at which a new line of the page begins.
    """

    kind: str
    line: int
    text: str
    own: str
    section: Heading | None
    box: str
    links: tuple[tuple[int, int], ...] = ()
    breaks: tuple[int, ...] = ()

    @cached_property
    def sentences(self) -> list[str]:
        """Return the sentences."""
        return sentences(self.text)

    @property
    def words(self) -> list[Spoken]:
        """Return the page's own words. They are not kept: of a large guide they would fill the memory."""
        return [Spoken(found[0].lower().replace("’", "'"), *found.span()) for found in WORD.finditer(self.own)]

    def line_of(self, place: int) -> int:
        """Return the line of the page on which a place of the text stands."""
        return self.line + bisect_right(self.breaks, place)

    def linked(self, place: int) -> bool:
        """Return whether a place stands inside a link."""
        return any(start <= place < end for start, end in self.links)


def blanked(text: str, pattern: re.Pattern[str]) -> str:
    """Return a text with blanks for what a pattern finds; all else keeps its place."""
    return pattern.sub(lambda found: " " * len(found[0]), text)


def _own(text: str) -> str:
    """Return a text with blanks for what is not the page's own words."""
    for pattern in (ADDRESS, QUOTATION, AMERICAN):
        text = blanked(text, pattern)
    return text


class _Reader:
    """Puts the text of a block together, token by token."""

    def __init__(self, page: Page) -> None:
        self._sources = page.name == SOURCES
        self.text, self.own = "", ""
        self.links: list[tuple[int, int]] = []
        self.breaks: list[int] = []
        self._opened, self._cited = 0, False

    def read(self, tokens: list[Token]) -> None:
        """Read the tokens of a block."""
        for token in tokens:
            if token.type == "link_open":
                self._opened, self._cited = len(self.text), self._cites(str(token.attrGet("href") or ""))
            elif token.type == "link_close":
                self.links.append((self._opened, len(self.text)))
                self._cited = False
            elif token.type in {"softbreak", "hardbreak"}:
                self._say(" ", " ")
                self.breaks.append(len(self.text))
            elif token.type == "html_inline" and token.content.lower().startswith("<br"):
                self._say(" ", " ")
            elif token.type in {"text", "code_inline"} and not self._cited:
                self._say(token.content, token.content if token.type == "text" else " " * len(token.content))

    def _say(self, text: str, own: str) -> None:
        self.text += text
        self.own += own

    def _cites(self, target: str) -> bool:
        return CITATION in target or (self._sources and target.startswith("#"))


def _end(text: str) -> int:
    """Return where a text ends before its `{#address}`, if it has one."""
    start = text.rfind("{")
    return start if text.rstrip().endswith("}") and text[start + 1 : start + 2] in {"#", ".", ":"} else len(text)


def _of_block(page: Page, block: Block, *, quoted: bool) -> Run:
    """Return the run of text of a block."""
    reader = _Reader(page)
    reader.read(block.token.children or [])
    end = _end(reader.text)
    text = reader.text[:end]
    own = " " * end if quoted else _own(reader.own[:end])
    own = text if own == text else own
    return Run(block.kind, block.line, text, own, block.section, block.box, tuple(reader.links), tuple(reader.breaks))


def _of_pictures(block: Block) -> Iterator[Run]:
    """Yield the alternative texts in a block."""
    line = block.line
    for token in block.token.children or []:
        line += token.type in {"softbreak", "hardbreak"}
        if token.type == "image" and token.content:
            yield Run("alternative", line, token.content, _own(token.content), block.section, block.box)


def _of_front_matter(page: Page) -> Iterator[Run]:
    """Yield the title and the description at the top of a page."""
    for field in FIELDS:
        text = page.fields.get(field)
        if isinstance(text, str):
            yield Run("field", page.field_line(field), text, _own(text), None, "")


def _quoted(page: Page) -> set[int]:
    """Return the lines of the quotations that stand as blocks of their own."""
    maps = (token.map for token in page.tokens if token.type == "blockquote_open" and token.level == 0)
    return {line + page.body_line for lines in maps if lines for line in range(*lines)}


def citation_lines(page: Page) -> set[int]:
    """Return the lines of the paragraphs that name a source: right under its heading on the page of sources."""
    if page.name != SOURCES:
        return set()
    return {
        below.line
        for above, below in pairwise(page.blocks)
        if above.kind == "heading" and below.kind == "paragraph" and above.section and above.section.level == 3
    }


def _of_boxes(page: Page) -> Iterator[Run]:
    """Yield the titles of boxes; one that starts with `#` is a heading among the blocks."""
    for box in page.boxes:
        if box.title and not box.title.startswith("#"):
            yield Run("title", box.line, box.title, _own(box.title), None, box.name)


def _read(page: Page) -> Iterator[Run]:
    yield from _of_front_matter(page)
    yield from _of_boxes(page)
    quoted, cited = _quoted(page), citation_lines(page)
    for block in page.blocks:
        if block.line in cited or (page.name == SOURCES and block.kind == "heading" and _names_a_source(block)):
            continue
        yield _of_block(page, block, quoted=block.line in quoted)
        yield from _of_pictures(block)


def _names_a_source(block: Block) -> bool:
    return block.section is not None and block.section.level == 3


_KEPT: WeakKeyDictionary[Page, list[Run]] = WeakKeyDictionary()


def runs(page: Page) -> list[Run]:
    """Return the runs of text of a page, in its order, without the lines that name a source."""
    if page not in _KEPT:
        _KEPT[page] = list(_read(page))
    return _KEPT[page]
