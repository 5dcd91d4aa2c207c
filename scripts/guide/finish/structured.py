"""Says in each page, in the form that search engines read (schema.org, JSON-LD), what it is: its own words, no more."""

from __future__ import annotations

import json
from pathlib import Path

from lxml import html

# The templates leave one of these, with what is the same on every page; a page without an address of its own has none.
PLACE = "//head/script[@type='application/ld+json']"
# What a page says of itself, and where it stands in the page.
WORDS = {
    "name": "string(//article//h1)",
    "description": "string(//meta[@name='description']/@content)",
    "url": "string(//link[@rel='canonical']/@href)",
    "inLanguage": "string(/html/@lang)",
}


def words_of(tree: html.HtmlElement) -> dict[str, str]:
    """Return what a page says of itself, by the names of schema.org (https://schema.org/WebPage)."""
    return {name: " ".join(str(tree.xpath(path)).split()) for name, path in WORDS.items()}


def describe_page(tree: html.HtmlElement, _site: Path) -> None:
    """Complete the data for search engines from the page, so that both say the same."""
    words = words_of(tree)
    for script in tree.xpath(PLACE):
        if not words["url"]:
            script.drop_tree()
            continue
        said = json.dumps(json.loads(script.text) | words, ensure_ascii=False, separators=(",", ":"))
        script.text = said.replace("<", "\\u003c")  # `</script` would end it early
