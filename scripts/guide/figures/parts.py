"""What the shapes share: text, lines and bars as SVG, places in per cent, and the axis of a scale.

A chart has no size of its own: places across are in per cent, heights in pixels, so that its letters never shrink.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from guide.drawings import NAMESPACE
from guide.figures.model import Drawn, Figure

# A line that says what a sign means, and the room for the sign.
KEY_HEIGHT, KEY_WIDTH = 22, 52
Place = float | str


def number(value: float) -> str:
    """Return a number without needless digits."""
    return f"{round(value, 2):g}"


def percent(value: float, low: float, high: float) -> str:
    """Return where a value lies between two ends of the drawing, as a place in per cent."""
    return f"{number(100 * (value - low) / (high - low))}%"


def element(name: str, **attributes: Place) -> str:
    """Return an element; `class_` is its class, and other names may have `_` for `-`."""
    return f"<{name}{_attributes(attributes)}/>"


def _attributes(attributes: dict[str, Place]) -> str:
    said = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items() if value != ""}
    return "".join(
        f" {key}={quoteattr(value if isinstance(value, str) else number(value))}" for key, value in said.items()
    )


def text(x: Place, y: Place, *said: str | tuple[str, str], class_: str = "", end: str = "", right: Place = "") -> str:
    """Return a line of text; of its pieces, one with a class is a pair.

    `end` says that the `middle` or the `end` of the text stands at x; `right` moves it so many pixels to the right.
    """
    attributes = _attributes({"class": class_, "x": x, "dx": right, "y": y, "text-anchor": end})
    return f"<text{attributes}>{' '.join(_piece(one) for one in said)}</text>"


def _piece(said: str | tuple[str, str]) -> str:
    words, class_ = said if isinstance(said, tuple) else (said, "")
    return f'<tspan class="{class_}">{escape(words)}</tspan>' if class_ else escape(words)


def key(y: float, entries: Iterable[tuple[Iterable[str], str]]) -> tuple[list[str], float]:
    """Return what the signs of a drawing mean, one a line from this height on, and the height below them."""
    parts = list[str]()
    for sign, said in entries:
        parts += [inset(sign, y=y), text(KEY_WIDTH, y + 13, said, class_="note")]
        y += KEY_HEIGHT
    return parts, y


def line(x1: Place, y1: Place, x2: Place, y2: Place, class_: str) -> str:
    """Return a line."""
    return element("line", class_=class_, x1=x1, y1=y1, x2=x2, y2=y2)


def inset(parts: Iterable[str], x: Place = 0, y: Place = 0, width: Place = "", **more: Place) -> str:
    """Return parts in a frame of their own, with places of their own; nothing is cut off at its edge."""
    frame = _attributes({"x": x, "y": y, "width": width, "overflow": "visible", **more})
    return f"<svg{frame}>{''.join(parts)}</svg>"


def axis(y: float, height: float, ticks: Iterable[float], end: float, unit: str) -> list[str]:
    """Return the numbers of a scale from 0 to `end` at a height, a thin line down from each; the last says the unit."""
    listed, parts = list(ticks), list[str]()
    for tick in listed:
        x, said = percent(tick, 0, end), f"{number(tick)} {unit}" if tick == listed[-1] else number(tick)
        parts += [text(x, y, said, class_="tick", end="middle"), line(x, y + 8, x, y + height, "grid")]
    return parts


def whole(figure: Figure, drawn: Drawn) -> str:
    """Return the text of a drawing; `make figures` adds the style that it carries."""
    size = {"viewBox": f"0 0 {number(drawn.width)} {number(drawn.height)}"} if drawn.width else {}
    scale = drawn.shown / drawn.width if drawn.width else 1
    size |= {"width": number(drawn.shown) if drawn.width else "100%", "height": number(drawn.height * scale)}
    title = f"<title>{escape(figure['title'])}</title>"
    return "\n".join([f'<svg xmlns="{NAMESPACE}"{_attributes(dict(size))}>', title, *drawn.parts, "</svg>\n"])
