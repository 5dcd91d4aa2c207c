"""Puts the drawings into the pages: the one at the top as a part of its page, each other as a picture of its own.

What a reader sees first must not wait for another file. A drawing further down is fetched when the reader comes near
it; it carries its own colours, and takes those of light or dark from the page (`color-scheme`).
"""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree, html
from lxml.html import builder

# A drawing carries a style of its own for where it stands alone; within a page it takes that of the page.
OWN_STYLE = re.compile(r"<style>(.*?)</style>\s*", re.S)
PICTURES = "//article//img[contains(@src, 'figures/') and contains(@src, '.svg')]"
# Ahead of the first heading that divides the page.
AT_THE_TOP = "not(preceding::h2[ancestor::article])"
# As wide as the text gets; a drawing without a view box of its own fills it, whatever the screen.
TEXT_WIDTH = 680
PIXELS = re.compile(r"(\d+(?:\.\d+)?)(?:px)?")


def drawn_inside(image: html.HtmlElement, text: str) -> html.HtmlElement:
    """Return a drawing, without its own style, as an element that says what its image's alternative text said."""
    svg = html.fragment_fromstring(OWN_STYLE.sub("", text))
    svg.set("role", "img")
    svg.set("aria-label", image.get("alt", ""))
    svg.attrib.pop("xmlns", None)
    svg.tail = image.tail
    return svg


def _inline(image: html.HtmlElement, drawing: Path) -> html.HtmlElement:
    svg = drawn_inside(image, drawing.read_text(encoding="utf-8"))
    svg.set("class", "plate")
    return svg


def _size(root: etree._Element) -> dict[str, str]:
    """Return the width and height of a drawing in whole pixels; what is given in another unit is left out."""
    given = {"width": str(TEXT_WIDTH) if _is_fluid(root) else root.get("width", ""), "height": root.get("height", "")}
    found = {name: PIXELS.fullmatch(length.strip()) for name, length in given.items()}
    return {name: str(round(float(length[1]))) for name, length in found.items() if length}


def _is_fluid(root: etree._Element) -> bool:
    """Tell whether a drawing is as wide as its place, with no size of its own."""
    return root.get("viewBox") is None


def _picture(image: html.HtmlElement, drawing: Path) -> html.HtmlElement:
    """Return the image with its size, so that nothing moves when it comes, and fetched only when it is near."""
    root = etree.parse(drawing).getroot()
    said = {"class": "fluid" if _is_fluid(root) else "drawn", "src": image.get("src", ""), "alt": image.get("alt", "")}
    picture = builder.IMG(said | _size(root), loading="lazy", decoding="async")
    picture.tail = image.tail
    return picture


def _place(image: html.HtmlElement, drawn: html.HtmlElement) -> None:
    """Put a drawing where its image is; alone in its paragraph it becomes a figure, unless a caption made it one."""
    (parent,) = image.xpath("..")
    parent.replace(image, drawn)
    if parent.tag == "p" and len(parent) == 1 and not (parent.text or "").strip():
        captioned = parent.getparent().tag == "figure"
        parent.addprevious(drawn if captioned else builder.FIGURE(drawn))
        parent.drop_tree()


def place_drawings(tree: html.HtmlElement, site: Path) -> None:
    """Draw the picture at the top of a page within the page, and give each other its size and time to come."""
    for image in tree.xpath(PICTURES):
        drawing = site / "assets" / "figures" / Path(image.get("src")).name
        make = _inline if image.xpath(AT_THE_TOP) else _picture
        _place(image, make(image, drawing))
