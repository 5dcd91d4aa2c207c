"""What a figure is: its rows with their values and lines, and the shape that checks and draws it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import Any

from guide.figures.fields import Field
from guide.report import Flaw


@dataclass(frozen=True)
class Row:
    """A row of a figure: its values by field, and the line of each field."""

    line: int
    values: dict[str, Any] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)

    def line_of(self, name: str) -> int:
        """Return the line of a field, or of the row when it is not there."""
        return self.lines.get(name, self.line)

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - what a field holds depends on the field
        """Return the value of a field that every such row has."""
        return self.values[name]

    def get(self, name: str) -> Any:  # noqa: ANN401
        """Return the value of a field, or None without it."""
        return self.values.get(name)


@dataclass(frozen=True)
class Figure(Row):
    """A figure: what it says of itself, and its rows."""

    rows: tuple[Row, ...] = ()

    @property
    def name(self) -> str:
        """Return its name, which is that of its file."""
        return str(self.values["figure"])

    @property
    def sources(self) -> dict[str, int]:
        """Return the keys of the sources that its rows name, each with its first line."""
        found = dict[str, int]()
        for row in self.rows:
            for key in row.values.get("source", ()):
                found.setdefault(key, row.line_of("source"))
        return found

    @property
    def own_rows(self) -> list[Row]:
        """Return the rows that are no headings."""
        return [row for row in self.rows if "heading" not in row.values]

    def groups(self) -> Iterator[tuple[str, list[Row]]]:
        """Yield the heading of each group, if it has one, and its rows."""
        heading = ""
        for is_heading, rows in groupby(self.rows, key=lambda row: "heading" in row.values):
            if is_heading:
                heading = [str(row["heading"]) for row in rows][-1]
            else:
                yield heading, list(rows)


@dataclass(frozen=True)
class Shape:
    """A kind of drawing: the fields of its head, headings and rows, what can be wrong with them, how it is drawn."""

    head: dict[str, Field]
    row: dict[str, Field]
    flaws: Callable[[Figure], Iterator[Flaw]]
    draw: Callable[[Figure], Drawn]
    heading: dict[str, Field] = field(default_factory=dict)


@dataclass(frozen=True)
class Drawn:
    """A drawing: its parts and its height; its own width, if it has one, and how wide it may be shown."""

    parts: list[str]
    height: float
    width: float = 0
    shown: float = 0


def unsorted(rows: list[Row], by: str, value: Callable[[Row], float]) -> Iterator[Flaw]:
    """Yield a flaw for each row that stands below one with a higher value."""
    for above, below in pairwise(rows):
        if value(below) < value(above):
            remedy = f"put it above the row on line {above.line}; the rows go up by `{by}`"
            yield Flaw(below.line_of(by), "this row is not in its order", remedy)


def outside(row: Row, name: str, spot: tuple[float, float], scale: tuple[float, float]) -> Iterator[Flaw]:
    """Yield a flaw when a spot does not lie on the scale."""
    if not min(scale) <= spot[0] <= spot[1] <= max(scale):
        message = f"{spot[0]:g} to {spot[1]:g} does not lie on the scale from {min(scale):g} to {max(scale):g}"
        yield Flaw(row.line_of(name), message, "correct the number, or make the scale longer")
