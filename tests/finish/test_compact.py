"""A small page is the same page; icons have a size; the start page has one address."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from guide.finish.compact import add_sizes, canonical_home, compact

from .conftest import page

FULL = page(
    """
    <!-- gone -->
    <p> One <b> two </b> three </p>
    <pre>
 a
   b </pre>
    <textarea> x </textarea><input type="text">
    <ul> <li> a </li> <li> b </li> </ul>
    <p>5 &lt; 6 &amp; 7 <a href="?a=1&amp;copy=2" title='say "so"'>x</a></p>
    <svg viewbox="0 0 1 1"><path d="M0 0"></path></svg>
    """,
    "<style>p > a {  x : y }</style><script>if (a < b) {  c() }</script>",
)


def _words(text: str) -> list[str]:
    return " ".join(html.document_fromstring(text).itertext()).split()


def test_a_small_page_is_the_same_page() -> None:
    small = compact(FULL)
    assert len(small) < len(FULL)
    before, after = html.document_fromstring(FULL), html.document_fromstring(small)
    assert [element.tag for element in before.iter("*")] == [element.tag for element in after.iter("*")]
    assert [dict(element.attrib) for element in before.iter("*")] == [
        dict(element.attrib) for element in after.iter("*")
    ]
    assert _words(FULL) == _words(small)


@pytest.mark.parametrize(
    "kept",
    [
        *("<!doctype html>", "<html lang=en>", "<head>", "</head>", "<body>", "</body></html>", "</p>", "</li>"),
        *("One <b> two </b> three", "\n a\n   b </pre>", "<textarea> x </textarea>", "type=text"),
        *("<style>p > a {  x : y }</style>", "<script>if (a < b) {  c() }</script>", '<path d="M0 0"></path>'),
    ],
)
def test_what_a_checker_and_a_reader_need_is_kept(kept: str) -> None:
    assert kept in compact(FULL)


def test_a_small_page_cannot_be_made_smaller() -> None:
    assert compact(compact(FULL)) == compact(FULL)


@pytest.mark.parametrize(
    ("svg", "size"),
    [
        ('<svg viewBox="0 0 16 20">', ("16", "20")),
        ('<svg viewBox="0,0,16.5,20">', ("16.5", "20")),
        ('<svg viewBox="0 0 40 20" height="10">', ("20", "10")),
        ('<svg viewBox="0 0 40 20" width="10px">', ("10px", "5")),
        ('<svg viewBox="0 0 40 20" width="2em">', ("2em", "20")),
        ('<svg viewBox="0 0 40 20" width="1" height="2">', ("1", "2")),
        ('<svg viewBox="none at all">', ("24", "24")),
        ('<svg viewBox="0 0 0 0">', ("24", "24")),
        ("<svg>", ("24", "24")),
    ],
)
def test_an_icon_gets_its_size(svg: str, size: tuple[str, str]) -> None:
    tree = html.document_fromstring(page(f"{svg}<svg></svg></svg>"))
    add_sizes(tree, Path())
    outer, inner = tree.iter("svg")
    assert (outer.get("width"), outer.get("height")) == size
    assert not inner.attrib


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org/guide/index.html", "https://example.org/guide/"),
        ("https://example.org/guide/faq.html", "https://example.org/guide/faq.html"),
        ("https://example.org/guide/my-index.html", "https://example.org/guide/my-index.html"),
    ],
)
def test_the_start_page_has_one_address(address: str, expected: str) -> None:
    tree = html.document_fromstring(page(head=f'<link rel="canonical" href="{address}">'))
    canonical_home(tree, Path())
    assert tree.xpath("//link/@href") == [expected]
