"""What counts as a medical number, as the year of a source, and as a young source."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from guide.checks.citations import medical_number
from guide.checks.sources import young_share
from guide.content import page_from, read_guide
from guide.settings import read_settings
from guide.sources import sources

from ..conftest import ROOT, TINY

NUMBER = medical_number(read_settings(ROOT / "docs").lists["units"].entries)


@pytest.mark.parametrize(
    "text",
    [
        "14 of 100 had it",
        "11 to 22 of 100 people",
        "2,049 people took part",
        "1.9 points less",
        "after 6 months",
        "after 6\u00a0months",
        "a 10-day stay",
        "about 99 %",
        "99% of them",
        "at -60 °C",
        "1 to 2 mm a day",
        "18 out of the 24",
        "6.1 times as large",
    ],
)
def test_this_is_a_medical_number(text: str) -> None:
    assert NUMBER.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "in 2024 many people",
        "on 28 February 2018",
        "page 3 of the book",
        "six months",
        "K161835 of 2 March",
        "90 grams",
        "0 to 10",
        "version 1.2.3",
        "2 dayrooms",
        "14-gauge",
    ],
)
def test_this_is_none(text: str) -> None:
    assert not NUMBER.search(text)


@pytest.mark.parametrize(
    ("described", "year"),
    [
        ("Walker W. Sticks. Journal of Walking, 2024; 1(2): 1999–2001.", 2024),
        ("Walker W. 2025. doi:10.1000/x", 2025),
        ("IASP lists (1994 and 2011). Association, 2011. iasp.example", 2011),
        ("What Is New?. Seminars, 2019; 36(5)", 2019),
        ("Sticks in 1999. Journal; 14: 1157.", None),
        ("Cryo (NCT02366832). ClinicalTrials.gov.", None),
        ("Changes of 2005 (news). Journal; 2014(3).", None),
    ],
)
def test_the_year_of_a_source(described: str, year: int | None) -> None:
    page = page_from(f"# Sources\n\n## Studies\n\n### Name {{#name}}\n\n{described}\n", Path("x"), "references.md")
    assert [source.year for source in sources(page)] == [year]


@pytest.mark.parametrize(("year", "young"), [(2024, 2), (2027, 2), (2028, 1), (2029, 0)])
def test_a_source_is_young_while_it_is_surely_under_five_years_old(year: int, young: int) -> None:
    assert young_share(read_guide(TINY), date(year, 1, 1)) == (young, 2)
