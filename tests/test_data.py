"""YAML that people wrote: what is wrong is told with its line, nothing runs, nothing grows without end."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from guide.boxtypes import read_box_types
from guide.data import DataError, load, read
from guide.nodes import NodesError

from .conftest import ROOT

WRONG = [
    ("a: 1\nb: 2\na: 3", 3, "`a` stands here twice"),
    ("a: x\nb: 2026-02-30", 2, "“2026-02-30” is no date or number that exists"),
    ("a: 0b_", 1, "“0b_” is read as another number"),
    ("a: 060", 1, "“060” is read as another number"),
    ("a: b\nc:d\ne: f", 2, "no blank stands behind the colon"),
    ("a: b\nc: 'd\ne: f", 2, "a quote is not closed"),
    (f"a: {'9' * 5000}", 1, "“9999"),
    ("a: b: c", 1, "there is a colon inside a text"),
    ("a: 'b", 1, "a quote is not closed"),
    ("a: b\n\tc: d", 2, "a tab stands here"),
    ("a: \x07", 0, "a sign that nobody can see"),
    ("a: &b c", 1, "make copies"),
    ("a: *b", 1, "make copies"),
    ("a: !!python/object/apply:os.getcwd []", 1, "gives an order to the program"),
    ("a\n---\nb", 2, "a line `---` stands inside"),
    ("[" * 100_000, 1, "more than 12 deep"),
    ("- " * 50_000, 1, "more than 12 deep"),
    *((f'a: "\\U{number}"', 0, "there is no letter with this number") for number in ("99999999", "00110000")),
    ("? [a]\n: b", 1, "not of the form"),
    ("=: =", 1, "not of the form"),
]


@pytest.mark.parametrize(("text", "line", "said"), WRONG, ids=lambda value: repr(value)[:20])
def test_what_is_wrong_is_told(text: str, line: int, said: str) -> None:
    with pytest.raises(DataError, match=".* -> .*") as error:
        load(text)
    assert said in error.value.message
    assert error.value.line == line
    assert len(str(error.value)) < 300


def test_what_is_right_is_read() -> None:
    assert load("") is None
    assert load("a: 2026-03-01\nb: [x, {c: 'd: *e'}]\n") == {"a": date(2026, 3, 1), "b": ["x", {"c": "d: *e"}]}


def test_files(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    with pytest.raises(DataError, match="it cannot be read: No such file"):
        read(path)
    path.write_bytes(b"\xef\xbb\xbfa: b\r\n")
    assert read(path) == {"a": "b"}
    path.write_bytes(b"caf\xe9")
    with pytest.raises(DataError, match="not saved as UTF-8"):
        read(path)
    with path.open("wb") as file:
        file.truncate(100_000_000)
    with pytest.raises(DataError, match="100,000,000 bytes"):
        read(path)


def test_the_boxes_of_the_real_guide() -> None:
    found = read_box_types(ROOT)
    assert {"in-short", "emergency", "caption"} <= set(found)
    assert found["in-short"] == "## In short {#in-short}"


TYPES = "markdown_extensions:\n  - tables\n  - pymdownx.blocks.admonition: {types: [a, {name: b, title: '## B'}]}\n"


@pytest.mark.parametrize(
    ("text", "boxes"),
    [
        (TYPES, {"a": "", "b": "## B"}),
        ("markdown_extensions:\n  pymdownx.blocks.caption: {types: [c]}\n  tables: {}\n", {"c": ""}),
        (f"x: !!python/name:os.system\ny: !ENV [A, b]\n{TYPES}", {"a": "", "b": "## B"}),
        ("INHERIT: base.yml", {"c": ""}),
        ("markdown_extensions: [tables]", {}),
        (f"INHERIT: base.yml\n{TYPES}", {"a": "", "b": "## B"}),
    ],
)
def test_boxes_are_found_however_they_are_written(tmp_path: Path, text: str, boxes: dict[str, str]) -> None:
    (tmp_path / "base.yml").write_text("markdown_extensions: [pymdownx.blocks.caption: {types: [c]}]", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert read_box_types(tmp_path) == boxes


@pytest.mark.parametrize("text", ["", "x", "INHERIT: mkdocs.yml"])
def test_settings_without_extensions_are_no_settings(tmp_path: Path, text: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    with pytest.raises(NodesError, match="lists no `markdown_extensions`"):
        read_box_types(tmp_path)


@pytest.mark.parametrize("text", ["a: [", "[" * 20_000, "INHERIT: no.yml", 'a: "\\U99999999"', 'a: "\\U00110000"'])
def test_settings_that_cannot_be_read_are_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    with pytest.raises(NodesError, match=r"\.yml cannot be read: .* -> mend it"):
        read_box_types(tmp_path)
