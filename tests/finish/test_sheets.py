"""A sheet to fill in: three dots become a field with a name, other points a box to tick; nothing else is touched."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from guide.content import read_guide
from guide.finish.sheets import make_sheets
from guide.finish.tables import label_cells

from ..conftest import ROOT
from .conftest import page

TITLE = '<p class="admonition-title">My week</p>'
TABLE = (
    "<table><thead><tr><th>Day</th><th>Pain</th><th>Felt</th></tr></thead>"
    "<tbody><tr><td>Monday</td><td>… of 10</td><td>Well</td></tr><tr><td>Tuesday</td><td>… of 10</td><td></td></tr></tbody></table>"
)


def _sheet(inside: str, title: str = TITLE) -> html.HtmlElement:
    text = page(
        f'<article><h2 id="a">A heading</h2><div class="sheet">{title}{inside}</div><ul><li>… after</li></ul></article>'
    )
    tree = html.document_fromstring(text)
    label_cells(tree, Path())
    make_sheets(tree, Path())
    return tree


def _names(tree: html.HtmlElement) -> list[str]:
    return [str(field.get("aria-label")) for field in tree.xpath("//form//textarea | //form//input[not(@type)]")]


def test_its_title_names_it_and_is_not_shown() -> None:
    (form,) = _sheet("<ul><li>I slept …</li></ul>").xpath("//form")
    assert form.get("aria-label") == "My week"
    assert form.get("autocomplete") == "off"
    assert form.text_content().strip() == "I slept"


def test_a_point_without_dots_is_ticked_by_its_words() -> None:
    (point,) = _sheet('<ul><li>Does a <a href="x">word</a> <b>matter</b> here?</li></ul>').xpath("//form//li")
    assert html.tostring(point[0], encoding="unicode") == (
        '<label><input type="checkbox">Does a <a href="x">word</a> <b>matter</b> here?</label>'
    )
    assert len(point) == 1
    assert not point.text


@pytest.mark.parametrize("dots", ["…", "..."])
def test_dots_become_a_field_in_their_place(dots: str) -> None:
    (point,) = _sheet(f"<ul><li>I slept {dots}</li></ul>").xpath("//form//li")
    assert html.tostring(point, encoding="unicode") == '<li>I slept <textarea aria-label="I slept"></textarea></li>'


def test_dots_within_a_line_become_small_fields() -> None:
    (point,) = _sheet("<ul><li>From … <b>o’clock</b> to … o’clock, <b>then</b> …</li></ul>").xpath("//form//li")
    assert [field.tag for field in point.xpath("./input | ./textarea")] == ["textarea", "input", "textarea"]
    assert point.text_content() == "From  o’clock to  o’clock, then "
    assert _names(point.getroottree()) == [f"From o’clock to o’clock, then{end}" for end in ("", " 2", " 3")]


def test_dots_alone_are_numbered_lines_under_the_heading() -> None:
    tree = _sheet("<h3>My own</h3><ul><li>…</li><li>…</li></ul>")
    assert _names(tree) == ["My own 1", "My own 2"]
    assert tree.xpath("//form/ul/@class") == ["own"]


def test_a_cell_is_named_by_its_row_and_column() -> None:
    tree = _sheet(TABLE)
    assert _names(tree) == ["Monday, Pain", "Tuesday, Pain"]
    assert tree.xpath("//td/label/text()") == ["Well"]
    assert tree.xpath("//td[not(node())]")  # an empty cell stays empty
    assert [cell.text_content() for cell in tree.xpath("//td[input]")] == [" of 10", " of 10"]


def test_a_point_with_paragraphs_or_with_points_of_its_own() -> None:
    tree = _sheet("<ul><li><p>Loose</p></li><li>Wood:<ul><li>Oak</li></ul></li></ul>")
    assert tree.xpath("//form//label/text()") == ["Loose", "Oak"]


def test_what_stands_outside_and_other_boxes_stay() -> None:
    tree = _sheet("<p>Write … here.</p>")
    assert tree.xpath("//form/p/text()") == ["Write … here."]
    assert tree.xpath("//article/ul/li/text()") == ["… after"]
    assert tree.xpath("//label | //textarea") == []


def test_a_sheet_without_a_title() -> None:
    assert _sheet("<ul><li>…</li></ul>", title="").xpath("//form[not(@aria-label)]")


def test_making_sheets_twice_changes_nothing() -> None:
    tree = _sheet(TABLE)
    once = html.tostring(tree)
    make_sheets(tree, Path())
    assert html.tostring(tree) == once


def test_every_field_of_the_guide_has_a_name_of_its_own(site: Path) -> None:
    seen = 0
    for path in site.glob("*.html"):
        for form in html.parse(path).xpath("//form[@class='sheet']"):
            names = [
                field.get("aria-label") or field.getparent().text_content() for field in form.iter("input", "textarea")
            ]
            assert all(names)
            assert len(set(names)) == len(names)
            seen += len(names)
    assert seen > 40


def test_no_word_of_a_sheet_is_lost(site: Path) -> None:
    built = " ".join(html.parse(site / "decide.html").xpath("string(//article)").split())
    for block in read_guide(ROOT).pages["decide.md"].blocks:
        if block.box == "sheet" and "…" not in block.text:
            assert block.text.partition(" {#")[0] in built
