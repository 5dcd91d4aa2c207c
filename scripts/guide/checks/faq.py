"""Is each question answered."""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.rules import at, rule
from guide.content import FAQ, Guide
from guide.report import Problem


@rule(
    why="A question that opens on nothing is worse than no question.",
    wrong="### Will I be awake? {#awake}  (and then the next question)",
    right="### Will I be awake? {#awake}  and below it: Usually, yes.",
    stops_build=True,
)
def questions_are_answered(guide: Guide) -> Iterator[Problem]:
    """Every question on the page of questions has an answer below it."""
    page = guide.pages.get(FAQ)
    if page is None:
        return
    lines = [block.line for block in page.blocks if block.kind != "heading"]
    headings = [*page.headings]
    for place, heading in enumerate(headings):
        last = headings[place + 1].line if place + 1 < len(headings) else float("inf")
        if heading.level == 3 and not any(heading.line < line < last for line in lines):
            yield at(page, heading.line, f"“{heading.text}” has no answer", "write the answer under the question")


RULES = (questions_are_answered,)
