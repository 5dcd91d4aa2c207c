"""Tells the browser in every page what it may load: this site's own files and nothing else (Content-Security-Policy).

The policy works from a server and from the disk. Two things no policy in a page can stop: `<meta http-equiv=refresh>`
and `<link rel=preconnect>`; the checks of the text have to.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Container, Iterable
from pathlib import Path

from lxml import html
from lxml.html import builder

from guide.finish.site import Site

NAME = "Content-Security-Policy"
# What browsers and minifiers cut off at the ends of a script or a style; cut off before it is hashed.
SPACE = " \t\n\f\r"
# Whatever follows the start of the article may come from a contributor: a text can close its article early.
OURS = "not(ancestor-or-self::article) and not(preceding::article)"
INLINE_SCRIPTS = f"//script[not(@src) and {OURS} and not(contains(@type, 'json'))]"
STYLES = "//head//style"


def _texts(tree: html.HtmlElement, path: str) -> list[str]:
    """Return the scripts or styles at `path`, each once, just as they will stand in the page."""
    found = tree.xpath(path)
    for element in found:
        element.text = (element.text or "").strip(SPACE)
    return list(dict.fromkeys(element.text for element in found))


def hashes(texts: Iterable[str]) -> str:
    """Return what a policy says of inline scripts or styles that it lets pass."""
    digests = (hashlib.sha256(text.encode()).digest() for text in texts)
    return "".join(f" 'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


def _policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """Return a policy: what is not named here is refused."""
    rules = (
        "default-src 'none'",
        f"script-src 'self'{hashes(scripts)}",
        *(f"style-src{hashes}" for hashes in (hashes(styles),) if hashes),
        "img-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return "; ".join(rules)


def add_policy(tree: html.HtmlElement, _site: Path, trusted: Container[str] | None = None) -> None:
    """Put the policy into the head, right after the encoding and before all that it rules over.

    Only the style of the head and those scripts in front of the article that are `trusted` (all, if none are named)
    get a hash; a script or a style in the text stays dead. It has to run after every step that changes one.
    """
    scripts = [text for text in _texts(tree, INLINE_SCRIPTS) if trusted is None or text in trusted]
    policy = _policy(scripts, _texts(tree, STYLES))
    for old in tree.xpath(f"//head/meta[@http-equiv='{NAME}']"):
        old.drop_tree()
    for head in tree.xpath("/html/head"):
        head.insert(0, builder.META({"http-equiv": NAME, "content": policy}))
        for charset in head.xpath("./meta[@charset]"):
            head.insert(0, charset)


def add_policies(site: Site) -> None:
    """Give every page its policy. Only an inline script that every page has in front of its article may run.

    The title and the description of a page are a contributor's and stand in its head; but no contributor writes in
    the head of 404.html, so that what is there too comes from the templates.
    """
    scripts = [set(_texts(tree, INLINE_SCRIPTS)) for tree in site.pages.values()]
    trusted = set.intersection(*scripts) if scripts else set[str]()
    for tree in site.pages.values():
        add_policy(tree, site.folder, trusted)
