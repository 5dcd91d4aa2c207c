"""The sources of a guide, read once from their page, the only place where a source is described.

A source is a `###` heading, a paragraph that describes it with its links, and a list of facts
(`Kind:`, `People:`, `Found:`, `Take care:`, `Link:`, `Not known yet:`). The address of its heading is its key.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from guide.content import Page
from guide.markup import Block, Heading, Link

# The year ends a part of the description: “Journal of Walking, 2024; 1(2)” or “Facts about sticks. 2023.”
YEAR = re.compile(r"(?:^|[,.?!]\s)((?:1[89]|20)\d\d)(?=[;.,])")
UNKNOWN = "Not known yet"
# The names of the facts that an entry may have.
FACTS = ("Kind", "People", "Found", "Take care", "Link", UNKNOWN)


@dataclass(frozen=True)
class Fact:
    """A line of the list of facts: what stands behind its name, and on which line."""

    text: str
    line: int


@dataclass(frozen=True)
class Source:
    """A source: its key, its name, its description, its links to other sites and its facts by their name."""

    key: str
    name: str
    line: int
    group: str
    described: str
    links: tuple[Link, ...]
    facts: dict[str, Fact]

    @property
    def year(self) -> int | None:
        """Return the year in the description, if it names one."""
        years = YEAR.findall(self.described)
        return int(years[-1]) if years else None

    def says(self, name: str) -> str:
        """Return what stands behind the name of a fact, or nothing."""
        fact = self.facts.get(name)
        return fact.text if fact else ""

    def unknown(self, what: str) -> bool:
        """Return whether the entry says that something is not known yet."""
        return what in [part.strip() for part in self.says(UNKNOWN).split(",")]


def _facts(inside: list[Block]) -> dict[str, Fact]:
    pairs = ((block.text.partition(":"), block.line) for block in inside if block.kind == "item")
    return {name.strip(): Fact(text.strip(), line) for (name, colon, text), line in pairs if colon}


def _links(page: Page) -> dict[int, list[Link]]:
    """Return the links to other sites by the line of the heading above them."""
    lines = [heading.line for heading in page.headings]
    found: dict[int, list[Link]] = defaultdict(list)
    for link in page.links:
        place = bisect_right(lines, link.line) - 1
        if "://" in link.target and place >= 0:
            found[lines[place]].append(link)
    return found


def _source(heading: Heading, group: str, inside: list[Block], links: list[Link]) -> Source:
    described = next((block.text for block in inside if block.kind == "paragraph"), "")
    key, name, line = heading.anchor, heading.text, heading.line
    return Source(key, name, line, group, described, tuple(links), _facts(inside))


def _read(page: Page) -> Iterator[Source]:
    inside, links, group = defaultdict[int, list[Block]](list), _links(page), ""
    for block in page.blocks:
        if block.section and block.kind != "heading":
            inside[block.section.line].append(block)
    for heading in page.headings:
        if heading.level <= 2:
            group = heading.text
        if heading.level == 3:
            yield _source(heading, group, inside[heading.line], links.get(heading.line, []))


_KEPT: WeakKeyDictionary[Page, tuple[Source, ...]] = WeakKeyDictionary()


def sources(page: Page | None) -> tuple[Source, ...]:
    """Return every source of the page of sources, in its order; a page that is missing has none."""
    if page is None:
        return ()
    if page not in _KEPT:
        _KEPT[page] = tuple(_read(page))
    return _KEPT[page]
