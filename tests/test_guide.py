"""What the pages of this guide have to hold, read from the built site."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from lxml import html

from .conftest import ROOT

CLAIMS = yaml.safe_load((ROOT / "docs" / "claims.yml").read_text(encoding="utf-8"))
# The source article made this many claims, section by section, and left this many gaps.
ARTICLE = {"TITLE": 1, "INTRO": 16, "PAIN": 9, "WHAT": 10, "HOW": 13, "BEN": 9}
ARTICLE |= {"CAND": 7, "RISK": 9, "FUT": 9, "FAQ": 16, "CON": 10, "GAP": 10}
VERDICTS = {"supported", "needs qualifying", "contradicted", "opinion", "missing from the article"}


def _plain(text: str) -> str:
    """Return text with one kind of quote and single spaces."""
    for old, new in {"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "}.items():
        text = text.replace(old, new)
    return re.sub(r"\s+", " ", text)


def section_text(page: html.HtmlElement, anchor: str) -> str:
    """Return the words from the heading with this address up to the next heading of its level or above."""
    (heading,) = page.xpath(f"//article//*[@id='{anchor}']")
    if heading.get("class") == "answer":
        return _plain(heading.getparent().text_content())
    if heading.getparent().tag == "section":
        return _plain(heading.getparent().text_content())
    above = {f"h{number}" for number in range(1, int(heading.tag[1]) + 1)}
    parts = [heading.text_content()]
    for element in heading.itersiblings():
        if element.tag in above:
            break
        parts.append(element.text_content())
    return _plain(" ".join(parts))


def test_every_claim_and_gap_is_there_once() -> None:
    expected = {f"{section}-{number}" for section, count in ARTICLE.items() for number in range(1, count + 1)}
    ids = [claim["id"] for claim in CLAIMS]
    assert sorted(ids) == sorted(expected)
    assert {claim["verdict"] for claim in CLAIMS} == VERDICTS


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: str(claim["id"]))
def test_a_claim_is_told_where_it_says(site: Path, claim: dict[str, object]) -> None:
    name, _, anchor = str(claim["told"]).partition("#")
    page = html.parse(site / name.replace(".md", ".html")).getroot()
    told = section_text(page, anchor)
    words = claim["words"]
    assert isinstance(words, list)
    assert words
    assert [word for word in words if _plain(str(word)) not in told] == []


def test_the_sources_of_a_claim_are_in_the_list(site: Path) -> None:
    known = set(html.parse(site / "references.html").xpath("//h3/@id"))
    assert {key for claim in CLAIMS for key in claim["sources"]} <= known


@pytest.mark.parametrize("term", ["cryoanalgesia", "cryogen", "fluoroscopy"])
def test_the_glossary_holds_the_words_that_were_asked_for(site: Path, term: str) -> None:
    assert html.parse(site / "glossary.html").xpath(f"//h3[@id='{term}']")


def test_the_faq_answers_enough_and_the_three_of_the_article(site: Path) -> None:
    page = html.parse(site / "faq.html")
    questions = page.xpath("//article//details/summary/h3")
    assert len(questions) == len(page.xpath("//article//h3")) >= 20
    assert all(question.text_content().strip().endswith("?") for question in questions)
    assert {"main-benefits", "how-long", "alternatives"} <= set(page.xpath("//details/div[@class='answer']/@id"))


def test_the_options_table_has_no_blank_cell(site: Path) -> None:
    cells = html.parse(site / "options.html").xpath("//table//*[self::th or self::td]")
    assert len(cells) > 8
    assert all(cell.text_content().strip() for cell in cells)


def test_care_cards_are_open_and_in_order(site: Path) -> None:
    cards = html.parse(site / "risks.html").xpath("//section[contains(@class, 'card')]")
    assert [card.get("class").split()[1] for card in cards] == ["emergency", "urgent", "not-urgent"]
    assert not [card for card in cards if card.xpath("ancestor::details")]


def test_the_claims_are_published_as_open_data(site: Path) -> None:
    assert (site / "claims.yml").read_bytes() == (ROOT / "docs" / "claims.yml").read_bytes()
