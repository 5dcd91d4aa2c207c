"""The search index: a section for each heading and question, small, and with every word that leads somewhere."""

from __future__ import annotations

import json
import re
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from guide.finish.faq import fold_questions
from guide.finish.search import (
    FIRST_WORDS,
    SECTIONS_PER_WORD,
    STOP,
    Section,
    first_words,
    index,
    normal,
    postings,
    sections,
    write_index,
)
from guide.finish.site import Site

from .conftest import Maker, page

ARTICLE = """
<article><h1 id="top">The <em>page</em></h1><p class="review">Not reviewed.</p>
<section class="in-short"><h2 id="in-short">In short</h2><ul><li>A point.</li></ul></section>
<h2 id="part">A part</h2>
<p>First words. <a href="references.html#smith">Smith 2020</a> More <a href="other.html#x">linked</a> words.</p>
<ul><li>Outer <strong>point</strong><ul><li>Inner point</li></ul> end</li><li><p>In a paragraph</p></li></ul>
<table><thead><tr><th scope="col">Column</th></tr></thead><tbody><tr><th scope="row">Row</th><td>Cell</td></tr></tbody></table>
<figure><svg class="plate"></svg><figcaption><p>Caption</p></figcaption></figure>
<div class="next-step"><p>Next step</p><p>Read on</p></div>
<h3 id="why">Why?</h3><p>Because.</p>
<p class="dates">Checked.</p></article>
"""
WORDS = """
<article><h1 id="w">Word list</h1><h3 id="axon">Axon</h3><ul class="facts"><li>Say it: ak-son</li>
<li>Also called: nerve fibre</li></ul><p>A thread.</p><p class="used-on">Used on The page</p></article>
"""
USE = '<article><h1 id="u">A | use</h1><p>One <a class="term" href="words.html#axon">axon</a> | two.</p></article>'
SOURCES = '<article><h1 id="s">Sources</h1><h3 id="smith">Smith 2020</h3><p>Smith S. Unheard.</p></article>'


def _site(make_site: Maker) -> Site:
    texts = {"a.html": ARTICLE, "words.html": WORDS, "use.html": USE, "references.html": SOURCES, "404.html": ARTICLE}
    site = make_site({name: page(text) for name, text in texts.items()})
    for tree in site.pages.values():
        fold_questions(tree, site.folder)
    return site


def _sections(make_site: Maker) -> list[Section]:
    return list(sections(_site(make_site).articles()["a.html"]))


def _number(step: str) -> int:
    return sum((int(digit, 36) - 10) * 26**place for place, digit in enumerate(reversed(step)))


def unpacked(lines: str) -> dict[str, list[int]]:
    """Read the words of an index as guide.js does."""
    found, before = {}, ""
    for line in lines.split("\n"):
        letters, steps = line.split(" ")
        before = before[: int(letters[0])] + letters[1:]
        found[before] = [number - 1 for number in accumulate(map(_number, re.findall("[a-z]*[A-Z]", steps)))]
    return found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Raynaud’s, Raynaud's & RAYNAUDS", ["raynaud"] * 3),
        ("café Ångström", ["cafe", "angstrom"]),
        ("therapies ties", ["therapy", "tie"]),
        ("nerves gas loss us", ["nerve", "gas", "loss", "us"]),
        ("freeze–thaw x-ray 2.5", ["freeze", "thaw", "x", "ray", "2", "5"]),
        ("!? …", []),
    ],
)
def test_words_are_cut_to_what_people_type(text: str, words: list[str]) -> None:
    assert normal(text) == words


@given(st.text())
def test_words_are_small_letters_and_digits_whatever_is_typed(text: str) -> None:
    assert all(word.isascii() and word.isalnum() and word == word.lower() for word in normal(text))


