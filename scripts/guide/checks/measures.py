"""Are chances and temperatures told so that everybody can picture them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from guide.checks.rules import at, rule
from guide.checks.words import found, problem
from guide.content import Guide, Page
from guide.prose import Run, runs
from guide.report import Problem
from guide.settings import Word
from guide.wording import Hit, Lexicon

NUMBER = r"(?:\d[\d,]{0,12}(?:\.\d{1,4})?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|fifty)"
# “1 in 7” is a chance; “2 in 2019” and “1.4 in 14 days” are not, and “two in one” is a figure of speech.
IN_FEW = rf"\b{NUMBER}[\s-]in[\s-](?!(?:one|1|100|(?:19|20)\d\d)\b){NUMBER}\b"
SPAN = r"(?![\s-]*(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)\b)"
NOT_OF_100 = re.compile(rf"{IN_FEW}{SPAN}|(?:\b\d[\d,.]{{0,12}}\s?)?[%％‰]|\bper\s?cent(?:age)?s?\b", re.I)
# How often something happens: “3 of 100”, “all 49 people”, “52 people”.
OFTEN = re.compile(
    rf"\b{NUMBER}\s+(?:\w+\s+)?(?:in|of|out of)\s+(?:the\s+)?{NUMBER}\b"
    r"|\b(?:all|none of)\s+(?:the\s+)?\d+\b"
    rf"|\b{NUMBER}\s+(?:people|patients|adults|children|women|men)\b",
    re.I,
)
# “120 of 100 people”; “in 2019 of 30 people” begins with a year.
SHARE = re.compile(
    r"(?<!\bin )(?<![\w.,])(\d[\d,]{0,12})\s+(?:out of|of)\s+(?:the\s+|those\s+|all\s+)?(\d[\d,]{0,12})(?![\w.]*\d)",
    re.I,
)
CELSIUS = r"(?:[°º˚]\s?C\b|℃|\bdegrees?\s(?:C\b|Celsius\b))"
FAHRENHEIT = r"(?:[°º˚]\s?F\b|℉|\bdegrees?\s(?:F\b|Fahrenheit\b))"
DEGREES = r"((?:(?<!\d)[-−–])?\d{1,4}(?:\.\d{1,2})?)"
# “-20 °C (-4 °F)”, “-20 °C, -4 °F”, “-5 °C and -9 °C (23 °F and 16 °F)”, “-4 °F (-20 °C)”.
BESIDE = re.compile(
    rf"(?:\s*(?:and|to|or|–|,)\s*{DEGREES}\s*{CELSIUS})?\s*\([^)]{{0,60}}{FAHRENHEIT}|\s*[,/]\s*{DEGREES}\s*{FAHRENHEIT}"
)
IN_BRACKETS = re.compile(rf"{FAHRENHEIT}\s*\([^)]{{0,60}}$")
# One temperature or two, then the same in the other scale.
PAIRS = re.compile(
    rf"(?:{DEGREES}\s*(?:{CELSIUS})?\s*(?:to|and|or|–)\s*)?{DEGREES}\s*{CELSIUS}\s*"
    rf"\((?:{DEGREES}\s*(?:{FAHRENHEIT})?\s*(?:to|and|or|–)\s*)?{DEGREES}\s*{FAHRENHEIT}\)"
)
# In a table the other scale may stand in a column of its own.
CELLS = frozenset({"cell", "head"})
# Rounding may lie this far from the exact number of degrees Fahrenheit.
ROUNDING = 1.0


@rule(
    why="Some people take “1 in 7” for less than “1 in 10”. One base, 100, is the easiest to compare.",
    wrong="It helps 1 in 7 people. It helps 14% of people.",
    right="It helps about 14 of 100 people.",
)
def out_of_100(guide: Guide) -> Iterator[Problem]:
    """A chance is told as “14 of 100”, not as “1 in 7” or with a per cent sign."""
    for page in guide.pages.values():
        for run in runs(page):
            for chance in NOT_OF_100.finditer(run.own):
                remedy = "write “about 14 of 100”, or for a small group the plain count, “2 of 13 people”"
                yield problem(page, run, Hit(*chance.span(), Word("", "")), "is hard to compare", remedy)


@rule(
    why="A slip of the keyboard in a number of people is believed like any other number.",
    wrong="About 120 of 100 people hold their stick too high.",
    right="About 12 of 100 people hold their stick too high.",
)
def possible_shares(guide: Guide) -> Iterator[Problem]:
    """No more people have something than there are: “60 of 100”, never “120 of 100”."""
    for page in guide.pages.values():
        for run in runs(page):
            for share in SHARE.finditer(run.own):
                if int(share[1].replace(",", "")) > int(share[2].replace(",", "")):
                    hit = Hit(*share.span(), Word("", ""))
                    yield problem(page, run, hit, "cannot be: a part is larger than the whole", "correct the numbers")


class _Around:
    """Tells what stands around the runs of a page, and whether a number does."""

    def __init__(self, page: Page, unknown: Lexicon) -> None:
        """Note the place of each run and the cells of each row."""
        self._runs, self._unknown = runs(page), unknown
        self._places = {run: place for place, run in enumerate(self._runs)}
        self._rows: dict[int, list[Run]] = {}
        for run in self._runs:
            if run.kind == "cell":
                self._rows.setdefault(run.line, []).append(run)

    def counted(self, run: Run) -> bool:
        """Return whether a number, or the word that nobody has one, stands where the risk word of a run does."""
        return any(OFTEN.search(other.text) or any(self._unknown.find(other)) for other in self._near(run))

    def _near(self, run: Run) -> Iterable[Run]:
        """Return the section of a heading, the row of a cell, a paragraph with what follows it, or a run alone."""
        if run.kind in {"heading", "head"}:
            return self._under(run)
        if run.kind == "cell":
            return self._rows[run.line]
        following = self._runs[self._places[run] + 1 : self._places[run] + 2] if run.kind == "paragraph" else []
        return [run, *(other for other in following if other.section == run.section)]

    def _under(self, run: Run) -> Iterator[Run]:
        """Yield the runs of a section, down to the next heading of its level or above."""
        level = run.section.level if run.section else 0
        for other in islice(self._runs, self._places[run] + 1, None):
            if other.kind == "heading" and other.section and other.section.level <= level:
                return
            yield other


@rule(
    why="“Rare” is 1 of 100 to one reader and 1 of 10,000 to the next.",
    wrong="Numb skin is common.",
    right="Numb skin is common: 93 of 100 people had it. Lasting harm is rare, but nobody has a good number.",
)
def risk_words(guide: Guide) -> Iterator[Problem]:
    """A word such as “rare” or “common” stands beside a count of people, or beside “nobody has a good number”."""
    lexicon = Lexicon(guide.settings.words["risk"].words)
    unknown = Lexicon(Word(entry, "") for entry in guide.settings.lists["unknown_numbers"].entries)
    for page in guide.pages.values():
        around, counted = _Around(page, unknown), dict[Run, bool]()
        for run, hit in found(guide, page, lexicon):
            if run not in counted:
                counted[run] = around.counted(run)
            if not counted[run] and not run.linked(hit.start):
                remedy = "add how many of how many people, or “nobody has a good number”"
                yield problem(page, run, hit, "says too little without a number", remedy)


def _degrees(text: str) -> float:
    return float(text.replace("−", "-").replace("–", "-"))


def _misfits(run: Run) -> Iterator[tuple[int, str, float]]:
    """Yield what is no right conversion: its place, its words and the right number of degrees Fahrenheit."""
    for pair in PAIRS.finditer(run.text):
        for celsius, fahrenheit in ((pair[1], pair[3]), (pair[2], pair[4])):
            if celsius is None or fahrenheit is None:
                continue
            told, right = _degrees(fahrenheit), _degrees(celsius) * 9 / 5
            # A difference of temperatures has no 32 to add.
            if min(abs(told - right - 32), abs(told - right)) > ROUNDING:
                yield pair.start(), pair[0], right + 32


@rule(
    why="Readers in the United States know Fahrenheit only, and most others Celsius only.",
    wrong="The tip is at -70 °C.",
    right="The tip is at -70 °C (-94 °F).",
)
def temperatures(guide: Guide) -> Iterator[Problem]:
    """A temperature in °C has the same in °F right behind it, in brackets, and none is in °F only."""
    for page in guide.pages.values():
        for run in runs(page):
            for sign in re.finditer(CELSIUS, run.text):
                if BESIDE.match(run.text, sign.end()) or IN_BRACKETS.search(run.text[: sign.start()][-80:]):
                    continue
                remedy = "put the degrees Fahrenheit behind it, such as “-20 °C (-4 °F)”"
                yield at(page, run.line_of(sign.start()), "a temperature without °F", remedy, words=sign[0])
            alone = re.search(FAHRENHEIT, run.text) if run.kind not in CELLS else None
            if alone and not re.search(CELSIUS, run.text):
                remedy = "put the degrees Celsius in front of it, such as “-20 °C (-4 °F)”"
                yield at(page, run.line_of(alone.start()), "a temperature without °C", remedy, words=alone[0])
            for place, words, right in _misfits(run):
                message, remedy = f"“{words}” is not the same in both", f"the right one is {right:.0f} °F"
                yield at(page, run.line_of(place), message, remedy, words=words)


RULES = (out_of_100, possible_shares, risk_words, temperatures)
