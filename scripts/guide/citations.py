"""The passages of a page and the sources they cite: what is said, and where the reader is told who found it.

A citation is a link to an entry of the page of sources. A passage is what its citations speak for: a paragraph,
an item of a list, a row of a table, a caption.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import unquote, urlsplit

from guide.content import SOURCES, Page
from guide.markup import Block
from guide.reading import sentences

# Stands for a citation in the text of a passage; a sign for private use, which no keyboard writes.
MARK = "\ue000"
# Signs that may end a sentence.
ENDS = ".!?:;…)\"”’"
TABLE = frozenset({"cell", "head"})
CAPTION = "caption"
SAID = frozenset({"text", "code_inline", "softbreak", "hardbreak"})


@dataclass(frozen=True)
class Citation:
    """A citation: the key of its source, its label, and the words of its sentence up to it."""

    key: str
    label: str
    line: int
    said: str


def key_of(page: Page, target: str) -> str:
    """Return the key of the source that a link on a page leads to, or nothing."""
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        return ""
    own = page.name == SOURCES and not parts.path
    return unquote(parts.fragment) if own or parts.path.rpartition("/")[2] == SOURCES else ""


def _marked(page: Page, block: Block) -> tuple[str, list[tuple[str, str]]]:
    """Return the text of a block with a mark for each citation, and the key and label of each."""
    parts, cited, inside = list[str](), list[tuple[str, str]](), False
    for token in block.token.children or []:
        if token.type == "link_open" and (key := key_of(page, str(token.attrGet("href") or ""))):
            parts.append(MARK)
            cited.append((key, ""))
            inside = True
        elif token.type == "link_close":
            inside = False
        elif inside:
            cited[-1] = (cited[-1][0], cited[-1][1] + token.content)
        elif token.type in SAID:
            parts.append((token.content or " ").replace(MARK, " "))
    return "".join(parts), cited


def citations(page: Page) -> Iterator[Citation]:
    """Yield the citations of a page, in its order."""
    for block in page.blocks:
        text, cited = _marked(page, block)
        parts = text.split(MARK)
        for place, (key, label) in enumerate(cited):
            said = sentences(parts[place]) or sentences("".join(parts[:place]))
            yield Citation(key, label, block.line, said[-1] if said else "")


@dataclass(frozen=True)
class Passage:
    """A run of text on a line, with a mark for each citation; `vouched` when another part cites for all of it."""

    line: int
    text: str
    vouched: bool

    def uncited(self) -> list[str]:
        """Return the sentences that no citation speaks for: those that begin after the last one."""
        before, mark, after = self.text.rpartition(MARK)
        if self.vouched:
            return []
        if not mark:
            return sentences(after)
        begun = before.replace(MARK, "").rstrip()
        left = sentences("x " + after)
        return sentences(after) if begun[-1:] in ENDS else left[1:]


def _rows(page: Page, blocks: list[Block], caption: str) -> Iterator[Passage]:
    """Yield the cells of a table; a citation in its row or under the table speaks for a cell."""
    for _, row in groupby(blocks, key=lambda block: block.line):
        cells = [(block, _marked(page, block)[0]) for block in row]
        vouched = MARK in caption or any(MARK in text for _, text in cells)
        yield from (Passage(block.line, text, vouched) for block, text in cells if block.kind == "cell")


def passages(page: Page) -> Iterator[Passage]:
    """Yield the passages of a page, in its order, without headings."""
    runs = [list(group) for _, group in groupby(page.blocks, key=lambda block: block.kind in TABLE)]
    for place, run in enumerate(runs):
        after = runs[place + 1][0] if place + 1 < len(runs) else None
        before = runs[place - 1] if place else []
        if run[0].kind in TABLE:
            caption = _marked(page, after)[0] if after and after.box == CAPTION else ""
            yield from _rows(page, run, caption)
            continue
        for block in run:
            if block.kind != "heading":
                table = before if block is run[0] and block.box == CAPTION else []
                vouched = any(MARK in _marked(page, cell)[0] for cell in table)
                yield Passage(block.line, _marked(page, block)[0], vouched)
