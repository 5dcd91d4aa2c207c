"""Makes of what a reader can fill in on a page what can be filled in with a pen: boxes to tick, and room to write."""

from __future__ import annotations

from lxml import html
from lxml.html import builder

from guide.finish.sheets import CLASS as SHEET
from guide.finish.sheets import FEW

# A box to tick, and room to write: a few signs, or the rest of the line.
TICK, GAP = "tick", "gap"


def _in_place_of(field: html.HtmlElement) -> html.HtmlElement:
    few = field.get("class") == FEW
    made = builder.SPAN(builder.CLASS(TICK if field.get("type") == "checkbox" else f"{GAP} {FEW}" if few else GAP))
    made.tail = field.tail
    return made


def for_pen(article: html.HtmlElement) -> None:
    """Make paper of every sheet on a page."""
    for form in article.xpath(f".//form[@class='{SHEET}']"):
        form.tag = "div"
        form.attrib.pop("autocomplete", None)
        form.set("role", "group")
        for field in form.xpath(".//input | .//textarea"):
            field.getparent().replace(field, _in_place_of(field))
        for label in form.xpath(".//label"):
            label.drop_tag()
