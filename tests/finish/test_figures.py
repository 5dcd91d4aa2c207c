"""A drawing becomes a part of the page, once, with its caption."""

from __future__ import annotations

from pathlib import Path

from lxml import html

from guide.build import build


def test_a_drawing_with_a_caption_is_one_figure(tiny: Path) -> None:
    page = html.parse(build(tiny) / "height.html")
    figure, drawn = page.xpath("//article//figure")
    assert [child.tag for child in figure] == [child.tag for child in drawn] == ["img", "figcaption"]
    assert figure[0].get("alt").startswith("A person stands")


def test_what_a_reader_sees_first_is_drawn_within_the_page(tiny: Path) -> None:
    path = tiny / "docs" / "height.md"
    text = path.read_text(encoding="utf-8")
    picture = "![A stick and a wrist, side by side, at the same height.](assets/figures/wrist.svg)"
    path.write_text(text.replace("# The right height\n", f"# The right height\n\n{picture}\n", 1), encoding="utf-8")
    first, second, third = html.parse(build(tiny) / "height.html").xpath("//article//figure")
    assert first[0].tag == "svg"
    assert first[0].get("aria-label").startswith("A stick")
    assert not first.xpath(".//style")
    assert [(one.get("loading"), one.get("width"), one.get("height")) for one in (second[0], third[0])] == [
        ("lazy", "100", "100"),
        ("lazy", "470", "162"),
    ]


def test_a_drawing_without_a_caption_is_a_figure_too(tiny: Path) -> None:
    path = tiny / "docs" / "height.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("/// caption\nThe handle is level with your wrist.\n///\n", ""), encoding="utf-8")
    figure = html.parse(build(tiny) / "height.html").xpath("//article//figure")[0]
    assert [child.tag for child in figure] == ["img"]
