"""Whatever a page holds, a check ends with findings and never with a fall: hypothesis writes the pages."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guide.checks import check
from guide.content import MOST_BYTES, read_guide
from guide.report import FORMATS, Problem

from .conftest import TINY, copy_pages
from .faults.pages import FRONT

# All of it within half a minute.
SETTINGS = settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
# The seconds that a page near the size limit may take, on a slow machine.
PATIENCE = 20
# Pieces that mean something in Markdown, in boxes, in front matter or to a rule; rarely all of it at once.
PIECES = (
    "# ", "## ", "##", "#### ", "{#id}", " {#id}", "{#é .b}", "{: .c }", "- ", "  - ", "    ", "1. ", "1) ",
    "> ", "|", "| a | b |\n", "| --- | --- |\n", "```", "~~~\n", "`", "*", "**", "_", "~~", "[", "]", "](",
    "](risks.md#a)", "](references.md#walker-2024)", "[a][b]", "[^1]", "[1]: x\n", "![", "<", ">", "<b>",
    "<script>", "<!--", "-->", "&amp;", "&#106;", "\\", "\\\n", "///", "/// ", "/// in-short\n",
    "/// help | ## T\n", "//// we-know\n", "///\n", "---\n", "===\n", "{{", "}}", "{%", "--8<--", "javascript:",
    "http://[", "//", "..", "?", ".", ": ", "; ", "1 in 5", "60 of 100 people", "5 °C", "40 °F", "MRI",
    "e.g.", "TODO", "safe", "Say it: ", "- Kind: ", "- People: ", "doi:10.", "https://doi.org/", "2024", "\t",
    "\r", "\r\n", "\n", "\n\n", "\x00", "\x0c", "\u200b", "\u2028", "\u202e", "\u00a0", "\ufeff", "\ufffd",
    "é", "漢", "🦯", "’", "“", "”", "word", "Stick", "rubber foot",
)  # fmt: skip
MARKDOWN = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=40).map("".join)
FIELDS = st.lists(
    st.tuples(
        st.sampled_from(
            ["title", "description", "reviewed", "next_review", "status", "a", "", "&a", "*a", "!!x", "- "]
        ),
        st.sampled_from([": ", ":", " : ", "\n", ": |\n  ", ": >-\n  ", ": ["]),
        st.one_of(
            st.sampled_from(["2026-03-01", "2026-02-30", "0b_", "~", "yes", "*a", "&a b", "{a: b}", "'"]),
            st.text(max_size=12),
        ),
    ).map("".join),
    max_size=8,
).map(lambda fields: "---\n" + "\n".join(fields) + "\n---\n")
NAMES = st.sampled_from(["index.md", "faq.md", "glossary.md", "references.md", "height.md", "extra.md"])


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    """A copy of the tiny guide that the tests of this module write into, one case after the other."""
    with tempfile.TemporaryDirectory() as folder:
        yield copy_pages(TINY, Path(folder))


def _checked(home: Path, name: str, content: bytes) -> list[Problem]:
    """Check the guide with one file of another content, print it in each form, and put the file back."""
    path = home / "docs" / name
    before = path.read_bytes() if path.exists() else None
    try:
        path.write_bytes(content)
        problems = list(check(read_guide(home)))
        for form in FORMATS.values():
            form(problems).encode("utf-8", "backslashreplace")
    finally:
        path.unlink() if before is None else path.write_bytes(before)
    for problem in problems:
        assert problem.path
        assert problem.rule
        assert problem.message
        assert problem.remedy
        assert problem.line >= 0
        assert problem.column >= 1
    return problems


@SETTINGS
@given(name=NAMES, text=MARKDOWN)
def test_any_markdown(home: Path, name: str, text: str) -> None:
    _checked(home, name, (FRONT + text).encode("utf-8", "surrogatepass"))


@SETTINGS
@given(name=NAMES, head=FIELDS, text=MARKDOWN)
def test_any_front_matter(home: Path, name: str, head: str, text: str) -> None:
    _checked(home, name, (head + text).encode("utf-8", "surrogatepass"))


@SETTINGS
@given(name=NAMES, content=st.binary(max_size=300))
def test_any_bytes(home: Path, name: str, content: bytes) -> None:
    _checked(home, name, content)


@SETTINGS
@given(
    name=st.sampled_from(["exceptions.yml", "claims.yml", "permalinks.txt"]),
    head=FIELDS,
    content=st.binary(max_size=80),
)
def test_any_list_of_data(home: Path, name: str, head: str, content: bytes) -> None:
    _checked(home, name, head.replace("---\n", "").encode("utf-8", "surrogatepass"))
    _checked(home, name, content)


FULL = MOST_BYTES - 1000
HEAVY = {
    "quotations in quotations": "> " * (FULL // 2),
    "lists in lists": "- " * (FULL // 2),
    "points of points": "".join(f"{' ' * 4 * (depth % 50)}- a\n" for depth in range(1500)),
    "brackets in brackets": "[" * (FULL // 2),
    "pictures in links": "[![" * (FULL // 6),
    "stars": "*a **b " * (FULL // 7),
    "lines of code marks": "".join("`" * length + " " for length in range(600)),
    "tags that never end": "<a " * (FULL // 3),
    "boxes in boxes": "/// help\n" * 9000 + "///\n" * 9000,
    "one huge line": "word " * (FULL // 5),
    "one huge word": "a" * FULL,
    "a heading of braces": "## a" + "{#" * (FULL // 2),
    "blanks in a heading": "## a" + " " * FULL + "b",
    "a wide table": "|a" * 20_000 + "\n" + "|-" * 20_000 + "\n",
    "many links": "[a](b.md) " * (FULL // 10),
    "many breaks": "a  \n" * (FULL // 4),
}


@pytest.mark.parametrize("kind", HEAVY)
def test_a_page_at_the_limit_is_read_in_time(home: Path, kind: str) -> None:
    started = time.process_time()
    assert _checked(home, "extra.md", (FRONT + "# One more page\n\n" + HEAVY[kind]).encode())
    assert time.process_time() - started < PATIENCE
