"""The search understands a patient's words, forgives slips, and finds what was meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Page

from guide.content import FAQ, GLOSSARY, read_guide
from guide.finish.search import normal, sections
from guide.terms import read_terms

from ..conftest import ROOT
from .conftest import Visit
from .searching import ask

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


@pytest.fixture
def page(visit: Visit, base: str) -> Page:
    visit.page.goto(f"{base}benefits.html")
    return visit.page


def test_a_patient_s_word_finds_the_entry(page: Page) -> None:
    for query, entry in PATIENTS_WORDS.items():
        assert f"glossary.html#{entry}" in ask(page, query)[:5], query


def test_freezing_finds_what_freezing_is_first(page: Page) -> None:
    assert ask(page, "freezing")[0] == "cryoablation.html"


def test_a_slip_is_forgiven(page: Page) -> None:
    for slip, entry in SLIPS.items():
        assert f"glossary.html#{entry}" in ask(page, slip)[:3], slip


def test_plurals_capitals_accents_and_signs_make_no_difference(visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}benefits.html")
    for one, other in SAME:
        found = ask(visit.page, one)
        assert found
        assert ask(visit.page, other) == found, other


def test_every_question_is_found_first_by_its_own_words(visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}benefits.html")
    questions = [heading for heading in read_guide(ROOT).pages[FAQ].headings if heading.level == 3]
    found = {question.anchor: ask(visit.page, question.text)[:1] for question in questions}
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
        if f"glossary.html#{term.anchor}" not in ask(visit.page, name)
    ]
    assert lost == []


def test_a_row_of_a_table_is_found_by_its_name(visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}benefits.html")
    for name in ("Spinal cord stimulator", "Chemical (alcohol or phenol)", "No procedure for now"):
        assert {"options.html#table", "options.html#no-procedure"} & set(ask(visit.page, name)[:2]), name


def test_every_result_leads_to_a_place_that_exists(site: Path, visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}benefits.html")
    seen = {address for query in ("nerve", "pain", "cold", "numb", "doctor") for address in ask(visit.page, query)}
    assert len(seen) > 30
    pages = {path.name: html.parse(path) for path in site.glob("*.html")}
    for address in seen:
        name, _, place = address.partition("#")
        assert not place or len(pages[name].xpath(f"//*[@id='{place}']")) == 1, address


def test_the_browser_and_the_index_cut_words_in_the_same_way(site: Path, visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}benefits.html")
    ask(visit.page, "numbness")
    texts = [html.parse(path).xpath("string(//article)") for path in sorted(site.glob("*.html"))]
    texts += ["Raynaud’s and RAYNAUD'S", "naïve café", "İstanbul Straße", "x² ½ ﬁ", "boss bus gas pus", "ties dies"]
    assert visit.page.evaluate("texts => texts.map(normal)", texts) == [normal(text) for text in texts]
