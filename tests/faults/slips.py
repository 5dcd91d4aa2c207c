"""Faults that slip from the fingers: a word twice, a mark in a wrong place."""

from __future__ import annotations

from . import Good, once, say, swap, windows

INDEX, HEIGHT = "docs/index.md", "docs/height.md"

FAULTS = [
    once("a word twice", say("Hold the the stick."), "words-once", INDEX, 18),
    once(
        "a word twice, at the end of a line", windows(say("- Öl\n- Hold your\n  your stick.")), "words-once", INDEX, 20
    ),
    once(
        "a word twice in a caption",
        swap("height.md", "level with your", "level with with your"),
        "words-once",
        HEIGHT,
        18,
    ),
    once("a blank before a full stop", say("Oak is hard ."), "marks-between-words", INDEX, 18),
    once("a fixed blank before a question mark", say("Is oak\nhard\u00a0?"), "marks-between-words", INDEX, 19),
    once("no blank behind a full stop", say("Oak is hard.It is heavy."), "marks-between-words", INDEX, 18),
    once(
        "no blank behind a comma", swap("index.md", "| stairs |", "| stairs,hills |"), "marks-between-words", INDEX, 21
    ),
    once("two full stops", windows(say("Öl is soft..")), "marks-between-words", INDEX, 18),
    once("questions instead of words", say("Call us on ???"), "marks-between-words", INDEX, 18),
    once("a number that is not known yet", swap("index.md", "| stairs |", "| ?? |"), "marks-between-words", INDEX, 21),
    once("a bracket that is not closed", say("- Oak is (as here hard."), "marks-between-words", INDEX, 18),
]

GOOD = [
    Good("words that are right twice", say("What she had had was that that is in in June. Walk in Baden Baden.")),
    Good("a word again in the next sentence", say("It is oak. Oak is hard. I walked, walked and walked.")),
    Good(
        "marks that are right",
        say(
            "It is 1,5 or 9.30 (see p.m.) and so on...\n\nIs it?! Oak …, e.g., `a ,b` [x](height.md), anna.Oak@a.example."
        ),
    ),
]
