"""Does each citation lead to its source and say its name, is each source cited, and each number sourced."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from guide.checks.links import anchors
from guide.checks.rules import at, rule
from guide.citations import Citation, Groups, citations, passages
from guide.claims import read_claims
from guide.content import SOURCES, Guide, Page
from guide.markup import CITATION
from guide.report import Problem
from guide.sources import Source, sources

# A figure as people write it: 7, 2,049, 1.5.
FIGURE = r"\d(?:[\d,]*\d)?(?:\.\d+)?"
# What stands between a number and what it counts: a blank, also one that does not break, or a thin one.
BLANK = r"[ \u00a0\u2009\u202f]"
# A question may end inside quotes or brackets.
QUOTES = '"”’)]'
# How alike two keys are, from 0 to 1, when one may be a slip for the other, and not simply another paper.
SLIP = 0.85
MAKER = re.compile(r"\b(?:maker|manufacturer)s?\b", re.I)


def _known(guide: Guide) -> dict[str, Source]:
    return {source.key: source for source in sources(guide.pages.get(SOURCES))}


def groups_of_sources(guide: Guide) -> Groups:
    """Return the addresses on the page of sources that are no sources: its groups and boxes."""
    page = guide.pages.get(SOURCES)
    return frozenset(anchors(page) - _known(guide).keys() if page else ())


def _all_citations(guide: Guide) -> Iterator[tuple[Page, Citation]]:
    """Yield every citation with its page; without a page of sources there is nothing to cite."""
    groups = groups_of_sources(guide)
    for page in guide.pages.values() if SOURCES in guide.pages else ():
        yield from ((page, citation) for citation in citations(page, groups))


def _nearest(citation: Citation, known: dict[str, Source]) -> str:
    """Return how to mend a citation of a source that is not there: by its label, else by the nearest key."""
    named = [key for key, source in known.items() if source.name == citation.label]
    near = named or get_close_matches(citation.key, sorted(known), n=1, cutoff=SLIP)
    other = f"add the source to `{SOURCES}`"
    return f"write `{SOURCES}#{near[0]}`, or {other}" if near else other


@rule(
    why="A sentence without its source is only a claim.",
    wrong="[Walker 2024](references.md#walker-2042)",
    right="[Walker 2024](references.md#walker-2024)",
    stops_build=True,
)
def cited_sources_exist(guide: Guide) -> Iterator[Problem]:
    """A citation leads to the entry of a source on the page of sources."""
    known = _known(guide)
    for page, citation in _all_citations(guide):
        if page.name != SOURCES and citation.key not in known:
            message = f"there is no source `#{citation.key}`"
            yield at(page, citation.line, message, _nearest(citation, known), words=f"#{citation.key}")


@rule(
    why="The label is all that a reader on paper has. It has to lead them to the entry in the list.",
    wrong="[Walker and others](references.md#walker-2024)",
    right="[Walker 2024](references.md#walker-2024)",
)
def citations_say_the_name(guide: Guide) -> Iterator[Problem]:
    """The words of a citation are the heading of its source, letter for letter."""
    known = _known(guide)
    for page, citation in _all_citations(guide):
        source = known.get(citation.key)
        if source and citation.label != source.name:
            message = f"the citation says “{citation.label}”, but its source is called “{source.name}”"
            remedy = f"write `[{source.name}]({SOURCES}#{source.key})`"
            yield at(page, citation.line, message, remedy, words=f"[{citation.label}]")
    yield from _led_elsewhere(guide, known)


def _led_elsewhere(guide: Guide, known: dict[str, Source]) -> Iterator[Problem]:
    """Yield the links with the name of a source that do not lead to its entry."""
    keys = {source.name: source.key for source in known.values()}
    for page in guide.pages.values():
        for link in page.links if page.name != SOURCES else ():
            if link.text in keys and CITATION not in link.target:
                message = f"“{link.text}” is the name of a source, and leads to `{link.target}`"
                yield at(page, link.line, message, f"let it lead to `{SOURCES}#{keys[link.text]}`", words=link.target)


@rule(
    why="A source that stands behind no sentence makes the list look stronger than the guide is.",
    wrong="### Walker 2024 {#walker-2024}  (and no page cites it)",
    right="About 60 of 100 people hold their stick too high. [Walker 2024](references.md#walker-2024)",
)
def sources_are_cited(guide: Guide) -> Iterator[Problem]:
    """Each source is cited on another page, or by a claim in docs/claims.yml."""
    if guide.shut:  # what they cite is not known
        return
    cited = {citation.key for page, citation in _all_citations(guide) if page.name != SOURCES}
    cited |= {key for claim in read_claims(guide.docs).claims for key in claim.sources}
    for source in _known(guide).values():
        if source.key not in cited:
            message = f"nothing cites “{source.name}”"
            remedy = f"put `[{source.name}]({SOURCES}#{source.key})` behind what it shows, or delete the entry"
            yield at(guide.pages[SOURCES], source.line, message, remedy)


@rule(
    why="Who sells a thing sees it in a good light. The reader has to know who speaks.",
    wrong="Metal sticks last longer. [Stick data](references.md#stick-data)  (a page of the maker)",
    right="The maker says that metal sticks last longer. [Stick data](references.md#stick-data)",
)
def makers_are_named(guide: Guide) -> Iterator[Problem]:
    """Where a page of a maker is cited, the sentence speaks of the maker, or the label ends with (maker)."""
    kinds, known = set(guide.settings.lists["kinds_by_makers"].entries), _known(guide)
    for page, citation in _all_citations(guide):
        source = known.get(citation.key)
        if source is None or source.says("Kind") not in kinds:
            continue
        if not MAKER.search(citation.said) and "(maker)" not in citation.label:
            message = f"“{citation.label}” is a maker’s own page, and the sentence does not say so"
            yield at(page, citation.line, message, "begin the sentence with “The maker says that …”")


def medical_number(units: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of a medical number (see `numbers_have_a_source`)."""
    unit = "|".join(re.escape(unit) for unit in sorted(units, key=len, reverse=True))
    share = rf"{BLANK}(?:out[ ])?of[ ](?:the[ ]|those[ ])?{FIGURE}(?!\w)"
    return re.compile(rf"(?<![\w.,]){FIGURE}(?:{share}|(?:{BLANK}|-)?(?:{unit})(?!\w))", re.I)


