"""A drawing becomes a part of the page, once, with its caption."""

from __future__ import annotations

from pathlib import Path

from lxml import html

from guide.build import build

WRIST = "//article//figure[img[contains(@src, 'wrist.svg')]]"


def test_a_drawing_with_a_caption_is_one_figure(tiny: Path) -> None:
    page = html.parse(build(tiny) / "height.html")
    (figure,) = page.xpath(WRIST)
    assert [child.tag for child in figure] == ["img", "figcaption"]
    assert figure[0].get("alt").startswith("A person stands")


def test_a_drawing_without_a_caption_is_a_figure_too(tiny: Path) -> None:
    path = tiny / "docs" / "height.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("/// caption\nThe handle is level with your wrist.\n///\n", ""), encoding="utf-8")
    (figure,) = html.parse(build(tiny) / "height.html").xpath(WRIST)
    assert [child.tag for child in figure] == ["img"]
