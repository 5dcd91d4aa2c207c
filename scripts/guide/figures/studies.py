"""A row for each study, on one scale of time: how long something was seen, in groups that are not compared.

The signs: a full bar (better than what it was compared with, that long); dots to a ring (compared then, no clear
difference); an open bar (lasted that long, compared with nothing); one that is half full (for half of the people);
and one that goes on in dots (still there when it was last looked for).
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.figures.fields import Field, one_of, text, time, words_for
from guide.figures.model import Drawn, Figure, Row, Shape, outside, unsorted
from guide.figures.parts import axis, element, inset, key, line, percent
from guide.figures.parts import text as words
from guide.figures.times import HEAD, in_unit, scale
from guide.report import Flaw

KINDS = ("better", "level", "half", "lasted", "still")
# Heights in pixels: a heading, an axis, a row, and in a row its bar.
HEADING, AXIS, ROW, BAR, ABOVE, BETWEEN = 30, 38, 54, 14, 8, 22
# A ring stands so far from its dots, and the dots behind a bar are so long.
RADIUS, TAIL = 7, 26
# The words of a row stand so far from what they belong to; in the key, the signs are so long.
BESIDE, SIGN = {"still": TAIL + 8, "level": RADIUS + 6}, {"still": 17, "level": 30 - RADIUS}
# The scale begins so far in, so that a sign at its beginning is whole.
INSET = RADIUS + 2
# A bar longer than this share of the scale leaves no room for words behind it.
LONG = 0.45


def _bar(x: str | float, y: float, class_: str) -> str:
    return element("rect", class_=class_, x=1, y=y, width=x, height=BAR, rx=BAR / 2)


def _sign(kind: str, x: str | float, y: float) -> list[str]:
    """Return the sign of a kind that reaches to x, its top at a height."""
    middle = y + BAR / 2
    if kind == "level":
        dots = line(2, middle, x, middle, "gone")
        return [dots, element("circle", class_="ring", cx=x, cy=middle, r=RADIUS)]
    tail = [inset([line(6, middle, TAIL, middle, "gone")], x=x)] if kind == "still" else []
    half = []
    if kind == "half":  # the line tells it from an open bar where all fills are alike
        half = [
            element("rect", class_="frost", x=1, y=middle, width=x, height=BAR / 2),
            line(4, middle, x, middle, "half"),
        ]
    return [*tail, *half, _bar(x, y, "bar" if kind == "better" else "half" if kind == "half" else "open")]


def _row(figure: Figure, row: Row, y: float) -> Iterator[str]:
    """Yield what is drawn of a row on its scale, and its time beside it; a long row has it above."""
    ends, (low, high) = scale(figure), in_unit(figure, row)
    x, top = percent(low, *ends), y + 14 + ABOVE
    if high > low:
        yield line(x, top + BAR / 2, percent(high, *ends), top + BAR / 2, "range")
    yield from _sign(row["kind"], x, top)
    if low <= LONG * ends[1]:
        yield words(
            percent(high, *ends), top + BAR - 2, _time(row), class_="note halo", right=BESIDE.get(row["kind"], 9)
        )


def _time(row: Row) -> str:
    return ", ".join(filter(None, (str(row["time"]), row.get("note"))))


def _words(figure: Figure, row: Row, y: float) -> Iterator[str]:
    people = f"{row['people']} {'person' if row['people'] == 1 else 'people'}"
    yield words(0, y + 14, row["label"], (people, "note"), class_="label halo")
    if in_unit(figure, row)[0] > LONG * figure["end"]:
        yield words("100%", y + 14, _time(row), class_="note halo", end="end")


def _group(figure: Figure, heading: str, rows: list[Row], y: float) -> tuple[list[str], float]:
    """Return the parts of a group from a height on, and the height below it."""
    parts = [words(0, y + 16, heading, class_="head")] if heading else []
    kinds = [kind for kind in KINDS if kind in {row["kind"] for row in rows}]
    signs, y = key(y + HEADING, ((_sign(kind, SIGN.get(kind, 30), 0), figure["key"][kind]) for kind in kinds))
    plot = axis(y + 20, AXIS - 20 + ROW * len(rows), figure["ticks"], figure["end"], figure["unit"] + "s")
    parts += signs
    y += AXIS
    for row in rows:
        plot += _row(figure, row, y)
        parts += _words(figure, row, y)
        y += ROW
    return [inset(plot, x=INSET, width="100%"), *parts], y


def _draw(figure: Figure) -> Drawn:
    parts, y = list[str](), 0.0
    for heading, rows in figure.groups():
        more, y = _group(figure, heading, rows, y + (BETWEEN if y else 0))
        parts += more
    return Drawn(parts, y)


def _flaws(figure: Figure) -> Iterator[Flaw]:
    for row in figure.own_rows:
        if "people" not in row.values:
            yield Flaw(row.line, "there is no `people` here", "add a line `people: …` with their number")
        if row["kind"] not in figure["key"]:
            yield Flaw(figure.line_of("key"), f"`key` does not say what `{row['kind']}` means", "add it to `key`")
        yield from outside(row, "time", in_unit(figure, row), scale(figure))
    for _heading, rows in figure.groups():
        yield from unsorted(rows, "time", lambda row: row["time"].days[0])


SHAPE = Shape(
    head={
        **HEAD,
        "key": Field(words_for(*KINDS, most=34)),
    },
    row={
        "label": Field(text(22)),
        "kind": Field(one_of(*KINDS)),
        "time": Field(time),
        "note": Field(text(20), needed=False),
    },
    flaws=_flaws,
    draw=_draw,
)
