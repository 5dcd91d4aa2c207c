"""Words and phrases of a list, found whole, and told apart from those that a page explains."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.content import page_from
from guide.prose import Run, runs
from guide.settings import Word
from guide.wording import Lexicon, explained


def _run(text: str) -> Run:
    return runs(page_from(text, Path("a.md"), "a.md"))[0]


def _found(text: str, *words: str) -> list[str]:
    run = _run(text)
    return [run.text[hit.start : hit.end] for hit in Lexicon(Word(word, "") for word in words).find(run)]


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("A CURE, cures.", "cure", ["CURE", "cures"]),
        ("Secure curettes.", "cure", []),
        (
            "Statistically\nsignificant, statistically-significant.",
            "statistically significant",
            ["Statistically significant", "statistically-significant"],
        ),
        ("Statistically (and so on) significant. Statistically. Significant.", "statistically significant", []),
        ("It ablated and ablates.", "ablate, ablated", ["ablated", "ablates"]),
        ("Neuropathies, diagnoses.", "neuropathy, diagnosis", ["Neuropathies", "diagnoses"]),
        ("A p\u00a0value.", "p value", ["p\u00a0value"]),
        ("Raynaud’s.", "Raynaud's", ["Raynaud’s"]),
    ],
)
def test_whole_words_in_any_case(text: str, word: str, found: list[str]) -> None:
    assert _found(text, word) == found


def test_of_two_that_begin_alike_the_longer_is_found() -> None:
    assert _found("An end point.", "end", "end point") == ["end point"]


@pytest.mark.parametrize(
    "text",
    [
        "How well it works (efficacy) differs.",
        "How well it works (efficacy, US: effect) differs.",
        "The efficacy (how well it works) differs.",
        "The “efficacy” (how well it works) differs.",
        "The **efficacy** (how well it works) differs.",
        "Efficacy means how well it works.",
        "Efficacy is how well it works.",
        "The efficacy, that is, how well it works, differs.",
        "The efficacy, a measure of gain, differs.",
        "The efficacy, which tells how well it works, differs.",
        "How well it works is called efficacy.",
        "The word for it is “efficacy”.",
        "Kind: efficacy: a measure of gain",
    ],
)
def test_explained(text: str) -> None:
    run = _run(text)
    start = run.text.lower().index("efficacy")
    assert explained(run, start, start + len("efficacy"))


@pytest.mark.parametrize(
    "text",
    [
        "The efficacy differs.",
        "The efficacy is high.",
        "The efficacy (see below) differs.",
        "The efficacy (75) differs.",
        "The efficacy (US: efficacity) differs.",
        "It differs (for the efficacy see there).",
        "(efficacy)",
        "It differs (as anyone can tell who reads how efficacy is measured).",
        "Of the efficacy, a few spoke.",
        "A gain (large) in efficacy.",
    ],
)
def test_not_explained(text: str) -> None:
    run = _run(text)
    start = run.text.lower().index("efficacy")
    assert not explained(run, start, start + len("efficacy"))
