"""The data for search engines say what the page says, and cannot break out of their place."""

from __future__ import annotations

import json

from lxml import html

from guide.finish.site import as_text
from guide.finish.structured import describe_page

from .conftest import Maker, page

DATA = '<script type="application/ld+json">{"@type": "WebPage", "license": "https://example.org/free"}</script>'
HEAD = '<meta name="description" content="How long is it?"><link rel="canonical" href="https://example.org/a.html">'


def _said(tree: html.HtmlElement) -> dict[str, str]:
    said = json.loads(str(tree.xpath("string(//script)")))
    assert isinstance(said, dict)
    return said


def _described(make_site: Maker, title: str, head: str) -> html.HtmlElement:
    site = make_site({"a.html": page(f"<article><h1>{title}</h1></article>", head + DATA)})
    describe_page(site.pages["a.html"], site.folder)
    return html.document_fromstring(as_text(site.pages["a.html"]))


def test_they_say_what_the_page_says(make_site: Maker) -> None:
    tree = _described(make_site, "A <b>good</b>\n length", HEAD)
    assert _said(tree) == {
        "@type": "WebPage",
        "license": "https://example.org/free",
        "name": "A good length",
        "description": "How long is it?",
        "url": "https://example.org/a.html",
        "inLanguage": "en",
    }


def test_a_title_in_code_stays_a_title(make_site: Maker) -> None:
    tree = _described(make_site, "&lt;/script>&lt;img src=x>", HEAD)
    assert _said(tree)["name"] == "</script><img src=x>"
    assert not tree.xpath("//img")


def test_a_page_without_an_address_of_its_own_has_none(make_site: Maker) -> None:
    assert not _described(make_site, "Not here", "").xpath("//script")
