"""The first use of each hard word becomes a link, whoever wrote it in whatever way, and only where a link may stand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import markdown
import pytest
from lxml import html

from guide.glossary import GlossaryError, GlossaryExtension

WORD_LIST = """---
title: Word list
---

# Word list

### Axon {#axon}

- Say it: **ak**-son
- Also called: nerve fibre, nerve fiber

The long thread of a nerve cell.

### Injury {#injury}

A hurt.

### Metastasis {#metastasis}

A growth elsewhere.

### Morton neuroma {#morton-neuroma}

- Also called: Morton’s neuroma

A sore nerve in the foot.

### Nerve {#nerve}

A cord that carries feeling.

### Nerve block {#nerve-block}

- Also called: block (of a nerve)

An injection.

### Freeze–thaw cycle {#freeze-thaw-cycle}

Freezing, then warming.

### Endoneurium, perineurium {#wrappings}

The wrappings.
"""
Links = list[tuple[str, str]]
Render = Callable[[str], Links]


@pytest.fixture
def word_list(tmp_path: Path) -> Path:
    path = tmp_path / "glossary.md"
    path.write_text(WORD_LIST, encoding="utf-8")
    return path


def _tree(text: str, word_list: Path) -> html.HtmlElement:
    others = ["attr_list", "tables", "toc", "smarty", "pymdownx.blocks.admonition"]
    return html.document_fromstring(
        "<div>" + markdown.markdown(text, extensions=[*others, GlossaryExtension(path=str(word_list))]) + "</div>"
    )


@pytest.fixture
def links(word_list: Path) -> Render:
    """Turns Markdown into the words that became links, each with its term."""

    def render(text: str) -> Links:
        found = _tree(text, word_list).xpath("//a[@class='term']")
        return [(link.text_content(), link.get("href").removeprefix("glossary.md#")) for link in found]

    return render


@pytest.mark.parametrize(
    ("text", "words", "term"),
    [
        ("An axon is thin.", "axon", "axon"),
        ("AXON", "AXON", "axon"),
        ("Two axons.", "axons", "axon"),
        ("Old injuries.", "injuries", "injury"),
        ("Several metastases.", "metastases", "metastasis"),
        ("The nerve fibre.", "nerve fibre", "axon"),
        ("The nerve\nfibers.", "nerve\nfibers", "axon"),
        ("The nerve\u00a0fibre.", "nerve\u00a0fibre", "axon"),
        ("A nerve-fibre.", "nerve-fibre", "axon"),
        ("Morton's neuroma", "Morton’s neuroma", "morton-neuroma"),
        ("Morton’s neuromas", "Morton’s neuromas", "morton-neuroma"),
        ("A freeze-thaw cycle.", "freeze-thaw cycle", "freeze-thaw-cycle"),
        ("Freeze–thaw cycles.", "Freeze–thaw cycles", "freeze-thaw-cycle"),
        ("A freeze thaw cycle.", "freeze thaw cycle", "freeze-thaw-cycle"),
        ("The perineurium.", "perineurium", "wrappings"),
        ("The “axon”, or (axon).", "axon", "axon"),
        ("The **axon**.", "axon", "axon"),
        ("- One point\n- An *axon*", "axon", "axon"),
        ("İ and ẞ before an axon.", "axon", "axon"),
    ],
)
def test_a_term_is_known_by_plural_capital_other_name_apostrophe_and_hyphen(
    links: Render, text: str, words: str, term: str
) -> None:
    assert links(text) == [(words, term)]


@pytest.mark.parametrize(
    "text", ["A nervestorm.", "Unnerve.", "An axonal thing.", "Post-injury.", "nerve-like", "_nerve"]
)
def test_a_part_of_another_word_is_none(links: Render, text: str) -> None:
    assert links(text) == []


def test_the_longest_name_wins(links: Render) -> None:
    assert links("A nerve block near a nerve.") == [("nerve block", "nerve-block"), ("nerve", "nerve")]


def test_only_the_first_use_of_each_term_is_linked(links: Render) -> None:
    text = "An axon.\n\nMore axons, a nerve fibre and a nerve.\n\n## A heading\n\n- An axon, a nerve"
    assert links(text) == [("axon", "axon"), ("nerve", "nerve")]


def test_the_first_use_is_the_first_that_a_reader_meets(word_list: Path) -> None:
    tree = _tree("One *axon* here, an axon there.\n\nAn axon.", word_list)
    assert [link.getparent().tag for link in tree.xpath("//a[@class='term']")] == ["em"]


@pytest.mark.parametrize(
    "closed",
    [
        "# The axon",
        "### The axon",
        "[an axon](page.md)",
        "[the *axon*](page.md)",
        "`axon`",
        "    an axon in code",
        "| axon | b |\n| --- | --- |\n| c | d |",
        "<script>let axon = 1</script>",
        "<p>axon in HTML</p>",
        '![an axon](a.svg "axon")',
        "/// admonition | The axon\n    type: note\n\nText.\n///",
    ],
)
def test_a_heading_link_code_and_title_stay_and_the_next_use_is_linked(links: Render, closed: str) -> None:
    assert links(closed) == []
    assert links(f"{closed}\n\nAn axon.") == [("axon", "axon")]


def test_a_cell_of_a_table_is_text(links: Render) -> None:
    assert links("| a | b |\n| --- | --- |\n| axon | d |") == [("axon", "axon")]


def test_a_writer_s_own_link_to_an_entry_counts_as_the_first_use(links: Render) -> None:
    assert links("See [this](glossary.md#axon). An axon and a nerve.") == [("nerve", "nerve")]


def test_a_link_to_another_page_with_the_same_address_does_not(links: Render) -> None:
    assert links("See [this](other.md#axon) and [that](#axon). An axon.") == [("axon", "axon")]


def test_the_word_list_itself_keeps_its_text(links: Render, word_list: Path) -> None:
    assert links(word_list.read_text(encoding="utf-8").split("---\n", 2)[2]) == []


def test_the_text_itself_does_not_change(word_list: Path) -> None:
    text = "An axon, *two axons*, a nerve block & a nerve.\n\n- A Morton's neuroma, and so on\n- nerve"
    without = markdown.markdown(text, extensions=["smarty"])
    tree = _tree(text, word_list)
    assert tree.xpath("//a")
    assert tree.text_content() == html.document_fromstring(f"<div>{without}</div>").text_content()


def test_a_changed_word_list_is_read_again(links: Render, word_list: Path) -> None:
    assert links("A ferrule.") == []
    word_list.write_text(f"{WORD_LIST}\n### Ferrule {{#ferrule}}\n\nA rubber end.\n", encoding="utf-8")
    assert links("A ferrule.") == [("ferrule", "ferrule")]


def test_a_word_list_without_words_makes_no_link(links: Render, word_list: Path) -> None:
    word_list.write_text("# Word list\n\nNothing yet.\n", encoding="utf-8")
    assert links("An axon.") == []


def _line(text: str) -> int:
    return WORD_LIST.splitlines().index(text) + 1


@pytest.mark.parametrize(
    ("right", "wrong", "line", "message", "remedy"),
    [
        ("A hurt.\n", "", "### Injury {#injury}", "“Injury” has no meaning", "write what it means"),
        (
            "- Also called: Morton’s neuroma",
            "- Also called: Morton’s neuroma, AXON",
            "### Morton neuroma {#morton-neuroma}",
            f"“axon” is a name of “Axon” on line {_line('### Axon {#axon}')} too",
            "leave the name to one of the two",
        ),
        (
            "### Nerve {#nerve}",
            "### Nerve-fibre {#nerve}",
            "### Nerve {#nerve}",
            f"“nerve-fibre” is a name of “Axon” on line {_line('### Axon {#axon}')} too",
            "leave the name to one of the two",
        ),
    ],
)
def test_a_word_list_that_cannot_be_used_stops_the_build(
    links: Render, word_list: Path, right: str, wrong: str, line: str, message: str, remedy: str
) -> None:
    assert WORD_LIST.count(right) == 1
    word_list.write_text(WORD_LIST.replace(right, wrong), encoding="utf-8")
    with pytest.raises(GlossaryError) as error:
        links("An axon.")
    assert str(error.value).startswith(f"{word_list}:{_line(line)} {message} -> {remedy}")


def test_a_missing_word_list_stops_the_build(links: Render, word_list: Path) -> None:
    word_list.unlink()
    with pytest.raises(GlossaryError, match="there is no word list at .* -> write one"):
        links("An axon.")
