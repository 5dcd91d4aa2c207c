"""Do the headings go down in steps, and can people link to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from guide.checks.rules import at, rule
from guide.content import FAQ, GLOSSARY, SOURCES, Guide, Page
from guide.markup import FENCE, Heading, heading_of
from guide.remains import KEY, by_line
from guide.report import Problem

# Below this a heading is no bigger than the text around it.
DEEPEST = 4
# Each `###` of these pages is something that people link to: a question, a term, a source.
ENTRIES = frozenset({FAQ, GLOSSARY, SOURCES})
ADDRESS = re.compile(r"#[a-z0-9]+(?:-[a-z0-9]+)*")
# The build takes this for a heading; GitHub and other readers of Markdown do not.
NO_GAP = re.compile(r"^#+[^\s#]?", re.M)
# A line under a text that makes a heading of it.
UNDERLINE = re.compile(r"-+[ \t]*|=+[ \t]*")
MADE_BY_A_LINE = (
    "the line under this text makes a heading of it",
    "leave a blank line above the `---`; for a heading write `## ` in front of the words",
)
# The build shows these signs when a blank stands behind them.
TRAILING = re.compile(r"[ \t]#+[ \t]+$")


def _underlined(page: Page) -> Iterator[Problem]:
    """Yield the headings made by a line under them, most of them by accident, and those that nobody sees as such."""
    for token in page.tokens:
        if token.type != "heading_open" or not token.map:
            continue
        line = token.map[0] + page.body_line
        if not token.markup.startswith("#"):
            yield at(page, line, *MADE_BY_A_LINE)
        elif token.level == 0 and page.lines[token.map[0]].startswith(" "):
            yield at(page, line, "blanks stand in front of this heading", "delete the blanks before the `#`")
        elif TRAILING.search(page.lines[token.map[0]]):
            yield at(page, line, "the `#` at the end of this heading would be shown", "delete them")


def _underlined_points(page: Page) -> Iterator[Problem]:
    """Yield the points and quotations with a line right under them: the build makes a heading, GitHub does not."""
    kinds = {"table_open", "heading_open", "fence", "code_block"}
    others = {place for token in page.tokens if token.type in kinds for place in range(*(token.map or (0, 0)))}
    for place, (above, line) in enumerate(pairwise(page.lines)):
        under = UNDERLINE.fullmatch(line) and above.strip() and not above.startswith("#") and not FENCE.match(above)
        if under and place + 1 not in others:
            yield at(page, place + page.body_line, *MADE_BY_A_LINE)


def _run_together(page: Page) -> Iterator[Problem]:
    """Yield the lines that start with `#` but are no heading for everybody."""
    for block in page.blocks:
        left = str(block.token.meta.get(KEY, "")) if block.kind in {"paragraph", "item"} else ""
        for place, _ in by_line(NO_GAP, left):
            remedy = "put a blank behind one to four `#`; if you mean a number, write “number 3” or `\\#3`"
            yield at(page, block.line + place, "this line starts with `#` and is no heading", remedy)


@rule(
    why="What GitHub shows as text and the guide as a heading, or the other way round, nobody can check by eye.",
    wrong="##What to bring",
    right="## What to bring {#bring}",
)
def heading_form(guide: Guide) -> Iterator[Problem]:
    """A heading is a line of its own: one to four `#` at its very beginning, a blank, and its words."""
    for page in guide.pages.values():
        yield from _underlined(page)
        yield from _underlined_points(page)
        yield from _run_together(page)
        for heading in page.headings:
            if not heading.text:
                yield at(page, heading.line, "this heading has no words", "write what the section says, or delete it")


def _outline(guide: Guide, page: Page) -> list[Heading]:
    """Return the headings of a page, with those that its boxes bring."""
    brought = (
        replace(heading, line=box.line)
        for box in page.boxes
        if not box.title and (heading := heading_of(guide.box_types.get(box.name, "")))
    )
    return sorted((*page.headings, *brought), key=lambda heading: heading.line)


@rule(
    why="People who hear the page jump from heading to heading; a missing step sounds like a missing part.",
    wrong="## The day {#day}, and right below it #### What to bring",
    right="## The day {#day}, and right below it ### What to bring",
)
def heading_levels(guide: Guide) -> Iterator[Problem]:
    """Headings go down one step at a time, from `#` to `##` to `###`, and never deeper than `####`."""
    for page in guide.pages.values():
        above = 1
        for heading in _outline(guide, page):
            marks = "#" * heading.level
            if heading.level > DEEPEST:
                message = f"“{heading.text}” has {heading.level} `#`; four are the most"
                yield at(page, heading.line, message, "write fewer `#`, or a list with bold first words")
            elif heading.level > above + 1:
                message = f"“{heading.text}” is a `{marks}` heading below a `{'#' * above}` heading"
                yield at(
                    page, heading.line, message, f"write `{'#' * (above + 1)}` instead, or put a heading between them"
                )
            above = min(heading.level, DEEPEST)


def _is_underlined(page: Page, heading: Heading) -> bool:
    return "#" not in page.lines[heading.line - page.body_line]


def _unaddressed(page: Page, heading: Heading) -> Iterator[Problem]:
    """Yield what is wrong with the address of one heading."""
    needs = heading.level == 2 or (heading.level == 3 and page.name in ENTRIES)
    if heading.attributes and not ADDRESS.fullmatch(heading.attributes):
        message = f"`{{{heading.attributes}}}` is not an address that works everywhere"
        remedy = "write `{#` and small letters a to z, digits and hyphens and `}`: `{#what-to-bring}`"
        yield at(page, heading.line, message, remedy)
    elif needs and not heading.explicit and heading.text and not _is_underlined(page, heading):
        message = f"the heading “{heading.text}” has no address"
        yield at(page, heading.line, message, f"end the line with ` {{#{heading.anchor or 'what-to-bring'}}}`")


@rule(
    why="People save and share links to a section. An address of its own survives a new wording.",
    wrong="## What to bring",
    right="## What to bring {#bring}",
    stops_build=True,
)
def headings_with_ids(guide: Guide) -> Iterator[Problem]:
    """Every `##`, question, term and source has an address of its own, `{#like-this}`, used once on its page."""
    for page in guide.pages.values():
        seen: dict[str, int] = {}
        for heading in _outline(guide, page):
            yield from _unaddressed(page, heading)
            if heading.explicit and heading.anchor in seen:
                message = f"the address `#{heading.anchor}` is on line {seen[heading.anchor]} already"
                yield at(page, heading.line, message, "choose another word for this one")
            if heading.explicit:
                seen.setdefault(heading.anchor, heading.line)


RULES = (heading_form, heading_levels, headings_with_ids)
