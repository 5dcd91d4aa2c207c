"""The one page: the whole guide in a single HTML file without a script, made from the finished pages."""

from __future__ import annotations

import base64
import copy
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from urllib.parse import quote

from lxml import html
from lxml.html import builder

from guide.finish.addresses import find
from guide.finish.compact import compact
from guide.finish.faq import ROOM
from guide.finish.policy import NAME, SPACE, hashes
from guide.finish.rules import minified, read
from guide.finish.site import HOME, MARK, as_text
from guide.finish.styles import END_TAG, Script, Source, read_tree
from guide.pack.anchors import Joined, join_addresses
from guide.pack.drawings import draw_inside, drawing_sheet
from guide.pack.edition import PICTURES, Edition, kind_of, words
from guide.pack.folder import about
from guide.pack.offer import withdraw
from guide.pack.paper import for_pen
from guide.pack.sheets import joined_sheet

# The few rules for what no page of the site has: the cover, the contents, where a page begins on paper.
OWN_STYLE = Path(__file__).with_name("book.css")
DEEPEST = 6
CONTENTS = "Contents"
# What stands in the text of a page for the script alone.
SCRIPTED = f".//script | .//p[@class='{ROOM}']"


def _data(edition: Edition, page: str, address: str) -> str:
    """Return a picture of the site as an address that holds it; one that is not there stays as it is."""
    name = find(edition.files, page, address)
    if name is None:
        return address
    data, kind = (edition.folder / name).read_bytes(), kind_of(name)
    if kind == PICTURES[".svg"]:
        return f"data:{kind},{quote(data.decode(), safe=' /:=;,()!*@')}"
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


def inline_pictures(article: html.HtmlElement, edition: Edition, page: str) -> None:
    """Put every picture of a page into the page."""
    for image in article.iter("img"):
        image.set("src", _data(edition, page, image.get("src", "")))
        for name in ("srcset", "loading"):
            image.attrib.pop(name, None)


def _demote(article: html.HtmlElement) -> None:
    """Make each heading one level lower, for the title of the guide stands above them all."""
    levels = {f"h{level}": f"h{min(level + 1, DEEPEST)}" for level in range(1, DEEPEST + 1)}
    for heading in list(article.iter(*levels)):
        heading.tag = levels[str(heading.tag)]


def text_of(edition: Edition, page: str) -> html.HtmlElement | None:
    """Return a copy of the text of a page without the offers of copies, every answer open; None if it has no text."""
    tree = copy.deepcopy(edition.pages[page])
    withdraw(tree)
    article = tree.find(".//article")
    if article is not None:
        article.tail = None
        article.attrib.clear()
        for part in article.xpath(SCRIPTED):
            part.drop_tree()
        for fold in article.iter("details"):
            fold.set("open", "")
        for_pen(article)
    return article


def _article(edition: Edition, page: str, joined: Joined) -> html.HtmlElement | None:
    """Return the text of a page as a part of the one page."""
    article = text_of(edition, page)
    if article is not None:
        draw_inside(article, edition, page)
        inline_pictures(article, edition, page)
        for section in article.iter("section"):  # so many parts called “In short” are no help to find one's way by ear
            section.attrib.pop("aria-labelledby", None)
        _demote(article)
        join_addresses(article, page, joined)
        article.set("id", joined.anchor(page, ""))
    return article


def status_lines(edition: Edition) -> list[str]:
    """Return what the pages say under their headings of what has been checked, each once."""
    lines = (page.xpath("//p[@class='review']") for page in edition.pages.values())
    return list(dict.fromkeys(words(line) for line in chain.from_iterable(lines)))


def footer_lines(edition: Edition) -> list[str]:
    """Return what the foot of every page says, without its links."""
    paragraphs = edition.home.xpath("//footer//p[not(.//a)]")
    return [words(paragraph) for paragraph in paragraphs]


def cover(edition: Edition) -> html.HtmlElement:
    """Return the top of the page: title, what this is, what has been checked, when it was made, licence."""
    lines = [edition.description, *status_lines(edition)]
    top = builder.HEADER(builder.CLASS("cover"), builder.H1(edition.title), *map(builder.P, lines))
    top.append(about(edition))
    top.extend(map(builder.P, footer_lines(edition)))
    return top


def _contents(edition: Edition, joined: Joined) -> html.HtmlElement:
    """Return the list of pages as the menu has it, with links into the one page."""
    contents = builder.E.nav({"class": "contents", "aria-labelledby": "contents"})
    contents.append(builder.H2(CONTENTS, id="contents"))
    for menu in copy.deepcopy(edition.home).xpath("//nav[@id='pages']")[:1]:
        for part in menu:
            join_addresses(part, "menu.html", joined)
            contents.append(part)
    for link in contents.iter("a"):
        link.attrib.pop("aria-current", None)
    return contents


def _foot(edition: Edition) -> html.HtmlElement:
    """Return the end of the page."""
    return builder.E.footer({"class": "end"}, about(edition), *map(builder.P, footer_lines(edition)))


def _head(edition: Edition) -> html.HtmlElement:
    """Return the head of the page, still without style and policy."""
    head = builder.HEAD(
        builder.META(charset="utf-8"),
        builder.META(name="viewport", content="width=device-width,initial-scale=1"),
        builder.META(name="description", content=edition.description),
        builder.META(name="color-scheme", content="light dark"),
        builder.META(name=MARK, content="yes"),
        builder.TITLE(edition.title),
    )
    if edition.address:
        head.append(builder.LINK(rel="canonical", href=edition.address))
    for icon in edition.home.xpath("//head/link[@rel='icon']/@href")[:1]:
        head.append(builder.LINK(rel="icon", href=_data(edition, HOME, str(icon))))
    return head


def page_styles(edition: Edition) -> Iterator[str]:
    """Yield the style of each page."""
    for page in edition.pages.values():
        yield from (style.text or "" for style in page.iterfind("./head/style"))


def styles_of(edition: Edition, tree: html.HtmlElement, joined: Joined) -> str:
    """Return the CSS that a page made of all pages needs. Raises ValueError for a style that cannot be read."""
    sheet = joined_sheet(page_styles(edition), joined) + drawing_sheet(edition)
    sheet += read(OWN_STYLE.name, OWN_STYLE.read_text(encoding="utf-8"))
    return minified("the style of the one page", Source(sheet).css_for(read_tree(tree), Script(""))).strip(SPACE)


def _policy(css: str) -> str:
    """Return the policy: the one style, pictures that stand in the page, and nothing else."""
    return f"default-src 'none'; style-src{hashes([css])}; img-src data:; base-uri 'none'; form-action 'none'"


def make_book(edition: Edition) -> html.HtmlElement:
    """Return the tree of the one page."""
    joined = Joined(edition.pages.keys(), edition.address)
    articles = (_article(edition, page, joined) for page in edition.pages)
    main = builder.E.main(*(article for article in articles if article is not None))
    body = builder.BODY(cover(edition), _contents(edition, joined), main, _foot(edition))
    head = _head(edition)
    tree: html.HtmlElement = builder.HTML(head, body, lang=edition.language)
    css = END_TAG.sub(r"<\\/", styles_of(edition, tree, joined))
    head.append(builder.STYLE(css))
    head.insert(1, builder.META({"http-equiv": NAME, "content": _policy(css)}))
    return tree


def write_book(edition: Edition, target: Path) -> None:
    """Write the one page. Raises OSError when there is no room for it."""
    target.write_text(f"{compact(as_text(make_book(edition)), closing_tags=False)}\n", encoding="utf-8")
