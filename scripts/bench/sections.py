"""The sections of the site, as its own index has them, and queries made of their titles. Knows no subject."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import cycle
from typing import NamedTuple

from lxml import html

from guide.finish.search import SOURCES, sections
from guide.finish.site import ERROR_PAGE

# Where the finished site keeps its index, together with the code that reads it.
INDEX = "assets/search.js"
LONG_WORD = re.compile(r"[A-Za-z]{6,}")


class Row(NamedTuple):
    """A section: the file and title of its page, its address there, its own title and its text."""

    file: str
    page: str
    anchor: str
    title: str
    text: str


def read_rows(trees: Mapping[str, html.HtmlElement]) -> list[Row]:
    """Return all sections of a site; like in the guide's own index, sources are found by their name only."""
    rows = []
    for file, tree in trees.items():
        article = tree.find(".//article")
        own = list(sections(article)) if article is not None and file != ERROR_PAGE else []
        for one in own:
            rows.append(Row(file, own[0].title, one.anchor, one.title, "" if file == SOURCES else one.text))
    return rows


def _slip(word: str) -> str:
    """Return a word with two letters swapped."""
    return word[:2] + word[3] + word[2] + word[4:]


def _forms(words: list[str]) -> tuple[str, ...]:
    """Return what somebody may type who looks for a title: a word, its beginning, two words, a slip."""
    longest = max(words, key=len)
    return longest, longest[:4], " ".join(words[:2]), _slip(longest)


def _spread(rows: list[Row], number: int) -> Iterator[tuple[Row, list[str]]]:
    """Yield sections from all over the site whose titles have a long word, with these words."""
    named = [(row, LONG_WORD.findall(row.title.lower())) for row in rows if row.file != SOURCES]
    usable = [pair for pair in named if pair[1]]
    yield from (usable[place * len(usable) // number] for place in range(number))


def titles_words(rows: list[Row], number: int) -> list[str]:
    """Return words of titles, which any search must find."""
    return [max(words, key=len) for _, words in _spread(rows, number)]


def queries(rows: list[Row], number: int) -> list[tuple[str, Row]]:
    """Return queries of all forms in turn, each with the section that it was made of."""
    forms = cycle(range(4))
    return [(_forms(words)[next(forms)], row) for row, words in _spread(rows, number)]
