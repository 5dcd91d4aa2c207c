"""Is the Content-Security-Policy of each page there, sound, and true of what stands in the page."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator

from lxml import html

from guide.links.site import Finding, Page, Site

POLICY = "//meta[translate(@http-equiv, 'CONTENTSCURIYPL', 'contentscuriypl')='content-security-policy']"
# What a policy may allow; anything else, such as 'unsafe-inline', a host or a wildcard, opens a door.
SELF, NONE, DATA = "'self'", "'none'", "data:"
HASH = re.compile(r"'sha(256|384|512)-[A-Za-z0-9+/_-]+={0,2}'")
MAY_HOLD_DATA = frozenset({"img-src", "font-src"})
# `default-src` does not speak for these, so each must be there with this value.
REQUIRED = {"default-src": NONE, "base-uri": NONE, "form-action": NONE}
# These say what the policy does and not what it lets in.
WITHOUT_SOURCES = frozenset({"upgrade-insecure-requests", "block-all-mixed-content"})
# Whatever follows the start of the article may come from a contributor: a text can close its article early.
THEIRS = "ancestor-or-self::article or preceding::article"
SCRIPTS = "//script[not(@src) and not(contains(@type, 'json'))]"
STYLES = "//style"
REMEDY = "mend scripts/guide/finish/policy.py, or the step after it that changed the page"
WITHOUT = "leave it out of the text: a page of the guide needs no program and no style of its own"

Directives = dict[str, list[str]]


def read(content: str) -> Directives:
    """Return what a policy says, by directive; of two alike the first counts, as in a browser."""
    found: Directives = {}
    for part in content.split(";"):
        words = part.split()
        if words:
            found.setdefault(words[0].lower(), words[1:])
    return found


def _digests(element: html.HtmlElement) -> set[str]:
    """Return the hashes by which a policy can name a script or a style."""
    text = (element.text or "").encode()
    names = ("sha256", "sha384", "sha512")
    return {f"'{name}-{base64.b64encode(hashlib.new(name, text).digest()).decode()}'" for name in names}


def _sources(directives: Directives) -> Iterator[str]:
    """Yield what a policy lets in and should not, or does not say and should."""
    for name, value in REQUIRED.items():
        if directives.get(name) != [value]:
            yield f"the policy does not say “{name} {value}”"
    for name, sources in directives.items():
        for source in sources if name not in WITHOUT_SOURCES else ():
            fine = source in {SELF, NONE} or HASH.fullmatch(source) or (source == DATA and name in MAY_HOLD_DATA)
            if not fine:
                yield f"the policy allows “{source}” in “{name}”"


def _place(meta: html.HtmlElement) -> Iterator[str]:
    """Yield what is wrong with where the policy stands: it rules only over what follows it."""
    if not meta.xpath("parent::head"):
        yield "the policy does not stand in the head of the page, where browsers look for it"
    before = meta.xpath("preceding::script | preceding::style | preceding::link[@rel='stylesheet']")
    if before:
        yield f"a <{before[0].tag}> stands before the policy, which does not rule over it"


def _allowed(directives: Directives, name: str) -> set[str]:
    return set(directives.get(name, directives.get("default-src", [])))


def _of_ours(page: Page, directives: Directives) -> Iterator[tuple[html.HtmlElement, str]]:
    """Yield the scripts and styles of the templates that the policy would stop."""
    for path, name in ((SCRIPTS, "script-src"), (STYLES, "style-src")):
        for element in page.tree.xpath(f"{path}[not({THEIRS})]"):
            if not _digests(element) & _allowed(directives, name):
                yield element, f"the policy stops a <{element.tag}> of the page: its hash is another"


def _of_the_text(page: Page, directives: Directives) -> Iterator[tuple[html.HtmlElement, str]]:
    """Yield the scripts and styles in the text, whether the policy lets them in or not."""
    for path, name in ((SCRIPTS, "script-src"), (STYLES, "style-src")):
        for element in page.tree.xpath(f"{path}[{THEIRS}][not(ancestor::svg)]"):
            blessed = _digests(element) & _allowed(directives, name)
            yield element, f"a <{element.tag}> stands in the text, and the policy {'allows' if blessed else 'stops'} it"


def policy_is_sound(site: Site) -> Iterator[Finding]:
    """Each page has one policy, which lets in this site's own files and the templates' own scripts only."""
    for page in site.pages.values():
        metas = page.tree.xpath(POLICY)
        if len(metas) != 1:
            message = f"the page has {len(metas) or 'no'} policies (Content-Security-Policy); it must have one"
            yield Finding(page.name, page.tree.find("head"), "", "policy", message, REMEDY)
            continue
        directives = read(metas[0].get("content") or "")
        for message in (*_place(metas[0]), *_sources(directives)):
            yield Finding(page.name, metas[0], "", "policy", message, REMEDY)
        for element, message in _of_ours(page, directives):
            yield Finding(page.name, element, "", "policy", message, REMEDY)
        for element, message in _of_the_text(page, directives):
            yield Finding(page.name, element, f"<{element.tag!s}", "policy", message, WITHOUT)


def nothing_is_stopped(site: Site) -> Iterator[Finding]:
    """No element carries a style or a program of its own, which the policy would stop."""
    for page in site.pages.values():
        for element in page.tree.xpath("//base"):
            message = "the policy stops a <base>, which would change where every link leads"
            yield Finding(page.name, element, "<base", "inline-code", message, "leave it out")
        for element in page.tree.xpath("//*[@style or @*[starts-with(name(), 'on')]]"):
            name = next(str(name) for name in element.attrib if name == "style" or str(name).startswith("on"))
            message = f"the policy stops `{name}=` on a <{element.tag}>"
            yield Finding(page.name, element, f"{name}=", "inline-code", message, "leave it out, or give it a class")
