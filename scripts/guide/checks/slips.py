"""Is each word there once, and each mark between words where it belongs: slips that no list of words knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from guide.checks.rules import at, rule
from guide.checks.words import problem
from guide.content import Guide, Page
from guide.markup import Block
from guide.prose import ADDRESS, Run, blanked, citation_lines, runs
from guide.report import Problem
from guide.settings import Word
from guide.wording import Hit

# Words that stand twice in a row in right sentences: “what he had had”, “log in in the morning”, “very very”.
TWICE = frozenset({"bye", "do", "had", "ha", "her", "in", "is", "no", "on", "over", "so", "that", "very", "you"})
# What is wrong with a mark: the marks and the letters around them, what it is, and how to mend it. Each pattern begins
# where a word does, so that the longest word takes no time.
MARKS = (
    (re.compile(r"\b[^\W_]+[ \xa0]+[.,;!?](?=\s|$)"), "has a blank in front of its mark", "delete the blank"),
    (
        re.compile(r"\b[^\W\d_]{2,}[.!?][A-Z][a-z]+|\b[^\W\d_]+[,;][^\W\d_]+"),
        "has no blank behind the mark",
        "put one there",
    ),
    (
        re.compile(r"(?:\b[^\W_]+)?(?:(?<!\.)\.\.(?!\.)|(?<=[^?])\?{2,}|(?<=\w)!{2,}|,,+|;;+)|^\?{2,}$"),
        "has a mark too many",
        "write one mark, and words where some are missing",
    ),
)
# Stands in each text that holds one of these; to look for it first spares most texts the three searches.
SUSPECT = re.compile(r"[ \xa0][.,;!?]|[.,;!?][A-Za-z.,;!?]")


def _twice(run: Run) -> Iterator[Hit]:
    """Yield the words that stand in a run twice in a row; a capital begins a name or a sentence."""
    for one, other in pairwise(run.words):
        if one.word != other.word or one.word in TWICE:
            continue
        between, again = run.own[one.end : other.start], run.text[other.start : other.end]
        if between.isspace() and again.islower():
            yield Hit(other.start, other.end, Word(other.word, ""))


@rule(
    why="A word that stands twice makes a reader stop, and a voice stutter.",
    wrong="Bring your your letter.",
    right="Bring your letter.",
)
def words_once(guide: Guide) -> Iterator[Problem]:
    """No word stands twice in a row by mistake."""
    for page in guide.pages.values():
        for run in runs(page):
            for hit in _twice(run):
                yield problem(page, run, hit, "stands here twice", "delete one of the two")


def _texts(block: Block) -> Iterator[tuple[int, str]]:
    """Yield the pieces of text of a block without code and addresses, each with its line."""
    line = block.line
    for token in block.token.children or []:
        line += token.type in {"softbreak", "hardbreak"}
        if token.type == "text":
            text = token.content
            yield line, blanked(text, ADDRESS) if SUSPECT.search(text) or "(" in text else text


def _misplaced(page: Page, block: Block) -> Iterator[Problem]:
    """Yield the marks of a block that are not in their place, and a bracket that is never closed."""
    texts = list(_texts(block))
    for line, text in texts:
        for pattern, says, remedy in MARKS if SUSPECT.search(text) else ():
            for found in pattern.finditer(text):
                yield at(page, line, f"“{found[0]}” {says}", remedy, words=found[0])
    whole = "".join(text for _, text in texts)
    if whole.count("(") > whole.count(")"):
        line = next(line for line, text in texts if "(" in text)
        yield at(
            page, line, "a bracket `(` is not closed", "put a `)` behind the last word that belongs to it", words="("
        )


@rule(
    why="A voice reads such marks aloud in a wrong way, and the eye stumbles.",
    wrong="It is cold .You go home,then you rest..",
    right="It is cold. You go home, then you rest.",
)
def marks_between_words(guide: Guide) -> Iterator[Problem]:
    """A mark such as `.` or `,` stands right behind a word and before a blank, once; a bracket is closed."""
    for page in guide.pages.values():
        exempt = citation_lines(page)
        for block in page.blocks:
            if block.line not in exempt:
                yield from _misplaced(page, block)


RULES = (words_once, marks_between_words)
