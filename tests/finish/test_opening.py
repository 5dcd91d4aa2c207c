"""The first screen of a page can be shown before the rest of it is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from guide.finish.opening import place_script

from .conftest import page

SCRIPT = '<script src="assets/guide.js" defer></script>'
LATER = '<script src="assets/sheet.js" defer></script>'


def after(body: str) -> html.HtmlElement:
    tree = html.document_fromstring(page(body))
    place_script(tree, Path())
    return tree


def test_the_script_stands_before_the_first_heading_that_is_in_no_box() -> None:
    box = "<section><h2>In short</h2></section>"
    tree = after(f"<article><h1>A</h1>{box}<h2>B</h2><h2>C</h2></article>{SCRIPT} {LATER}")
    assert [element.tag for element in tree.xpath("//article/*")] == ["h1", "section", "script", "h2", "h2"]
    assert tree.xpath("//script/@src") == ["assets/guide.js", "assets/sheet.js"]


@pytest.mark.parametrize("body", ["<article><h1>A</h1></article>", "<h2>No text</h2>"])
def test_a_page_of_one_part_keeps_it_at_its_foot(body: str) -> None:
    assert after(f"{body}{SCRIPT}").xpath("name(//body/*[last()])") == "script"


def test_a_script_that_does_not_wait_stays_where_it_is() -> None:
    tree = after(f"<article><h2>B</h2></article>{SCRIPT.replace(' defer', '')}")
    assert tree.xpath("name(//article/*[1])") == "h2"
