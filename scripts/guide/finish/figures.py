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
OWN_STYLE = re.compile(r"<style>.*?</style>\s*", re.S)
PICTURES = "//article//img[contains(@src, 'figures/') and contains(@src, '.svg')]"
# Ahead of the first heading that divides the page.
AT_THE_TOP = "not(preceding::h2[ancestor::article])"
# As wide as the text gets; a drawing without a view box of its own fills it, whatever the screen.
TEXT_WIDTH = 680


def _inline(image: html.HtmlElement, drawing: Path) -> html.HtmlElement:
    """Return the drawing as an element that says what the picture's alternative text said."""
    svg = html.fragment_fromstring(OWN_STYLE.sub("", drawing.read_text(encoding="utf-8")))
    svg.set("class", "plate")
    svg.set("role", "img")
    svg.set("aria-label", image.get("alt", ""))
    del svg.attrib["xmlns"]
    svg.tail = image.tail
    return svg


def _pixels(length: str | None) -> str:
    """Return a length of a drawing as an image takes it: in whole pixels."""
    return str(round(float(length or 0)))


def _picture(image: html.HtmlElement, drawing: Path) -> html.HtmlElement:
    """Return the image with its size, so that nothing moves when it comes, and fetched only when it is near."""
    root = etree.parse(drawing).getroot()
    fluid = root.get("viewBox") is None
    picture = builder.IMG(
        {"class": "fluid" if fluid else "drawn", "src": image.get("src", ""), "alt": image.get("alt", "")},
        width=str(TEXT_WIDTH) if fluid else _pixels(root.get("width")),
        height=_pixels(root.get("height")),
        loading="lazy",
        decoding="async",
    )
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
