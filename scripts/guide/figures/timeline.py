"""A row for each thing that comes back: dots until it begins, pale while it comes, full from when it is back."""

from __future__ import annotations

from collections.abc import Iterator

from guide.figures.fields import Field, text, time, words_for
from guide.figures.model import Drawn, Figure, Row, Shape, outside
from guide.figures.parts import axis, element, inset, key, line, percent
from guide.figures.parts import text as words
from guide.figures.times import HEAD, in_unit, scale
from guide.report import Flaw

STAGES = ("gone", "some", "back")
# Heights in pixels: the axis, a row, in a row its bar, and the space between a row's words and its bar.
AXIS, ROW, BAR, ABOVE = 36, 72, 16, 8
# A sign in the key is so wide.
SIGN = 34
# The scale begins so far in, so that its first number is whole.
INSET = 5


def _sign(stage: str) -> list[str]:
    """Return the sign of a stage for the key."""
    if stage == "gone":
        return [line(2, BAR / 2, SIGN, BAR / 2, "gone")]
    return [element("rect", class_="tube" if stage == "back" else "coming", x=1, y=0, width=SIGN, height=BAR)]


def _bars(figure: Figure, row: Row, y: float) -> Iterator[str]:
    """Yield the three stages of a row: dots until it begins, pale while it comes, full from when it is back."""
    (low, high), (start, end), middle = in_unit(figure, row), scale(figure), y + BAR / 2
    begins, is_back = percent(low, start, end), percent(high, start, end)
    yield line(2, middle, begins, middle, "gone")
    if high > low:
        yield element("rect", class_="coming", x=begins, y=y, width=percent(high - low, start, end), height=BAR)
    yield element("rect", class_="tube", x=is_back, y=y, width=percent(end - high, start, end), height=BAR)


def _row(figure: Figure, row: Row, y: float) -> list[str]:
    bars = inset(_bars(figure, row, y + 33 + ABOVE), x=INSET, width="100%")
    time = words("100%", y + 14, str(row["time"]), class_="label halo", end="end")
    return [
        words(0, y + 14, row["label"], class_="label halo"),
        time,
        words(0, y + 33, row["note"], class_="note halo"),
        bars,
    ]


def _draw(figure: Figure) -> Drawn:
    parts, y = key(0, ((_sign(stage), figure["key"][stage]) for stage in STAGES))
    rows, unit = figure.own_rows, figure["unit"] + "s"
    plot = axis(y + 20, AXIS - 20 + ROW * len(rows), figure["ticks"], figure["end"], unit)
    parts.append(inset(plot, x=INSET, width="100%"))
    for place, row in enumerate(rows):
        parts += _row(figure, row, y + AXIS + place * ROW)
    return Drawn(parts, y + AXIS + ROW * len(rows))


def _flaws(figure: Figure) -> Iterator[Flaw]:
    for stage in STAGES:
        if stage not in figure["key"]:
            yield Flaw(figure.line_of("key"), f"`key` does not say what `{stage}` means", "add it to `key`")
    for row in figure.own_rows:
        yield from outside(row, "time", in_unit(figure, row), scale(figure))


SHAPE = Shape(
    head={
        **HEAD,
        "key": Field(words_for(*STAGES, most=30)),
    },
    row={"label": Field(text(20)), "time": Field(time), "note": Field(text(38))},
    flaws=_flaws,
    draw=_draw,
)
