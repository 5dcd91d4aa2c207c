"""What stands under a heading: its words, as the reader of the built page meets them."""

from __future__ import annotations

import re
from bisect import bisect_left

from guide.content import Guide, Page
from guide.markup import ATTRIBUTES, EXPLICIT_ID

# Several ways to write the same sign: quotes of either shape, and a space that does not break.
ALIKE = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})


def comparable(text: str) -> str:
    """Return a text with one kind of quote and single spaces."""
    return re.sub(r"\s+", " ", text.translate(ALIKE))


def box_anchor(title: str) -> str:
    """Return the address in the heading of a box, as in `## In short {#in-short}`, or nothing."""
    attributes = ATTRIBUTES.search(title)
    found = EXPLICIT_ID.search(attributes["list"]) if attributes else None
    return found[1] if found else ""


def section_lines(guide: Guide, page: Page, anchor: str) -> tuple[int, float] | None:
    """Return the first line of a section and the first line after it, or None if there is no such heading."""
    headings = iter(page.headings)
    for heading in headings:
        if heading.anchor == anchor:
            after = (other.line for other in headings if other.level <= heading.level)
            return heading.line, next(after, float("inf"))
    for box in page.boxes:
        if anchor and box_anchor(guide.box_types.get(box.name, "")) == anchor:
            return box.line, box.end + 1
    return None


def section_text(guide: Guide, page: Page, anchor: str) -> str | None:
    """Return the words of a section from its heading to the next of its level or above, or None without it."""
    lines = section_lines(guide, page, anchor)
    if lines is None:
        return None
    start = bisect_left(page.blocks, lines[0], key=lambda block: block.line)
    inside = (block.text for block in page.blocks[start:] if block.line < lines[1])
    return comparable(" ".join(inside))
