"""The style that a drawing carries: what it uses, in each look, on the line on which it begins."""

from __future__ import annotations

from guide.drawings import parts_of
from guide.figures.style import dressed, own_style
from guide.palette import palette_from

SHEET = """
:root { --paper: #fff; --ink: #000; --nerve: #f2bd45; --onnerve: #111 }
:root[data-look=dark] { --paper: #111; --ink: #eee }
@media (forced-colors: active) { :root:root:root { --paper: Canvas; --ink: CanvasText; --nerve: Canvas } }
.plate { width: 100% }
.plate text { fill: var(--ink) }
.plate :is(.line, .tube) { stroke: var(--ink) }
.plate .tube { fill: var(--nerve) }
"""
BARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"{}>\n<path class="tube" d="M0 0h9"/>\n</svg>\n'


def style(svg: str) -> str:
    return own_style(palette_from(SHEET), parts_of(svg))


def test_a_drawing_carries_what_it_uses_and_nothing_else() -> None:
    assert style(BARE.format("")) == (
        ":root{background:var(--paper);--ink:#000;--nerve:#f2bd45;--paper:#fff}"
        "@media (prefers-color-scheme:dark){:root{--ink:#eee;--paper:#111}}"
        "@media (forced-colors:active){:root{--ink:CanvasText;--nerve:Canvas;--paper:Canvas}}"
        ".tube{stroke:var(--ink)}.tube{fill:var(--nerve)}"
    )


def test_a_style_takes_the_place_of_the_old_one_and_no_line_moves() -> None:
    svg = BARE.format(" data-a='>'")
    first = dressed(svg, "text{}")
    assert first.split("\n")[1:] == svg.split("\n")[1:]
    assert dressed(first, "path{}") == first.replace("text{}", "path{}")
    assert dressed(dressed(svg, style(svg)), "") == dressed(svg, "")
