"""The passages of a page and the sources they cite: what is said, and where the reader is told who found it.

A citation is a link to an entry of the page of sources. A passage is what its citations speak for: a paragraph,
an item of a list, a cell of a table, a caption.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import unquote

from guide.boxtypes import CAPTION
from guide.content import SOURCES, Page
from guide.markup import Block
from guide.reading import sentences
from guide.targets import split

# Stands for a citation in the text of a passage; a sign for private use, which no keyboard writes.
MARK = "\ue000"
# Signs that may end a sentence.
ENDS = '.!?:;…)"”’'
TABLE = frozenset({"cell", "head"})
# The addresses on the page of sources that are no sources, but groups of them.
Groups = frozenset[str]
# So much of a sentence finds it again in its passage.
BEGINNING = 20


@dataclass(frozen=True)
class Citation:
    """A citation: the key of its source, its label, its line, and the words of its sentence up to it."""

    key: str
    label: str
    line: int
    said: str


@dataclass(frozen=True)
class Sentence:
    """A sentence, with one space between its words, and the lines of its beginning and of each of its letters."""

    text: str
    line: int
    raw: str

    def line_of(self, place: int) -> int:
        """Return the line on which a place of the text stands."""
        return self.line + self.raw.count("\n", 0, place)


def key_of(page: Page, target: str, groups: Groups) -> str:
    """Return the key of the source that a link on a page leads to, or nothing."""
    parts = split(target)
    if parts.scheme or parts.netloc:
        return ""
    key = unquote(parts.fragment)
    own = page.name == SOURCES and not parts.path
    return key if key not in groups and (own or parts.path.rpartition("/")[2] == SOURCES) else ""


def _said(token_type: str, content: str) -> str:
    """Return what a token adds to the text; a new line stays one, so that lines can be counted."""
    if token_type in {"softbreak", "hardbreak"}:
        return "\n"
    return content.replace(MARK, " ") if token_type in {"text", "code_inline"} else ""


def _marked(page: Page, block: Block, groups: Groups) -> tuple[str, list[tuple[str, str, int]]]:
    """Return the text of a block with a mark for each citation, and the key, label and line of each."""
    text, cited, inside = "", list[tuple[str, str, int]](), False
    for token in block.token.children or []:
        if token.type == "link_open" and (key := key_of(page, str(token.attrGet("href") or ""), groups)):
            cited.append((key, "", block.line + text.count("\n")))
            text, inside = text + MARK, True
        elif token.type == "link_close":
            inside = False
        elif inside:
            key, label, line = cited[-1]
            cited[-1] = (key, label + token.content, line)
        else:
            text += _said(token.type, token.content)
    return text, cited


def citations(page: Page, groups: Groups) -> Iterator[Citation]:
    """Yield the citations of a page, in its order."""
    for block in page.blocks:
        text, cited = _marked(page, block, groups)
        parts = text.split(MARK)
        for place, (key, label, line) in enumerate(cited):
            said = sentences(parts[place]) or sentences("".join(parts[:place]))
            yield Citation(key, label, line, said[-1] if said else "")


@dataclass(frozen=True)
class Passage:
    """A run of text on a line, with a mark for each citation; `vouched` when another part cites for all of it."""

    line: int
    text: str
    vouched: bool

    def uncited(self) -> Iterator[Sentence]:
        """Yield the sentences that no citation speaks for: those that begin after the last one."""
        before, mark, after = self.text.rpartition(MARK)
        begun = bool(mark) and before.replace(MARK, "").rstrip()[-1:] not in ENDS
        place = 0
        for number, sentence in enumerate(sentences("x" * begun + after) if not self.vouched else []):
            if begun and number == 0:
                continue
            place = max(after.find(sentence[:BEGINNING], place), place)
            line = self.line + before.count("\n") + after.count("\n", 0, place)
            yield Sentence(sentence.replace("\n", " "), line, sentence)


# A block with its text, marked.
Marked = tuple[Block, str]


def _rows(table: list[Marked], caption: str) -> Iterator[Passage]:
    """Yield the cells of a table; a citation in its row or under the table speaks for a cell."""
    for _, row in groupby(table, key=lambda marked: marked[0].line):
        cells = list(row)
        vouched = MARK in caption or any(MARK in text for _, text in cells)
        yield from (Passage(block.line, text, vouched) for block, text in cells if block.kind == "cell")


def _below(run: list[Marked], table: list[Marked]) -> Iterator[Passage]:
    """Yield the passages between two tables. The table speaks for its caption, a line with a colon for its list."""
    cited, led = any(MARK in text for _, text in table), False
    for place, (block, text) in enumerate(run):
        captioned = place == 0 and block.box == CAPTION
        if block.kind != "heading":
            yield Passage(block.line, text, (captioned and cited) or (led and block.kind == "item"))
        if block.kind != "item":
            led = MARK in text and text.replace(MARK, "").rstrip().endswith(":")


def passages(page: Page, groups: Groups) -> Iterator[Passage]:
    """Yield the passages of a page, in its order, without headings."""
    blocks = [(block, _marked(page, block, groups)[0]) for block in page.blocks]
    runs = [list(run) for _, run in groupby(blocks, key=lambda marked: marked[0].kind in TABLE)]
    for before, run, after in zip([[], *runs], runs, [*runs[1:], []], strict=False):
        if run[0][0].kind in TABLE:
            yield from _rows(run, after[0][1] if after and after[0][0].box == CAPTION else "")
        else:
            yield from _below(run, before)
