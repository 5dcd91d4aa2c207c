"""One hundred people or other things, ten by ten, counted from the top left: full where it happened, else an outline.

A share that is known only as a span is full up to its lower end and dotted from there to its upper end.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.claims import Flaw
from guide.figures.fields import Field, one_of, share, text
from guide.figures.model import Drawn, Figure, Row, Shape
from guide.figures.parts import element
from guide.figures.parts import text as words

# A person is drawn in a square of this width, ten of them in a row; so much lies between two arrays and around all.
STEP, GAP, MARGIN = 10, 14, 10
ARRAY = 10 * STEP
# Text below an array; two lines of letters that stay large enough on the smallest phone.
LINES, BELOW = 22, 24
# How much larger than drawn an array may be shown.
LARGEST = 1.35
SIGNS = ("person", "dot")
HEAD, SHOULDERS = "a1.9 1.9 0 1 1 3.8 0a1.9 1.9 0 1 1-3.8 0z", "v-.5a3.2 3.2 0 0 1 6.4 0v.5z"
CLASSES = {"gain": "did", "harm": "hurt"}


DOT = "a3.5 3.5 0 1 1 7 0a3.5 3.5 0 1 1-7 0z"


def _one(place: int, sign: str) -> str:
    """Return the path of the one at a place, from 0: a round head with half-round shoulders, or a dot."""
    x, y = place % 10 * STEP, place // 10 * STEP
    if sign == "dot":
        return f"M{x + 1.5:g} {y + 5}{DOT}"
    return f"M{x + 3.1:g} {y + 2.7:g}{HEAD}M{x + 1.8:g} {y + 9.2:g}{SHOULDERS}"


def _path(sign: str, ends: tuple[int, int], class_: str, x: float) -> Iterator[str]:
    if ends[0] < ends[1]:
        path = "".join(_one(place, sign) for place in range(*ends))
        yield f'<path class="{class_}" transform="translate({x:g} {MARGIN})" d="{path}"/>'


def _array(figure: Figure, row: Row, x: float) -> Iterator[str]:
    known, most = row["of_100"], row.get("up_to") or row["of_100"]
    classes = {CLASSES[figure["means"]]: (0, known), "maybe": (known, most), "not": (most, 100)}
    for class_, ends in classes.items():
        yield from _path(figure["sign"], ends, class_, x)


def _said(row: Row) -> tuple[str, str]:
    """Return the number and the words that go with an array."""
    span = f"{row['of_100']} to {row['up_to']}" if row.get("up_to") else str(row["of_100"])
    return f"{span} of 100", str(row["label"])


def _draw(figure: Figure) -> Drawn:
    rows, alone = figure.own_rows, len(figure.own_rows) == 1
    width = 3 * ARRAY + 2 * GAP + 2 * MARGIN
    height = ARRAY + 2 * MARGIN + (0 if alone else BELOW + LINES)
    parts = [element("rect", class_="air", width=width, height=height)]
    for place, row in enumerate(rows):
        x = MARGIN + place * (ARRAY + GAP)
        parts += _array(figure, row, x)
        at = (x + ARRAY + GAP, MARGIN + ARRAY / 2 - 4) if alone else (x, MARGIN + ARRAY + BELOW)
        share, label = _said(row)
        parts += [words(*at, share, class_="big"), words(at[0], at[1] + LINES, label, class_="big quiet")]
    return Drawn(parts, height, width, width * LARGEST)


def _flaws(figure: Figure) -> Iterator[Flaw]:
    for row in figure.own_rows:
        most = row.get("up_to")
        if most is not None and most <= row["of_100"]:
            message = f"the share from {row['of_100']} to {most} is the wrong way round"
            yield Flaw(row.line_of("up_to"), message, "write the lower number behind `of_100:`")
    if len(figure.own_rows) > 3:
        yield Flaw(figure.own_rows[3].line, "a fourth array does not fit on a phone", "make another figure of it")


SHAPE = Shape(
    head={"means": Field(one_of(*CLASSES)), "sign": Field(one_of(*SIGNS))},
    row={"label": Field(text(20)), "of_100": Field(share), "up_to": Field(share, needed=False)},
    flaws=_flaws,
    draw=_draw,
)
