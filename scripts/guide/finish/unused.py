"""Removes what nothing in the site refers to: Material's bundles, maps and dictionaries, styles now in the pages."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath

import tinycss2
from lxml import etree, html

from guide.finish.addresses import all_files, find
from guide.finish.site import HOME, Site, naming

# Hosts, browsers and search engines ask for these although no page names them.
ASKED_FOR = {"CNAME", "_headers", "_redirects", "favicon.ico", "robots.txt", "sitemap.xml", "sitemap.xml.gz"}
# A text in quotes in a script that ends like this may be the address of a file.
IN_QUOTES = re.compile(
    r"""["'`]([^"'`\s]+\.(?:avif|css|gif|html|ico|jpe?g|js|json|mjs|png|svg|txt|wasm|webmanifest|webp|woff2?))["'`]"""
)
TEMPLATE_PART = re.compile(r"\$\{[^}]*\}")


def _in_css(css: str) -> Iterator[str]:
    """Yield what `url()` and `@import` name in a stylesheet."""
    waiting = list(tinycss2.parse_component_value_list(css))
    while waiting:
        token = waiting.pop()
        if token.type in {"url", "string"}:
            yield token.value
        waiting += getattr(token, "arguments", None) or getattr(token, "content", None) or []


def _in_script(script: str) -> Iterator[str]:
    """Yield texts in quotes that end like a file; of a template what follows its last `${}`."""
    return (TEMPLATE_PART.split(text)[-1].lstrip("/") for text in IN_QUOTES.findall(script))


def _in_tree(tree: html.HtmlElement) -> Iterator[str]:
    """Yield every address in a page or a drawing, also in its styles, scripts and the data for search engines."""
    yield from (link for _element, _attribute, link, _place in tree.iterlinks())
    for sources in tree.xpath("//@srcset | //@imagesrcset"):
        yield from (source.split()[0] for source in sources.split(",") if source.strip())
    yield from tree.xpath("//@poster | //meta/@content | //@*[local-name()='xlink:href']")
    for script in tree.iter("script"):
        yield from _in_script(script.text or "")


def _in_page(text: str) -> Iterator[str]:
    return _in_tree(html.document_fromstring(text.encode())) if text.strip() else iter(())


def _in_sitemap(text: str) -> Iterator[str]:
    """Yield the addresses of a sitemap."""
    return (str(address) for address in etree.fromstring(text.encode()).xpath("//*[local-name()='loc']/text()"))


READERS: dict[str, Callable[[str], Iterator[str]]] = {
    ".css": _in_css,
    ".html": _in_page,
    ".js": _in_script,
    ".mjs": _in_script,
    ".svg": _in_page,
    ".webmanifest": _in_script,
    ".xml": _in_sitemap,
}


def _addresses(site: Site, name: str) -> Iterable[str]:
    """Return the addresses in a file; a page that is at hand as a tree is not read again. Raises ValueError."""
    tree, reader = site.pages.get(name), READERS.get(PurePosixPath(name).suffix)
    if tree is not None:
        return _in_tree(tree)
    if reader is None:
        return ()
    with naming(name):
        return list(reader((site.folder / name).read_text(encoding="utf-8")))


def _is_start(name: str) -> bool:
    """Tell whether a file stays by itself: a page, a file that is asked for by name, anything hidden."""
    hidden = any(part.startswith(".") for part in name.split("/"))
    return hidden or name.endswith(".html") or name in ASKED_FOR


def _meant(files: frozenset[str], name: str, address: str) -> str | None:
    """Return the file that an address in the file `name` means; a script may see it from the top of the site."""
    return find(files, name, address) or find(files, "", address)


def _needed(site: Site, files: frozenset[str]) -> set[str]:
    """Return the files that a reader, a browser or a search engine can get to."""
    waiting, needed = [name for name in files if _is_start(name)], set[str]()
    while waiting:
        name = waiting.pop()
        if name not in needed:
            needed.add(name)
            waiting += filter(None, (_meant(files, name, address) for address in _addresses(site, name)))
    return needed


def _remove_empty_folders(top: Path) -> None:
    """Remove folders without anything in them, inner ones first; hidden folders and symbolic links are left alone."""
    for where, _folders, _files in os.walk(top, topdown=False, followlinks=False):
        folder = Path(where)
        hidden = any(part.startswith(".") for part in folder.relative_to(top).parts)
        if folder != top and not hidden and not any(folder.iterdir()):
            folder.rmdir()


def remove_unused(site: Site) -> None:
    """Remove the files of a written site that nothing refers to, and the folders that this leaves empty.

    Raises FileNotFoundError when the folder has no start page: then it is not a site, and nothing is removed.
    """
    files = all_files(site.folder)
    if HOME not in files:
        raise FileNotFoundError(f"{site.folder} has no {HOME}, so it is not a site; nothing was removed from it")
    for name in files - _needed(site, files):
        (site.folder / name).unlink()
    _remove_empty_folders(site.folder)
