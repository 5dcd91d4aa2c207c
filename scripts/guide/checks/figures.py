"""Can everybody take in each picture: words for who does not see it, a caption for who does.

What a drawing holds is checked in `checks/drawings.py`, and what is drawn from data in `checks/charts.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import PurePosixPath
from urllib.parse import unquote

from guide.alphabet import plain
from guide.boxtypes import CAPTION
from guide.checks.rules import at, rule
from guide.content import Guide, Page
from guide.markup import Block
from guide.report import Problem
from guide.targets import split

# How programs and cameras end the name of a picture.
FILE_NAME = re.compile(r"[\w-]+\.(?:avif|gif|jpe?g|png|svg|webp)", re.I)


@dataclass(frozen=True)
class Picture:
    """A picture on a page: its words for who does not see it, where it lies, and the caption below it, if any."""

    page: Page
    line: int
    words: str
    target: str
    alone: bool
    caption: str

    @property
    def stem(self) -> str:
        """Return the name of its file without folder and ending."""
        return PurePosixPath(unquote(split(self.target).path)).stem


def _in_block(page: Page, block: Block, below: Block | None) -> Iterator[Picture]:
    children = block.token.children or []
    images = [token for token in children if token.type == "image"]
    said = [token for token in children if token.type != "image" and token.content.strip()]
    alone = block.kind == "paragraph" and len(images) == 1 and not said
    caption = below.prose if below and below.box == CAPTION and block.box != CAPTION else ""
    line = block.line
    for token in children:
        line += token.type in {"softbreak", "hardbreak"}
        if token.type == "image":
            yield Picture(page, line, token.content, str(token.attrGet("src") or ""), alone, caption)


def pictures(guide: Guide) -> Iterator[Picture]:
    """Yield every picture of the guide, page by page."""
    for page in guide.pages.values():
        for block, below in zip_longest(page.blocks, page.blocks[1:]):
            if block:
                yield from _in_block(page, block, below)


def _words_fault(guide: Guide, picture: Picture) -> tuple[str, str] | None:
    """Return what is wrong with the words of a picture and how to mend it, or None."""
    limit = guide.settings.limits["alternative_letters"]
    remedy = "tell in a sentence or two what it shows, for somebody on the telephone: `![A stick …](…)`"
    if not picture.words.strip():
        return "the picture has no words for people who do not see it", remedy
    if FILE_NAME.fullmatch(picture.words.strip()) or plain(picture.words) == plain(picture.stem):
        return f"the words of the picture, “{picture.words}”, are the name of its file", remedy
    if plain(picture.words) == plain(picture.caption):
        return "the words of the picture are the same as its caption, so a listener hears them twice", remedy
    if not limit.at_least <= len(picture.words) <= limit.at_most:
        asked = f"it may have {limit.at_least:.0f} to {limit.at_most:.0f}"
        return f"the description of the picture has {len(picture.words)} letters; {asked}", remedy
    return None


@rule(
    why="Some readers listen to the page, and some have no pictures. They need what the picture says.",
    wrong="![wrist.svg](assets/figures/wrist.svg)",
    right="![A person stands with one arm hanging. The stick ends at the wrist.](assets/figures/wrist.svg)",
)
def pictures_have_words(guide: Guide) -> Iterator[Problem]:
    """A picture has a description of a sentence or two that is neither its caption nor the name of its file."""
    for picture in pictures(guide):
        if fault := _words_fault(guide, picture):
            yield at(picture.page, picture.line, *fault, words=picture.target)


@rule(
    why="A caption says what to look for. Without it, people guess.",
    wrong="![A person stands …](assets/figures/wrist.svg)  (and then the next paragraph)",
    right="![A person stands …](assets/figures/wrist.svg)  and below it: /// caption … ///",
)
def pictures_have_a_caption(guide: Guide) -> Iterator[Problem]:
    """A picture stands in a paragraph of its own with a caption (`/// caption`) right below it."""
    for picture in pictures(guide):
        if not picture.alone:
            message = "the picture stands in the middle of a text"
            remedy = "put it on a line of its own, with a caption below it"
        elif not picture.caption.strip():
            message = "the picture has no caption"
            remedy = "write below it: `/// caption`, a sentence that says what to see, and `///`"
        else:
            continue
        yield at(picture.page, picture.line, message, remedy, words=picture.target)


@rule(
    why="A picture from elsewhere tells a stranger who reads this page, and is gone when they delete it.",
    wrong="![A person stands …](https://other.example/wrist.png)",
    right="![A person stands …](assets/figures/wrist.svg)",
)
def pictures_are_here(guide: Guide) -> Iterator[Problem]:
    """A picture lies in docs/, not on another web site and not in the text itself."""
    for picture in pictures(guide):
        parts = split(picture.target)
        if parts.scheme or parts.netloc:
            message = f"the picture comes from “{parts.netloc or parts.scheme}”"
            remedy = "save it in docs/assets/figures/, if we may use it, and name it from there"
            yield at(picture.page, picture.line, message, remedy, words=picture.target)


RULES = (pictures_have_words, pictures_have_a_caption, pictures_are_here)
