"""Is each word spelled right, and in the British way."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import resources

from guide.checks.drawings import TEXT, readable
from guide.checks.rules import in_file, rule
from guide.checks.words import found, problem
from guide.content import GLOSSARY, Guide, Page
from guide.figures.data import FILE as FIGURES
from guide.prose import Run, runs
from guide.report import Problem
from guide.settings import Word
from guide.terms import ALSO, SAY
from guide.wording import Hit, Lexicon, is_name

# The lists that come with codespell: what people mistype, and British words with their American spelling.
MISTAKES, AMERICAN = "dictionary.txt", "dictionary_en-GB_to_en-US.txt"


def _pairs(name: str) -> Iterator[tuple[str, str]]:
    """Yield the lines `one->other` of a list of codespell's."""
    text = (resources.files("codespell_lib") / "data" / name).read_text(encoding="utf-8")
    for line in text.splitlines():
        one, _, other = line.partition("->")
        yield one, other


@cache
def _mistakes() -> dict[str, str]:
    """Return what stands for each misspelling; a remark follows the last comma, or nothing."""
    return dict(_pairs(MISTAKES))


def _is_spelled_out(page: Page, run: Run) -> bool:
    """Return whether a line of the word list says how a word sounds, or names it in other ways."""
    return page.name == GLOSSARY and run.kind == "item" and run.text.startswith((SAY, ALSO))


def _drawn(guide: Guide) -> Iterator[tuple[str, Run]]:
    """Yield the words in drawings, each run with the name of its file."""
    for name, parts in readable(guide):
        words = (part for part in parts if part.name in TEXT)
        yield from ((name, Run("drawing", part.line, part.text, part.text, None, "")) for part in words)


def _in_drawing(name: str, run: Run, hit: Hit, says: str, remedy: str) -> Problem:
    """Return a problem with some words of a drawing."""
    message = f"the drawing says “{run.text[hit.start : hit.end]}”, which {says}"
    return in_file(name, run.line, message, f"{remedy}; a chart takes its words from docs/{FIGURES}")


def _mistyped(run: Run, right: set[str]) -> Iterator[Hit]:
    """Yield the misspelled words of a run, each with what may be meant."""
    known = _mistakes()
    for word in run.words:
        if word.word in known and word.word not in right:
            yield Hit(word.start, word.end, Word(word.word, known[word.word]))


def _choices(fixes: str) -> str:
    """Return the words that may be meant, such as “their” or “there”."""
    choices = fixes.rpartition(",")[0] or fixes
    return " or ".join(f"“{choice.strip()}”" for choice in choices.split(","))


@rule(
    why="A mistyped word makes a reader doubt the rest.",
    wrong="You may feal numb.",
    right="You may feel numb.",
)
def spelling(guide: Guide) -> Iterator[Problem]:
    """No word, on a page or in a drawing, is misspelled in a way that many people misspell it."""
    right = {*guide.settings.allowed["spelling"].entries}
    for page in guide.pages.values():
        for run in runs(page):
            for hit in () if _is_spelled_out(page, run) else _mistyped(run, right):
                yield problem(page, run, hit, "is misspelled", f"write {_choices(hit.entry.instead)}")
    for name, run in _drawn(guide):
        for hit in _mistyped(run, right):
            yield _in_drawing(name, run, hit, "is misspelled", f"write {_choices(hit.entry.instead)}")


def _words_of_america(guide: Guide) -> Lexicon:
    """Return American words, each with the British one; those that are British too are left out."""
    alike = {*guide.settings.allowed["spelled_alike"].entries}
    pairs = (Word(american.strip(), british) for british, american in _pairs(AMERICAN))
    listed = guide.settings.words["american"].words
    return Lexicon([*listed, *(pair for pair in pairs if pair.word not in alike)])


@rule(
    why="One spelling throughout is easier to read, and to find with a search.",
    wrong="The color of the skin can change.",
    right="The colour (US: color) of the skin can change.",
)
def british_spelling(guide: Guide) -> Iterator[Problem]:
    """Words are spelled the British way; the American way stands beside it as “(US: …)”."""
    lexicon = _words_of_america(guide)
    for page in guide.pages.values():
        for run, hit in found(guide, page, lexicon):
            if not _is_spelled_out(page, run) and not is_name(run, hit.start):
                remedy = f"write “{hit.entry.instead}”, or put it in brackets as “(US: {hit.entry.word})”"
                yield problem(page, run, hit, "is American", remedy)
    for name, run in _drawn(guide):
        for hit in lexicon.find(run):
            yield _in_drawing(name, run, hit, "is American", f"write “{hit.entry.instead}”")


RULES = (spelling, british_spelling)
