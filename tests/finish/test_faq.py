"""A question folds with its whole answer, keeps its address and its heading, and takes nothing else with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from guide.finish.faq import fold_questions

from .conftest import page

FAQ = """
<article><h1 id="top">Questions</h1><p>Before.</p>
<h2 id="group">A group</h2>
<h3 id="one">Does it <em>hurt</em>?</h3><p>A little.</p><ul><li>Point</li></ul>
<h3 id="two">How long? </h3><p>A day.</p>
<h2 id="next">Another group</h2><p>Between.</p>
<h3 id="three">Why?</h3><p>Because.</p>
<section class="card emergency"><h3 id="emergency">Emergency: is it bad?</h3><ul><li>Call</li></ul></section>
<h3 id="four">And then?</h3><p>Home.</p>
<p class="dates">Checked.</p></article>
"""


def _folded(body: str) -> html.HtmlElement:
    tree = html.document_fromstring(page(body))
    fold_questions(tree, Path())
    return tree


def test_each_question_is_a_closed_fold_with_its_answer() -> None:
    tree = _folded(FAQ)
    folds = tree.xpath("//details")
    assert all(fold.get("open") is None for fold in folds)
    read = {fold[0].text_content().strip(): " ".join(fold[1].text_content().split()) for fold in folds}
    assert read["Does it hurt?"] == "A little.Point"
    assert read["How long?"] == "A day."
    assert read["Why?"] == "Because."
    assert read["And then?"] == "Home."


def test_the_address_stands_on_the_answer_so_that_a_link_opens_it() -> None:
    tree = _folded(FAQ)
    for anchor in ("one", "two", "three", "four"):
        (target,) = tree.xpath(f"//*[@id='{anchor}']")
        assert target.get("class") == "answer"
        assert target.getparent().tag == "details"


def test_the_question_stays_a_heading_with_its_words() -> None:
    (heading,) = _folded(FAQ).xpath("//details[1]/summary/h3[em]")
    assert heading.text_content() == "Does it hurt?"
    assert heading.find("em") is not None


def test_a_warning_and_the_dates_stay_outside() -> None:
    tree = _folded(FAQ)
    assert tree.xpath("//section[contains(@class, 'card')][not(ancestor::details)]//li")
    assert tree.xpath("//article/p[@class='dates']")


def test_the_order_of_the_page_is_kept() -> None:
    before = html.document_fromstring(page(FAQ)).text_content().split()
    assert _folded(FAQ).text_content().split() == before


@pytest.mark.parametrize(
    "body",
    [
        '<article><h3 id="a">A statement</h3><p>Text.</p></article>',
        '<article><h2 id="a">A group?</h2><p>Text.</p></article>',
        "<article><h3>No address?</h3><p>Text.</p></article>",
        '<h3 id="a">Outside of the text?</h3><p>Text.</p>',
    ],
)
def test_what_is_no_question_with_an_address_stays(body: str) -> None:
    assert _folded(body).xpath("//details") == []


def test_folding_twice_changes_nothing() -> None:
    tree = _folded(FAQ)
    once = html.tostring(tree)
    fold_questions(tree, Path())
    assert html.tostring(tree) == once


def test_a_warning_right_after_a_question_is_not_hidden() -> None:
    tree = _folded(
        '<article><h3 id="a">When?</h3><section class="card urgent"><h3>Urgent: call</h3></section></article>'
    )
    assert tree.xpath("//section[not(ancestor::details)]")


def test_there_is_room_for_the_button_that_opens_all() -> None:
    (room,) = _folded(FAQ).xpath("//p[@class='all-answers']")
    assert room.getnext().get("id") == "group"
    assert not _folded("<article><h2>A</h2><h3 id='b'>B</h3></article>").xpath("//p[@class='all-answers']")
