"""Links to where the project is kept are right in the project and in every copy of it (fork), or not there."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from guide.build import build
from guide.content import read_guide

from .conftest import REPOSITORY, ROOT

HOME = f"https://github.com/{REPOSITORY}"


def footer(page: Path) -> dict[str, str]:
    """Return the links at the foot of a page, by their words."""
    return {link.text_content(): str(link.get("href")) for link in html.parse(page).xpath("//footer//a")}


def test_every_page_can_be_edited_and_the_link_names_its_file(site: Path) -> None:
    names = read_guide(ROOT).pages
    for name in names:
        links = footer(site / name.replace(".md", ".html"))
        assert links["Edit this page"] == f"{HOME}/edit/main/docs/{name}"
        assert links["Report a problem"] == f"{HOME}/issues/new/choose"
    assert len(names) > 10


def test_the_error_page_is_no_file_to_edit(site: Path) -> None:
    links = footer(site / "404.html")
    assert "Edit this page" not in links
    assert links["Report a problem"] == f"{HOME}/issues/new/choose"


def test_each_page_tells_its_dates(site: Path) -> None:
    for name in read_guide(ROOT).pages:
        said = str(html.parse(site / name.replace(".md", ".html")).xpath("string(//p[@class='dates'])"))
        assert "Checked against its sources: " in said, name


@pytest.mark.parametrize(
    ("server", "repository", "report", "edit"),
    [
        ("https://github.com", "", "index.html", None),
        (
            "https://git.example.org",
            "b-charity/Copy.1",
            "https://git.example.org/b-charity/Copy.1/issues/new/choose",
            "https://git.example.org/b-charity/Copy.1/edit/main/docs/height.md",
        ),
    ],
)
def test_a_copy_has_its_own_links(
    tiny: Path, monkeypatch: pytest.MonkeyPatch, server: str, repository: str, report: str, edit: str | None
) -> None:
    monkeypatch.setenv("GITHUB_SERVER_URL", server)
    monkeypatch.setenv("GITHUB_REPOSITORY", repository)
    build(tiny)
    links = footer(tiny / "site" / "height.html")
    assert (links["Report a problem"], links.get("Edit this page")) == (report, edit)
    assert ("github.com" in (tiny / "site" / "height.html").read_text()) == ("github.com" in (edit or ""))
