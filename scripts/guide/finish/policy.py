"""Tells the browser in every page what it may load: this site's own files and nothing else (Content-Security-Policy).

The policy works from a server and from the disk. Two things no policy in a page can stop: `<meta http-equiv=refresh>`
and `<link rel=preconnect>`; the checks of the text have to.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from pathlib import Path

from lxml import html
from lxml.html import builder

NAME = "Content-Security-Policy"
# What browsers and minifiers cut off at the ends of a script or a style; cut off before it is hashed.
SPACE = " \t\n\f\r"
# Whatever follows the start of the article may come from a contributor: a text can close its article early.
OURS = "not(ancestor-or-self::article) and not(preceding::article)"
INLINE_SCRIPTS = f"//script[not(@src) and {OURS} and not(contains(@type, 'json'))]"
STYLES = "//head//style"


def _hashes(elements: Iterable[html.HtmlElement]) -> str:
    """Return the hashes of inline scripts or styles, each once, in the order of the page."""
    texts = dict.fromkeys(element.text or "" for element in elements)
    digests = (hashlib.sha256(text.encode()).digest() for text in texts)
    return "".join(f" 'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


def policy_for(tree: html.HtmlElement) -> str:
    """Return the policy of a page: what is not named here is refused."""
    style = _hashes(tree.xpath(STYLES))
    rules = (
        "default-src 'none'",
        f"script-src 'self'{_hashes(tree.xpath(INLINE_SCRIPTS))}",
        *([f"style-src{style}"] if style else []),
        "img-src 'self' data:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return "; ".join(rules)


def add_policy(tree: html.HtmlElement, _site: Path) -> None:
    """Put the policy into the head, right after the encoding and before all that it rules over.

    Only scripts and styles that the templates made get a hash; a script or a style in the text stays dead.
    It has to run after every step that changes a script or a style.
    """
    for element in tree.xpath("//script[not(@src)] | //style"):
        element.text = (element.text or "").strip(SPACE)
    for old in tree.xpath(f"//head/meta[@http-equiv='{NAME}']"):
        old.drop_tree()
    for head in tree.xpath("/html/head"):
        head.insert(0, builder.META({"http-equiv": NAME, "content": policy_for(tree)}))
        for charset in head.xpath("./meta[@charset]"):
            head.insert(0, charset)
