"""Do lists and tables come out as they were written."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from guide.checks.rules import at, rule
from guide.content import Guide, Page
from guide.markup import FENCE
from guide.report import Problem

LISTS = frozenset({"bullet_list", "ordered_list"})
HOLDERS = LISTS | {"blockquote"}
# The build indents by this much; a reader of Markdown such as GitHub is content with less.
STEP = 4
REMEDY = "leave a blank line above it"
# So many lists and quotations may stand in one another. Far deeper, the reader of these checks sees nothing more.
DEEPEST = 4


def _kind(token: Token) -> str:
    return token.type.removesuffix("_open").removesuffix("_close")


def _touches(page: Page, token: Token) -> bool:
    """Return whether the line above a block holds text, and not the line of a box."""
    above = page.lines[token.map[0] - 1] if token.map and token.map[0] else ""
    return bool(above.strip(" \t>")) and not FENCE.match(above)


def _crowded(before: Token, token: Token) -> str | None:
    """Return what would not come out as itself because it follows another block without a gap, or None."""
    if _kind(before) == "table":
        return "what stands right under a table becomes a row of it"
    if _kind(token) == "table":
        return "a table right under a text is shown as a text with bars"
    if _kind(token) in LISTS and _kind(before) == "paragraph":
        return "a list right under a text is shown as part of the text"
    if _kind(token) in LISTS and _kind(before) in LISTS - {_kind(token)}:
        return "a list right under another list is shown as part of it"
    return None


@rule(
    why="Without the gap the points run together into one line of text, with dashes in it.",
    wrong="Bring with you:\n- your letter",
    right="Bring with you:\n\n- your letter",
)
def lists_stand_apart(guide: Guide) -> Iterator[Problem]:
    """A blank line stands above a list and above and below a table."""
    for page in guide.pages.values():
        items: list[bool] = []
        for before, token in pairwise(page.tokens):
            _follow(items, before)
            if before.nesting > -1 or token.nesting < 0 or not token.map or not _touches(page, token):
                continue
            message = _crowded(before, token)
            if message and not (items and items[-1] and _kind(before) == "paragraph"):
                yield at(page, token.map[0] + page.body_line, message, REMEDY)


def _follow(holders: list[bool], token: Token) -> None:
    """Keep account of the open blocks: whether each is a point of a list."""
    if token.nesting == 1:
        holders.append(token.type == "list_item_open")
    elif token.nesting == -1 and holders:
        holders.pop()


def _blanks(line: str) -> int:
    """Return how far a line is indented."""
    wide = line.expandtabs(STEP)
    return len(wide) - len(wide.lstrip(" "))


def _inner(page: Page) -> Iterator[tuple[Token, int]]:
    """Yield what stands in a point of a list below its first line, with the number of points around it."""
    points: list[int] = []
    quotes = 0
    for token in page.tokens:
        quotes += (token.type == "blockquote_open") - (token.type == "blockquote_close")
        starts = token.map[0] if token.map else -1
        if points and not quotes and token.nesting > -1 and token.type != "inline" and starts > points[-1]:
            yield token, len(points)
        if token.type == "list_item_open":
            points.append(starts)
        elif token.type == "list_item_close":
            points.pop()


@rule(
    why="With fewer blanks the guide shows a point of its own where a point of a point was meant.",
    wrong="- Bring:\n  - your letter",
    right="- Bring:\n    - your letter",
)
def list_points(guide: Guide) -> Iterator[Problem]:
    """What belongs to a point of a list stands four blanks further in; a numbered point begins with `1.`."""
    for page in guide.pages.values():
        seen: set[int] = set()
        for token, depth in _inner(page):
            line = token.map[0] if token.map else 0
            if line not in seen and _blanks(page.lines[line]) < STEP * depth:
                seen.add(line)
                message = f"{_blanks(page.lines[line])} blanks stand here, and {STEP * depth} are needed"
                yield at(page, line + page.body_line, message, f"put {STEP * depth} blanks in front of this line")
        for token in page.tokens:
            if token.type == "ordered_list_open" and token.markup == ")" and token.map:
                remedy = "write a full stop behind each number: `1.`"
                yield at(page, token.map[0] + page.body_line, "a list with `1)` is shown as a text", remedy)


@rule(
    why="Nobody follows a point of a point of a point, least of all on a phone; and what lies deeper is not checked.",
    wrong="- a\n    - b\n        - c\n            - d\n                - e",
    right="- a\n    - b",
    stops_build=True,
)
def shallow_lists(guide: Guide) -> Iterator[Problem]:
    """Lists and quotations (`>`) stand in one another no more than four deep."""
    for page in guide.pages.values():
        depth = 0
        for token in page.tokens:
            if _kind(token) in HOLDERS:
                depth += token.nesting
                if token.nesting == 1 and depth == DEEPEST + 1 and token.map:
                    message = f"this is {depth} lists or quotations deep; {DEEPEST} are the most"
                    yield at(page, token.map[0] + page.body_line, message, "write it as one list, or as two")


def _cells(line: str) -> int:
    """Return how many cells a line of a table has."""
    bare = line.strip().removeprefix("|")
    return len(escapedSplit(bare if bare.endswith("\\|") else bare.removesuffix("|")))


@rule(
    why="A cell too many is thrown away without a word, and a cell too few shifts its row.",
    wrong="| Wood | Metal |\n| --- | --- |\n| 400 | 300 | 200 |",
    right="| Wood | Metal |\n| --- | --- |\n| 400 | 300 |",
)
def table_rows(guide: Guide) -> Iterator[Problem]:
    """Every row of a table has as many cells as its first row."""
    for page in guide.pages.values():
        for token in page.tokens:
            if token.type == "table_open" and token.map:
                yield from _uneven(page, *token.map)


def _uneven(page: Page, first: int, end: int) -> Iterator[Problem]:
    """Yield the rows of one table that have other cells than its head."""
    asked = _cells(page.lines[first])
    for place in range(first + 2, end):
        found = _cells(page.lines[place])
        if found != asked:
            message = f"this row has {found} cells and the first row has {asked}"
            remedy = "put one bar between two cells; a bar that you mean is `\\|`; leave a blank line below the table"
            yield at(page, place + page.body_line, message, remedy)


RULES = (lists_stand_apart, list_points, shallow_lists, table_rows)
