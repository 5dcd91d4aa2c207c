"""Writes the peer: the same pages as somebody would write them by hand who wants them small, in `peer/`'s frame."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from string import Template

from lxml import etree, html

from bench.sections import Row
from guide.finish.search import first_words
from guide.finish.site import ERROR_PAGE

FRAME = Path(__file__).parent / "peer"
# What plain HTML needs. Figures inside the text stay as they are: the peer shows the same ones.
ATTRIBUTES = frozenset({"id", "href", "src", "alt", "width", "height", "colspan", "scope", "datetime", "open"})
WRAPPERS = frozenset({"div", "span", "section"})


def _plain(article: html.HtmlElement) -> str:
    """Return the text of a page in plain HTML."""
    bare = copy.deepcopy(article)
    for script in bare.xpath(".//script"):  # that of the guide: the peer has its own
        script.drop_tree()
    for element in list(bare.iter(etree.Element)):
        if element.tag == "svg" or next(element.iterancestors("svg"), None) is not None:
            continue
        for name in set(element.keys()) - ATTRIBUTES:
            del element.attrib[name]
        if element.tag in WRAPPERS:
            element.drop_tag()
    bare.tail = None
    return etree.tostring(bare, method="html", encoding="unicode")


def _file(name: str) -> str:
    return (FRAME / name).read_text(encoding="utf-8")


def _list(rows: Iterable[Row], *, whole: bool) -> str:
    """Return the list of sections as a script, with the whole text or only the words that a result shows."""
    found = [(row.file, row.anchor, row.title, row.text if whole else first_words(row.text)) for row in rows]
    return f"sections={json.dumps(found, ensure_ascii=False, separators=(',', ':'))};\n"


def write_peer(trees: Mapping[str, html.HtmlElement], rows: list[Row], target: Path, *, whole: bool) -> Path:
    """Write the peer of every page that has a text, and the list for its search."""
    target.mkdir()
    found = {name: tree.find(".//article") for name, tree in trees.items() if name != ERROR_PAGE}
    articles = {name: article for name, article in found.items() if article is not None}
    titles = {name: article.findtext(".//h1") or name for name, article in articles.items()}
    pages = "\n".join(f'<li><a href="{name}">{escape(title)}</a>' for name, title in titles.items())
    frame, parts = Template(_file("page.html")), {"style": _file("style.css"), "search": _file("search.js")}
    for name, article in articles.items():
        text = frame.substitute(parts, title=escape(titles[name]), pages=pages, article=_plain(article))
        (target / name).write_text(text, encoding="utf-8")
    (target / "sections.js").write_text(_list(rows, whole=whole), encoding="utf-8")
    return target
