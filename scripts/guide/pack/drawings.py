"""Puts the drawings of the pages into the one page as drawings: smaller than as pictures, and in the page's colours.

In the site each is a picture with a style of its own. Their rules all come from one sheet, so together they are one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from lxml import html
from tinycss2 import parse_component_value_list

from guide.finish.addresses import find
from guide.finish.compact import add_sizes
from guide.finish.figures import OWN_STYLE, drawn_inside
from guide.finish.rules import Rule, Sheet
from guide.finish.selectors import needs_of
from guide.pack.edition import Edition
from guide.pack.sheets import merged_sheet

# The class of such a drawing, and its own style; the colours that it names are those of the page anyway.
CLASS, COLOURS = "drawing", ":root"
ENDING = ".svg"


def _text(edition: Edition, page: str, address: str) -> str | None:
    """Return the text of a drawing of the site; None for other pictures, and for one that is not there."""
    name = find(edition.files, page, address)
    return (edition.folder / name).read_text(encoding="utf-8") if name and name.endswith(ENDING) else None


def _as_element(text: str, image: html.HtmlElement) -> html.HtmlElement:
    """Return a drawing that says, and is as large, as its image was."""
    svg = drawn_inside(image, text)
    for title in svg.findall("title"):  # the page shows none for its pictures
        title.drop_tree()
    drawing = PurePosixPath(image.get("src", "")).stem
    for part in svg.iter():  # two drawings may use the same names for their parts
        name, used = part.get("id", ""), part.get("href", "")
        if name:
            part.set("id", f"{drawing}-{name}")
        if used.startswith("#"):
            part.set("href", f"#{drawing}-{used[1:]}")
    svg.set("class", f"{image.get('class', '')} {CLASS}")
    return svg


def draw_inside(article: html.HtmlElement, edition: Edition, page: str) -> None:
    """Put every drawing of a page into the page."""
    for image in list(article.iter("img")):
        text = _text(edition, page, image.get("src", ""))
        if text is not None:
            (parent,) = image.xpath("..")
            parent.replace(image, _as_element(text, image))
    add_sizes(article, edition.folder)


def _styles(edition: Edition) -> Iterator[str]:
    """Yield the style of each drawing that the pages show."""
    for name, page in edition.pages.items():
        for image in page.xpath("//article//img"):
            yield from OWN_STYLE.findall(_text(edition, name, image.get("src", "")) or "")


def _within(rule: Rule) -> Rule:
    """Return a rule that holds in drawings only."""
    texts = (f".{CLASS} {text}" for text, _needs in rule.selectors)
    return replace(rule, selectors=tuple((text, needs_of(parse_component_value_list(text))) for text in texts))


def drawing_sheet(edition: Edition) -> Sheet:
    """Return the rules of all drawings, without their colours. Raises ValueError for a style that cannot be read."""
    rules = (rule for rule in merged_sheet(_styles(edition)) if isinstance(rule, Rule))
    return tuple(_within(rule) for rule in rules if all(text != COLOURS for text, _needs in rule.selectors))
