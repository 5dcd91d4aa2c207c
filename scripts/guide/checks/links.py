"""Does each link inside the guide lead to a page, a file or a heading that exists."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from guide.checks.rules import at, near, rule
from guide.content import PAGE, SOURCES, Guide, Page
from guide.markup import Link
from guide.report import Problem
from guide.targets import UNREADABLE, split

# Headings that the build itself adds, because a box of this name brings its own (mkdocs.yml, types).
BOX_HEADINGS = {"in-short": "in-short"}


def anchors(page: Page) -> set[str]:
    """Return every address on a page that a link can name."""
    return {heading.anchor for heading in page.headings} | {
        BOX_HEADINGS[box.name] for box in page.boxes if box.name in BOX_HEADINGS
    }


def _destination(page: Page, path: str) -> str:
    """Return the name, relative to docs/, of what a link on `page` leads to; no path is the page itself."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page.name), unquote(path))) if path else page.name


def _missing(guide: Guide, name: str, fragment: str) -> tuple[str, str] | None:
    """Return what is missing of the page `name` or its heading, and how to mend it, or None."""
    if name not in guide.pages:
        return f"there is no page `{name}`", f"name a page that exists{near(name, guide.pages)}"
    known = anchors(guide.pages[name])
    if fragment and fragment not in known:
        message = f"`{name}` has no heading with the address `#{fragment}`"
        return message, f"name one that exists{near(fragment, known)}"
    return None


def _inside(guide: Guide, page: Page, name: str, fragment: str) -> tuple[str, str] | None:
    """Return what is wrong with a link to the file `name` of docs/, or None."""
    if name == SOURCES != page.name and name in guide.pages:
        return None  # a citation: checks/citations.py names the nearest source
    if name.endswith(PAGE):
        return None if name in guide.shut else _missing(guide, name, fragment)
    if name.startswith("www."):
        return f"`{name}` is the address of another site without its beginning", f"write `https://{name}`"
    if name not in guide.files or not (guide.docs / name).is_file():
        return f"there is no file `{name}`", "add the file to docs/, or correct its name"
    return None


def _fault(guide: Guide, page: Page, link: Link) -> tuple[str, str] | None:
    """Return what is wrong with a link and how to mend it, or None."""
    parts = split(link.target)
    if link.target.strip() in {"", "#"}:
        return "this link has no address", "write the page it leads to in the round brackets: `[words](risks.md)`"
    if parts == UNREADABLE:
        return f"`{link.target}` is no address", "copy the whole address again"
    if parts.scheme or parts.netloc:
        return None
    if parts.path.startswith("/"):
        return f"`{link.target}` starts at the top of a web site", "write it from this page, such as `risks.md`"
    return _inside(guide, page, _destination(page, parts.path), parts.fragment)


@rule(
    why="A link that leads nowhere costs a reader in pain their patience, and may hide a warning.",
    wrong="[When to get help](risk.md#get-help)",
    right="[When to get help](risks.md#get-help)",
    stops_build=True,
)
def links_lead_somewhere(guide: Guide) -> Iterator[Problem]:
    """A link to a page, a file or a heading of this guide leads to one that exists."""
    for page in guide.pages.values():
        for link in page.links:
            fault = _fault(guide, page, link)
            if fault:
                yield at(page, link.line, *fault, words=link.target)


RULES = (links_lead_somewhere,)
