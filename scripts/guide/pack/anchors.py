"""Joins pages into one: every address on a page gets the name of its page in front, and every link follows.

`faq.html#cost` becomes `#fa.cost`, and `faq.html` becomes `#faq`: so few letters that no other page begins with them
stand for a page, because there are thousands of links.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from lxml import html

# A sign that no name begins or ends with, and that a style sheet has to put in quotes.
BETWEEN = "."
# Attributes that name one or more ids of their own page.
NAMING = ("aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details", "for", "headers")
# How a drawing names a part of itself.
IN_DRAWING = re.compile(r"url\(\s*['\"]?#([^)'\"]+)['\"]?\s*\)")


def stem(page: str) -> str:
    """Return the name of a page without its ending."""
    return PurePosixPath(page).stem


def _shortest(own: str, others: Collection[str]) -> str:
    """Return the fewest first letters of a name with which no other one begins, or all of it."""
    lengths = range(1, len(own))
    return next((own[:count] for count in lengths if not any(it.startswith(own[:count]) for it in others)), own)


@dataclass(frozen=True)
class Joined:
    """The rule for links between joined pages: what `#` and a name lead to, and where all other files are."""

    pages: Collection[str]
    address: str

    @cached_property
    def _short(self) -> dict[str, str]:
        """Return the first letters of each page's name that no other page has."""
        stems = {page: stem(page) for page in self.pages}
        return {page: _shortest(own, {*stems.values()} - {own}) for page, own in stems.items()}

    def anchor(self, page: str, name: str) -> str:
        """Return the id that stands for a place on a page, or for the page itself."""
        return f"{self.before(page)}{name}" if name else stem(page)

    def before(self, page: str) -> str:
        """Return what stands in front of every id of a page."""
        return f"{self._short.get(page, stem(page))}{BETWEEN}"

    def link(self, page: str, address: str) -> str:
        """Return where a link of a page leads to now; a file that is not a page is found with the current guide."""
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            return address
        target = unquote(parts.path) or page
        if target in self.pages:
            return f"#{self.anchor(target, parts.fragment)}"
        return self.address + address


def _each(names: str, change: Callable[[str], str]) -> str:
    return " ".join(change(name) for name in names.split())


def _rename(element: html.HtmlElement, page: str, joined: Joined) -> None:
    """Give the ids in the attributes of an element their new names."""
    for name, value in element.attrib.items():
        if name == "id":
            element.set("id", joined.anchor(page, value))
        elif name in NAMING:
            element.set(name, _each(value, lambda one: joined.anchor(page, one)))
        elif name.endswith("href"):
            element.set(name, joined.link(page, value))
        elif "url(" in value:
            element.set(name, IN_DRAWING.sub(lambda found: f"url(#{joined.anchor(page, found[1])})", value))


def join_addresses(tree: html.HtmlElement, page: str, joined: Joined) -> None:
    """Rename every id below an element of a page, and lead every link to its new place."""
    for element in tree.iter():
        if isinstance(element.tag, str):
            _rename(element, page, joined)


def in_selector(value: str, joined: Joined) -> str:
    """Return what a selector looks for in a rewritten link: for `faq.html#` it is `#fa.`, for `#cost` `.cost`."""
    page, mark, name = value.partition("#")
    if not mark:
        return value
    return f"#{joined.before(page)}{name}" if page else f"{BETWEEN}{name}"
