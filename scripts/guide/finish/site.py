"""A built site while it is being finished: its folder and the tree of each page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from lxml import etree, html
from lxml.html import builder

# Stands in the head of a finished page, so that finishing a site twice changes nothing.
MARK = "guide-finished"


@dataclass(frozen=True)
class Site:
    """The folder of a site and its pages, by their name relative to the folder; and docs/, if it is at hand."""

    folder: Path
    pages: dict[str, html.HtmlElement]
    docs: Path | None = None

    def articles(self) -> dict[str, html.HtmlElement]:
        """Return the text of each page that has one."""
        found = {name: tree.find(".//article") for name, tree in self.pages.items()}
        return {name: article for name, article in found.items() if article is not None}


Step = Callable[[Site], None]
PageStep = Callable[[html.HtmlElement, Path], None]


def each(step: PageStep) -> Step:
    """Return a step that does `step` to the tree of every page, which also gets the folder of the site."""

    def on_every_page(site: Site) -> None:
        for tree in site.pages.values():
            step(tree, site.folder)

    return on_every_page


def mark(tree: html.HtmlElement, _folder: Path) -> None:
    """Mark a page as finished."""
    for head in tree.iter("head"):
        head.append(builder.META(name=MARK, content="yes"))


def is_finished(text: str) -> bool:
    """Tell whether a page carries the mark of a finished one."""
    return f'name="{MARK}"' in text or f"name={MARK}" in text


def read_site(folder: Path, docs: Path | None = None) -> Site:
    """Parse every page below `folder` that is not finished yet; `docs` holds the texts they were made from.

    Raises lxml.etree.ParserError for an empty page, UnicodeDecodeError for one that is not UTF-8.
    """
    pages = {}
    for path in sorted(folder.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        if not is_finished(text):
            pages[path.relative_to(folder).as_posix()] = html.document_fromstring(text)
    return Site(folder, pages, docs)


def as_text(tree: html.HtmlElement) -> str:
    """Return a page's tree as HTML."""
    return etree.tostring(tree, method="html", encoding="unicode", doctype="<!doctype html>")
