"""Ties the word list and the pages together: each link to a term carries its meaning, each entry where it is used."""

from __future__ import annotations

import copy
from collections import defaultdict
from pathlib import PurePosixPath

from lxml import html
from lxml.html import builder

from guide.finish.site import Site

# The facts above the meaning of an entry, as the word list writes them.
SAY, ALSO = "Say it:", "Also called:"


def _words(element: html.HtmlElement) -> str:
    """Return the text of an element without its links, which are citations."""
    bare = copy.deepcopy(element)
    for link in bare.findall(".//a"):
        if "#" in (link.get("href") or "") and "term" not in (link.get("class") or ""):
            link.drop_tree()
    return " ".join(bare.text_content().split())


def _entry(heading: html.HtmlElement) -> dict[str, str]:
    """Read one entry of the word list, and mark its list of facts."""
    entry = {"term": heading.text_content().strip()}
    following = heading.getnext()
    if following is not None and following.tag == "ul":
        following.set("class", "facts")
        following.set("data-term", entry["term"])
        for item in following:
            fact = " ".join(item.text_content().split())
            if fact.startswith(SAY):
                entry["say"] = fact.removeprefix(SAY).strip()
            elif fact.startswith(ALSO):
                following.set("data-also", fact.removeprefix(ALSO).strip())
        following = following.getnext()
    entry["meaning"] = _words(following) if following is not None and following.tag == "p" else ""
    return entry


def _home(site: Site) -> str:
    """Return the name of the word list: the page that the links to terms lead to. No such link: no name."""
    links = (link for article in site.articles().values() for link in article.iterfind(".//a[@class='term']"))
    page = next((str(link.get("href")).partition("#")[0] for link in links), "")
    return PurePosixPath(page).name


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


def _carry(link: html.HtmlElement, entry: dict[str, str]) -> None:
    """Write the entry of a term onto a link to it, for the panel that the script shows."""
    for key, value in entry.items():
        link.set(f"data-{key}", value)


def tie_terms(site: Site) -> None:
    """Give each link to a term its meaning, and each entry of the word list the pages that use it."""
    home = site.pages.get(_home(site))
    if home is None:
        return
    uses = _uses(site)
    for heading in home.xpath("//article//h3[@id]"):
        entry, found = _entry(heading), uses.get(heading.get("id"), [])
        for _, link in found:
            _carry(link, entry)
        if found:
            _end_of_entry(heading).addnext(_used_on(found))


def _end_of_entry(heading: html.HtmlElement) -> html.HtmlElement:
    """Return the last element of an entry."""
    last = heading
    for element in heading.itersiblings():
        if element.tag not in {"p", "ul"} or element.get("class") == "dates":
            break
        last = element
    return last
