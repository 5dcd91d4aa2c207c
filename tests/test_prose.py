"""The words of a page as its reader meets them."""

from __future__ import annotations

from pathlib import Path

from guide.content import page_from
from guide.prose import Run, runs

FRONT = "---\ntitle: A: stick\n---\n"


def _runs(text: str, name: str = "page.md") -> list[Run]:
    return runs(page_from(text, Path(name), name))


def test_citations_are_left_out_and_links_are_kept_in_mind() -> None:
    (run,) = _runs("It is cold. [Evans 1981](references.md#evans) See [the gas](gas.md) too.")
    assert run.text == "It is cold.  See the gas too."
    assert [run.text[start:end] for start, end in run.links] == ["", "the gas"]
    assert run.linked(run.text.index("gas"))
    assert not run.linked(run.text.index("too"))


def test_what_is_not_the_pages_own_is_blank_and_nothing_moves() -> None:
    text = "Say “cure” or `kill` at https://x.example/cure (US: color) now."
    (run,) = _runs(text)
    assert len(run.own) == len(run.text)
    assert run.own.split() == ["Say", "or", "at", "(", ")", "now."]


def test_a_place_has_its_line() -> None:
    (run,) = _runs("\n\nOne\ntwo  \nthree")
    assert [run.line_of(run.text.index(word)) for word in ("One", "two", "three")] == [3, 4, 5]


def test_every_kind_of_run() -> None:
    text = "# T {#t}\n\n- a\n\n| h |\n| - |\n| c |\n\n![alt](x.svg)\n\n/// in-short | Box\n> q\n\n///\n"
    found = [(run.kind, run.line, run.text) for run in _runs(text)]
    assert found == [
        *[("title", 11, "Box"), ("heading", 1, "T "), ("item", 3, "a"), ("head", 5, "h"), ("cell", 7, "c")],
        *[("paragraph", 9, ""), ("alternative", 9, "alt"), ("paragraph", 12, "q")],
    ]
    assert _runs(text)[-1].own == " "


def test_the_fields_at_the_top_are_read_as_yaml() -> None:
    text = '---\nstatus: x\ndescription: "Say “hi” to: me"\ntitle: T\n---\nText'
    assert [(run.kind, run.line, run.text) for run in _runs(text)][:2] == [
        ("field", 4, "T"),
        ("field", 3, "Say “hi” to: me"),
    ]


def test_front_matter_that_cannot_be_read_is_left_to_its_own_rule() -> None:
    assert [run.text for run in _runs(FRONT + "Text")] == ["Text"]


def test_the_names_of_sources_are_left_out() -> None:
    text = "## Studies\n\n### Evans 1981\n\nCure. [doi](https://x.example)\n\n- Found: See [Hsu](#hsu).\n"
    assert [run.text for run in _runs(text, "references.md")] == ["Studies", "Found: See ."]


def test_a_page_is_read_once() -> None:
    page = page_from("Text", Path("a.md"), "a.md")
    assert runs(page) is runs(page)
