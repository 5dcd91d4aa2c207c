"""The sheets to fill in take any words, serve any hand, any guide, and a browser without script."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from guide.build import build

from ..conftest import copy_tiny
from .conftest import SIDEWAYS, Opener, Visit
from .sheets import (
    NO_CLIPBOARD,
    NO_PRINTER,
    QUESTION,
    SIZES,
    fill_in,
    is_filled_in,
    keep,
    open_sheets,
    own,
    press,
    print_sheet,
)

HOSTILE = {
    "markup": '<script>window.hit = 1</script><img src=x onerror="hit = 1"></textarea><b>&amp;"\'',
    "right to left": "كم مرة عالجت هذا العصب؟ שאלה שלי",
    "signs": "🧊👩🏽‍⚕️ e\u0301\u202e\u200d 痛み \\u0000 %s ${hit} __proto__",
    "long": "x" * 100_000,
    "lines": "one\n\ntwo\n" * 30,
}


@pytest.fixture
def page(visit: Visit, base: str) -> Page:
    return open_sheets(visit, base)


@pytest.mark.parametrize("kind", HOSTILE)
def test_any_words_stay_words(open_window: Opener, base: str, kind: str) -> None:
    words = HOSTILE[kind]
    page = open_window(320).page
    page.add_init_script(NO_PRINTER + NO_CLIPBOARD)
    page.goto(f"{base}decide.html")
    own(page).fill(words)
    page.get_by_label("Tuesday, Medicine").fill(words)
    keep(page).check()
    keep(page, "My diary").check()
    page.reload()
    expect(own(page)).to_have_value(words)
    assert not page.evaluate(SIDEWAYS)
    press(page, "Copy as text")
    assert words.strip() in page.get_by_label("Your answers").input_value()
    assert not page.evaluate(SIDEWAYS)
    for title in ("My questions", "My diary"):
        print_sheet(page, title)
        assert words in page.locator(".on-paper").evaluate("paper => paper.textContent")
        page.set_viewport_size({"width": 672, "height": 844})  # what A4 leaves between its margins
        cut = "all => all.filter(one => one.scrollWidth > one.clientWidth).length"
        assert page.locator(".on-paper, .on-paper .scroll").evaluate_all(cut) == 0
    assert page.evaluate("window.hit") is None
    expect(page.locator(".on-paper :is(script, img, b)")).to_have_count(0)


def test_a_line_more_gets_the_focus(page: Page) -> None:
    page.get_by_role("button", name="Add a line").press("Enter")
    expect(own(page, 4)).to_be_focused()
    page.keyboard.type("a")
    page.get_by_role("button", name="Add a line").press("Enter")
    expect(own(page, 5)).to_be_focused()
    expect(own(page, 4)).to_have_value("a")
    assert page.url.endswith("decide.html")


def test_a_word_explained_in_a_question_does_not_tick_it(page: Page) -> None:
    page.get_by_role("link", name="test injection").first.focus()
    panel = page.locator(".panel")
    expect(panel).to_be_visible()
    panel.locator("p").nth(1).click()
    expect(page.get_by_label(QUESTION)).not_to_be_checked()
    page.get_by_text("nerve block) show?").click()
    expect(page.get_by_label(QUESTION)).to_be_checked()


@pytest.mark.parametrize("width", [390, 1280])
def test_controls_are_large_enough_for_a_thumb(open_window: Opener, served: str, width: int) -> None:
    page = open_window(width).page
    page.goto(f"{served}decide.html")
    controls = page.locator("form.sheet :is(li label, textarea, button, .few), .ends :is(button, label)")
    sizes = controls.evaluate_all(SIZES)
    assert len(sizes) > 60
    assert [size for size in sizes if size[0] < 44] == []


def test_without_script_it_can_be_filled_in_and_printed_and_nothing_is_dead(without_script: Visit, base: str) -> None:
    page = without_script.page
    page.goto(f"{base}decide.html")
    expect(page.locator("article").get_by_role("button")).to_have_count(0)
    expect(page.get_by_text("Keep my answers")).to_have_count(0)
    fill_in(page)
    is_filled_in(page, filled=True)
    page.get_by_label("Tuesday, Pain, 0 to 10").press("Enter")
    assert page.url == f"{base}decide.html"
    page.emulate_media(media="print")
    fields = page.locator("form.sheet :is(input, textarea)")
    sizes = fields.evaluate_all(SIZES)
    assert len(sizes) > 60
    assert [size for size in sizes if size[0] < 15] == [], "no room to write or tick"
    expect(own(page)).to_have_css("border-bottom-style", "solid")


@pytest.fixture(scope="module")
def tiny_site() -> Iterator[str]:
    """The tiny guide on another subject, from the disk."""
    with tempfile.TemporaryDirectory() as folder:
        yield f"{build(copy_tiny(Path(folder))).as_uri()}/"


def test_the_same_code_serves_a_guide_on_another_subject(visit: Visit, tiny_site: str) -> None:
    page = visit.page
    page.add_init_script(NO_PRINTER + NO_CLIPBOARD)
    page.goto(f"{tiny_site}walks.html")
    page.get_by_label("Is it light to carry?").check()
    page.get_by_label("Anything else 1").fill("Its colour")
    page.get_by_label("Monday, Steps").fill("500")
    keep(page, "My walks").check()
    page.reload()
    press(page, "Copy as text", "My walks")
    text = page.get_by_label("Your answers").input_value()
    assert "About my stick\n- Is it light to carry?\n- My height is …\n" in text
    assert "- Monday: Steps: 500 steps; Shoes: …" in text
    assert "Flat" not in text
    assert "Its colour" in print_sheet(page, "My walks")
    page.emulate_media(media="screen")
    page.get_by_label("degrees Celsius").fill("20")
    expect(page.get_by_label("degrees Fahrenheit")).to_have_value("68")