def test_each_heading_begins_a_section_and_a_box_belongs_to_the_one_around_it(make_site: Maker) -> None:
    assert [(one.anchor, one.title) for one in _sections(make_site)] == [
        ("", "The page"),
        ("part", "A part"),
        ("why", "Why?"),
    ]
    assert _sections(make_site)[0].text == "A point."


def test_a_section_holds_every_word_once_and_no_citation_or_furniture(make_site: Maker) -> None:
    text = _sections(make_site)[1].text
    expected = ["First words. More linked words.", "Outer point end", "Inner point", "In a paragraph"]
    assert sorted(_sections(make_site)[1].blocks) == sorted([*expected, "Row", "Cell", "Caption"])
    for gone in ("Smith", "Next", "Read on", "Checked", "reviewed"):
        assert gone not in text


def test_a_question_is_a_section_with_its_answer(make_site: Maker) -> None:
    question = _sections(make_site)[2]
    assert (question.anchor, question.title, question.text, question.lead) == ("why", "Why?", "Because.", "Because.")


def test_first_words_end_between_two_words() -> None:
    assert first_words("short") == "short"
    cut = first_words("word, " * 30)
    assert cut.endswith("word …")
    assert len(cut) <= FIRST_WORDS + 2


@given(
    st.dictionaries(
        st.from_regex(r"[a-z0-9]{1,14}", fullmatch=True), st.sets(st.integers(0, 999), min_size=1), min_size=1
    )
)
def test_what_is_packed_can_be_unpacked(words: dict[str, set[int]]) -> None:
    weights = {word: {number: 1.0 + number for number in numbers} for word, numbers in words.items()}
    heaviest = {word: sorted(numbers)[-SECTIONS_PER_WORD:] for word, numbers in words.items()}
    assert unpacked(postings(weights)) == heaviest


def test_the_index_holds_each_page_and_section(make_site: Maker) -> None:
    made = index(_site(make_site))
    assert made["pages"] == [
        ["a.html", "The page", 3],
        ["references.html", "Sources", 2],
        ["use.html", "A | use", 1],
        ["words.html", "Word list", 2],
    ]
    lines = str(made["sections"]).split("\n")
    assert len(lines) == 8
    assert all(line.count("|") == 2 for line in lines)
    assert "=|Why?|Because." in lines
    assert "part|A part|First words. More linked words." in lines
    assert "smith|Smith 2020|" in lines, "a source is found by its name only"
    assert "|A / use|One axon / two." in lines


def test_the_index_knows_the_other_names_of_a_term(make_site: Maker) -> None:
    assert index(_site(make_site))["names"] == [["Axon", "nerve fibre"]]


def test_a_word_leads_to_its_section_unless_it_is_shown_or_too_common(make_site: Maker) -> None:
    words = unpacked(str(index(_site(make_site))["words"]))
    assert words["inner"] == words["cell"] == words["caption"] == [1]
    assert "because" not in words, "the browser finds it in the first words"
    assert not STOP & set(words)
    assert not {"unheard", "smith", "reviewed", "checked"} & set(words)


def test_the_browser_is_told_the_same_common_words(make_site: Maker) -> None:
    assert set(str(index(_site(make_site))["stop"]).split()) == STOP


def test_the_file_is_a_script_that_can_be_read_back(make_site: Maker) -> None:
    site = _site(make_site)
    write_index(site)
    text = (site.folder / "assets" / "search.js").read_text(encoding="utf-8")
    head, _, rest = text.partition('"]=')
    assert head.startswith("(window.guideLists??={})")
    assert json.loads(rest.removesuffix(";\n")) == index(site)


def test_a_site_that_was_finished_before_keeps_its_index(make_site: Maker) -> None:
    site = _site(make_site)
    write_index(Site(site.folder, {}))
    assert not (site.folder / "assets").exists()


def test_the_index_of_a_page_without_a_heading_is_empty() -> None:
    article = html.document_fromstring(page("<article><p>Text</p></article>")).xpath("//article")[0]
    assert list(sections(article)) == []
