"""Draws each SVG picture inside the page, so that it takes the page's colours in light, dark and print."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import html
from lxml.html import builder

# A picture carries a style of its own only for readers who open the file by itself.
OWN_STYLE = re.compile(r"<style>.*?</style>\s*", re.S)


def _inline(image: html.HtmlElement, drawing: Path) -> html.HtmlElement:
    """Return the drawing as an element that says what the picture's alternative text said."""
    svg = html.fragment_fromstring(OWN_STYLE.sub("", drawing.read_text(encoding="utf-8")))
    svg.set("class", "plate")
    svg.set("role", "img")
    svg.set("aria-label", image.get("alt", ""))
    del svg.attrib["xmlns"]
    svg.tail = image.tail
    return svg


def draw_inline(tree: html.HtmlElement, site: Path) -> None:
    """Replace each image of a local SVG file by the drawing; alone in its paragraph it becomes a figure.

    A caption has made a figure of the paragraph already.
    """
    for image in tree.xpath("//article//img[contains(@src, 'figures/') and contains(@src, '.svg')]"):
        drawing = site / "assets" / "figures" / Path(image.get("src")).name
        svg = _inline(image, drawing)
        parent = image.getparent()
        parent.replace(image, svg)
        if parent.tag == "p" and len(parent) == 1 and not (parent.text or "").strip():
            captioned = parent.getparent().tag == "figure"
            parent.addprevious(svg if captioned else builder.FIGURE(svg))
            parent.drop_tree()
