"""Nothing leaves the reader's device: no file of another host, no link that runs a program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree, html

from guide.links.addresses import LINK, NAMED, REQUEST, in_css
from guide.links.site import Finding, Site
from guide.links.targets import is_own, split

# A reader follows links of these kinds; `data:` may only be fetched, and what is not named here may run something.
FOLLOWED = frozenset({"", "http", "https", "mailto", "tel", "sms"})
# A browser may take a picture out of the page itself.
FETCHED = frozenset({"", "data"})
MENDS = {
    LINK: "lead to a page with https://, or write the words without a link",
    REQUEST: "put the file into docs/assets/ and name it from there, so that nobody sees who reads",
}


def _is_refresh(element: html.HtmlElement) -> bool:
    return element.tag == "meta"


def no_program_links(site: Site) -> Iterator[Finding]:
    """A link leads to a page, a letter or a telephone; none runs a program, such as `javascript:`."""
    for page in site.pages.values():
        for one in page.references:
            parts = split(one.address)
            if one.use == LINK and parts is not None and parts.scheme not in FOLLOWED:
                message = f"“{one.address}” is no link to a page"
                yield Finding(page.name, one.element, one.address, "program-links", message, MENDS[LINK])


def no_other_hosts(site: Site) -> Iterator[Finding]:
    """A page asks no other host for anything: pictures, styles, scripts, forms and moves to another page included."""
    for page in site.pages.values():
        for one in page.references:
            parts = split(one.address)
            asked = one.use == REQUEST or (_is_refresh(one.element) and one.use != NAMED)
            if not asked or parts is None:
                continue
            if (parts.netloc and not is_own(site, parts)) or (not parts.netloc and parts.scheme not in FETCHED):
                message = f"the page asks for “{one.address}”"
                yield Finding(page.name, one.element, one.address, "other-hosts", message, MENDS[REQUEST])


def _in_drawing(text: bytes) -> Iterator[str]:
    """Yield what a drawing asks for."""
    for element in etree.fromstring(text, etree.XMLParser(resolve_entities=False)).iter(etree.Element):
        for name, value in element.attrib.items():
            if etree.QName(name).localname in {"href", "src"} and etree.QName(element).localname != "a":
                yield str(value)
            elif name == "style":
                yield from in_css(str(value))
        if etree.QName(element).localname == "style":
            yield from in_css(element.text or "")


def _asked_by(site: Site, name: str) -> Iterable[str]:
    """Return what a stylesheet or a drawing of the site asks for."""
    data = (site.folder / name).read_bytes()
    if name.endswith(".css"):
        return in_css(data.decode("utf-8", "replace"))
    try:
        return list(_in_drawing(data))
    except etree.XMLSyntaxError:
        return ()  # no browser shows it


def no_other_hosts_in_files(site: Site) -> Iterator[Finding]:
    """A stylesheet or a drawing of the site asks no other host for anything."""
    for name in sorted(site.files):
        for address in _asked_by(site, name) if name.endswith((".css", ".svg")) else ():
            parts = split(address)
            if parts is not None and (parts.netloc or parts.scheme not in FETCHED):
                yield Finding(name, None, address, "other-hosts", f"the file asks for “{address}”", MENDS[REQUEST])
