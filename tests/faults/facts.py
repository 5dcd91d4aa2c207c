"""Faults of the lists under words and sources."""

from __future__ import annotations

from . import Fault, Good, add, both, once, swap
from .sources import KIND, windows

LIST, SOURCES = "docs/glossary.md", "docs/references.md"
NAME = "- Also called: rubber foot\n"


FAULTS = [
    once(
        "a slip in the name of a line", swap("glossary.md", NAME, f"{NAME}- Sayit: foot\n"), "lines-of-terms", LIST, 22
    ),
    once("a line in small letters", swap("glossary.md", NAME, f"{NAME}- say it: foot\n"), "lines-of-terms", LIST, 22),
    once(
        "a line with nothing behind it",
        windows(swap("glossary.md", "hold.\n", "hold.\n\n- Also called:\n"), "glossary.md"),
        "lines-of-terms",
        LIST,
        31,
    ),
    once("a list for a meaning", swap("glossary.md", NAME, f"{NAME}- The end\n"), "lines-of-terms", LIST, 22),
    once(
        "two numbers of people", swap("references.md", KIND, f"{KIND}- People: 90\n"), "lines-of-sources", SOURCES, 28
    ),
    once("an unknown fact", swap("references.md", KIND, f"{KIND}- Årgang: 90\n"), "lines-of-sources", SOURCES, 27),
    Fault(
        "a word in the place of a letter",
        add("glossary.md", "## Hook {#hook}\n\nThe bent end of a stick.\n"),
        (("letters-head-their-terms", LIST, 31),),
    ),
    Fault(
        "a word too far down",
        add("glossary.md", "#### Hook {#hook}\n\nThe bent end of a stick.\n"),
        (("letters-head-their-terms", LIST, 31),),
    ),
]

GOOD = [
    Good(
        "facts in another order",
        both(
            swap("glossary.md", f"- Say it: **ferr**-ool\n{NAME}", f"{NAME}- Say it: **ferr**-ool\n"),
            swap("references.md", KIND, f"- Take care: Nobody was asked twice: a pity.\n{KIND}"),
        ),
    ),
]
