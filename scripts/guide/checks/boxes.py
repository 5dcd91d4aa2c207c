"""Are the boxes closed, known, filled and side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from guide.checks.rules import at, rule
from guide.content import Guide, Page
from guide.markup import Box, orders
from guide.report import Problem

# The box that readers fill in.
SHEET = "sheet"
# Signs that make more than words of a title: a link, HTML, bold letters, code, an order in curly brackets.
DRESS = re.compile(r"[<>\[\]{}*_`\\]")


@rule(
    why="A box that is not closed swallows the rest of the page.",
    wrong="/// in-short\n- A point.",
    right="/// in-short\n- A point.\n///",
    stops_build=True,
)
def closed_boxes(guide: Guide) -> Iterator[Problem]:
    """A box that opens with `/// name` ends with a line `///`."""
    for page in guide.pages.values():
        for box in page.boxes:
            if box.closed:
                continue
            message = f"the box `/// {box.name}` never ends" if box.name else "this `///` ends a box that never began"
            remedy = "put a line `///` after its last line" if box.name else "delete this line"
            yield at(page, box.line, message, remedy)


def _known_name(name: str, known: dict[str, str]) -> str:
    """Return what to write instead of the name of a box."""
    first = name.split(maxsplit=1)[0].lower()
    if first in known:
        return f"write `/// {first}`; a title of its own stands behind a bar: `/// {first} | Title`"
    near = get_close_matches(first, known, n=1)
    hint = f"perhaps `/// {near[0]}`; " if near else ""
    return f"{hint}the boxes are {', '.join(sorted(known))}"


@rule(
    why="A box that the guide does not know is shown as a line of slashes.",
    wrong="/// warning",
    right="/// urgent",
    stops_build=True,
)
def known_boxes(guide: Guide) -> Iterator[Problem]:
    """A box has one of the names that mkdocs.yml lists."""
    known = guide.box_types
    for page in guide.pages.values():
        for box in page.boxes:
            if box.name and box.name not in known:
                yield at(page, box.line, f"there is no box `/// {box.name}`", _known_name(box.name, known))


def _title_fault(page: Page, box: Box, brings: str | None) -> tuple[str, str, str] | None:
    """Return what is wrong with the title of a box, how to mend it and the words to point at, or None."""
    if not box.title:
        remedy = "write the title behind the bar, or delete the bar"
        return ("a bar stands here without a title", remedy, "|") if page.line(box.line).rstrip()[-1:] == "|" else None
    if brings == "":  # the build makes no box of it then
        return f"`/// {box.name}` has no title", f"write `/// {box.name}`, and the words on the next line", box.title
    sign = DRESS.search(box.title)
    if sign and not box.title.startswith("#"):  # a heading is checked like any other
        return f"the title of this box holds a `{sign[0]}`", "write the title in plain words", sign[0]
    return None


@rule(
    why="The build shows such a title as it is, or takes it for an order, which can run a program.",
    wrong="/// ways | [Ways in](start.md)",
    right="/// ways | Ways in",
    stops_build=True,
)
def first_lines_of_boxes(guide: Guide) -> Iterator[Problem]:
    """A box begins with its name and, behind a bar, a title in plain words or a heading; no blanks stand below it."""
    known = guide.box_types
    for page in guide.pages.values():
        for box in (box for box in page.boxes if box.name):
            if fault := _title_fault(page, box, known.get(box.name)):
                message, remedy, words = fault
                yield at(page, box.line, message, remedy, words=words)
            for place in orders(page.lines, box.line - page.body_line)[:1]:
                message = "blanks stand in front of the first line of this box, so the build takes it for an order"
                yield at(page, place + page.body_line, message, "delete the blanks in front of it")


def _nested(boxes: list[Box]) -> Iterator[tuple[Box, Box]]:
    """Yield each box that stands in a closed one, with that one; an open box holds what follows only by mistake."""
    outer: Box | None = None
    for box in sorted((box for box in boxes if box.closed), key=lambda box: box.line):
        if outer and box.line < outer.end:
            yield box, outer
        else:
            outer = box


@rule(
    why="A warning inside another box is easy to miss, and a box in a box does not fit on a phone.",
    wrong="/// in-short\n- A point.\n/// urgent\n- A sign.\n///\n///",
    right="/// in-short\n- A point.\n///\n\n/// urgent\n- A sign.\n///",
)
def flat_boxes(guide: Guide) -> Iterator[Problem]:
    """No box stands inside another box."""
    for page in guide.pages.values():
        for box, outer in _nested(page.boxes):
            message = f"the box `/// {box.name}` stands inside `/// {outer.name}` from line {outer.line}"
            yield at(page, box.line, message, "end the first box with a line `///` before this one")


def _holds_nothing(page: Page, box: Box) -> bool:
    inside = page.lines[box.line - page.body_line + 1 : box.end - page.body_line]
    return not any(line.strip() for line in inside)


@rule(
    why="An empty box draws the eye to nothing.",
    wrong="/// in-short\n///",
    right="/// in-short\n- A point.\n///",
)
def filled_boxes(guide: Guide) -> Iterator[Problem]:
    """A box holds some text."""
    for page in guide.pages.values():
        for box in page.boxes:
            if box.closed and _holds_nothing(page, box):
                yield at(page, box.line, f"the box `/// {box.name}` is empty", "write its text, or delete the box")


def _sheets(guide: Guide) -> Iterator[tuple[Page, Box]]:
    """Yield the boxes that readers fill in, with their pages."""
    for page in guide.pages.values():
        yield from ((page, box) for box in page.boxes if box.closed and box.name == SHEET)


@rule(
    why="The name heads the sheet on paper, and what a reader keeps is kept under it.",
    wrong="/// sheet\n- Does it hurt?\n///",
    right="/// sheet | My questions\n- Does it hurt?\n///",
)
def named_sheets(guide: Guide) -> Iterator[Problem]:
    """A sheet to fill in (`/// sheet`) has a name of its own on its page."""
    seen = set[tuple[str, str]]()
    for page, box in _sheets(guide):
        remedy = "write its name behind a bar: `/// sheet | My questions`"
        if not box.title:
            yield at(page, box.line, "the sheet has no name", remedy)
        elif (page.name, box.title) in seen:
            yield at(page, box.line, f"two sheets of this page are called “{box.title}”", "give this one another name")
        seen.add((page.name, box.title))


@rule(
    why="On a sheet with nothing to tick and nothing to write, the buttons below it do nothing.",
    wrong="/// sheet | My week\nWrite down how you sleep.\n///",
    right="/// sheet | My week\n- I slept …\n///",
)
def sheets_to_fill_in(guide: Guide) -> Iterator[Problem]:
    """A sheet to fill in holds a list or a table: its points are ticked, or end in `…` for what a reader writes."""
    for page, box in _sheets(guide):
        inside = (block for block in page.blocks if box.line < block.line < box.end)
        if not _holds_nothing(page, box) and not any(block.kind in {"item", "cell"} for block in inside):
            remedy = "make points of its text (`- I slept …`), or write it without the box"
            yield at(page, box.line, f"there is nothing to fill in on the sheet “{box.title}”", remedy)


RULES = (closed_boxes, known_boxes, first_lines_of_boxes, flat_boxes, filled_boxes, named_sheets, sheets_to_fill_in)
