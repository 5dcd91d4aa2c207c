"""The words of pages and copies, so that they can be compared."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from lxml import html


def squeezed(text: str) -> str:
    """Return a text without its spaces, and with letters that print joins, such as ﬁ, as two."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def parse(path: Path) -> html.HtmlElement:
    return html.parse(path).getroot()


def articles(site: Path) -> dict[str, html.HtmlElement]:
    """Return the text of each page of a site but the error page."""
    pages = {path.name: parse(path).find(".//article") for path in sorted(site.glob("*.html"))}
    return {name: article for name, article in pages.items() if name != "404.html" and article is not None}
