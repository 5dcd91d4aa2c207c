"""Do the lists under the words of the word list, and under the sources, say only what the guide can read."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from guide.checks.rules import at, rule
from guide.content import GLOSSARY, SOURCES, Guide, Page
from guide.markup import Block
from guide.report import Problem
from guide.sources import FACTS
from guide.terms import ALSO, SAY


def _entries(page: Page) -> Iterator[Block]:
    """Yield the points of the lists right under the `###` headings of a page."""
    for block in page.blocks:
        if block.kind == "item" and not block.box and block.section and block.section.level == 3:
            yield block


def _odd(page: Page, known: tuple[str, ...]) -> Iterator[Problem]:
    """Yield the points that begin with none of the known names, say nothing, or say one thing a second time."""
    seen: set[tuple[int, str]] = set()
    for block in _entries(page):
        name, colon, said = block.text.partition(":")
        key = (block.section.line if block.section else 0, name)
        choice = ", ".join(f"`- {one}:`" for one in known)
        if not colon or name not in known:
            near = get_close_matches(name, known, n=1)
            remedy = f"begin it with `- {near[0]}:`" if near else f"begin it with one of these: {choice}"
            yield at(page, block.line, f"“{name[:40]}” begins no line that the guide can read", remedy)
        elif not said.strip():
            yield at(page, block.line, f"nothing stands behind `{name}:`", "write it, or delete the line")
        elif key in seen:
            yield at(page, block.line, f"`{name}:` stands under this heading twice", "make one line of the two")
        seen.add(key)


@rule(
    why="A line that the guide cannot read is shown to readers, and is missing where it is needed.",
    wrong="- Allso called: touch pain",
    right="- Also called: touch pain",
)
def lines_of_terms(guide: Guide) -> Iterator[Problem]:
    """The list under a word of the word list has only the lines `Say it:` and `Also called:`, each once."""
    if page := guide.pages.get(GLOSSARY):
        yield from _odd(page, (SAY.removesuffix(":"), ALSO.removesuffix(":")))


@rule(
    why="Of two lines that say how many people there were, one is wrong, and a slip in a name hides a fact.",
    wrong="- People: 100 … - People: 120",
    right="- People: 120",
)
def lines_of_sources(guide: Guide) -> Iterator[Problem]:
    """The list under a source has only lines that the guide knows, such as `Kind:` and `People:`, each once."""
    if page := guide.pages.get(SOURCES):
        yield from _odd(page, FACTS)


RULES = (lines_of_terms, lines_of_sources)
