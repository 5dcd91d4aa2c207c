"""The sheets to fill in: kept only when asked, forgotten for good, on paper, as text; with any words and without script."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from markdown_it import MarkdownIt
from playwright.sync_api import Locator, Page, expect

from guide.build import build

from ..conftest import ROOT, copy_tiny
from .conftest import Opener, Visit

QUESTION = "What did my test injection (diagnostic nerve block) show?"
OTHER = "How will we tell whether it has worked for me?"
STATEMENT = "I want to wait until more is known about who it helps."
HOSTILE = {
    "markup": '<script>window.hit = 1</script><img src=x onerror="hit = 1"></textarea><b>&amp;"\'',
    "right to left": "كم مرة عالجت هذا العصب؟ שאלה שלי",
    "signs": "🧊👩🏽‍⚕️ e\u0301\u202e\u200d 痛み \\u0000 %s ${hit} __proto__",
    "long": "x" * 100_000,
    "lines": "one\n\ntwo\n" * 30,
}
NO_PRINTER = "window.print = () => {};"  # what a printer would do here is done by `emulate_media` and `pdf`
REFUSED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
KEPT = "() => Object.keys(localStorage).filter(key => key !== 'look')"
SIDEWAYS = "() => document.documentElement.scrollWidth > innerWidth"
# Of each element the smaller one of its width and height, and what it is.
SIZES = """all => all.map(one => {
  const box = one.getBoundingClientRect();
  return [Math.min(box.width, box.height), one.outerHTML];
})"""
# Of each row of a table that became cards its head, and of each cell its column, its words and how it is shown.
CARDS = """table => [...table.tBodies[0].rows].map(row => [...row.cells].map(cell => ({
  said: getComputedStyle(cell, "::before").content, label: cell.dataset.label ?? "", words: cell.textContent,
  seen: cell.checkVisibility() && cell.getBoundingClientRect().width > 200, role: cell.getAttribute("role"),
})))"""
# The words on paper and nothing else, as a reader would see them.
PAPER = "() => document.body.innerText"


def _sheet(page: Page, title: str = "My questions") -> Locator:
    return page.get_by_role("form", name=title)


def _ends(page: Page, title: str = "My questions") -> Locator:
    """Return what stands below a sheet: its buttons, and whether to keep the answers."""
    return page.get_by_role("group", name=title)


def _press(page: Page, words: str, title: str = "My questions") -> None:
    _ends(page, title).get_by_role("button", name=words).click()


def _keep(page: Page, title: str = "My questions") -> Locator:
    return _ends(page, title).get_by_role("checkbox", name="Keep my answers on this device")


def _status(page: Page, title: str = "My questions") -> Locator:
    return _ends(page, title).get_by_role("status")


def _own(page: Page, number: int = 1) -> Locator:
    return page.get_by_label(f"My own questions {number}", exact=True)


def _say_yes(page: Page, *, yes: bool = True) -> None:
    page.once("dialog", lambda dialog: dialog.accept() if yes else dialog.dismiss())


def _fill_in(page: Page) -> None:
    """Answer something on each sheet."""
    page.get_by_label(QUESTION).check()
    page.get_by_label(OTHER).check()
    _own(page).fill("Can my dog come?")
    page.get_by_label(STATEMENT).check()
    page.get_by_label("What worries me most is").fill("numb toes")
    page.get_by_label("Tuesday, Pain, 0 to 10").fill("7")
    page.get_by_label("Tuesday, Medicine").fill("none")


def _is_filled_in(page: Page, *, filled: bool) -> None:
    for name in (QUESTION, OTHER, STATEMENT):
        expect(page.get_by_label(name)).to_be_checked(checked=filled)
    for name, words in {
        "My own questions 1": "Can my dog come?",
        "What worries me most is": "numb toes",
        "Tuesday, Pain, 0 to 10": "7",
        "Tuesday, Medicine": "none",
    }.items():
        expect(page.get_by_label(name)).to_have_value(words if filled else "")


def _tables(path: Path) -> list[list[list[str]]]:
    """Return the words of the cells of each table of a page, as a reader of Markdown shows them."""
    tree = html.fragment_fromstring(MarkdownIt().enable("table").render(path.read_text()), create_parent=True)
    return [
        [[cell.text_content() for cell in row.iter("th", "td")] for row in table.iter("tr")]
        for table in tree.iter("table")
    ]


SHEETS = ("My questions", "What matters to me", "My diary")


@pytest.fixture
def page(visit: Visit, base: str) -> Page:
    visit.page.add_init_script(NO_PRINTER)
    visit.page.goto(f"{base}decide.html")
    return visit.page


def test_nothing_is_kept_unless_a_reader_asks(page: Page) -> None:
    _fill_in(page)
    assert page.evaluate(KEPT) == []
    page.reload()
    _is_filled_in(page, filled=False)
    for title in SHEETS:
        expect(_keep(page, title)).not_to_be_checked()


@pytest.mark.parametrize("first", [True, False])
def test_what_a_reader_asks_to_keep_is_there_again(page: Page, *, first: bool) -> None:
    for title in SHEETS if first else ():
        _keep(page, title).check()
    _fill_in(page)
    for title in SHEETS if not first else ():
        _keep(page, title).check()
    expect(_status(page)).to_have_text("Kept until you forget them.")
    page.get_by_role("button", name="Add a line").click()
    _own(page, 4).fill("And my cat?")
    assert len(page.evaluate(KEPT)) == len(SHEETS)
    page.reload()
    _is_filled_in(page, filled=True)
    expect(_own(page, 4)).to_have_value("And my cat?")
    for title in SHEETS:
        expect(_keep(page, title)).to_be_checked()
    page.get_by_label(QUESTION).uncheck()
    page.goto(page.url.replace("decide", "about"))
    page.go_back()
    expect(page.get_by_label(QUESTION)).not_to_be_checked()
    expect(page.get_by_label(OTHER)).to_be_checked()


def test_forget_empties_the_sheet_and_the_device_and_no_other_sheet(page: Page) -> None:
    _fill_in(page)
    for title in SHEETS:
        _keep(page, title).check()
    _say_yes(page)
    _press(page, "Forget my answers")
    expect(_own(page)).to_have_value("")
    expect(page.get_by_label(QUESTION)).not_to_be_checked()
    expect(_keep(page)).not_to_be_checked()
    expect(_status(page)).to_have_text("Forgotten. The sheet is empty.")
    assert len(page.evaluate(KEPT)) == len(SHEETS) - 1
    assert "dog" not in page.evaluate("JSON.stringify(localStorage)")
    expect(page.get_by_label("Tuesday, Medicine")).to_have_value("none")
    expect(_ends(page).get_by_role("button", name="Forget my answers")).to_be_focused()
    page.reload()
    expect(_own(page)).to_have_value("")


def test_forget_asks_first(page: Page) -> None:
    _fill_in(page)
    _keep(page).check()
    _say_yes(page, yes=False)
    _press(page, "Forget my answers")
    _is_filled_in(page, filled=True)
    assert len(page.evaluate(KEPT)) == 1


def test_to_stop_keeping_takes_it_off_the_device_and_leaves_the_sheet(page: Page) -> None:
    _fill_in(page)
    _keep(page).check()
    _keep(page).uncheck()
    expect(_status(page)).to_have_text("No longer kept.")
    _own(page).press_sequentially("!")
    assert page.evaluate(KEPT) == []
    expect(page.get_by_label(QUESTION)).to_be_checked()


def test_another_window_forgets_too(page: Page, visit: Visit) -> None:
    _fill_in(page)
    _keep(page).check()
    other = visit.context.new_page()
    other.goto(page.url)
    expect(_own(other)).to_have_value("Can my dog come?")
    _say_yes(page)
    _press(page, "Forget my answers")
    expect(_own(other)).to_have_value("")
    expect(_keep(other)).not_to_be_checked()
    _own(other).fill("new")
    assert other.evaluate(KEPT) == []


@pytest.mark.parametrize("kept", ["{", "7", '"x"', "[[1]]", "[null]", '{"a":1}', ""])
def test_what_another_program_left_there_does_no_harm(page: Page, kept: str) -> None:
    page.evaluate("kept => localStorage.setItem(`${location.pathname} My questions`, kept)", kept)
    page.reload()
    expect(_own(page)).to_have_value("")
    _own(page).fill("mine")
    page.reload()
    expect(_own(page)).to_have_value("mine")


@pytest.mark.parametrize("trouble", [REFUSED, FULL])
def test_a_browser_that_keeps_nothing_says_so_and_all_else_works(visit: Visit, base: str, trouble: str) -> None:
    page = visit.page
    page.add_init_script(trouble + NO_CLIPBOARD)
    page.goto(f"{base}decide.html")
    _fill_in(page)
    _keep(page).click()
    expect(_status(page)).to_contain_text("cannot keep")
    expect(_keep(page)).not_to_be_checked()
    _press(page, "Copy as text")
    expect(page.get_by_label("Your answers")).to_have_value(re.compile("dog"))
    _say_yes(page)
    _press(page, "Forget my answers")
    expect(_own(page)).to_have_value("")


def _print(page: Page, title: str = "My questions") -> str:
    """Press the button; return the words on paper, with how many pages they fill."""
    page.emulate_media(media="screen")
    _press(page, "Print this sheet", title)
    page.emulate_media(media="print")
    return str(page.evaluate(PAPER))


def _pages(page: Page, size: str) -> int:
    return len(re.findall(rb"/Type /Page\b", page.pdf(format=size)))


def test_on_paper_are_the_chosen_questions_with_room_for_answers(page: Page) -> None:
    _fill_in(page)
    said = _print(page)
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
    ticks = _sheet(page).get_by_role("checkbox")
    for place in range(ticked):
        ticks.nth(place * ticks.count() // ticked).check()
    _print(page)
    expect(page.locator(".on-paper li")).to_have_count(ticked)
    assert _pages(page, size) == 1


@pytest.mark.parametrize("size", ["A4", "Letter"])
@pytest.mark.parametrize("title", SHEETS)
def test_an_empty_sheet_is_printed_whole_on_one_page(page: Page, title: str, size: str) -> None:
    said = _print(page, title)
    paper = page.locator(".on-paper")
    expect(paper.get_by_role("checkbox")).to_have_count(
        _sheet(page, title).get_by_role("checkbox", include_hidden=True).count()
    )
    assert said.startswith(title)
    gaps = paper.locator(".gap")
    assert gaps.count() > 3
    assert [gap.inner_text() for gap in gaps.all()] == [""] * gaps.count()
    assert _pages(page, size) == 1


def test_on_paper_is_what_matters_to_the_reader_and_no_sum(page: Page) -> None:
    _fill_in(page)
    said = _print(page, "What matters to me")
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
    _fill_in(page)
    said = _print(page, "My diary")
    assert page.locator(".on-paper tbody tr").count() == 7
    assert re.search(r"Tuesday\s+7 of 10", said)
    assert "after a treatment" in said
    expect(page.locator(".on-paper table")).to_have_css("display", "table")


def test_printing_twice_leaves_one_paper(page: Page) -> None:
    _print(page)
    assert _print(page, "My diary").startswith("My diary")
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
    _fill_in(page)
    _press(page, "Copy as text")
    expect(_status(page)).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == TEXT
    _press(page, "Copy as text", "My diary")
    expect(_status(page, "My diary")).to_have_text("Copied.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "- Tuesday: Pain, 0 to 10: 7 of 10; Sleep: … hours; Walking or activity: …; Medicine: none\n" in copied
    assert "- The week that begins on …\n" in copied
    _press(page, "Copy as text", "What matters to me")
    expect(_status(page, "What matters to me")).to_have_text("Copied.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert f"- Doubt: {STATEMENT}\n" in copied
    assert "- What worries me most is numb toes\n" in copied


def test_where_a_page_may_not_copy_it_shows_the_text_selected(visit: Visit, base: str) -> None:
    page = visit.page
    page.add_init_script(NO_CLIPBOARD)
    page.goto(f"{base}decide.html")
    _fill_in(page)
    _press(page, "Copy as text")
    box = page.get_by_label("Your answers")
    expect(box).to_have_value(TEXT)
    assert page.evaluate("getSelection().toString()") == TEXT
    expect(box).to_be_focused()
    expect(box).not_to_be_editable()


@pytest.mark.parametrize("kind", HOSTILE)
def test_any_words_stay_words(open_window: Opener, base: str, kind: str) -> None:
    words = HOSTILE[kind]
    page = open_window(320).page
    page.add_init_script(NO_PRINTER + NO_CLIPBOARD)
    page.goto(f"{base}decide.html")
    _own(page).fill(words)
    page.get_by_label("Tuesday, Medicine").fill(words)
    _keep(page).check()
    _keep(page, "My diary").check()
    page.reload()
    expect(_own(page)).to_have_value(words)
    assert not page.evaluate(SIDEWAYS)
    _press(page, "Copy as text")
    assert words.strip() in page.get_by_label("Your answers").input_value()
    assert not page.evaluate(SIDEWAYS)
    for title in ("My questions", "My diary"):
        _print(page, title)
        assert words in page.locator(".on-paper").evaluate("paper => paper.textContent")
        page.set_viewport_size({"width": 672, "height": 844})  # what A4 leaves between its margins
        cut = "all => all.filter(one => one.scrollWidth > one.clientWidth).length"
        assert page.locator(".on-paper, .on-paper .scroll").evaluate_all(cut) == 0
    assert page.evaluate("window.hit") is None
    expect(page.locator(".on-paper :is(script, img, b)")).to_have_count(0)


def test_a_line_more_gets_the_focus(page: Page) -> None:
    page.get_by_role("button", name="Add a line").press("Enter")
    expect(_own(page, 4)).to_be_focused()
    page.keyboard.type("a")
    page.get_by_role("button", name="Add a line").press("Enter")
    expect(_own(page, 5)).to_be_focused()
    expect(_own(page, 4)).to_have_value("a")
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
    _fill_in(page)
    _is_filled_in(page, filled=True)
    page.get_by_label("Tuesday, Pain, 0 to 10").press("Enter")
    assert page.url == f"{base}decide.html"
    page.emulate_media(media="print")
    fields = page.locator("form.sheet :is(input, textarea)")
    sizes = fields.evaluate_all(SIZES)
    assert len(sizes) > 60
    assert [size for size in sizes if size[0] < 15] == [], "no room to write or tick"
    expect(_own(page)).to_have_css("border-bottom-style", "solid")


@pytest.mark.parametrize("script", [True, False])
def test_the_table_of_options_loses_nothing_on_a_phone(open_window: Opener, base: str, *, script: bool) -> None:
    page = open_window(390, script=script).page
    page.goto(f"{base}options.html")
    table = page.locator("table.cards").first
    heads = table.locator("thead th").all_text_contents()
    rows = table.evaluate(CARDS)
    assert len(heads) > 5
    assert len(rows) > 5
    for head, *cells in rows:
        assert (head["role"], head["seen"]) == ("rowheader", True)
        assert [cell["label"] for cell in cells] == heads[1:]
        assert {cell["said"] for cell in cells} <= {*(f'"{name}"' for name in heads), "attr(data-label)"}
        assert all(cell["seen"] and cell["words"] and cell["role"] == "cell" for cell in cells)
    (written,) = [lines for lines in _tables(ROOT / "docs" / "options.md") if lines[0] == heads]
    assert [[cell["words"].replace(" ", "") for cell in row] for row in rows] == [
        [cell.replace(" ", "") for cell in row] for row in written[1:]
    ]
    assert not page.evaluate(SIDEWAYS)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("-20", "-4"),
        ("0", "32"),
        ("−140", "-220"),
        ("36,6", "97.9"),
        (" 100 ", "212"),
        ("", ""),
        ("warm", ""),
        ("1e999", ""),
    ],
)
def test_degrees_turn_into_others(visit: Visit, base: str, typed: str, shown: str) -> None:
    page = visit.page
    page.goto(f"{base}about.html#degrees")
    celsius, fahrenheit = page.get_by_label("degrees Celsius"), page.get_by_label("degrees Fahrenheit")
    fahrenheit.fill("1")
    celsius.fill(typed)
    expect(fahrenheit).to_have_value(shown)
    if shown:
        fahrenheit.fill(shown)
        assert abs(float(celsius.input_value()) - float(typed.replace("−", "-").replace(",", "."))) <= 0.1
    page.emulate_media(media="print")
    expect(celsius).to_be_hidden()


def test_without_script_the_rule_of_thumb_stands_alone(without_script: Visit, base: str) -> None:
    page = without_script.page
    page.goto(f"{base}about.html#degrees")
    group = page.get_by_role("group", name="Celsius and Fahrenheit")
    expect(group).to_contain_text("times 9, divided by 5, plus 32")
    expect(page.get_by_role("textbox")).to_have_count(0)


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
    _keep(page, "My walks").check()
    page.reload()
    _press(page, "Copy as text", "My walks")
    text = page.get_by_label("Your answers").input_value()
    assert "About my stick\n- Is it light to carry?\n- My height is …\n" in text
    assert "- Monday: Steps: 500 steps; Shoes: …" in text
    assert "Flat" not in text
    assert "Its colour" in _print(page, "My walks")
    page.emulate_media(media="screen")
    page.get_by_label("degrees Celsius").fill("20")
    expect(page.get_by_label("degrees Fahrenheit")).to_have_value("68")
