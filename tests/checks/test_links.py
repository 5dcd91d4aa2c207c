"""What is said of a link that leads nowhere: the remedy fits the slip, and never names another page or paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.checks import citations, links
from guide.content import read_guide

from ..conftest import copy_tiny


@pytest.mark.parametrize(
    ("link", "remedy"),
    [
        ("[the maker](www.example.org/a)", "write `https://www.example.org/a`"),
        ("[a page](heights.md)", "name a page that exists, perhaps `height.md`"),
        ("[a page](weather.md)", "name a page that exists"),
        ("[a file](stick.pdf)", "add the file to docs/, or correct its name"),
        (
            "[Walked 2024](references.md#walker-2042)",
            "write `references.md#walker-2024`, or add the source to `references.md`",
        ),
        (
            "[Walker 2024](references.md#somebody)",
            "write `references.md#walker-2024`, or add the source to `references.md`",
        ),
        ("[Talker 1997](references.md#talker-1997)", "add the source to `references.md`"),
    ],
)
def test_a_remedy_fits_the_slip(tmp_path: Path, link: str, remedy: str) -> None:
    guide = copy_tiny(tmp_path)
    page = guide / "docs" / "index.md"
    page.write_text(f"{page.read_text()}\nSee {link}.\n")
    rules = (*links.RULES, citations.cited_sources_exist)
    found = [problem for rule in rules for problem in rule(read_guide(guide))]
    assert [problem.remedy for problem in found] == [remedy]
