"""A Python-Markdown extension: the first use of each term on a page becomes a link to its entry.

Contributors write nothing. The links are ordinary ones to the word list's Markdown file, so MkDocs and
Zensical both resolve and check them. Page, term and link are told apart by the tree, not by the generator.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate
from pathlib import Path
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from guide.content import read_page
from guide.terms import Term, faults, read_terms, spellings

# No link inside these: a heading is no place for one, and a link cannot hold another.
CLOSED = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "a", "code", "pre", "script", "style", "th", "button", "svg"})
# After inline text, attributes and the table of contents; before the generator resolves links (its priority is 0).
PRIORITY = 1
# Python-Markdown keeps a typographic apostrophe as a numbered mark until the page is written.
APOSTROPHE = "(?:['’]|\x02wzxhzdk:\\d+\x03)"
NOTHING = re.compile("(?!)")
GAP = r"[\s\u00a0–-]+"
# Stands between two texts of a page, so that no term is found across them.
APART = "\0"


class GlossaryError(ValueError):
    """The word list cannot be used; the message says where, what and how to mend it."""


def _endings(name: str) -> tuple[str, tuple[str, ...]]:
    """Return what stays of a name when there are several, and its endings: that of one comes last."""
    if re.search(r"[^aeiou]y$", name):
        return name[:-1], ("ies", "y")
    if name.endswith("sis"):
        return name[:-2], ("es", "is")
    return name, ("es", "s", "")


def _plurals(name: str) -> Iterator[str]:
    """Yield a name and what its last word becomes when there are several."""
    stem, endings = _endings(name)
    yield from (stem + ending for ending in endings)


def _plain(name: str) -> str:
    """Return a name with one kind of gap and of apostrophe, in small letters, as it is looked up."""
    return re.sub(GAP, " ", re.sub(APOSTROPHE, "'", name.lower())).strip()


def _lower(text: str) -> str:
    """Return text in small letters and of the same length: a few letters would become two."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Return one pattern for all names and their plurals, longer ones first, grouped by their first letter.

    Without groups to remember, without folding case and with one look at the first letter, the search passes over
    text that holds no term many times faster (measured: 200 times with 200 terms).
    """
    letters: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=len, reverse=True):
        stem, endings = _endings(name)
        rest = re.escape(stem[1:]).replace(r"\ ", GAP).replace("'", APOSTROPHE)
        letters[name[0]].append(f"{rest}(?:{'|'.join(endings)})")
    choices = "|".join(f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in sorted(letters.items()))
    return re.compile(rf"(?<![\w-])(?:{choices})(?![\w-])")


class Matcher:
    """Finds terms in text with one compiled pattern; a longer name wins over a shorter one inside it."""

    def __init__(self, terms: list[Term]) -> None:
        """Compile the pattern. Every name belongs to one term (see `terms.faults`); a plural gives way to a name."""
        names = [(_plain(name), term) for term in terms for name in spellings(term)]
        self._terms = {form: term for name, term in names for form in _plurals(name)} | dict(names)
        self._pattern = _pattern({name for name, _ in names}) if names else NOTHING

    def find(self, text: str) -> Iterator[tuple[int, int, Term]]:
        """Yield where each term stands in `text`."""
        for found in self._pattern.finditer(_lower(text)):
            words = found[0]
            yield found.start(), found.end(), self._terms.get(words) or self._terms[_plain(words)]


@cache
def load(path: Path, _modified: int) -> tuple[list[Term], Matcher | None]:
    """Read the word list once for each state of its file. Raises GlossaryError when it cannot be used."""
    terms = list(read_terms(read_page(path, path.name)))
    for fault in faults(terms):
        raise GlossaryError(f"{path}:{fault.line} {fault.message} -> {fault.remedy}")
    return terms, Matcher(terms) if terms else None


class GlossaryLinks(Treeprocessor):
    """Links the first use of each term in the tree of a page."""

    def __init__(self, md: Markdown, path: Path) -> None:
        """Remember where the word list lies; it is read when a page is."""
        super().__init__(md)
        self._path = path

    def run(self, root: Element) -> None:
        """Add the links. A page that is the word list itself keeps its text."""
        if not self._path.is_file():
            raise GlossaryError(f"there is no word list at {self._path} -> write one, or correct `path` in mkdocs.yml")
        terms, matcher = load(self._path, self._path.stat().st_mtime_ns)
        ids = {element.get("id") for element in root.iter("h3")}
        if matcher is None or all(term.anchor in ids for term in terms):
            return
        addresses = ((link.get("href") or "").partition("#") for link in root.iter("a"))
        linked = {anchor for page, _, anchor in addresses if page.rpartition("/")[2] == self._path.name}
        _Linker(matcher, self._path.name, linked).visit(root)


class _Linker:
    """Reads the texts of a tree as one, and links what has not been linked yet."""

    def __init__(self, matcher: Matcher, page: str, linked: set[str]) -> None:
        self._matcher, self._page, self._linked = matcher, page, linked

    def visit(self, root: Element) -> None:
        """Link the first uses below an element: with one search of the page, much faster than one for each text."""
        places = list(_places(root))
        texts = [(holder.text if child is None else child.tail) or "" for holder, child in places]
        begins = list(accumulate((len(text) + len(APART) for text in texts), initial=0))
        found = defaultdict[int, list[tuple[int, int, Term]]](list)
        for start, end, term in self._new(APART.join(texts)):
            place = bisect_right(begins, start) - 1
            found[place].append((start - begins[place], end - begins[place], term))
        for place, uses in found.items():
            self._link(*places[place], texts[place], uses)

    def _new(self, text: str) -> Iterator[tuple[int, int, Term]]:
        """Yield where the terms that have no link yet are first used."""
        for start, end, term in self._matcher.find(text):
            if term.anchor not in self._linked:
                self._linked.add(term.anchor)
                yield start, end, term

    def _link(self, holder: Element, child: Element | None, text: str, uses: list[tuple[int, int, Term]]) -> None:
        """Put links into a text: that at the beginning of the holder, or that behind one of its children."""
        before, after = text[: uses[0][0]], [start for start, _end, _term in uses[1:]] + [len(text)]
        if child is None:
            holder.text, place = before, 0
        else:
            child.tail, place = before, list(holder).index(child) + 1
        for offset, ((start, end, term), until) in enumerate(zip(uses, after, strict=True)):
            link = Element("a", {"class": "term", "href": f"{self._page}#{term.anchor}"})
            link.text, link.tail = AtomicString(text[start:end]), text[end:until]
            holder.insert(place + offset, link)


def _places(element: Element) -> Iterator[tuple[Element, Element | None]]:
    """Yield where text stands below an element, in reading order: at the beginning of one, or behind a child of one."""
    if element.text and not isinstance(element.text, AtomicString):
        yield element, None
    for child in element:
        if child.tag not in CLOSED and "admonition-title" not in (child.get("class") or ""):
            yield from _places(child)
        if child.tail and not isinstance(child.tail, AtomicString):
            yield element, child


class GlossaryExtension(Extension):
    """Adds the links; `path` is the Markdown file of the word list."""

    def __init__(self, **settings: str) -> None:
        """Take the settings of mkdocs.yml."""
        self.config = {"path": ["docs/glossary.md", "The Markdown file of the word list"]}
        super().__init__(**settings)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Register the tree processor."""
        md.treeprocessors.register(GlossaryLinks(md, Path(self.getConfig("path"))), "glossary", PRIORITY)


def makeExtension(**settings: str) -> GlossaryExtension:  # noqa: N802 - the name is Python-Markdown's
    """Return the extension, as Python-Markdown asks for it."""
    return GlossaryExtension(**settings)
