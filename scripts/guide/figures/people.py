"""One hundred people, ten by ten, counted from the top left: solid for whom it happened, outlined for whom it did not.

A share that is known only as a span is solid up to its lower end and dotted from there to its upper end.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.claims import Flaw
from guide.figures.fields import Field, one_of, share, text
from guide.figures.model import Drawn, Figure, Row, Shape
from guide.figures.parts import text as words

# A person is drawn in a square of this width; ten of them in a row, and so much between two arrays.
STEP, GAP = 10, 18
ARRAY = 10 * STEP
# Text below an array; two lines of letters that stay large enough on the smallest phone.
LINES, BELOW = 22, 24
# How much larger than drawn an array may be shown.
LARGEST = 1.4
HEAD, SHOULDERS = "a1.9 1.9 0 1 1 3.8 0a1.9 1.9 0 1 1-3.8 0z", "v-.5a3.2 3.2 0 0 1 6.4 0v.5z"
CLASSES = {"gain": "did", "harm": "hurt"}


def _person(place: int) -> str:
    """Return the path of the person at a place, from 0: a round head and half-round shoulders."""
    x, y = place % 10 * STEP, place // 10 * STEP
    return f"M{x + 3.1:g} {y + 2.7:g}{HEAD}M{x + 1.8:g} {y + 9.2:g}{SHOULDERS}"


def _path(first: int, last: int, class_: str, x: float) -> Iterator[str]:
    if first < last:
        path = "".join(_person(place) for place in range(first, last))
        yield f'<path class="{class_}" transform="translate({x:g})" d="{path}"/>'


def _array(figure: Figure, row: Row, x: float) -> Iterator[str]:
    known, most = row["of_100"], row.get("up_to") or row["of_100"]
    yield from _path(0, known, CLASSES[figure["means"]], x)
    yield from _path(known, most, "maybe", x)
    yield from _path(most, 100, "not", x)


def _said(row: Row) -> tuple[str, str]:
    """Return the number and the words that go with an array."""
    span = f"{row['of_100']} to {row['up_to']}" if row.get("up_to") else str(row["of_100"])
    return f"{span} of 100", str(row["label"])


def _draw(figure: Figure) -> Drawn:
    rows, parts = figure.own_rows, list[str]()
    for place, row in enumerate(rows):
        x = place * (ARRAY + GAP)
        parts += _array(figure, row, x)
        for number, (said, class_) in enumerate(zip(_said(row), ("big", "big quiet"), strict=True)):
            if len(rows) == 1:
                parts.append(words(ARRAY + GAP, ARRAY / 2 - 4 + number * LINES, said, class_=class_))
            else:
                parts.append(words(x, ARRAY + BELOW + number * LINES, said, class_=class_))
    height = ARRAY if len(rows) == 1 else ARRAY + BELOW + LINES + 6
    width = max(len(rows), 3) * (ARRAY + GAP) - GAP
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
    head={"means": Field(one_of(*CLASSES))},
    row={"label": Field(text(20)), "of_100": Field(share), "up_to": Field(share, needed=False)},
    flaws=_flaws,
    draw=_draw,
)
