"""Runs linkchecker over the finished site, from a server below its sub-path and from the disk."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree, html

from guide.finish.site import ERROR_PAGE
from guide.links.server import copied, served
from guide.links.site import Finding, LinksError, Page, Site

CONFIG = Path(__file__).with_name("linkcheckerrc")
RULE = "linkchecker"
# linkchecker ends with one of these when it ran to its end: nothing to say, something to say.
RAN = (0, 1)
# The same words on every machine, and no proxy between us and our own server.
SETTINGS = {"LC_ALL": "C.UTF-8", "LANGUAGE": "en", "no_proxy": "*", "NO_PROXY": "*"}
REMEDY = "name a page, a file or a place on a page that is there"
# What linkchecker says of an anchor that it did not find; the rest of its message lists all that there are.
NO_ANCHOR = "Anchor `"


def _start(addresses: list[str]) -> subprocess.Popen[bytes]:
    """Start linkchecker on the pages at these addresses."""
    command = [sys.executable, "-m", "guide.links.once", "--config", str(CONFIG), "--output", "xml", *addresses]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdout=pipe, stderr=pipe, env=os.environ | SETTINGS)  # noqa: S603


def _read(process: subprocess.Popen[bytes]) -> etree._Element:
    """Wait for linkchecker and return what it says. Raises LinksError when it did not run to its end."""
    out, error = process.communicate()
    try:
        tree = etree.fromstring(out, etree.XMLParser(recover=False))
    except etree.XMLSyntaxError:
        tree = None
    if tree is None or process.returncode not in RAN or (process.returncode and not len(tree)):
        raise LinksError(f"linkchecker did not run to its end: {error.decode(errors='replace').strip()[-500:]}")
    return tree


def _said(entry: etree._Element, address: str) -> str:
    """Return in our words what linkchecker says of an address."""
    warnings = [str(text) for text in entry.xpath("warnings/warning/text()")]
    if entry.findtext("valid") == "1" and any(text.startswith(NO_ANCHOR) for text in warnings):
        return f"“{address}” names a place that is not on its page"
    if entry.findtext("valid") == "1":
        return f"“{address}”: {' '.join(warnings)}"
    return f"“{address}” leads to nothing"


def _element(page: Page | None, address: str) -> html.HtmlElement | None:
    """Return the first element of a page that holds an address."""
    return next((one.element for one in page.references if one.address == address), None) if page else None


def _finding(site: Site, top: str, entry: etree._Element) -> Finding | None:
    """Return what an entry of linkchecker's report says; None for what is no fault."""
    if entry.findtext("valid") == "1" and not entry.xpath("warnings/warning"):
        return None
    address = entry.findtext("url") or ""
    parent = entry.findtext("parent") or entry.findtext("realurl") or ""
    name = unquote(urlsplit(parent.removeprefix(top)).path)
    return Finding(name, _element(site.pages.get(name), address), address, RULE, _said(entry, address), REMEDY)


def look(site: Site) -> Iterator[Finding]:
    """Yield what linkchecker finds, each fault once. Raises LinksError when it could not run.

    From the disk the error page is left out: only a server shows it, and its links are those of the server.
    """
    with copied(site.folder, site.sub_path) as folder, served(folder) as server, ExitStack() as running:
        on_server = f"{server}{site.sub_path}"
        on_disk = f"{(folder / site.sub_path.strip('/')).as_uri()}/"
        runs = [
            (on_server, _start([on_server + name for name in site.pages])),
            (on_disk, _start([on_disk + name for name in site.pages if name != ERROR_PAGE])),
        ]
        for _top, process in runs:
            running.enter_context(process)
        reports = [(top, _read(process)) for top, process in runs]
    found = (_finding(site, top, entry) for top, report in reports for entry in report.iter("urldata"))
    yield from dict.fromkeys(finding for finding in found if finding is not None)
