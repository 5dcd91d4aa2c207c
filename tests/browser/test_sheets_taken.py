"""What a reader fills in goes on paper, with room for a pen, or into a copy as plain text."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from .conftest import Visit
from .sheets import (
    NO_CLIPBOARD,
    OTHER,
    QUESTION,
    SHEETS,
    STATEMENT,
    fill_in,
    open_sheets,
    press,
    print_sheet,
    sheet,
    status,
)


@pytest.fixture
def page(visit: Visit, base: str) -> Page:
    return open_sheets(visit, base)


def _pages(page: Page, size: str) -> int:
    return len(re.findall(rb"/Type /Page\b", page.pdf(format=size)))


def test_on_paper_are_the_chosen_questions_with_room_for_answers(page: Page) -> None:
    fill_in(page)
    said = print_sheet(page)
    assert said.startswith("My questions\n")
    for words in (QUESTION, OTHER, "Can my dog come?", "About the gain", "Date:"):
        assert words in said
    for words in ("Which nerve", "About harm", "numb toes", "Make up your mind", "Print", "Keep", "Never stop"):
        assert words not in said
    rows = page.locator(".on-paper li")
    expect(rows).to_have_count(3)
    for row in rows.all():
        box = row.bounding_box()
        assert box
        assert box["height"] > 60, "no room to write"
    assert _pages(page, "A4") == 1
    page.emulate_media(media="screen")
    expect(page.locator(".on-paper")).to_have_count(0)  # the printer is done
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("size", ["A4", "Letter"])
@pytest.mark.parametrize("ticked", [5, 12])
def test_the_questions_of_a_visit_fill_one_page(page: Page, size: str, ticked: int) -> None:
    ticks = sheet(page).get_by_role("checkbox")
    for place in range(ticked):
        ticks.nth(place * ticks.count() // ticked).check()
    print_sheet(page)
    expect(page.locator(".on-paper li")).to_have_count(ticked)
    assert _pages(page, size) == 1


@pytest.mark.parametrize("size", ["A4", "Letter"])
@pytest.mark.parametrize("title", SHEETS)
def test_an_empty_sheet_is_printed_whole_on_one_page(page: Page, title: str, size: str) -> None:
    said = print_sheet(page, title)
    paper = page.locator(".on-paper")
    expect(paper.get_by_role("checkbox")).to_have_count(
        sheet(page, title).get_by_role("checkbox", include_hidden=True).count()
    )
    assert said.startswith(title)
    gaps = paper.locator(".gap")
    assert gaps.count() > 3
    assert [gap.inner_text() for gap in gaps.all()] == [""] * gaps.count()
    assert _pages(page, size) == 1


def test_on_paper_is_what_matters_to_the_reader_and_no_sum(page: Page) -> None:
    fill_in(page)
    said = print_sheet(page, "What matters to me")
    assert STATEMENT in said
    assert "numb toes" in said
    assert "I can try something" not in said
    assert page.locator(".on-paper tbody tr").count() == 1
    assert "What I most want to do again is" in said  # a line to write on
    colours = page.locator(".on-paper :is(td, li, span)").evaluate_all(
        "all => all.map(one => getComputedStyle(one).color + getComputedStyle(one).backgroundColor)"
    )
    assert len(set(colours)) == 1


def test_the_diary_keeps_its_rows_on_paper(page: Page) -> None:
    fill_in(page)
    said = print_sheet(page, "My diary")
    assert page.locator(".on-paper tbody tr").count() == 7
    assert re.search(r"Tuesday\s+7 of 10", said)
    assert "after a treatment" in said
    expect(page.locator(".on-paper table")).to_have_css("display", "table")


def test_printing_twice_leaves_one_paper(page: Page) -> None:
    print_sheet(page)
    assert print_sheet(page, "My diary").startswith("My diary")
    expect(page.locator(".on-paper")).to_have_count(1)


TEXT = f"""My questions

About your pain and your nerve
- {QUESTION}

About the gain
- {OTHER}

My own questions
- Can my dog come?"""


def test_the_copy_is_plain_text(visit: Visit, served: str) -> None:
    visit.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visit.page
    page.goto(f"{served}decide.html")
    fill_in(page)
    press(page, "Copy as text")
    expect(status(page)).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == TEXT
    press(page, "Copy as text", "My diary")
    expect(status(page, "My diary")).to_have_text("Copied.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "- Tuesday: Pain, 0 to 10: 7 of 10; Sleep: … hours; Walking or activity: …; Medicine: none\n" in copied
    assert "- The week that begins on …\n" in copied
    press(page, "Copy as text", "What matters to me")
    expect(status(page, "What matters to me")).to_have_text("Copied.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert f"- Doubt: {STATEMENT}\n" in copied
    assert "- What worries me most is numb toes\n" in copied


def test_where_a_page_may_not_copy_it_shows_the_text_selected(visit: Visit, base: str) -> None:
    page = visit.page
    page.add_init_script(NO_CLIPBOARD)
    page.goto(f"{base}decide.html")
    fill_in(page)
    press(page, "Copy as text")
    box = page.get_by_label("Your answers")
    expect(box).to_have_value(TEXT)
    assert page.evaluate("getSelection().toString()") == TEXT
    expect(box).to_be_focused()
    expect(box).not_to_be_editable()
