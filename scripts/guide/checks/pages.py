"""Is each page whole: its front matter, its one title, its boxes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import yaml

from guide.checks.rules import at, rule
from guide.content import Guide, Page
from guide.report import Problem

# What design asks of the lines between the two --- at the top of a page, and the type of each.
REQUIRED = {"title": str, "description": str, "reviewed": date, "next_review": date, "status": str}
EXAMPLE = {
    "title": "title: Your visit",
    "description": "description: One sentence of 50 to 160 letters that says what the page tells.",
    "reviewed": "reviewed: 2026-11-23",
    "next_review": "next_review: 2027-11-23",
    "status": "status: not yet reviewed by a clinician",
}


def _missing(page: Page, meta: dict[str, object]) -> Iterator[Problem]:
    for name, kind in REQUIRED.items():
        if not isinstance(meta.get(name), kind):
            message = f"the front matter has no proper `{name}`"
            yield at(page, 1, message, f"add a line such as `{EXAMPLE[name]}`")


@rule(
    why="These lines become the page's title elsewhere, its dates and the honest line under its heading.",
    wrong="title: Risks: what can go wrong",
    right="title: What can go wrong",
    stops_build=True,
)
def front_matter(guide: Guide) -> Iterator[Problem]:
    """A page starts with its title, description, two dates and status between two `---` lines."""
    for page in guide.pages.values():
        try:
            meta = page.meta()
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            line = 2 + (mark.line if mark else 0)
            problem = getattr(error, "problem", None) or "it is not YAML"
            remedy = "write `name: text` on each line, and put quotes round a text that holds a colon"
            yield at(page, line, f"the front matter cannot be read: {problem}", remedy)
            continue
        if not isinstance(meta, dict):
            remedy = "start the page with a line `---`, then `title: …` and the other fields, then a line `---`"
            yield at(page, 1, "the page has no front matter", remedy)
            continue
        yield from _missing(page, meta)


@rule(
    why="The title is what a reader hears and sees first; two of them make two pages in one.",
    wrong="# First part … # Second part",
    right="# The page … ## First part {#first} … ## Second part {#second}",
    stops_build=True,
)
def one_title(guide: Guide) -> Iterator[Problem]:
    """A page has exactly one heading with a single `#`."""
    for page in guide.pages.values():
        titles = [heading for heading in page.headings if heading.level == 1]
        if not titles:
            yield at(page, page.body_line, "the page has no title", "start its text with `# Title`")
        for extra in titles[1:]:
            message = f"the page has a second title, “{extra.text}”"
            yield at(page, extra.line, message, "write `##` in front of it instead of `#`")


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


@rule(
    why="People save and share links to a section. An address of its own survives a new wording.",
    wrong="## What to bring",
    right="## What to bring {#bring}",
    stops_build=True,
)
def headings_with_ids(guide: Guide) -> Iterator[Problem]:
    """Every `##` heading has an address of its own, `{#like-this}`, used once on its page."""
    for page in guide.pages.values():
        seen: dict[str, int] = {}
        for heading in page.headings:
            if heading.level == 2 and not heading.explicit:
                remedy = f"end the line with `{{#{heading.anchor}}}`"
                message = f"the heading “{heading.text}” has no address"
                yield at(page, heading.line, message, remedy)
            if heading.explicit and heading.anchor in seen:
                message = f"the address `#{heading.anchor}` is on line {seen[heading.anchor]} already"
                yield at(page, heading.line, message, "choose another word for this one")
            seen[heading.anchor] = heading.line


RULES = (front_matter, one_title, closed_boxes, headings_with_ids)
