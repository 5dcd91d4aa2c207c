"""docs/figures.yml: the numbers that are drawn, and the only home of them. Read once, with the line of each field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from guide import data
from guide.figures.fields import Field, UnfitError, count, name, names, one_of, text
from guide.figures.model import Figure, Row, Shape
from guide.figures.shapes import SHAPES
from guide.report import Flaw

FILE = "figures.yml"
# What every figure says of itself, and every row of it.
FIGURE = {"figure": Field(name), "shape": Field(one_of(*SHAPES)), "title": Field(text(80))}
ROWS = "rows"
ROW = {"source": Field(names, needed=False), "people": Field(count, needed=False)}
# A row that only says this begins a new group of rows.
HEADING = {"heading": Field(text(34))}


@dataclass(frozen=True)
class Figures:
    """The figures that are of their form, and what is wrong with the others."""

    figures: tuple[Figure, ...] = ()
    flaws: tuple[Flaw, ...] = ()


def _lines(node: yaml.Node) -> dict[str, int]:
    return {str(key.value): key.start_mark.line + 1 for key, _ in node.value}


def _fields(entry: dict[str, object], lines: dict[str, int], line: int, form: dict[str, Field]) -> Iterator[Any]:
    """Yield the name and value of each field of an entry, or a flaw in its place."""
    for known, wanted in form.items():
        if known not in entry:
            if wanted.needed:
                yield Flaw(line, f"there is no `{known}` here", f"add a line `{known}: …`")
            continue
        try:
            yield known, wanted.read(entry[known])
        except UnfitError as error:
            yield Flaw(lines[known], f"`{known}`: {error.message}", error.remedy)
    for other in map(str, entry):
        if other not in form:
            yield Flaw(lines.get(other, line), f"`{other}` is not known here", f"use only these: {', '.join(form)}")


def _row(entry: object, node: yaml.Node, shape: Shape) -> tuple[Row, list[Flaw]]:
    form, line = ROW | shape.row, node.start_mark.line + 1
    if not isinstance(entry, dict):
        return Row(line), [Flaw(line, "this is no row", f"write these fields: {', '.join(form)}")]
    lines = _lines(node)
    found = list(_fields(entry, lines, line, HEADING | shape.heading if "heading" in entry else form))
    values = dict(one for one in found if not isinstance(one, Flaw))
    return Row(line, values, lines), [one for one in found if isinstance(one, Flaw)]


def _rows(entry: dict[str, object], node: yaml.Node, shape: Shape) -> tuple[list[Row], list[Flaw]]:
    """Return the rows of a figure and what is wrong with them."""
    below = next((value for key, value in node.value if key.value == ROWS), None)
    listed = entry.get(ROWS)
    if below is None or not isinstance(listed, list) or not listed:
        line = (below or node).start_mark.line + 1
        return [], [Flaw(line, "this figure has no rows", f"write `{ROWS}:` and below it a row for each thing to draw")]
    read = [_row(one, part, shape) for one, part in zip(listed, below.value, strict=True)]
    return [row for row, _ in read], [flaw for _, flaws in read for flaw in flaws]


def _rows_twice(rows: list[Row]) -> Iterator[Flaw]:
    """Yield a flaw for each row that says the same as an earlier one."""
    seen = dict[str, int]()
    for row in rows:
        line = seen.setdefault(repr(row.values), row.line)
        if line != row.line:
            yield Flaw(row.line, f"this row is the same as the one on line {line}", "delete one of the two")


def _figure(entry: object, node: yaml.Node) -> tuple[Figure | None, list[Flaw]]:
    line = node.start_mark.line + 1
    if not isinstance(entry, dict):
        return None, [Flaw(line, "this is no figure", f"begin it with `- figure: …`; it needs {', '.join(FIGURE)}")]
    shape = SHAPES.get(str(entry.get("shape")))
    form = FIGURE | (shape.head if shape else {})
    rest = {key: value for key, value in entry.items() if key != ROWS and (shape or key in FIGURE)}
    found = list(_fields(rest, _lines(node), line, form))
    flaws = [one for one in found if isinstance(one, Flaw)]
    if not shape:
        return None, flaws
    rows, wrong = _rows(entry, node, shape)
    values = dict(one for one in found if not isinstance(one, Flaw))
    figure = Figure(line, values, _lines(node), tuple(rows))
    flaws = [*flaws, *wrong, *_rows_twice(rows)] or list(shape.flaws(figure))
    return (None if flaws else figure), flaws


def _twice(figures: list[Figure]) -> Iterator[Flaw]:
    """Yield a flaw for each figure with the name of an earlier one."""
    seen = dict[str, int]()
    for figure in figures:
        line = seen.setdefault(figure.name, figure.line)
        if line != figure.line:
            yield Flaw(figure.line, f"the figure `{figure.name}` is on line {line} already", "give one another name")


def _read(path: Path) -> Figures:
    try:
        loaded = data.read(path)
    except data.DataError as error:
        return Figures(flaws=(Flaw(error.line, f"the file cannot be read: {error.message}", error.remedy),))
    if not isinstance(loaded, list):
        return Figures(flaws=(Flaw(1, "the file is not a list of figures", "begin each figure with `- figure: …`"),))
    node = yaml.compose(path.read_bytes().decode("utf-8-sig"), yaml.SafeLoader)
    read = [_figure(entry, part) for entry, part in zip(loaded, node.value if node else [], strict=True)]
    figures = [figure for figure, _ in read if figure]
    flaws = [*(flaw for _, flaws in read for flaw in flaws), *_twice(figures)]
    by_name = {figure.name: figure for figure in reversed(figures)}
    return Figures(tuple(reversed(by_name.values())), tuple(flaws))


@lru_cache(maxsize=8)
def _kept(path: Path, _stamp: tuple[int, int]) -> Figures:
    """Read the file once for each state of it."""
    return _read(path)


def read_figures(docs: Path) -> Figures:
    """Return the figures of a guide; a guide without the file has none."""
    path = docs / FILE
    if not path.exists():
        return Figures()
    state = path.stat()
    return _kept(path, (state.st_mtime_ns, state.st_size))
