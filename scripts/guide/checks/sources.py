"""Is each entry on the page of sources whole and in its place: kind, year, people, links, order, once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from urllib.parse import unquote

from guide.alphabet import out_of_place, plain, spelled
from guide.checks.rules import at, rule
from guide.content import SOURCES, Guide
from guide.markup import Link
from guide.report import Problem
from guide.sources import Fact, Source, sources
from guide.targets import split

# The numbers by which papers are found: their form, and the address that each makes (with {} for the number).
NUMBERS = {
    "DOI": (
        re.compile(r"doi:(10\.\d{4,9}/[!-~]*[!-~](?<![.,;:]))"),
        "https://doi.org/{}",
        "[doi:10.…/…](https://doi.org/10.…/…)",
    ),
    "PubMed": (
        re.compile(r"PubMed ([1-9]\d{0,7})"),
        "https://pubmed.ncbi.nlm.nih.gov/{}/",
        "[PubMed 123](https://pubmed.ncbi.nlm.nih.gov/123/)",
    ),
    "PMC": (
        re.compile(r"(?:free text )?(PMC[1-9]\d{0,8})"),
        "https://pmc.ncbi.nlm.nih.gov/articles/{}/",
        "[free text PMC123](https://pmc.ncbi.nlm.nih.gov/articles/PMC123/)",
    ),
}
# Who reads a paper under these hosts finds it by one of the numbers.
HOSTS = {
    "doi.org": "DOI",
    "dx.doi.org": "DOI",
    "pubmed.ncbi.nlm.nih.gov": "PubMed",
    "pmc.ncbi.nlm.nih.gov": "PMC",
}
PEOPLE = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})*|[1-9][0-9]*")
# The year at the end of the name of a source.
NAMED_YEAR = re.compile(r"\b((?:19|20)\d\d)[a-z]?$")
LINKLESS, UNENCRYPTED = "none known yet", "without https"
# A source counts as young for so many years.
YOUNG = 5


def _sources(guide: Guide) -> tuple[Source, ...]:
    return sources(guide.pages.get(SOURCES))


def young_share(guide: Guide, today: date) -> tuple[int, int]:
    """Return how many sources are surely younger than five years, and how many there are; no year counts as old."""
    listed = _sources(guide)
    return sum(today.year - source.year < YOUNG for source in listed if source.year), len(listed)


def _number_fault(link: Link, name: str) -> tuple[str, str] | None:
    """Return what is wrong with a link that carries the number of a paper, or None."""
    form, address, example = NUMBERS[name]
    found = form.fullmatch(link.text)
    if not found:
        return f"“{link.text}” is not a whole {name} number", f"write it like `{example}`"
    wanted = address.format(found[1])
    if unquote(link.target) != unquote(wanted):
        return f"“{link.text}” leads to `{link.target}`", f"let it lead to `{wanted}`"
    return None


def _link_fault(link: Link, said: str) -> tuple[str, str] | None:
    """Return what is wrong with a link of a source, which has `said` something about its links, or None."""
    parts = split(link.target)
    host = (parts.hostname or "").removeprefix("www.")
    named = next((name for name, (form, _, _) in NUMBERS.items() if form.match(link.text)), HOSTS.get(host))
    if named or link.text.startswith("doi:"):
        return _number_fault(link, named or "DOI")
    if parts.scheme != "https" and UNENCRYPTED not in said:
        remedy = f"write `https://` and open it; if that fails, add the line `- Link: known {UNENCRYPTED} only`"
        return f"`{link.target}` does not begin with https://", remedy
    if "." not in host:
        return f"`{link.target}` names no web site", "copy the whole address from the browser"
    if link.text.removeprefix("www.").lower() != host:
        return f"“{link.text}” does not say where the link leads", f"write `[{host}]({link.target})`"
    return None


@rule(
    why="A slip in a number leads to another paper, or to none.",
    wrong="[doi:10.1000/walk.2024](https://doi.org/10.1000/walk.2042)",
    right="[doi:10.1000/walk.2024](https://doi.org/10.1000/walk.2024)",
)
def source_links_are_right(guide: Guide) -> Iterator[Problem]:
    """A link of a source shows its DOI, PubMed or PMC number and leads there, or shows the web site it leads to."""
    for source in _sources(guide):
        for link in source.links:
            if fault := _link_fault(link, source.says("Link")):
                yield at(guide.pages[SOURCES], link.line, *fault, words=link.target)


@rule(
    why="People want to see a source for themselves. If we cannot help them there, we say so.",
    wrong="### Walker 2024 {#walker-2024}  and below it a title, no link and no word about it",
    right="- Link: none known yet",
)
def sources_without_a_link_say_so(guide: Guide) -> Iterator[Problem]:
    """A source without a link has the line `- Link: none known yet`, and no other source has it."""
    for source in _sources(guide):
        says_so = source.says("Link").startswith(LINKLESS)
        if says_so and source.links:
            message = f"“{source.name}” has a link, and says that none is known"
            yield at(guide.pages[SOURCES], source.facts["Link"].line, message, "delete this line")
        if not says_so and not source.links:
            message = f"“{source.name}” has no link"
            yield at(guide.pages[SOURCES], source.line, message, f"add one, or the line `- Link: {LINKLESS}`")


@rule(
    why="The kind tells how much a source can show. The same words for the same kind let people compare.",
    wrong="- Kind: clinical study",
    right="- Kind: randomised controlled trial",
)
def sources_have_a_kind(guide: Guide) -> Iterator[Problem]:
    """Each source has a line `- Kind:` with one of the kinds in docs/rules.yml."""
    lists = guide.settings.lists
    kinds = lists["kinds_that_count_people"].entries + lists["kinds_that_count_no_people"].entries
    for source in _sources(guide):
        kind = source.facts.get("Kind", Fact("", source.line))
        if kind.text not in kinds:
            near = get_close_matches(kind.text, kinds, n=1)
            said = f"“{kind.text}” is no kind of source" if kind.text else f"“{source.name}” has no kind"
            choice = near[0] if near else f"one of these: {'; '.join(sorted(kinds))}"
            yield at(guide.pages[SOURCES], kind.line, said, f"write `- Kind:` and {choice}", words=kind.text)


@rule(
    why="Medicine changes. A reader has to see how old a finding is.",
    wrong="Walker W. How people hold their sticks. Journal of Walking; 1(2): 3–4.",
    right="Walker W. How people hold their sticks. Journal of Walking, 2024; 1(2): 3–4.",
)
def sources_have_a_year(guide: Guide) -> Iterator[Problem]:
    """The description of a source names its year, not a later one than the page was reviewed, or says it is unknown."""
    page = guide.pages.get(SOURCES)
    reviewed = page.fields.get("reviewed") if page else None
    for source in _sources(guide):
        if source.year is None and not source.unknown("year"):
            remedy = "write it behind the place it appeared in (`Journal of Walking, 2024; 1(2)`), or add `year` to "
            message = f"“{source.name}” has no year"
            yield at(guide.pages[SOURCES], source.line, message, f"{remedy}its line `- Not known yet: …`")
        named = NAMED_YEAR.search(source.name)
        if source.year and isinstance(reviewed, date) and source.year > reviewed.year:
            message = f"“{source.name}” is of {source.year}, and this page was reviewed in {reviewed.year}"
            yield at(guide.pages[SOURCES], source.line, message, "correct the year, or review the page")
        elif named and source.year and int(named[1]) != source.year:
            message = f"“{source.name}” is of {source.year} by its description"
            yield at(guide.pages[SOURCES], source.line, message, "correct the year that is wrong")


@rule(
    why="Nine of ten people and nine hundred of a thousand are not the same proof.",
    wrong="- Kind: randomised controlled trial  (and no line with the number of people)",
    right="- People: 144",
)
def sources_count_their_people(guide: Guide) -> Iterator[Problem]:
    """A study of people has a line `- People:` with their number, or says that the number is not known yet."""
    counting = guide.settings.lists["kinds_that_count_people"].entries
    for source in _sources(guide):
        people = source.facts.get("People")
        if people and not PEOPLE.fullmatch(people.text):
            message = f"“{people.text}” is no number of people"
            yield at(guide.pages[SOURCES], people.line, message, "write a figure only, such as `- People: 1,064`")
        if not people and source.says("Kind") in counting and not source.unknown("number of people"):
            message = f"“{source.name}” does not say how many people took part"
            remedy = "add a line `- People: …`, or add `number of people` to its line `- Not known yet: …`"
            yield at(guide.pages[SOURCES], source.line, message, remedy)


@rule(
    why="A list of a hundred sources is only of use if one can find a name in it.",
    wrong="### Walker 2024 … ### Stick Makers data",
    right="### Stick Makers data … ### Walker 2024",
)
def sources_in_order(guide: Guide) -> Iterator[Problem]:
    """Under each `##` heading the sources stand in the order of the alphabet."""
    groups: dict[str, list[Source]] = defaultdict(list)
    for source in _sources(guide):
        groups[source.group].append(source)
    for listed in groups.values():
        names = [source.name for source in listed]
        for place in out_of_place(names):
            after = next(name for name in names if spelled(name) > spelled(names[place]))
            message = f"“{names[place]}” stands after “{after}”"
            yield at(guide.pages[SOURCES], listed[place].line, message, f"move it up, in front of “{after}”")


def _marks(source: Source) -> Iterator[tuple[str, str]]:
    """Yield what only one source may have: its name and the numbers of its paper, each with words for it."""
    yield f"name {plain(source.name)}", f"the name “{source.name}”"
    for link in source.links:
        if any(form.fullmatch(link.text) for form, _, _ in NUMBERS.values()):
            yield link.target.lower(), f"“{link.text}”"


@rule(
    why="A source that stands in the list twice is counted twice.",
    wrong="### Walker 2024 {#walker-2024} … ### Walker and others {#walker-others}  (with the same DOI)",
    right="### Walker 2024 {#walker-2024}",
)
def sources_listed_once(guide: Guide) -> Iterator[Problem]:
    """No name, DOI, PubMed or PMC number stands in the list of sources twice."""
    seen: dict[str, Source] = {}
    for source in _sources(guide):
        for mark, words in _marks(source):
            owner = seen.setdefault(mark, source)
            if owner is not source:
                message = f"{words} belongs to “{owner.name}” on line {owner.line} already"
                remedy = "make one entry of the two, or correct the one that is wrong"
                yield at(guide.pages[SOURCES], source.line, message, remedy)


RULES = (
    source_links_are_right,
    sources_without_a_link_say_so,
    sources_have_a_kind,
    sources_have_a_year,
    sources_count_their_people,
    sources_in_order,
    sources_listed_once,
)
