"""A scale with bands, drawn true to size, and beside it a row for each thing that was measured on it.

Lines lead from the rows to their places on the scale. A band that nobody measured is an empty, dotted stretch.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.figures.fields import Field, Span, number, one_of, place, span, text
from guide.figures.model import Drawn, Figure, Row, Shape, outside, unsorted
from guide.figures.parts import element, line
from guide.figures.parts import number as said
from guide.figures.parts import text as words
from guide.report import Flaw

# Across, in pixels: the scale, the ends of the lines that lead to the rows, and the words.
LEFT, RIGHT, BEND, END, WORDS = 1, 25, 36, 68, 74
# Heights in pixels: a heading, a row, and the space above and below the scale.
HEADING, ROW, EDGE = 34, 44, 2
BANDS = {"warm": "flesh", "pale": "air", "cold": "frost", "unmeasured": "", "end": "hurt"}


class _Scale:
    """Where a value stands: from the top of the drawing to its foot, the first end of the scale on top."""

    def __init__(self, ends: Span, height: float, *, down: bool) -> None:
        self.ends, self.height, self.down = ends, height, down

    def y(self, value: float) -> float:
        """Return the height of a value in the drawing."""
        low, high = self.ends
        share = (high - value if self.down else value - low) / (high - low)
        return round(EDGE + share * (self.height - 2 * EDGE), 1)


def _degrees(spot: Span, unit: str, figure: Figure | None = None) -> str:
    """Return a place on the scale in words, in its own unit or in the second one; what is nearer to 0 comes first."""
    times, plus = (figure["second_times"], figure["second_plus"]) if figure else (1, 0)
    ends = [said(round(value * times + plus) if figure else value) for value in sorted(spot, key=abs)]
    return f"{ends[0] if ends[0] == ends[1] else ' to '.join(ends)} {unit}"


def _band(row: Row, scale: _Scale) -> Iterator[str]:
    top, foot = sorted((scale.y(row["band"][0]), scale.y(row["band"][1])))
    class_ = BANDS[row["look"]]
    if class_:
        yield element("rect", class_=class_, x=LEFT, y=top, width=RIGHT - LEFT, height=foot - top)


def _outline(bands: list[Row], scale: _Scale) -> Iterator[str]:
    """Yield the edges of the scale: a line where it was measured, dots where nobody did."""
    for row in bands:
        top, foot = sorted((scale.y(row["band"][0]), scale.y(row["band"][1])))
        class_ = "gone" if row["look"] == "unmeasured" else "line"
        yield from (line(x, top, x, foot, class_) for x in (LEFT, RIGHT))
    for value in {end for row in bands for end in row["band"]}:
        yield line(LEFT, scale.y(value), RIGHT, scale.y(value), "line")


def _lead(start: float, middle: float, y: float, class_: str) -> str:
    """Return the line from a place on the scale to a row at a height."""
    return f'<path class="{class_}" d="M{said(start)} {said(middle)}H{BEND - 4}L{END - 6} {said(y)}H{END}"/>'


def _heading(row: Row, scale: _Scale, y: float) -> Iterator[str]:
    yield words(WORDS, y + 24, row["heading"], class_="head")
    if row["look"] == "unmeasured":
        yield _lead(RIGHT + 2, sum(map(scale.y, row["band"])) / 2, y + 19, "gone")


def _row(figure: Figure, row: Row, scale: _Scale, y: float) -> Iterator[str]:
    top, foot = sorted(scale.y(value) for value in row["at"])
    if foot > top:
        yield line(RIGHT + 5, top, RIGHT + 5, foot, "span")
    yield _lead(RIGHT + (5 if foot > top else 1), (top + foot) / 2, y + 11, "lead")
    second = _degrees(row["at"], figure["second"], figure)
    yield words(WORDS, y + 16, _degrees(row["at"], figure["unit"]), (second, "note"), class_="label")
    yield words(WORDS, y + 34, f"{row['label']}, {row['where']}", class_="note")


def _height(figure: Figure) -> float:
    return sum(HEADING if "heading" in row.values else ROW for row in figure.rows)


def _draw(figure: Figure) -> Drawn:
    height, y = _height(figure), 0.0
    scale = _Scale(figure["scale"], height, down=figure["top"] == "high")
    bands = [row for row in figure.rows if "band" in row.values]
    parts = [part for row in bands for part in _band(row, scale)] + list(_outline(bands, scale))
    for row in figure.rows:
        parts += _heading(row, scale, y) if "heading" in row.values else _row(figure, row, scale, y)
        y += HEADING if "heading" in row.values else ROW
    return Drawn(parts, height)


def _flaws(figure: Figure) -> Iterator[Flaw]:
    bands = [row for row in figure.rows if "band" in row.values]
    for row in bands:
        yield from outside(row, "band", row["band"], figure["scale"])
    for row in figure.own_rows:
        yield from outside(row, "at", row["at"], figure["scale"])
    sign = -1 if figure["top"] == "high" else 1
    yield from unsorted(bands, "band", lambda row: sign * sum(row["band"]))
    for _heading, rows in figure.groups():
        yield from unsorted(rows, "at", lambda row: sign * max(row["at"], key=lambda end: -sign * end))


SHAPE = Shape(
    head={
        "scale": Field(span),
        "top": Field(one_of("high", "low")),
        "unit": Field(text(4)),
        "second": Field(text(4)),
        "second_times": Field(number),
        "second_plus": Field(number),
    },
    heading={"band": Field(span), "look": Field(one_of(*BANDS))},
    row={"at": Field(place), "label": Field(text(26)), "where": Field(text(18))},
    flaws=_flaws,
    draw=_draw,
)
