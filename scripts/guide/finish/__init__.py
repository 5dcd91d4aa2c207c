"""From built HTML to finished HTML: small steps, each on one page's tree, in one fixed order.

Any generator may have built the pages. Running the steps twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from lxml import etree, html

from guide.finish import boxes, dates, figures, leftovers, tables

Step = Callable[[html.HtmlElement, Path], None]
# A step takes the page's tree and the folder of the site, and changes the tree in place.
STEPS: tuple[Step, ...] = (
    leftovers.remove_switches,
    boxes.name_boxes,
    figures.draw_inline,
    tables.label_cells,
    dates.write_out,
)


def read(path: Path) -> html.HtmlElement:
    """Parse a built page. Raises lxml.etree.ParserError when there is nothing to parse."""
    return html.document_fromstring(path.read_text(encoding="utf-8"), parser=html.HTMLParser(encoding="utf-8"))


def write(tree: html.HtmlElement, path: Path) -> None:
    """Write a finished page in place of the built one."""
    text = etree.tostring(tree, method="html", encoding="unicode", doctype="<!doctype html>")
    path.write_text(text + "\n", encoding="utf-8")


def finish(site: Path) -> int:
    """Finish every page in the folder `site`; return how many pages there are."""
    pages = sorted(site.rglob("*.html"))
    for path in pages:
        tree = read(path)
        for step in STEPS:
            step(tree, site)
        write(tree, path)
    return len(pages)
