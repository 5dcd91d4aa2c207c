"""The search understands a patient's words, forgives slips, is worked by keyboard and never makes markup of what is typed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Locator, Page, expect

from guide.content import FAQ, GLOSSARY, read_guide
from guide.finish.search import normal, sections
from guide.terms import read_terms

from ..conftest import ROOT
from .conftest import Opener, Visit

NUMBER = re.compile(r"^(\d+) results? for “")
PATIENTS_WORDS = {
    "blood thinner": "anticoagulant",
    "x-ray": "fluoroscopy",
    "numbing": "local-anaesthetic",
    "pins and needles": "paraesthesia",
}
SLIPS = {
    "numness": "numbness",
    "fluroscopy": "fluoroscopy",
    "anticoagulent": "anticoagulant",
    "nueroma": "neuroma",
    "placeboo": "placebo",
}
SAME = (
    ("neuroma", "neuromas"),
    ("neuropathy", "neuropathies"),
    ("numbness", "NumBNess"),
    ("numbness", "nùmbnéss"),
    ("raynaud's", "RAYNAUD’S"),
    ("freeze thaw cycle", "Freeze–thaw cycles"),
    ("blood thinner", "blood-thinner"),
)
# Typed by somebody who tries what happens, or pasted by mistake.
HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "freezing </mark><b>bold</b>",
    "\"quotes\" 'and' “others”",
    "&lt;b&gt; &amp; &#60;",
    "javascript:alert(1)",
    "${alert(1)} {{7*7}} \\ /.*/ [(",
    "constructor __proto__ toString",
)
RESULT_PARTS = {"li", "small", "a", "span", "mark"}


@pytest.fixture
def page(visit: Visit, base: str) -> Page:
    visit.page.goto(f"{base}benefits.html")
    return visit.page


def _field(page: Page) -> Locator:
    return page.get_by_role("search").get_by_role("searchbox", name="What are you looking for?")


def _results(page: Page) -> Locator:
    return page.get_by_role("search").locator("ol li")


def _ask(page: Page, query: str) -> list[str]:
    """Type a query; return the addresses of the results, relative to the site."""
    if _field(page).is_hidden():
        page.keyboard.press("/")
    _field(page).fill(query)
    expect(page.get_by_role("status")).to_contain_text(f"“{query}”")
    found: list[str] = _results(page).locator("a").evaluate_all("links => links.map(link => link.href)")
    return [address.rpartition("/")[2] for address in found]


def test_it_opens_with_a_slash_and_escape_gives_the_focus_back(page: Page) -> None:
    expect(_field(page)).to_have_count(0)
    page.keyboard.press("/")
    expect(_field(page)).to_be_focused()
    expect(_field(page)).to_have_value("")
    button = page.get_by_role("button", name="Search", exact=True)
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(_field(page)).to_have_count(0)
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")


def test_a_slash_that_is_typed_is_typed(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("and/or")
    expect(_field(page)).to_have_value("and/or")


def test_the_button_opens_it_and_close_closes_it(page: Page) -> None:
    button = page.get_by_role("button", name="Search", exact=True)
    button.press("Enter")
    expect(_field(page)).to_be_focused()
    page.get_by_role("search").get_by_role("button", name="Close").click()
    expect(_field(page)).to_have_count(0)
    expect(button).to_be_focused()


def test_it_pushes_the_page_down_and_covers_nothing(page: Page) -> None:
    _ask(page, "freezing")
    panel, text = page.get_by_role("search").bounding_box(), page.get_by_role("main").bounding_box()
    assert panel
    assert text
    assert panel["y"] + panel["height"] <= text["y"]


def test_a_patient_s_word_finds_the_entry(page: Page) -> None:
    for query, entry in PATIENTS_WORDS.items():
        assert f"glossary.html#{entry}" in _ask(page, query)[:5], query


def test_freezing_finds_what_freezing_is_first(page: Page) -> None:
    assert _ask(page, "freezing")[0] == "cryoablation.html"


def test_a_slip_is_forgiven(page: Page) -> None:
    for slip, entry in SLIPS.items():
        assert f"glossary.html#{entry}" in _ask(page, slip)[:3], slip


def test_plurals_capitals_accents_and_signs_make_no_difference(visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}benefits.html")
    for one, other in SAME:
        found = _ask(visit.page, one)
        assert found
        assert _ask(visit.page, other) == found, other


def test_every_question_is_found_first_by_its_own_words(visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}benefits.html")
    questions = [heading for heading in read_guide(ROOT).pages[FAQ].headings if heading.level == 3]
    found = {question.anchor: _ask(visit.page, question.text)[:1] for question in questions}
    assert found == {question.anchor: [f"faq.html#{question.anchor}"] for question in questions}


def test_the_browser_unpacks_the_address_of_every_section(visit: Visit, served: str, site: Path) -> None:
    visit.page.goto(f"{served}benefits.html")
    visit.page.keyboard.press("/")
    addresses = "async () => new Index(await load('search.js')).sections.map((one) => `${one.file}#${one.anchor}`)"
    built = {path.name: html.parse(path).getroot() for path in site.glob("*.html") if path.name != "404.html"}
    articles = [(name, tree.xpath("//article")[0]) for name, tree in sorted(built.items())]
    own = [f"{name}#{one.anchor}" for name, article in articles for one in sections(article)]
    assert visit.page.evaluate(addresses) == own


def test_every_name_of_a_term_finds_its_entry(visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}benefits.html")
    lost = [
        name
        for term in read_terms(read_guide(ROOT).pages[GLOSSARY])
        for name in term.names
        if f"glossary.html#{term.anchor}" not in _ask(visit.page, name)
    ]
    assert lost == []


def test_a_row_of_a_table_is_found_by_its_name(visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}benefits.html")
    for name in ("Spinal cord stimulator", "Chemical (alcohol or phenol)", "No procedure for now"):
        assert {"options.html#table", "options.html#no-procedure"} & set(_ask(visit.page, name)[:2]), name


def test_the_other_name_that_was_looked_for_is_told(page: Page) -> None:
    _ask(page, "blood thinner")
    expect(page.get_by_role("status")).to_contain_text("Also looked for: anticoagulant.")


def test_the_number_that_is_announced_is_right(page: Page) -> None:
    for query in ("fluroscopy", "how long does it last", "numbing", "freezing", "nerve"):
        _ask(page, query)
        status = page.get_by_role("status").inner_text()
        told = NUMBER.match(status)
        assert told, status
        number, shown = int(told[1]), _results(page).count()
        assert shown == number or (shown < number and f"Here are the best {shown}." in status), status
        assert (number > shown) == ("best" in status), status
        assert (number == 1) == ("1 result for" in status), status


def test_there_are_queries_with_one_result_and_with_too_many(visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}benefits.html")
    _ask(visit.page, "nerve")
    # A word of a single section that begins no other word: the guide's text decides which one that is.
    alone = visit.page.evaluate("""() => {
        const words = [...new Index(window.guideLists["search.js"]).words];
        const starts = (word) => words.filter(([other]) => other.startsWith(word)).length;
        return words.find(([word, found]) => word.length > 6 && found.size === 1 && starts(word) === 1)[0];
    }""")
    assert len(_ask(visit.page, alone)) == 1
    _ask(visit.page, "nerve")
    expect(visit.page.get_by_role("status")).to_contain_text("Here are the best ")


def test_matches_are_marked_and_nothing_else(page: Page) -> None:
    _ask(page, "numbness")
    marks = _results(page).locator("mark")
    assert marks.count() > 1
    assert {text.lower() for text in marks.all_inner_texts()} == {"numbness"}


def test_an_empty_query_says_nothing(page: Page) -> None:
    _ask(page, "numbness")
    for nothing in ("", "   "):
        _field(page).fill(nothing)
        expect(page.get_by_role("status")).to_have_text("")
        expect(_results(page)).to_have_count(0)
        expect(page.locator(".search-ways")).to_be_hidden()
    _field(page).press("Enter")
    expect(_field(page)).to_be_focused()


def test_nothing_found_says_so_and_offers_three_ways_on(page: Page) -> None:
    for query in ("zzzzqqqq", "!!!", "？", "痛み"):
        assert _ask(page, query) == []
        expect(page.get_by_role("status")).to_have_text(f"Nothing found for “{query}”. Try a shorter word.")
        ways = page.get_by_role("search").get_by_role("link")
        assert ways.count() == 3
        for way in ways.all():
            expect(way).to_be_visible()
    _ask(page, "numbness")
    expect(page.locator(".search-ways")).to_be_hidden()


@pytest.mark.parametrize("query", ["numbness " * 2_000, "x" * 20_000, "anticoagulent nervv " * 500])
def test_a_very_long_query_is_cut_and_does_no_harm(visit: Visit, served: str, query: str) -> None:
    page = visit.page
    page.goto(f"{served}benefits.html")
    page.keyboard.press("/")
    _field(page).fill(query)
    expect(page.get_by_role("status")).to_contain_text(query[:80])
    assert len(page.get_by_role("status").inner_text()) < 300
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert "glossary.html#numbness" in _ask(page, "numbness")


def test_what_is_typed_never_becomes_an_element(page: Page) -> None:
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    for query in HOSTILE:
        _ask(page, query)
        assert page.get_by_role("status").inner_text().count(query) == 1
        inside = page.locator("#search :is([role=status], ol)").locator("*")
        assert set(inside.evaluate_all("all => all.map(one => one.localName)")) <= RESULT_PARTS, query
        addresses = _results(page).locator("a").evaluate_all("links => links.map(link => link.protocol)")
        assert set(addresses) <= {"http:", "file:"}, query
    assert dialogs == []


def test_arrows_move_through_the_results_and_back(page: Page) -> None:
    links = _results(page).locator("a")
    every = len(_ask(page, "numbing"))
    assert every > 2
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(_field(page)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(links.nth(every - 1)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(_field(page)).to_be_focused()


def test_enter_goes_to_the_first_result_and_enter_again_opens_it(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("anticoagulent")
    page.keyboard.press("Enter")
    expect(_results(page).locator("a").first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary.html#anticoagulant")
    expect(page.locator("#anticoagulant")).to_be_in_viewport()


def test_escape_in_the_results_closes_it_too(page: Page) -> None:
    _ask(page, "numbing")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Search", exact=True)).to_be_focused()
    page.keyboard.press("/")
    expect(_field(page)).to_have_value("numbing")


def test_a_result_of_another_page_that_is_a_question_leads_to_an_open_answer(page: Page) -> None:
    _ask(page, "Can it be undone if I do not like it?")
    _results(page).locator("a").first.click()
    page.wait_for_url("**/faq.html#undone")
    expect(page.locator("#undone p").first).to_be_in_viewport()


def test_a_result_of_the_same_page_leads_there_and_closes_the_search(visit: Visit, base: str) -> None:
    page = visit.page
    page.goto(f"{base}faq.html")
    for _ in range(2):  # the second time the address does not change
        _ask(page, "Can it be undone if I do not like it?")
        _results(page).locator("a").first.click()
        expect(_field(page)).to_have_count(0)
        expect(page.locator("#undone p").first).to_be_in_viewport()
        page.locator("summary", has_text="Can it be undone").click()
        expect(page.locator("#undone")).to_be_hidden()


def test_every_result_leads_to_a_place_that_exists(site: Path, visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}benefits.html")
    seen = {address for query in ("nerve", "pain", "cold", "numb", "doctor") for address in _ask(visit.page, query)}
    assert len(seen) > 30
    pages = {path.name: html.parse(path) for path in site.glob("*.html")}
    for address in seen:
        name, _, place = address.partition("#")
        assert not place or len(pages[name].xpath(f"//*[@id='{place}']")) == 1, address


def test_a_page_that_is_never_searched_loads_no_index(visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}benefits.html")
    assert [url for url in visit.requests if "search" in url] == []
    _ask(visit.page, "numbness")
    _ask(visit.page, "nerve")
    assert len([url for url in visit.requests if "search" in url]) == 1


def test_an_index_that_cannot_be_read_is_told_and_tried_again(open_window: Opener, served: str) -> None:
    page = open_window(quiet=False).page
    page.route("**/search*.js", lambda route: route.abort())
    page.goto(f"{served}benefits.html")
    page.keyboard.press("/")
    expect(page.get_by_role("status")).to_contain_text("could not be read")
    page.unroute("**/search*.js")
    assert "glossary.html#numbness" in _ask(page, "numbness")


def test_the_browser_and_the_index_cut_words_in_the_same_way(site: Path, visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}benefits.html")
    _ask(visit.page, "numbness")
    texts = [html.parse(path).xpath("string(//article)") for path in sorted(site.glob("*.html"))]
    texts += ["Raynaud’s and RAYNAUD'S", "naïve café", "İstanbul Straße", "x² ½ ﬁ", "boss bus gas pus", "ties dies"]
    assert visit.page.evaluate("texts => texts.map(normal)", texts) == [normal(text) for text in texts]


def test_without_script_there_is_no_search_button(without_script: Visit, base: str) -> None:
    without_script.page.goto(f"{base}benefits.html")
    expect(without_script.page.get_by_role("button", name="Search")).to_have_count(0)
    expect(without_script.page.get_by_role("search")).to_have_count(0)
