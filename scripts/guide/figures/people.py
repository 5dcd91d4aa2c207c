"""One hundred people or other things, ten by ten, counted from the top left: full where it happened, else an outline.

A share that is known only as a span is full up to its lower end and dotted from there to its upper end.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.figures.fields import Field, one_of, share, text
from guide.figures.model import Drawn, Figure, Row, Shape
from guide.figures.parts import element
from guide.figures.parts import text as words
from guide.report import Flaw

# A person is drawn in a square of this width, ten of them in a row; so much lies between two arrays and around all.
STEP, GAP, MARGIN = 10, 14, 10
ARRAY = 10 * STEP
# Text below an array; two lines of letters that stay large enough on the smallest phone.
LINES, BELOW = 22, 24
# How much larger than drawn an array may be shown.
LARGEST = 1.35
# A round head with half-round shoulders, or a dot, in the first square.
SIGNS = {
    "person": "M3.1 2.7a1.9 1.9 0 1 1 3.8 0a1.9 1.9 0 1 1-3.8 0zM1.8 9.2v-.5a3.2 3.2 0 0 1 6.4 0v.5z",
    "dot": "M1.5 5a3.5 3.5 0 1 1 7 0a3.5 3.5 0 1 1-7 0z",
}
CLASSES = {"gain": "did", "harm": "hurt"}
# The names of the sign and of a row of ten, which are drawn once and used again and again.
ONE, TEN = "one", "ten"


def _signs(sign: str) -> str:
    """Return the sign and the row of ten, to be used."""
    row = "".join(_use(ONE, place * STEP, 0) for place in range(10))
    return f'<defs><path id="{ONE}" d="{SIGNS[sign]}"/><g id="{TEN}">{row}</g></defs>'


def _use(name: str, x: float, y: float) -> str:
    return element("use", href=f"#{name}", x=x or "", y=y or "")


def _uses(start: int, end: int) -> Iterator[str]:
    """Yield what draws the places from one to another, counted from 0: whole rows at once."""
    place = start
    while place < end:
        many = 10 if place % 10 == 0 and place + 10 <= end else 1
        yield _use(TEN if many == 10 else ONE, place % 10 * STEP, place // 10 * STEP)
        place += many


def _group(ends: tuple[int, int], class_: str, x: float) -> Iterator[str]:
    if ends[0] < ends[1]:
        yield f'<g class="{class_}" transform="translate({x:g} {MARGIN})">{"".join(_uses(*ends))}</g>'


def _array(figure: Figure, row: Row, x: float) -> Iterator[str]:
    known, most = row["of_100"], row.get("up_to") or row["of_100"]
    classes = {CLASSES[figure["means"]]: (0, known), "maybe": (known, most), "not": (most, 100)}
    for class_, ends in classes.items():
        yield from _group(ends, class_, x)


def _said(row: Row) -> tuple[str, str]:
    """Return the number and the words that go with an array."""
    span = f"{row['of_100']} to {row['up_to']}" if row.get("up_to") else str(row["of_100"])
    return f"{span} of 100", str(row["label"])


def _draw(figure: Figure) -> Drawn:
    rows, alone = figure.own_rows, len(figure.own_rows) == 1
    width = 3 * ARRAY + 2 * GAP + 2 * MARGIN
    height = ARRAY + 2 * MARGIN + (0 if alone else BELOW + LINES)
    parts = [_signs(figure["sign"]), element("rect", class_="air", width=width, height=height)]
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
