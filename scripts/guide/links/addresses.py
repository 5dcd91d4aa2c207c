"""Every address in a built page: links, what the browser fetches by itself, and what is only named."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import tinycss2
from lxml import html
from tinycss2.ast import Node

# What an address is for: a reader follows it, the browser fetches it unasked, or it is only named.
LINK, REQUEST, NAMED = "link", "request", "named"

# By tag and attribute; `*` is any tag. What stands in `srcset`, `style` and <link> is read below.
ATTRIBUTES = {
    ("a", "href"): LINK,
    ("area", "href"): LINK,
    ("a", "ping"): REQUEST,
    ("area", "ping"): REQUEST,
    ("form", "action"): REQUEST,
    ("button", "formaction"): REQUEST,
    ("input", "formaction"): REQUEST,
    ("video", "poster"): REQUEST,
    ("object", "data"): REQUEST,
    ("blockquote", "cite"): NAMED,
    ("q", "cite"): NAMED,
    ("ins", "cite"): NAMED,
    ("del", "cite"): NAMED,
    ("use", "href"): REQUEST,
    ("image", "href"): REQUEST,
    ("feimage", "href"): REQUEST,
    ("a", "xlink:href"): LINK,
    ("*", "xlink:href"): REQUEST,
    ("*", "src"): REQUEST,
    ("*", "background"): REQUEST,
}
LISTS_OF_SOURCES = ("srcset", "imagesrcset")
# A <link> of one of these kinds makes the browser ask for something, or greet a host.
FETCHED = frozenset(
    {
        *("stylesheet", "icon", "shortcut", "apple-touch-icon", "mask-icon", "manifest", "preload", "modulepreload"),
        *("prefetch", "preconnect", "dns-prefetch", "prerender", "pingback"),
    }
)
# Fields of the data for search engines that hold an address.
JSON_FIELDS = frozenset({"contentUrl", "image", "item", "logo", "mainEntityOfPage", "thumbnailUrl", "url"})
# <meta> whose content is an address, by `property` or `name`.
META_FIELDS = frozenset({"og:image", "og:url", "og:video", "og:audio", "twitter:image"})
# A stylesheet without one of these names no file, and need not be parsed; a backslash may hide any of them.
MAY_NAME = re.compile(r"url\(|src\(|image-set\(|@import|\\", re.I)
REFRESH = re.compile(r"^\s*[\d.]+\s*[;,]\s*(?:url\s*=\s*)?(?P<quote>[\"']?)(?P<address>.+?)(?P=quote)\s*$", re.I)


@dataclass(frozen=True)
class Reference:
    """An address as it is written, what it is for, and the element that holds it."""

    element: html.HtmlElement
    address: str
    use: str


def _nested(token: Node) -> list[Node]:
    return list(getattr(token, "arguments", None) or getattr(token, "content", None) or ())


def _imports(token: Node) -> bool:
    return bool(token.type == "at-keyword" and token.lower_value == "import")


@lru_cache
def in_css(css: str) -> tuple[str, ...]:
    """Return what `url()`, `image-set()` and `@import` name in a stylesheet."""
    return tuple(_in_css(css)) if MAY_NAME.search(css) else ()


def _in_css(css: str) -> Iterator[str]:
    waiting, importing = list(reversed(tinycss2.parse_component_value_list(css))), False
    while waiting:
        token = waiting.pop()
        if token.type == "url" or (importing and token.type == "string"):
            yield token.value
        elif token.type == "function" and token.lower_name in {"url", "src", "image-set", "-webkit-image-set"}:
            yield from (one.value for one in token.arguments if one.type == "string")
        importing = _imports(token) or (importing and token.type == "whitespace")
        waiting += reversed(_nested(token))


def _in_srcset(text: str) -> Iterator[str]:
    """Yield the addresses of a list of sources; an address may hold commas, so a list is cut at its spaces."""
    for match in re.finditer(r"[^\s,]\S*", re.sub(r"\s[\d.]+[wxh]\s*(?=,|$)", " ", text)):
        yield match[0].rstrip(",")


def _in_json(data: object, field: str = "") -> Iterator[str]:
    """Yield the addresses in the data for search engines."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield from _in_json(value, str(name))
    elif isinstance(data, list):
        for value in data:
            yield from _in_json(value, field)
    elif isinstance(data, str) and field in JSON_FIELDS:
        yield data


def _in_link(link: html.HtmlElement) -> Iterator[tuple[str, str]]:
    kinds = set((link.get("rel") or "").lower().split())
    yield link.get("href", ""), REQUEST if kinds & FETCHED else NAMED


def _in_meta(meta: html.HtmlElement) -> Iterator[tuple[str, str]]:
    content = meta.get("content") or ""
    if (meta.get("http-equiv") or "").lower() == "refresh" and (found := REFRESH.match(content)):
        yield found["address"], LINK
    elif (meta.get("property") or meta.get("name")) in META_FIELDS:
        yield content, NAMED


def _in_script(script: html.HtmlElement) -> Iterator[tuple[str, str]]:
    if (script.get("type") or "").lower() == "application/ld+json":
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            return  # `shape.data_for_search` says so
        yield from ((address, NAMED) for address in _in_json(data))


def _in_style(style: html.HtmlElement) -> Iterator[tuple[str, str]]:
    return ((address, REQUEST) for address in in_css(style.text or ""))


BY_TAG = {"link": _in_link, "meta": _in_meta, "script": _in_script, "style": _in_style}


def _in_attributes(element: html.HtmlElement) -> Iterator[tuple[str, str]]:
    tag = str(element.tag)
    for name, value in element.attrib.items():
        use = ATTRIBUTES.get((tag, str(name))) or ATTRIBUTES.get(("*", str(name)))
        if use:
            yield str(value), use
        elif name in LISTS_OF_SOURCES:
            yield from ((address, REQUEST) for address in _in_srcset(str(value)))
        elif name == "style":
            yield from ((address, REQUEST) for address in in_css(str(value)))


def _pairs(element: html.HtmlElement) -> Iterator[tuple[str, str]]:
    yield from _in_attributes(element)
    reader = BY_TAG.get(str(element.tag))
    if reader:
        yield from reader(element)


def references(tree: html.HtmlElement) -> Iterator[Reference]:
    """Yield every address in a page, in its order."""
    for element in _elements(tree):
        yield from (Reference(element, address, use) for address, use in _pairs(element))


def _elements(tree: html.HtmlElement) -> Iterable[html.HtmlElement]:
    """Return the elements of a tree, without comments."""
    return (element for element in tree.iter() if isinstance(element.tag, str))
