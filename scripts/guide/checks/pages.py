"""Is each page whole: its front matter, its one title, its boxes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import yaml

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


def _at(page: Page, line: int, rule: str, message: str, remedy: str) -> Problem:
    return Problem(f"docs/{page.name}", line, rule, message, remedy)


def _missing(page: Page, meta: dict[str, object]) -> Iterator[Problem]:
    for name, kind in REQUIRED.items():
        if not isinstance(meta.get(name), kind):
            message = f"the front matter has no proper `{name}`"
            yield _at(page, 1, "front-matter", message, f"add a line such as `{EXAMPLE[name]}`")


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
            yield _at(page, line, "front-matter", f"the front matter cannot be read: {problem}", remedy)
            continue
        if not isinstance(meta, dict):
            remedy = "start the page with a line `---`, then `title: …` and the other fields, then a line `---`"
            yield _at(page, 1, "front-matter", "the page has no front matter", remedy)
            continue
        yield from _missing(page, meta)


def one_title(guide: Guide) -> Iterator[Problem]:
    """A page has exactly one heading with a single `#`."""
    for page in guide.pages.values():
        titles = [heading for heading in page.headings if heading.level == 1]
        if not titles:
            yield _at(page, page.body_line, "one-title", "the page has no title", "start its text with `# Title`")
        for extra in titles[1:]:
            message = f"the page has a second title, “{extra.text}”"
            yield _at(page, extra.line, "one-title", message, "write `##` in front of it instead of `#`")


def closed_boxes(guide: Guide) -> Iterator[Problem]:
    """A box that opens with `/// name` ends with a line `///`."""
    for page in guide.pages.values():
        for box in page.boxes:
            if box.closed:
                continue
            message = f"the box `/// {box.name}` never ends" if box.name else "this `///` ends a box that never began"
            remedy = "put a line `///` after its last line" if box.name else "delete this line"
            yield _at(page, box.line, "closed-boxes", message, remedy)


def headings_with_ids(guide: Guide) -> Iterator[Problem]:
    """Every `##` heading has an address of its own, `{#like-this}`, used once on its page."""
    for page in guide.pages.values():
        seen: dict[str, int] = {}
        for heading in page.headings:
            if heading.level == 2 and not heading.explicit:
                remedy = f"end the line with `{{#{heading.anchor}}}`"
                message = f"the heading “{heading.text}” has no address"
                yield _at(page, heading.line, "headings-with-ids", message, remedy)
            if heading.explicit and heading.anchor in seen:
                message = f"the address `#{heading.anchor}` is on line {seen[heading.anchor]} already"
                yield _at(page, heading.line, "headings-with-ids", message, "choose another word for this one")
            seen[heading.anchor] = heading.line


RULES = (front_matter, one_title, closed_boxes, headings_with_ids)
