"""Writes the index that the guide's own search reads: sections, not only pages, in a file of a few packets.

To stay small the index holds each section's title and first words, and for every other word the few sections it matters
most to; words are stored front-coded (how many letters are those of the word before, then the rest).
"""

from __future__ import annotations

import copy
import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import html

from guide import content
from guide.boxtypes import CLOSING
from guide.finish.lists import write_list
from guide.finish.site import ERROR_PAGE, Site
from guide.finish.terms import entries
from guide.permalinks import html_name

# The first words of a section that are shown under its title, and in how many sections a further word is kept.
FIRST_WORDS, SECTIONS_PER_WORD = 42, 5
# The name of a row counts as often as this: like a title, it says what stands there.
ROW_NAME = 6
# Words too common to look for. The browser gets the same list, so that both drop the same words.
STOP_WORDS = """
a about after all also am an and any are as at be been before but by can did do does for from get had has have he her
his how i if in into is it its me more most my no not of on only or our out she so some than that the their them then
there these they this to too up us was we were what when where which while who why will with you your
"""
STOP = frozenset(STOP_WORDS.split())
# Lines and boxes that repeat from page to page say nothing about where an answer is; citations neither.
SKIPPED = {"review", "dates", CLOSING, "admonition-title", "used-on", "facts"}
HEADINGS, BLOCKS = ("h1", "h2", "h3"), ("p", "li", "th", "td", "figcaption")
# The page of sources, as it is built.
SOURCES = html_name(content.SOURCES)
# Stands for an anchor that the title tells.
SAME = "="


@dataclass
class Section:
    """A heading of a page with an address, the blocks of text up to the next one, and the names of rows among them."""

    anchor: str
    title: str
    blocks: list[str] = field(default_factory=list)
    lead: str = ""
    rows: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return the running text."""
        return " ".join(self.blocks)


def normal(text: str) -> list[str]:
    """Return the words of a text as they are looked for: lower case, no accents, plural endings off."""
    plain = unicodedata.normalize("NFD", text.lower().replace("’", "'"))
    plain = re.sub(r"[\u0300-\u036f']", "", plain)
    return [_singular(word) for word in re.findall(r"[a-z0-9]+", plain)]


def _singular(word: str) -> str:
    """Cut a plural ending off; guide.js has the same three lines."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _anchor(heading: html.HtmlElement) -> str:
    """Return the address of a heading; that of a folded question stands on its answer."""
    folded = heading.xpath("parent::summary/following-sibling::div/@id")
    return str(folded[0] if folded else heading.get("id") or "")


def _is_skipped(element: html.HtmlElement) -> bool:
    """Tell whether an element stands in something that repeats, or heads a column."""
    holders = (element, *element.iterancestors())
    repeats = any(SKIPPED & set((holder.get("class") or "").split()) for holder in holders)
    return repeats or element.get("scope") == "col"


def _words(element: html.HtmlElement) -> str:
    """Return the words of a block without its citations and without the blocks in it, which are read by themselves."""
    bare = copy.deepcopy(element)
    for part in [*bare.xpath(f".//a[contains(@href, '{SOURCES}#')]"), *bare.iterdescendants(*BLOCKS)]:
        part.drop_tree()
    return " ".join(bare.text_content().split())


def _take(section: Section, block: html.HtmlElement) -> None:
    """Add a block to a section; the first one that is not a cell of a table leads it."""
    words = _words(block)
    if words:
        section.blocks.append(words)
    if block.tag == "th":
        section.rows.append(words)
    if block.tag not in {"td", "th"} and not section.lead:
        section.lead = words


def sections(article: html.HtmlElement) -> Iterator[Section]:
    """Yield the sections of a page; a heading inside a box belongs to the section around it."""
    current = Section("", "")
    for element in article.iter(*HEADINGS, *BLOCKS):
        if element.tag in BLOCKS:
            if not _is_skipped(element):
                _take(current, element)
        elif next(element.iterancestors("section"), None) is None:
            if current.title:
                yield current
            current = Section("" if element.tag == "h1" else _anchor(element), _words(element))
    if current.title:
        yield current


def first_words(text: str) -> str:
    """Return the beginning of a text, cut between two words."""
    if len(text) <= FIRST_WORDS:
        return text
    return text[:FIRST_WORDS].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def _weights(found: list[tuple[Section, str]]) -> dict[str, dict[int, float]]:
    """Return, for each word that neither title nor first words show, how much it matters to each section."""
    weights: dict[str, dict[int, float]] = defaultdict(dict)
    for number, (section, shown) in enumerate(found):
        seen = set(normal(f"{section.title} {shown}"))
        counts = Counter(normal(" ".join([section.text, *section.rows * (ROW_NAME - 1)])))
        for word, count in counts.items():
            if word not in seen and word not in STOP and not word.isdigit():
                weights[word][number] = count / math.log(20 + sum(counts.values()))
    return weights


def _step(number: int) -> str:
    """Return a number in base 26: a letter a digit, the last one a capital, so that nothing need stand between two."""
    letters = chr(ord("A") + number % 26)
    while number := number // 26:
        letters = chr(ord("a") + number % 26) + letters
    return letters


def _steps(numbers: list[int]) -> str:
    """Return ascending numbers as the steps between them."""
    return "".join(_step(after - before) for before, after in zip([-1, *numbers], numbers, strict=False))


def postings(weights: dict[str, dict[int, float]]) -> str:
    """Return one line a word: shared letters (one digit), its other letters, a space and its sections."""
    lines, before = [], ""
    for word in sorted(weights):
        same = next((n for n, pair in enumerate(zip(before, word, strict=False)) if pair[0] != pair[1]), len(before))
        same = min(same, 9, len(word))
        best = sorted(weights[word], key=lambda number: (-weights[word][number], number))[:SECTIONS_PER_WORD]
        lines.append(f"{same}{word[same:]} {_steps(sorted(best))}")
        before = word
    return "\n".join(lines)


def _named_only(section: Section) -> Section:
    """Return a section of the sources without its text: it is looked for by its name."""
    return Section(section.anchor, section.title)


def _address(section: Section) -> str:
    """Return the anchor of a section; where it is the title in small letters, a sign: guide.js can tell it itself."""
    made = "-".join(re.findall(r"[a-z0-9]+", section.title.lower()))
    return SAME if section.anchor and section.anchor == made else section.anchor


def index(site: Site) -> dict[str, object]:
    """Return the index of a site: pages, sections, words, names that mean the same and words left out."""
    pages, rows = [], list[tuple[Section, str]]()
    for name, article in site.articles().items():
        if name == ERROR_PAGE:
            continue
        own = list(sections(article))
        pages.append([name, own[0].title if own else name, len(own)])
        rows += [(_named_only(row), "") if name == SOURCES else (row, first_words(row.lead)) for row in own]
    lines = [
        f"{_address(section)}|{section.title.replace('|', '/')}|{words.replace('|', '/')}" for section, words in rows
    ]
    return {
        "pages": pages,
        "sections": "\n".join(lines),
        "words": postings(_weights(rows)),
        "names": [[entry.term, *entry.also] for entry in entries(site) if entry.also],
        "stop": " ".join(sorted(STOP)),
    }


def write_index(site: Site) -> None:
    """Write the index of the site, if there is anything new to put in it."""
    if not site.pages:
        return
    write_list(site, "search.js", index(site))
