"""Finds words and phrases of a list in a run of text: whole words, in any case, with their plural."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from guide.prose import AMERICAN, PROSE, Run, Spoken, blanked
from guide.reading import words
from guide.settings import Word

# Between the words of a phrase stands a gap or a hyphen, and nothing else.
GAP = re.compile(r"[\s–-]+")
# In brackets right after a word, these begin a remark and not another name for the word.
REMARK = frozenset(
    {"about", "after", "all", "and", "at", "before", "but", "by", "for", "from", "in", "not"}
) | frozenset({"of", "on", "or", "over", "see", "than", "the", "to", "under", "until", "with"})
# Another name is short; more words than this in brackets are a remark.
LONGEST_NAME = 6
# So many signs before a word say whether it begins a sentence.
NEAR = 9
# What follows a word that the page explains: brackets with words in them, or the beginning of its meaning.
MEANING = re.compile(
    r"[\"”’]?(?:"
    r"\s*\((?!\s*see\b)(?=[^)]{0,200}[^\W\d_]{3})[^)]{0,250}\)"
    r"|:\s+(?:an?|the|people)\b"
    r"|,?\s+(?:means?|that is|which (?:is|are|means?))\b"
    r"|,\s+(?:an?\s+(?!few\b|lot\b|bit\b)|or\b|which\b|who\b)"
    r"|\s+(?:is|are)\s+(?:an?|any|the|what|when|where|how|one)\b"
    r")",
    re.I,
)
# What stands before a word that the page explains, beside an opening bracket.
NAMING = re.compile(
    r"\b(?:called|known as|named|(?:name|term|word)(?: for \w+)? is)\s+(?:(?:an?|the)\s+)?[\"“‘]?$", re.I
)


@dataclass(frozen=True)
class Hit:
    """An entry of a list where it stands in a run."""

    start: int
    end: int
    entry: Word


def spoken_forms(word: str) -> set[str]:
    """Return a word with its plurals."""
    forms = {word, f"{word}s", f"{word}es"}
    if re.search(r"[^aeiou]y$", word):
        forms.add(f"{word[:-1]}ies")
    if word.endswith("is"):
        forms.add(f"{word[:-2]}es")
    return forms


class Lexicon:
    """A list of words and phrases, ready to be found; of two that begin alike the longer is found.

    An entry with commas lists several forms of one word, such as “ablate, ablated”.
    """

    def __init__(self, entries: Iterable[Word]) -> None:
        """Index each phrase by its first word; the last may be a plural."""
        self._phrases: dict[str, list[tuple[list[str], set[str], Word]]] = {}
        for form, entry in ((form, one) for one in entries for form in one.word.split(",")):
            *first, last = words(plain(form)) or [""]
            forms = spoken_forms(last)
            for key in first[:1] or forms:
                self._phrases.setdefault(key, []).append((first, forms, entry))
        for phrases in self._phrases.values():
            phrases.sort(key=lambda phrase: len(phrase[0]), reverse=True)
        self._covered: dict[Run, set[int]] = {}

    def find(self, run: Run) -> Iterator[Hit]:
        """Yield the entries in the own words of a run."""
        for place, word in enumerate(run.words):
            for first, forms, entry in self._phrases.get(word.word, ()):
                said = run.words[place : place + len(first) + 1]
                if _matches(said, first, forms) and _joined(run, said):
                    yield Hit(said[0].start, said[-1].end, entry)
                    break

    def covers(self, run: Run, hit: Hit) -> bool:
        """Return whether a word of a run is an entry, or part of one."""
        if run not in self._covered:
            spans = [range(found.start, found.end) for found in self.find(run)]
            self._covered[run] = {place for span in spans for place in span}
        return hit.start in self._covered[run]


def plain(text: str) -> str:
    """Return a text in small letters with one kind of apostrophe."""
    return text.lower().replace("’", "'")


def _matches(said: list[Spoken], first: list[str], forms: set[str]) -> bool:
    """Return whether these words are a phrase: `first` and then one of the forms of its last word."""
    return len(said) > len(first) and [word.word for word in said[:-1]] == first and said[-1].word in forms


def _joined(run: Run, said: list[Spoken]) -> bool:
    """Return whether nothing but gaps stands between some words."""
    return all(GAP.fullmatch(run.own, one.end, other.start) for one, other in pairwise(said))


def explained(run: Run, start: int, end: int) -> bool:
    """Return whether the words from `start` to `end` stand beside their meaning."""
    text = blanked(run.text, AMERICAN)
    return bool(MEANING.match(text, end) or NAMING.search(text, 0, start)) or _is_name_in_brackets(text, start)


def _is_name_in_brackets(text: str, place: int) -> bool:
    """Return whether a place stands inside short brackets right after a word, as in “a lump (neuroma)”."""
    before, bracket, opened = text[:place].rpartition("(")
    if not bracket or ")" in opened or not before.rstrip(' "”’')[-1:].isalnum():
        return False
    inside = words(text[len(before) + 1 :].partition(")")[0])
    return 0 < len(inside) <= LONGEST_NAME and inside[0].lower() not in REMARK


def is_name(run: Run, place: int) -> bool:
    """Return whether a word has its capital because it is a name, such as the Center for Disease Control.

    In a heading the first letters may be capitals for show, so nothing is taken for a name there.
    """
    before = run.text[max(place - NEAR, 0) : place].rstrip(' “"(')[-1:]
    return run.kind in PROSE and run.text[place].isupper() and before not in {*".!?:", ""}
