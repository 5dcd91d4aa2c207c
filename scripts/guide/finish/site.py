"""A built site while it is being finished: its folder and the tree of each page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from lxml import etree, html
from lxml.html import builder

# The pages that every site has: where a reader comes in, and what a server shows for any address that does not exist.
HOME, ERROR_PAGE = "index.html", "404.html"
# Stands in the head of a finished page, so that finishing a site twice changes nothing.
MARK = "guide-finished"
# What a step raises for a site that cannot be finished; the message says which file, and why.
UNFINISHABLE = (ValueError, FileNotFoundError, etree.LxmlError)


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


@contextmanager
def naming(name: str) -> Iterator[None]:
    """Say of which file it is that something in it cannot be read: ValueError."""
    try:
        yield
    except (UnicodeDecodeError, etree.LxmlError) as error:
        raise ValueError(f"{name}: it cannot be read ({error})") from error


def read_site(folder: Path, docs: Path | None = None) -> Site:
    """Parse every page below `folder` that is not finished yet; `docs` holds the texts they were made from.

    Raises ValueError for a page that is empty or not UTF-8.
    """
    pages = {}
    for path in sorted(folder.rglob("*.html")):
        name = path.relative_to(folder).as_posix()
        with naming(name):
            text = path.read_text(encoding="utf-8")
            if not is_finished(text):
                pages[name] = html.document_fromstring(text)
    return Site(folder, pages, docs)


def as_text(tree: html.HtmlElement) -> str:
    """Return a page's tree as HTML."""
    return etree.tostring(tree, method="html", encoding="unicode", doctype="<!doctype html>")
