"""The colours of the guide: names, looks and contrast."""

from __future__ import annotations

import pytest

from guide.palette import contrast, palette_from, read_palette

from .conftest import ROOT

SHEET = """
:root { --paper: #fff; --ink: #000; --nerve: #f2bd45 }
:root[data-look=dark] { --paper: #111; --ink: #eee }
@media print { :root { --ink: red } }
.plate text { fill: var(--ink) }
.plate :is(.line, .tube) { fill: none }
.plate .tube { fill: var(--nerve) }
.card .tube { fill: red }
"""


def test_each_look_has_its_colours_and_dark_takes_the_rest_from_light() -> None:
    palette = palette_from(SHEET)
    assert palette.looks["light"]["--ink"] == "#000"
    assert palette.looks["dark"] == {"--paper": "#111", "--ink": "#eee", "--nerve": "#f2bd45"}


def test_the_last_rule_for_a_class_fills_it_and_a_class_wins_over_a_tag() -> None:
    palette = palette_from(SHEET)
    assert palette.fill("text", []) == "var(--ink)"
    assert palette.fill("text", ["line"]) == "none"
    assert palette.fill("text", ["quiet", "tube"]) == "var(--nerve)"


@pytest.mark.parametrize(
    ("value", "known"), [("#F2BD45", True), ("white", True), ("#123456", False), ("nothing", False)]
)
def test_a_colour_of_the_guide_is_known_however_it_is_written(value: str, *, known: bool) -> None:
    assert palette_from(SHEET).knows(value) is known


def test_contrast_is_that_of_the_wcag() -> None:
    assert contrast((0, 0, 0), (1, 1, 1)) == pytest.approx(21)
    grey = 0x76 / 255
    assert contrast((grey, grey, grey), (1, 1, 1)) == pytest.approx(4.54, abs=0.01)


def test_ink_stands_out_from_skin_as_the_look_was_measured() -> None:
    palette = read_palette(ROOT / "docs")
    assert palette
    pairs = [(palette.colour(look, "var(--ink)"), palette.colour(look, "var(--skin)")) for look in ("light", "dark")]
    assert [round(contrast(ink, skin), 1) for ink, skin in pairs if ink and skin] == [10.0, 7.8]
