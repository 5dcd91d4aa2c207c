"""Removes what nothing in the site refers to: Material's bundles, their maps and dictionaries, styles now in the pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

import tinycss2

# Asked for by servers, browsers and search engines although no page names them.
KEPT = {".nojekyll", "CNAME", "favicon.ico", "favicon.svg", "humans.txt", "robots.txt", "sitemap.xml", "sitemap.xml.gz"}
KEPT_FOLDER = ".well-known"
# A text in quotes in a script that ends like this may be the address of a file.
IN_QUOTES = re.compile(
    r"""["'`]([^"'`\s]+\.(?:avif|css|gif|html|jpe?g|js|json|mjs|png|svg|txt|wasm|webp|woff2?))["'`]"""
)
TEMPLATE_PART = re.compile(r"\$\{[^}]*\}")


def _addresses_in_css(css: str) -> Iterator[str]:
    """Yield what `url()` and `@import` name."""
    waiting = list(tinycss2.parse_component_value_list(css))
    while waiting:
        token = waiting.pop()
        if token.type in {"url", "string"}:
            yield token.value
        waiting += getattr(token, "arguments", None) or getattr(token, "content", None) or []


def _addresses_in_script(script: str) -> Iterator[str]:
    """Yield the texts in quotes that end like the name of a file, from the end of their last `${}` on."""
    return (TEMPLATE_PART.split(text)[-1].lstrip("/") for text in IN_QUOTES.findall(script))
