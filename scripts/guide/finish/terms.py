"""Ties the word list and the pages together: the panel's list of meanings, and from each entry where it is used."""

from __future__ import annotations

import copy
from collections import defaultdict
from dataclasses import dataclass
from pathlib import PurePosixPath

from lxml import html
from lxml.html import builder

from guide.finish.lists import write_list
from guide.finish.site import Site
from guide.terms import ALSO, SAY


@dataclass(frozen=True)
class Entry:
    """An entry of the built word list."""

    heading: html.HtmlElement
    term: str
    say: str
    also: tuple[str, ...]
    meaning: str


def _words(element: html.HtmlElement) -> str:
    """Return the text of an element without its links to other pages, which are citations."""
    bare = copy.deepcopy(element)
    for link in bare.xpath(".//a[contains(@href, '#')][not(contains(@class, 'term'))]"):
        link.drop_tree()
    return " ".join(bare.text_content().split())


def _facts(heading: html.HtmlElement) -> html.HtmlElement | None:
    """Return the list of facts under a heading, if there is one."""
    following = heading.getnext()
    return following if following is not None and following.tag == "ul" else None


def _entry(heading: html.HtmlElement) -> Entry:
    """Read one entry of the word list."""
    facts = _facts(heading)
    lines = [" ".join(item.text_content().split()) for item in facts] if facts is not None else []
    say = next((line.removeprefix(SAY).strip() for line in lines if line.startswith(SAY)), "")
    also = next((line.removeprefix(ALSO) for line in lines if line.startswith(ALSO)), "")
    paragraph = (heading if facts is None else facts).getnext()
    meaning = _words(paragraph) if paragraph is not None and paragraph.tag == "p" else ""
    names = tuple(name.strip() for name in also.split(",") if name.strip())
    return Entry(heading, heading.text_content().strip(), say, names, meaning)


def home_of(site: Site) -> str:
    """Return the name of the word list: the page that the links to terms lead to. No such link: no name."""
    links = (link for article in site.articles().values() for link in article.iterfind(".//a[@class='term']"))
    page = next((str(link.get("href")).partition("#")[0] for link in links), "")
    return PurePosixPath(page).name


def entries(site: Site) -> list[Entry]:
    """Return the entries of the word list of a site."""
    home = site.pages.get(home_of(site))
    return [] if home is None else [_entry(heading) for heading in home.xpath("//article//h3[@id]")]


def _uses(site: Site) -> dict[str, list[tuple[str, html.HtmlElement]]]:
    """Return, by the address of each term, the links to it and the page each stands on."""
    found: dict[str, list[tuple[str, html.HtmlElement]]] = defaultdict(list)
    for name, article in site.articles().items():
        for link in article.iterfind(".//a[@class='term']"):
            found[str(link.get("href")).partition("#")[2]].append((name, link))
    return found


def _place(link: html.HtmlElement) -> str:
    """Return the address of the heading or answer that a link stands under, or nothing."""
    inside = link.xpath("ancestor::div[@class='answer']/@id")
    before = link.xpath("preceding::*[self::h2 or self::h3][@id][not(ancestor::summary)][1]/@id")
    return str((inside or before or [""])[-1])


def _used_on(uses: list[tuple[str, html.HtmlElement]]) -> html.HtmlElement:
    """Return the line that leads from an entry to every page that uses the term."""
    line = builder.P(builder.CLASS("used-on"), "Used on ")
    for name, link in uses:
        title = link.xpath("string(ancestor::article//h1)").strip()
        place = _place(link)
        back = builder.A(title or name, href=f"{name}#{place}" if place else name)
        back.tail = ", "
        line.append(back)
    line[-1].tail = ""
    return line


def _end_of_entry(heading: html.HtmlElement) -> html.HtmlElement:
    """Return the last element of an entry."""
    last = heading
    for element in heading.itersiblings():
        if element.tag not in {"p", "ul"} or element.get("class") == "dates":
            break
        last = element
    return last


def tie_terms(site: Site) -> None:
    """Lead from each entry of the word list to the pages that use it, and write the list for the panel."""
    found = entries(site)
    uses = _uses(site)
    for entry in found:
        facts = _facts(entry.heading)
        if facts is not None:
            facts.set("class", "facts")
        if used := uses.get(str(entry.heading.get("id"))):
            _end_of_entry(entry.heading).addnext(_used_on(used))
    if found:
        panel = {str(entry.heading.get("id")): [entry.term, entry.say, entry.meaning] for entry in found}
        write_list(site, "terms.js", panel)
