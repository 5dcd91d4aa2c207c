"""What holds for each page as a whole: unique ids, a way to it, its weight, its data for search engines."""

from __future__ import annotations

import gzip
import json
import posixpath
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from guide.finish.addresses import find
from guide.finish.site import ERROR_PAGE, HOME
from guide.finish.structured import words_of
from guide.links.addresses import LINK
from guide.links.site import Finding, Page, Site
from guide.settings import read_settings

# How hard GitHub Pages compresses.
LEVEL = 6
JSON_LD = "//script[@type='application/ld+json']"


def _twice(page: Page, name: str, count: int) -> Finding:
    """Return the finding that an id stands several times on a page, at the last one in the text if it is there."""
    alike = page.tree.xpath("//*[@id=$name]", name=name)
    of_text = [element for element in alike if element.xpath("ancestor-or-self::article")]
    message = f"“#{name}” stands on the page {count} times"
    return Finding(page.name, (of_text or alike)[-1], f"#{name}", "one-id", message, "give each its own name")


def ids_are_unique(site: Site) -> Iterator[Finding]:
    """Each id stands once on a page, or a link would lead to the wrong place."""
    for page in site.pages.values():
        counts = Counter(map(str, page.tree.xpath("//@id")))
        for name in (name for name, count in counts.items() if count > 1):
            yield _twice(page, name, counts[name])


def _led_to(site: Site, page: Page) -> Iterator[str]:
    """Yield the pages that the links of a page lead to."""
    for reference in page.references:
        path = unquote(reference.address.partition("#")[0].partition("?")[0])
        name = posixpath.normpath(posixpath.join(posixpath.dirname(page.name), path))
        if reference.use == LINK and name in site.pages:
            yield name


def pages_are_reachable(site: Site) -> Iterator[Finding]:
    """Links lead from the start page to every page."""
    waiting, reached = [HOME], set[str]()
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += _led_to(site, site.pages[name])
    for name in sorted(site.pages.keys() - reached - {ERROR_PAGE}):
        message = "no link leads from the start page to this page"
        yield Finding(name, None, "", "reachable", message, "put the page into `nav` in mkdocs.yml, or link to it")


def _pages_in(data: object) -> Iterator[dict[str, object]]:
    """Yield what the data for search engines say of web pages: the objects whose type is a kind of page."""
    found = data if isinstance(data, list) else [data]
    yield from (one for one in found if isinstance(one, dict) and str(one.get("@type", "")).endswith("WebPage"))


def _untrue(page: Page, said: dict[str, object]) -> str:
    """Return what the data say of the page that the page itself does not say."""
    words = words_of(page.tree)
    name = next((name for name in words if said.get(name) != words[name]), "")
    return name and f"the data for search engines give “{said.get(name)}” as `{name}`, the page “{words[name]}”"


def data_for_search(site: Site) -> Iterator[Finding]:
    """The data for search engines in a page can be read and say what the page says."""
    for page in site.pages.values():
        for script in page.tree.xpath(JSON_LD):
            try:
                data = json.loads(script.text or "")
            except (ValueError, RecursionError) as error:
                message = f"the data for search engines cannot be read: {error}"
                remedy = "mend overrides/main.html, which begins it"
                yield Finding(page.name, script, "", "search-data", message, remedy)
                continue
            remedy = "build the site anew; if it stays, mend scripts/guide/finish/structured.py, which writes it"
            for message in filter(None, (_untrue(page, said) for said in _pages_in(data))):
                yield Finding(page.name, script, "", "search-data", message, remedy)


@cache
def _weight_of(path: Path, _changed: int) -> int:
    return len(gzip.compress(path.read_bytes(), LEVEL, mtime=0))


def _weight(path: Path) -> int:
    return _weight_of(path, path.stat().st_mtime_ns)


def weight(site: Site, page: Page) -> int:
    """Return how many bytes a page, its styles and its scripts are on their way to a reader."""
    addresses = page.tree.xpath("//link[@rel='stylesheet']/@href | //script/@src | //link[@rel='modulepreload']/@href")
    files = {find(site.files, page.name, str(address)) for address in addresses} - {None}
    return sum(_weight(site.folder / name) for name in (page.name, *files) if name)


def pages_are_light(site: Site) -> Iterator[Finding]:
    """A page, its styles and its scripts keep to the number of bytes in docs/rules.yml."""
    settings = read_settings(site.root / "docs")
    long = settings.lists["long_pages"].entries
    for page in site.pages.values():
        limit = settings.limits["long_page_bytes" if page.name.removesuffix(".html") in long else "page_bytes"]
        bytes_ = weight(site, page)
        if bytes_ > limit.at_most:
            message = f"the page weighs {bytes_:,} bytes, {bytes_ - int(limit.at_most):,} too many"
            remedy = f"say it in fewer words or make two pages of it. {limit.why}"
            yield Finding(page.name, None, "", "page-weight", message, remedy)
