"""Are the words plain and honest, and is a medical word or an abbreviation explained where it first stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from guide.checks.rules import at, rule
from guide.content import FAQ, GLOSSARY, Guide, Page
from guide.prose import Run, runs
from guide.reading import words
from guide.report import Problem
from guide.settings import Word
from guide.terms import read_terms, spellings
from guide.wording import Hit, Lexicon, explained, is_name, plain

# “It is not a cure” promises nothing, if one of these stands among the three words before.
NEGATIONS = frozenset({"cannot", "neither", "never", "no", "nobody", "nor", "not", "without"})
SHORT_NOT = "n't"
NEAR = 3
# Three words have fewer signs than this.
CLOSE = 60
# One of these between the two undoes that: “not only safe”, “no doubt safe”, “without a cut, safe”.
UNDOING = frozenset({"and", "but", "doubt", "doubts", "just", "less", "merely", "only", "yet"})
CLAUSE = re.compile(r"[,;:.!?()–—]")
# Two or more capitals side by side. A number of a record, such as NCT03449667, is a name and no abbreviation.
ABBREVIATION = re.compile(r"(?<![\w.])(?:(?:[A-Z]\.){2,9}|[A-Za-z]{0,9}[A-Z]&?[A-Z][A-Za-z&]{0,20}\d{0,2})(?!\w)")
# Labels have no room for a meaning, so the first use in the text counts before them.
LABELS = frozenset({"heading", "title", "field", "alternative"})


def found(guide: Guide, page: Page, lexicon: Lexicon) -> Iterator[tuple[Run, Hit]]:
    """Yield the entries of a list on a page, each at most once a line, and none within a phrase that is allowed."""
    phrases = Lexicon(Word(phrase, "") for phrase in guide.settings.allowed["phrases"].entries)
    seen: set[tuple[int, str]] = set()
    for run in runs(page):
        for hit in lexicon.find(run):
            key = (run.line_of(hit.start), plain(run.text[hit.start : hit.end]))
            if key not in seen and not phrases.covers(run, hit):
                seen.add(key)
                yield run, hit


def _negated(run: Run, place: int) -> bool:
    """Return whether a “not” stands shortly before a place, with nothing between that undoes it."""
    near = words(plain(CLAUSE.split(run.text[max(place - CLOSE, 0) : place])[-1]))[-NEAR:]
    last = max(
        (number for number, word in enumerate(near) if word in NEGATIONS or word.endswith(SHORT_NOT)), default=None
    )
    return last is not None and not UNDOING & set(near[last:])


def _asked(page: Page, run: Run) -> bool:
    """Return whether a run is a question that readers ask, in their words."""
    return page.name == FAQ and run.kind == "heading" and run.text.rstrip().endswith("?")


def problem(page: Page, run: Run, hit: Hit, says: str, remedy: str) -> Problem:
    """Return a problem with some words of a run."""
    said = run.text[hit.start : hit.end]
    return at(page, run.line_of(hit.start), f"“{said}” {says}", remedy, words=said)


@rule(
    why="The studies do not bear out a promise, and a broken one hurts twice.",
    wrong="A painless cure for a sore wrist.",
    right="A way to rest a sore wrist. Of 52 people, 41 said it hurt a little.",
)
def promise_words(guide: Guide) -> Iterator[Problem]:
    """No word promises what nobody can promise, such as “safe” or “cure”; to say that it is not so is right."""
    lexicon = Lexicon(guide.settings.words["promise"].words)
    for page in guide.pages.values():
        for run, hit in found(guide, page, lexicon):
            if not _negated(run, hit.start) and not _asked(page, run):
                yield problem(page, run, hit, "promises too much", f"instead: {hit.entry.instead}")


@rule(
    why="A frightened reader takes in less. Say what happens and what to do.",
    wrong="Victims suffer agony for weeks.",
    right="Some people have severe pain for weeks. Call your clinic if it gets worse.",
)
def scare_words(guide: Guide) -> Iterator[Problem]:
    """No word frightens without need, such as “agony” or “victim”."""
    lexicon = Lexicon(guide.settings.words["scare"].words)
    for page in guide.pages.values():
        for run, hit in found(guide, page, lexicon):
            yield problem(page, run, hit, "frightens", f"instead: {hit.entry.instead}")


def _terms(guide: Guide) -> Lexicon:
    """Return the names of the terms of the word list, which the build links to their meanings."""
    page = guide.pages.get(GLOSSARY)
    names = chain.from_iterable(map(spellings, read_terms(page))) if page else ()
    return Lexicon(Word(name, "") for name in names)


def _first_uses(uses: Iterable[tuple[Run, Hit]]) -> Iterator[tuple[Run, Hit]]:
    """Yield where each word stands first on a page: in the text, or in a label if it is nowhere in the text."""
    first: dict[str, tuple[Run, Hit]] = {}
    for run, hit in sorted(uses, key=lambda pair: pair[0].kind in LABELS):
        first.setdefault(hit.entry.word, (run, hit))
    yield from first.values()


def _unexplained(uses: Iterable[tuple[Run, Hit]], terms: Lexicon) -> Iterator[tuple[Run, Hit]]:
    """Yield the words that are no terms and are not explained where they first stand."""
    for run, hit in _first_uses((run, hit) for run, hit in uses if not terms.covers(run, hit)):
        if not explained(run, hit.start, hit.end):
            yield run, hit


@rule(
    why="A word that the reader does not know stops them, and they may blame themselves.",
    wrong="The efficacy of percutaneous treatment varies.",
    right="How well it works (efficacy) differs from person to person.",
)
def jargon(guide: Guide) -> Iterator[Problem]:
    """A medical or research word is in the word list, or is explained where it first stands on a page."""
    if GLOSSARY in guide.shut:  # it may well be there
        return
    lexicon, terms = Lexicon(guide.settings.words["jargon"].words), _terms(guide)
    for page in guide.pages.values():
        uses = ((run, hit) for run, hit in found(guide, page, lexicon) if not is_name(run, hit.start))
        for run, hit in _unexplained(uses, terms):
            remedy = f"write “{hit.entry.instead}”, or put the hard word in brackets after plain words"
            yield problem(page, run, hit, "is not explained", remedy)


def _abbreviations(page: Page, known: set[str]) -> Iterator[tuple[Run, Hit]]:
    """Yield the abbreviations of a page that are not known to everybody."""
    for run in runs(page):
        for place in ABBREVIATION.finditer(run.own):
            letters = place[0].replace(".", "").removesuffix("s")
            if letters not in known:
                yield run, Hit(*place.span(), Word(letters, ""))


@rule(
    why="Letters mean nothing to those who have not met them, and other things to others.",
    wrong="You may have an MRI first.",
    right="You may have a scan with a strong magnet (MRI) first.",
)
def abbreviations(guide: Guide) -> Iterator[Problem]:
    """An abbreviation is written out or explained where it first stands on a page."""
    if GLOSSARY in guide.shut:
        return
    known = {*guide.settings.allowed["abbreviations"].entries}
    known |= {entry.word for entry in guide.settings.words["placeholder"].words}
    terms = _terms(guide)
    for page in guide.pages.values():
        for run, hit in _unexplained(_abbreviations(page, known), terms):
            remedy = f"write it out, with “({hit.entry.word})” behind, or in small letters if it is a plain word"
            yield problem(page, run, hit, "is not written out", remedy)


RULES = (promise_words, scare_words, jargon, abbreviations)
