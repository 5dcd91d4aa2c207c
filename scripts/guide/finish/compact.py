"""Makes pages small, and tidies what the templates leave: icons without a size, two addresses for the start page."""

from __future__ import annotations

from pathlib import Path

import minify_html
from lxml import html

from guide.finish.site import HOME

# What an icon without a view box is wide and high.
ICON = 24


def compact(text: str, *, closing_tags: bool = True) -> str:
    """Return a whole page in fewer letters: the same tree, valid as before, scripts and styles untouched.

    Without `closing_tags` those are left out that HTML lets a writer leave out; compressed, that gains nothing.

    Whitespace at the ends of scripts and styles goes; `policy.add_policy` has cut it off before it takes hashes.
    """
    return minify_html.minify(
        text, keep_closing_tags=closing_tags, keep_html_and_head_opening_tags=True, keep_input_type_text_attr=True
    )


def _number(text: str) -> float | None:
    """Return a length in pixels, or None when it is given in other units or not at all."""
    try:
        return float(text.strip().removesuffix("px"))
    except ValueError:
        return None


def _view_box(svg: html.HtmlElement) -> tuple[float, float]:
    """Return how wide and high a drawing is; lxml's parser writes `viewBox` in small letters."""
    numbers = [_number(part) for part in (svg.get("viewBox") or svg.get("viewbox") or "").replace(",", " ").split()]
    match numbers:
        case [_, _, float(width), float(height)] if width > 0 and height > 0:
            return width, height
    return ICON, ICON


def add_sizes(tree: html.HtmlElement, _site: Path) -> None:
    """Give every drawing within a page a width and a height: without styles an icon would fill the page."""
    for svg in tree.xpath("//svg[not(ancestor::svg)]"):
        width, height = _view_box(svg)
        if svg.get("width") is None:
            given = _number(svg.get("height", ""))
            svg.set("width", f"{width if given is None else given * width / height:g}")
        if svg.get("height") is None:
            given = _number(svg.get("width"))
            svg.set("height", f"{height if given is None else given * height / width:g}")


def canonical_home(tree: html.HtmlElement, _site: Path) -> None:
    """Let the start page say that its address is that of its folder, so that it has one address and not two."""
    for link in tree.xpath("//head/link[@rel='canonical']"):
        address = link.get("href", "")
        if address.endswith(f"/{HOME}"):
            link.set("href", address.removesuffix(HOME))
