"""The PDF can be read by everybody: tagged, with bookmarks, numbers and links, and it holds every word."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from lxml import html

from ..conftest import the_copy
from .texts import articles, parse, squeezed


@pytest.fixture(scope="module")
def pdf(packed: Path) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(the_copy(packed, "pdf")) as opened:
        yield opened


@pytest.fixture(scope="module")
def sheets(packed: Path) -> list[str]:
    """The text of each sheet."""
    with pypdfium2.PdfDocument(the_copy(packed, "pdf")) as opened:
        return [page.get_textpage().get_text_range() for page in opened]


def _titles(items: list[Any]) -> Iterator[str]:
    for item in items:
        yield item.title
        yield from _titles(item.children)


def test_it_is_sound(pdf: pikepdf.Pdf) -> None:
    """What `qpdf --check` does: the same library looks."""
    assert pdf.check_pdf_syntax() == []


def test_it_says_what_it_is(pdf: pikepdf.Pdf) -> None:
    """What `pdfinfo` shows."""
    assert str(pdf.docinfo["/Title"]) == "Cryoablation for nerve pain"
    assert str(pdf.docinfo["/CreationDate"]) == str(pdf.docinfo["/ModDate"]) == "D:20261123120000+00'00'"
    assert str(pdf.Root.Lang) == "en"
    assert bool(pdf.Root.MarkInfo.Marked)
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert "/StructTreeRoot" in pdf.Root


def test_a_bookmark_for_each_heading(pdf: pikepdf.Pdf, packed: Path) -> None:
    headings = parse(the_copy(packed, "html")).xpath("//h1 | //h2 | //h3 | //h4 | //h5 | //h6")
    with pdf.open_outline() as outline:
        titles = list(_titles(list(outline.root)))
    assert [squeezed(title) for title in titles] == [squeezed(heading.text_content()) for heading in headings]


def test_links_inside_and_out(pdf: pikepdf.Pdf, packed: Path) -> None:
    links = [note for page in pdf.pages for note in page.get("/Annots", []) if note.Subtype == "/Link"]
    inside = {str(link.Dest) for link in links if "/Dest" in link}
    names = {str(name) for name in pdf.Root.Dests} if "/Dests" in pdf.Root else set()
    assert len(inside) > 300
    assert inside <= names
    wanted = {link for link in parse(the_copy(packed, "html")).xpath("//a/@href") if link.startswith("#")}
    assert {name.removeprefix("/") for name in inside} == {link[1:] for link in wanted}
    out = {str(link.A.URI) for link in links if "/A" in link and "/URI" in link.A}
    assert "https://example.org/cryoablation-guide/" in out
    assert not [link for link in out if link.startswith("file:")]


def test_each_sheet_has_its_number_and_the_title(sheets: list[str]) -> None:
    for number, text in enumerate(sheets, start=1):
        assert f"{number} / {len(sheets)}" in text, number
        assert "Cryoablation for nerve pain" in text, number


# Said by a screen reader, not seen: their words are cut off to nothing, on the screen as on paper.
HEARD = "ancestor-or-self::*[@class='admonition-title'][parent::*[@class='ways' or @class='help' or @class='letters']]"


def _texts(article: html.HtmlElement) -> Iterator[str]:
    seen = (squeezed(str(text)) for text in article.xpath(f".//text()[not({HEARD})]"))
    return (text for text in seen if text)


def _runs_on(text: str, parts: list[str]) -> bool:
    """Tell whether a text begins on one sheet and ends on the next."""
    return any(
        text[:cut] in one and text[cut:] in other
        for one, other in itertools.pairwise(parts)
        for cut in range(1, len(text))
    )


def test_every_page_word_for_word(sheets: list[str], site: Path) -> None:
    margins = ("Cryoablation for nerve pain 23 November 2026", "https://example.org/cryoablation-guide/")
    parts = []
    for number, text in enumerate(sheets, start=1):
        part = squeezed(text.replace("\ufffe", "-")).removesuffix(f"{number}/{len(sheets)}")
        parts.append(part.removesuffix(squeezed(margins[1])).removesuffix(squeezed(margins[0])))
    whole = "".join(parts)
    texts = [(name, text) for name, article in articles(site).items() for text in _texts(article)]
    assert len(texts) > 3000
    assert [one for one in texts if one[1] not in whole and not _runs_on(one[1], parts)] == []
