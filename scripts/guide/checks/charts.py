"""Does each figure that is drawn from data agree with its data, and with the text beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import partial

from guide.checks.citations import groups_of_sources
from guide.checks.figures import Picture, pictures
from guide.checks.rules import at, in_file, rule
from guide.citations import citations
from guide.content import SOURCES, Guide, Page
from guide.drawings import parts_of
from guide.figures.data import FILE, read_figures
from guide.figures.files import drawn_from_data, file_of, stale
from guide.figures.model import Figure
from guide.report import Problem
from guide.sections import section_lines, section_text
from guide.sources import sources

# A number as people write it; a dash right behind a word or a number is no minus.
NUMBER = re.compile(r"(?<![\w.,])[-−]?\d[\d,]*(?:\.\d+)?")
IN_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
# The numbers of a scale say where a mark stands, and are no findings.
SCALE = "tick"


_at = partial(in_file, FILE)


@rule(
    why="A number that is drawn is believed. One that cannot be read, or cannot be, must not be drawn.",
    wrong="- {label: Sticks, of_100: 160, source: walker-2024}",
    right="- {label: Sticks, of_100: 60, source: walker-2024}",
    stops_build=True,
)
def figures_have_whole_data(guide: Guide) -> Iterator[Problem]:
    """docs/figures.yml, if there is one, can be read; each figure has a known shape and all the numbers it needs."""
    for flaw in read_figures(guide.docs).flaws:
        yield _at(max(flaw.line, 1), flaw.message, flaw.remedy)


@rule(
    why="Behind each row of a figure stands somebody who counted. The reader has to find them.",
    wrong="- {label: Sticks, of_100: 60, source: walker-2042}",
    right="- {label: Sticks, of_100: 60, source: walker-2024}",
    stops_build=True,
)
def figures_have_known_sources(guide: Guide) -> Iterator[Problem]:
    """Each row of docs/figures.yml names its source, by a key that is on the page of sources."""
    known = [source.key for source in sources(guide.pages.get(SOURCES))]
    for figure in read_figures(guide.docs).figures:
        for row in figure.own_rows:
            if "source" not in row.values:
                yield _at(row.line, "this row has no source", "add `source: …` with a key of the page of sources")
        for key, line in figure.sources.items() if known else ():
            if key not in known:
                near = get_close_matches(key, known, n=1)
                remedy = f"write `{near[0]}`, or add the source" if near else "add the source"
                yield _at(line, f"there is no source `{key}`", f"{remedy} to `{SOURCES}`")


@rule(
    why="A picture that is older than its data says something that nobody found.",
    wrong="of_100: 60 in docs/figures.yml, and a drawing with 54 full figures",
    right="The same data, and the drawing that `make figures` made of it.",
    stops_build=True,
)
def figures_are_drawn_anew(guide: Guide) -> Iterator[Problem]:
    """The drawing of each figure in docs/figures.yml is the one that `make figures` makes of it now."""
    changed = stale(guide.docs, drawn_from_data(guide.docs))
    for figure in read_figures(guide.docs).figures:
        if (name := file_of(figure)) in changed:
            state = "differs from its data" if (guide.docs / name).exists() else "is missing"
            remedy = "run `make figures`, or ask for it in the pull request"
            yield _at(figure.line, f"the drawing `{name}` {state}", remedy)


def _said(text: str) -> set[float]:
    """Return the numbers of a text, in figures and in words."""
    numbers = {float(found.replace(",", "").replace("−", "-")) for found in NUMBER.findall(text)}
    return numbers | {float(IN_WORDS.index(word)) for word in re.findall(r"\w+", text.lower()) if word in IN_WORDS}


def drawn_numbers(svg: str) -> set[float]:
    """Return the numbers in the words of a drawing, without those of its scale."""
    said, parts = [], parts_of(svg)
    for part in parts:
        if part.name in {"text", "tspan"} and SCALE not in part.classes:
            said.append(part.text)
    return _said("\n".join(said))


def _section(guide: Guide, picture: Picture) -> tuple[str, set[str]]:
    """Return the words of the section in which a picture stands, and the keys of the sources cited there."""
    page = picture.page
    heading = [one for one in page.headings if one.line < picture.line][-1:]
    if not heading:
        return "", set()
    first, last = section_lines(guide, page, heading[0].anchor) or (0, 0)
    cited = {one.key for one in citations(page, groups_of_sources(guide)) if first <= one.line < last}
    return section_text(guide, page, heading[0].anchor) or "", cited


def _disagreements(guide: Guide, figure: Figure, svg: str, picture: Picture) -> Iterator[tuple[Page, int, str, str]]:
    text, cited = _section(guide, picture)
    for number in sorted(drawn_numbers(svg) - _said(text)):
        message = f"the figure `{figure.name}` shows {number:g}, and the text of this section does not say it"
        yield picture.page, picture.line, message, f"write it here, or correct docs/{FILE}, line {figure.line}"
    for key in sorted(figure.sources.keys() - cited):
        message = f"the figure `{figure.name}` takes numbers from `{key}`, which this section does not cite"
        yield picture.page, picture.line, message, f"put its citation, `{SOURCES}#{key}`, behind what it found"


@rule(
    why="Where a picture and the sentence beside it disagree, nobody knows what to believe.",
    wrong="A figure with 54 of 100, and beside it: About half walked further.",
    right="A figure with 54 of 100, and beside it: About 54 of 100 walked further. [Walker 2024](references.md#…)",
)
def figures_agree_with_the_text(guide: Guide) -> Iterator[Problem]:
    """Each number of a figure from docs/figures.yml stands in the section that shows it, with a citation of its source.

    Numbers of the scale are free. Each figure is shown on a page.
    """
    shown, drawn = list(pictures(guide)), drawn_from_data(guide.docs)
    for figure in read_figures(guide.docs).figures:
        name = file_of(figure)
        here = [picture for picture in shown if picture.target == name]
        if not (here or guide.shut):
            yield _at(figure.line, f"no page shows the figure `{figure.name}`", f"show it with `![…]({name})`")
        for picture in here if name in drawn else ():
            for page, line, message, remedy in _disagreements(guide, figure, drawn[name], picture):
                yield at(page, line, message, remedy, words=name)


RULES = (figures_have_whole_data, figures_have_known_sources, figures_are_drawn_anew, figures_agree_with_the_text)
