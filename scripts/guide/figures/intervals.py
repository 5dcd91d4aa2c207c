"""A dot and an interval for each result, around a line that means no difference; each side says what it stands for.

Where a source does not say to which side a difference went, both are drawn: solid as far as the interval reaches
either way, dotted where it reaches one way only.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.figures.fields import Field, number, one_of, span, text
from guide.figures.model import Drawn, Figure, Row, Shape, outside
from guide.figures.parts import element, line, percent
from guide.figures.parts import number as digits
from guide.figures.parts import text as words
from guide.report import Flaw

# Heights in pixels: what stands above the rows, a row, and in a row its second line, its dot and its numbers.
TOP, ROW, SECOND, DOT, BELOW, ABOVE = 40, 122, 19, 60, 26, -14
RADIUS = 7
# The line of words on top that says what each side stands for.
LINE = 14


def _reach(row: Row) -> tuple[float, float]:
    """Return how far from the line of no difference an interval reaches on its shorter and on its longer side."""
    low, high = sorted(abs(end) for end in row["interval"])
    return low, high


def _ends(row: Row) -> tuple[float, float]:
    """Return the ends of what is drawn."""
    low, high = row["interval"]
    return (low, high) if row["side"] == "known" else (-_reach(row)[1], _reach(row)[1])


def _known(row: Row, scale: tuple[float, float], y: float) -> list[str]:
    (low, high), dot = row["interval"], percent(row["value"], *scale)
    parts = [line(percent(low, *scale), y, percent(high, *scale), y, "range")]
    parts += [line(x, y - 7, x, y + 7, "range") for x in (percent(low, *scale), percent(high, *scale))]
    for end in (low, high):
        parts.append(words(percent(end, *scale), y + BELOW, digits(abs(end)), class_="note", end="middle"))
    parts.append(element("circle", class_="dot", cx=dot, cy=y, r=RADIUS))
    return [*parts, words(dot, y + ABOVE, digits(abs(row["value"])), class_="label halo", end="middle")]


def _either(row: Row, scale: tuple[float, float], y: float) -> list[str]:
    """Return the parts of a row whose side nobody told: the same on both sides."""
    parts, (near, far) = list[str](), _reach(row)
    parts.append(line(percent(-near, *scale), y, percent(near, *scale), y, "range"))
    for sign in (-1, 1):
        ends = [percent(sign * reach, *scale) for reach in (near, far)]
        parts += [line(ends[0], y, ends[1], y, "gone"), line(ends[0], y - 7, ends[0], y + 7, "range")]
        parts.append(words(ends[1], y + BELOW, digits(far), class_="note", end="middle"))
        parts.append(words(ends[0], y + ABOVE, digits(near), class_="note", end="middle"))
        parts.append(element("circle", class_="ring", cx=percent(sign * row["value"], *scale), cy=y, r=RADIUS))
    return [*parts, words("50%", y + ABOVE, digits(abs(row["value"])), class_="label halo", end="middle")]


def _row(figure: Figure, row: Row, y: float) -> list[str]:
    more = ", ".join(filter(None, (f"{row['people']} people", row.get("note"))))
    draw = _known if row["side"] == "known" else _either
    said = [words(0, y, row["label"], class_="label halo"), words(0, y + SECOND, more, class_="note halo")]
    return [*said, *draw(row, figure["scale"], y + DOT)]


def _draw(figure: Figure) -> Drawn:
    rows, scale = figure.own_rows, figure["scale"]
    height = TOP + len(rows) * ROW
    parts = [
        words(0, LINE, f"← {figure['left']}", class_="note"),
        words("100%", LINE, f"{figure['right']} →", class_="note", end="end"),
    ]
    zero = percent(0, *scale)
    for place in range(len(rows)):
        y = TOP + place * ROW
        parts.append(line(zero, y + 38, zero, y + ROW - 18, "axis"))
    for place, row in enumerate(rows):
        parts += _row(figure, row, TOP + place * ROW + 14)
    return Drawn(parts, height)


def _flaws(figure: Figure) -> Iterator[Flaw]:
    low, high = figure["scale"]
    if low != -high:
        yield Flaw(figure.line_of("scale"), "the two sides are not alike", f"write `scale: [{-high:g}, {high:g}]`")
    for row in figure.own_rows:
        if "people" not in row.values:
            yield Flaw(row.line, "there is no `people` here", "add a line `people: …` with their number")
        yield from outside(row, "interval", _ends(row), figure["scale"])
        if not row["interval"][0] <= row["value"] <= row["interval"][1]:
            message = f"the value {row['value']:g} does not lie in its interval"
            yield Flaw(row.line_of("value"), message, "look both up again in the source")


SHAPE = Shape(
    head={"scale": Field(span), "left": Field(text(22)), "right": Field(text(22))},
    row={
        "label": Field(text(24)),
        "value": Field(number),
        "interval": Field(span),
        "side": Field(one_of("known", "unknown")),
        "note": Field(text(20), needed=False),
    },
    flaws=_flaws,
    draw=_draw,
)
