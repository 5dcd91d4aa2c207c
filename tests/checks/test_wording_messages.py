"""What the rules on text and words say, at which column."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from guide.checks import measures, spelling, text, words
from guide.checks.rules import Rule
from guide.content import Guide, page_from

from ..conftest import ROOT

RULES: tuple[Rule, ...] = (*text.RULES, *words.RULES, *spelling.RULES, *measures.RULES)


def _said(folder: Path, body: str) -> list[str]:
    (folder / "docs").mkdir()
    shutil.copy(ROOT / "docs" / "rules.yml", folder / "docs" / "rules.yml")
    guide = Guide(folder, {"a.md": page_from(body, folder / "docs" / "a.md", "a.md")})
    return [str(problem) for rule in RULES for problem in rule(guide)]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("It helps 40 % here.", "1:10 out-of-100 “40 %” is hard to compare -> write “about 14 of 100”, or for a small"),
        ("It is at -5 °C now.", "1:13 temperatures a temperature without °F -> put the degrees Fahrenheit behind it"),
        ("At 5 °C (23 °F).", "1:4 temperatures “5 °C (23 °F)” is not the same in both -> the right one is 41 °F"),
        ("One\ncure.", "2:1 promise-words “cure” promises too much -> instead: ease"),
        (
            "Its efficacy.",
            "1:5 jargon “efficacy” is not explained -> write “how well it works”, or put the hard word in",
        ),
        ("Its NHS.", "1:5 abbreviations “NHS” is not written out -> write it out, with “(NHS)” behind, or in small"),
        ("I thier aache.", "1:3 spelling “thier” is misspelled -> write “their”"),
        ("An aache.", "1:4 spelling “aache” is misspelled -> write “cache” or “ache”"),
        (
            "The color.",
            "1:5 british-spelling “color” is American -> write “colour”, or put it in brackets as “(US: color)”",
        ),
        (
            "Falls are rare.",
            "1:11 risk-words “rare” says too little without a number -> add how many of how many people",
        ),
        ("An *a*.", "1:5 italics “a” is in italics -> take the single stars or underlines away"),
        (
            "To [here](a.md).",
            "1:4 link-words the link “here” does not say where it leads -> make the name of the page or",
        ),
    ],
)
def test_a_message_names_the_words_and_the_remedy(tmp_path: Path, body: str, said: str) -> None:
    assert _said(tmp_path, body)[0].startswith(f"docs/a.md:{said}")


def test_a_hard_page_names_its_hardest_sentence(tmp_path: Path) -> None:
    hard = "Manufacturers habitually recommend individualised customisation."
    body = "# A\n\n" + "It is a good day to be out. " * 3 + "\n\n" + f"{hard}\n\n" * 4
    page, section = _said(tmp_path, body)[:2]
    assert page.startswith("docs/a.md:1:1 page-grade this page needs 15.8 years of school")
    assert page.endswith(f"it may need 6 -> use shorter words and sentences, first on line 5: “{hard}”")
    assert section.startswith("docs/a.md:1:1 section-grade this section needs 15.8")
