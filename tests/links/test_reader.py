"""The reader of built pages finds every planted fault, exactly, and lets pass what only looks wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.links import reader
from guide.links.site import LinksError, as_problems, read_site
from guide.report import ERROR, Problem

from .faults import GOOD, HOSTS, NOISE, OWN, POLICY, SHAPE, TARGETS
from .planting import PAGE, Edit, Planted, file, swap, text


def found(guide: Path) -> list[Problem]:
    site = read_site(guide / "site", guide)
    return as_problems(site, reader.read(site))


def test_a_good_site_has_no_fault(guide: Path) -> None:
    assert [str(problem) for problem in found(guide)] == []


@pytest.mark.parametrize("planted", [*TARGETS, *HOSTS, *SHAPE, *POLICY], ids=lambda planted: str(planted.name))
def test_a_fault_is_found_and_nothing_else(guide: Path, planted: Planted) -> None:
    planted.edit(guide)
    problems = [(problem.rule, problem.path, problem.line) for problem in found(guide)]
    assert sorted(problems) == sorted(planted.expected)


@pytest.mark.parametrize("name", GOOD)
def test_what_is_right_passes(guide: Path, name: str) -> None:
    GOOD[name](guide)
    assert [str(problem) for problem in found(guide)] == []


def test_the_frame_is_told_of_once(guide: Path) -> None:
    for path in (guide / "site").glob("*.html"):
        path.write_text(
            path.read_text().replace("</body>", "<a href=mailto:>x</a><img src=//example.net/a.png></body>")
        )
    problems = found(guide)
    assert [(problem.rule, problem.path) for problem in problems] == [("other-hosts", "site/404.html")]
    assert problems[0].message.endswith(
        "(and on 6 other pages: it is in the frame of the page, below overrides/ or in mkdocs.yml)"
    )


def test_a_heavy_page_is_told_what_to_do(guide: Path) -> None:
    text(f"<!--{NOISE}-->")(guide)
    (problem,) = found(guide)
    assert problem.severity == ERROR
    assert "too many -> say it in fewer words" in str(problem)


def test_a_message_says_what_to_write(guide: Path) -> None:
    text("<a href=heigth.html>x</a>")(guide)
    (problem,) = found(guide)
    assert str(problem) == (
        f"{PAGE}:0:1 dead-link “heigth.html” leads to nothing -> name a file of the site, perhaps “height.html”"
    )


BROKEN: dict[str, tuple[Edit, str]] = {
    "no start page": (lambda guide: (guide / "site" / "index.html").unlink(), "there is no index.html"),
    "an empty page": (file("faq.html", ""), r"faq\.html cannot be read"),
    "a page that is not UTF-8": (file("faq.html", b"<p>\xff"), r"faq\.html cannot be read"),
    "no address": (swap(f"<link href={OWN} rel=canonical>", "", "site/index.html"), "Set site_url in mkdocs.yml"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_read_never_passes(guide: Path, name: str) -> None:
    edit, message = BROKEN[name]
    edit(guide)
    with pytest.raises(LinksError, match=message):
        found(guide)
