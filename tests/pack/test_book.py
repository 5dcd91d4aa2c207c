"""The one page holds the whole guide, each link of it leads somewhere, and it needs nothing else."""

from __future__ import annotations

import itertools
import re
import shutil
from collections import Counter
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import html

from guide.links import nu, policy
from guide.links.site import read_site
from guide.pack.anchors import Joined, in_selector, join_addresses
from guide.pack.sheets import joined_sheet

from ..conftest import ROOT, the_copy
from .texts import articles, parse, squeezed

JOINED = Joined({"a.html", "b.html"}, "https://x.org/g/")


@pytest.fixture(scope="module")
def book(packed: Path) -> html.HtmlElement:
    return parse(the_copy(packed, "html"))


def test_it_is_light(packed: Path) -> None:
    assert the_copy(packed, "html").stat().st_size <= 350_000


def test_all_pages_in_the_order_of_the_menu_word_for_word(book: html.HtmlElement, site: Path) -> None:
    order = [link.removesuffix(".html") for link in parse(site / "index.html").xpath("//nav[@id='pages']//a/@href")]
    assert [article.get("id") for article in book.iter("article")] == order
    for name, article in articles(site).items():
        (inside,) = book.xpath("//article[@id=$name]", name=name.removesuffix(".html"))
        for drawing in inside.xpath(".//svg[contains(@class, 'drawing')]"):  # on its page a picture, without text
            drawing.drop_tree()
        assert squeezed(inside.text_content()) == squeezed(article.text_content()), name


def test_the_cover_says_what_this_is(book: html.HtmlElement) -> None:
    cover = " ".join(book.xpath("string(//header)").split())
    for words in (
        "Cryoablation for nerve pain",
        "Not yet reviewed by a clinician",
        "made on 23 November 2026",
        "https://example.org/cryoablation-guide/",
        "CC BY 4.0",
    ):
        assert words in cover


def test_one_title_and_headings_step_by_step(book: html.HtmlElement) -> None:
    levels = [int(str(heading.tag)[1]) for heading in book.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_ids_are_unique_and_every_link_inside_is_alive(book: html.HtmlElement) -> None:
    ids = Counter(map(str, book.xpath("//@id")))
    assert [name for name, count in ids.items() if count > 1] == []
    links = [str(link) for link in book.xpath("//a/@href")]
    inside = [link for link in links if link.startswith("#")]
    assert len(inside) > 900
    assert [link for link in inside if unquote(link[1:]) not in ids] == []
    names = [name for value in book.xpath("//@aria-labelledby | //@aria-describedby") for name in value.split()]
    assert [name for name in names if name not in ids] == []


def test_no_link_of_the_site_is_lost(book: html.HtmlElement, site: Path) -> None:
    before = sum(len(article.xpath(".//a[@href]")) for article in articles(site).values())
    assert sum(len(article.xpath(".//a[@href]")) for article in book.iter("article")) == before
    other = {link for link in book.xpath("//a/@href") if not link.startswith("#")}
    assert not [link for link in other if not re.match("https?:|mailto:|tel:", link)]


def test_no_two_landmarks_have_the_same_name(book: html.HtmlElement) -> None:
    named = book.xpath("//nav | //section[@aria-label or @aria-labelledby] | //*[@role='region']")
    names = Counter(
        one.get("aria-label") or " ".join(book.get_element_by_id(one.get("aria-labelledby", "")).text_content().split())
        for one in named
    )
    assert len(names) > 3
    assert [name for name, count in names.items() if count > 1] == []


def test_it_asks_for_nothing_and_runs_nothing(book: html.HtmlElement) -> None:
    assert not book.xpath("//script | //iframe | //link[@rel='stylesheet'] | //@srcset")
    assert not [source for source in book.xpath("//@src | //link[@rel='icon']/@href") if not source.startswith("data:")]
    (content,) = book.xpath(f"{policy.POLICY}/@content")
    said = policy.read(content)
    assert (said["default-src"], said["img-src"], "script-src" in said) == (["'none'"], ["data:"], False)


def test_every_answer_is_open(book: html.HtmlElement) -> None:
    assert len(book.xpath("//details")) == len(book.xpath("//details[@open]")) > 20


def test_the_readers_of_pages_find_no_fault(packed: Path, tmp_path: Path) -> None:
    """The checker of HTML, the reader of policies and the reader of inline code, on the one page as a site."""
    shutil.copy(the_copy(packed, "html"), tmp_path / "index.html")
    site = read_site(tmp_path, ROOT)
    found = [*nu.look(site), *policy.policy_is_sound(site), *policy.nothing_is_stopped(site)]
    assert [finding.message for finding in found] == []


def test_ids_and_what_names_them_get_new_names() -> None:
    tree = html.fragment_fromstring(
        '<div id=x aria-labelledby="x y"><a href="#x">1</a><a href="b.html#y">2</a><a href=b.html>3</a>'
        '<a href=data.yml>4</a><a href=https://a.b/c.html#d>5</a><svg><g fill="url(#y)"></g></svg></div>'
    )
    join_addresses(tree, "a.html", JOINED)
    links = ["#a.x", "#b.y", "#b", "https://x.org/g/data.yml", "https://a.b/c.html#d"]
    assert (tree.get("id"), tree.get("aria-labelledby")) == ("a.x", "a.x a.y")
    assert tree.xpath(".//a/@href") == links
    assert tree.xpath(".//@fill") == ["url(#a.y)"]


@pytest.mark.parametrize(("before", "after"), [("b.html#", "#b."), ("#x", ".x"), ("http", "http")])
def test_selectors_look_for_new_links(before: str, after: str) -> None:
    assert in_selector(before, JOINED) == after


def test_a_page_has_as_few_letters_as_tell_it_from_the_others() -> None:
    joined = Joined({"faq.html", "future.html", "a.html", "ab.html"}, "")
    assert [joined.before(page) for page in ("faq.html", "future.html", "a.html", "ab.html")] == [
        *("fa.", "fu.", "a.", "ab.")
    ]


def test_styles_of_pages_are_joined_in_their_own_order() -> None:
    css = ("a{color:red}b{color:red}.h1 h2{color:red}", "a{color:red}i{color:red}b{color:red;top:1px}")
    pieces = [rule.css() for rule in joined_sheet(css, JOINED)]
    assert pieces == ["a{color:red}", "i{color:red}", "b{color:red;top:1px}", ".h1 h3{color:red}"]