@rule(
    why="People decide about a treatment with these numbers, so they must be able to see who counted.",
    wrong="About 60 of 100 people hold their stick too high.",
    right="About 60 of 100 people hold their stick too high. [Walker 2024](references.md#walker-2024)",
)
def numbers_have_a_source(guide: Guide) -> Iterator[Problem]:
    """A sentence with a medical number has a citation in it or behind it, at the latest at the end of its paragraph.

    A medical number is a figure with one of the `units` of docs/rules.yml right behind it (“6 months”,
    “113 people”, “-20 °C”), or a share (“14 of 100”). In a table the citation may stand anywhere in the row or in
    the caption, under a list in the line that leads into it. Questions, headings and the page of sources are free,
    and so is a number in words.
    """
    number, groups = medical_number(guide.settings.lists["units"].entries), groups_of_sources(guide)
    for page in guide.pages.values():
        for passage in passages(page, groups) if page.name != SOURCES else ():
            for sentence in passage.uncited():
                found = number.search(sentence.text)
                if found and not sentence.text.rstrip(QUOTES).endswith("?"):
                    message = f"nobody is named for “{found[0]}”"
                    remedy = (
                        f"put the source behind the sentence, such as `[Name 2024]({SOURCES}#name-2024)`; "
                        "write a number that nobody measured in words"
                    )
                    yield at(page, sentence.line_of(found.start()), message, remedy, words=found[0])


RULES = (
    cited_sources_exist,
    citations_say_the_name,
    sources_are_cited,
    makers_are_named,
    numbers_have_a_source,
)
