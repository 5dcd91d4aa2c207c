"""Does every address inside the site lead to a file and a place on it, from a server and from the disk."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from urllib.parse import SplitResult, unquote, urlsplit

from lxml import etree

from guide.finish.site import ERROR_PAGE, HOME
from guide.links.addresses import NAMED, Reference
from guide.links.site import Finding, Page, Site

# Browsers drop these from an address before they read it.
DROPPED = re.compile(r"[\t\n\r]")
WEB = frozenset({"http", "https"})
SITEMAP = "sitemap.xml"


@dataclass(frozen=True)
class Fault:
    """What is wrong with an address, and how to mend it."""

    rule: str
    message: str
    remedy: str


def split(address: str) -> SplitResult | None:
    """Return the parts of an address as a browser reads it; None for one that no browser can read."""
    try:
        parts = urlsplit(DROPPED.sub("", address).strip())
        _port = parts.port
    except ValueError:
        return None
    return parts._replace(scheme=parts.scheme.lower())


def is_own(site: Site, parts: SplitResult) -> bool:
    """Tell whether an address with a host is one of this site: its host may have other sites beside this one."""
    own = (parts.scheme or "https") in WEB and parts.netloc.lower() == urlsplit(site.address).netloc.lower()
    return own and f"{parts.path}/".startswith(site.sub_path)


def _near(wanted: str, known: frozenset[str]) -> str:
    """Return a hint at the name that was meant."""
    found = get_close_matches(wanted, sorted(known), n=1)
    return f", perhaps “{found[0]}”" if found else ""


def _path(site: Site, page: Page, parts: SplitResult) -> str | None:
    """Return the path of an address below the site; None when it leaves the site."""
    if parts.netloc or parts.path.startswith("/"):
        path = unquote(parts.path)
        return posixpath.normpath(path[len(site.sub_path) :] or ".") if f"{path}/".startswith(site.sub_path) else None
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page.name), unquote(parts.path)))
    return None if path == ".." or path.startswith("../") else path


def _missing(site: Site, address: str, name: str) -> Fault:
    """Return what is wrong with an address of a file that is not there."""
    other = site.folded.get(name.lower())
    if other:
        message = f"“{address}” and the file “{other}” differ in small and capital letters"
        return Fault("same-letters", message, f"write “{other}”: most servers tell the two apart")
    if f"{name}/{HOME}".removeprefix("./") in site.files:
        return Fault(
            "dead-link", f"“{address}” is a folder, not a page", f"add “{HOME}”: from the disk a folder is a list"
        )
    return Fault("dead-link", f"“{address}” leads to nothing", f"name a file of the site{_near(name, site.files)}")


def _anchor(site: Site, page: Page, parts: SplitResult, name: str) -> Fault | None:
    """Return what is wrong with the place on a page that an address names."""
    target, fragment = site.pages.get(name), parts.fragment.partition(":~:")[0]
    wanted = unquote(fragment)
    if target is None or not fragment or wanted.lower() == "top" or {fragment, wanted} & target.anchors:
        return None
    where = "this page" if target is page else f"“{name}”"
    return Fault(
        "dead-anchor", f"{where} has no place named “#{wanted}”", f"name one it has{_near(wanted, target.anchors)}"
    )


def _absolute(page: Page, reference: Reference, parts: SplitResult) -> Fault | None:
    """Return a fault when a page reaches another file of the site by an address that holds on the web only."""
    if reference.use == NAMED or page.name == ERROR_PAGE or not (parts.netloc or parts.path.startswith("/")):
        return None
    message = f"“{reference.address}” is found on the web only, not in the copy on a disk"
    return Fault("relative-links", message, "write the way from this page, such as “risks.html”")


def fault(site: Site, page: Page, reference: Reference) -> Fault | None:
    """Return what is wrong with an address inside the site, or None; addresses of other hosts are not looked at."""
    parts = split(reference.address)
    if parts is None:
        return Fault("dead-link", f"“{reference.address}” is no address", "write a whole address, or none")
    if not any(parts) and "#" not in reference.address:
        return Fault("dead-link", "an address is empty", "write where it leads, or leave the link out")
    if (parts.netloc and not is_own(site, parts)) or (parts.scheme and not parts.netloc):
        return None
    name = _path(site, page, parts) if parts.path or parts.netloc else page.name
    if name is None:
        message = f"“{reference.address}” leads out of the site, above {site.sub_path}"
        return Fault("stay-inside", message, "name a file of the site, or write the whole address with https://")
    if reference.use == NAMED and name in {".", ""}:
        name = HOME
    if name not in site.files:
        return _missing(site, reference.address, name)
    return _absolute(page, reference, parts) or _anchor(site, page, parts, name)


def links_lead_somewhere(site: Site) -> Iterator[Finding]:
    """Each address inside the site leads to a file that is there, in the right letters, and to a place on it."""
    for page in site.pages.values():
        for reference in page.references:
            found = fault(site, page, reference)
            if found:
                address = reference.address
                yield Finding(page.name, reference.element, address, found.rule, found.message, found.remedy)


def sitemap_is_whole(site: Site) -> Iterator[Finding]:
    """The map for search engines names every page of the site and nothing else."""
    path = site.folder / SITEMAP
    if not path.is_file():
        return
    try:
        named = set(map(str, etree.parse(path).xpath("//*[local-name()='loc']/text()")))
    except etree.XMLSyntaxError as error:
        yield Finding(SITEMAP, None, "", "sitemap", f"it cannot be read: {error.msg}", "build it again")
        return
    pages = {site.address + name for name in site.pages if name != ERROR_PAGE} - {site.address + HOME}
    homes = {site.address, site.address + HOME}
    for address in sorted(named - pages - homes):
        yield Finding(
            SITEMAP, None, "", "sitemap", f"it names {address}, which is no page of the site", "build it again"
        )
    for address in sorted(pages - named):
        yield Finding(
            SITEMAP, None, "", "sitemap", f"it does not name {address}", "put the page into `nav` in mkdocs.yml"
        )
