"""The e-book (EPUB 3): the finished pages as chapters.

Written here because no library does it: the one that is known, EbookLib, has a licence (AGPL) that this guide cannot
take on and would write the same few files. The format: w3.org/TR/epub-33.
"""

from __future__ import annotations

import copy
import re
import uuid
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from lxml import etree, html
from lxml.builder import ElementMaker
from lxml.html import builder

from guide.finish.addresses import find
from guide.finish.rules import Rule
from guide.finish.styles import read_tree
from guide.pack.archive import write_archive
from guide.pack.book import CONTENTS, cover, page_styles, text_of
from guide.pack.edition import Edition, kind_of, words
from guide.pack.sheets import merged_sheet
from guide.pack.xhtml import OPS, as_xhtml, document

TEXT_STYLE = Path(__file__).with_name("epub.css")
MIMETYPE, TYPE = "mimetype", "application/epub+zip"
CHAPTER = "application/xhtml+xml"
FOLDER, PACKAGE = "EPUB", "EPUB/content.opf"
CONTAINER = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    f'<rootfile full-path="{PACKAGE}" media-type="application/oebps-package+xml"/></rootfiles></container>\n'
)
OPF, DC = "http://www.idpf.org/2007/opf", "http://purl.org/dc/elements/1.1/"
# What a reader can expect who does not see the pictures: w3.org/TR/epub-a11y-11
ACCESS = {
    "accessMode": ("textual", "visual"),
    "accessModeSufficient": ("textual",),
    "accessibilityFeature": ("alternativeText", "structuralNavigation", "tableOfContents"),
    "accessibilityHazard": ("none",),
}
VARIABLE = re.compile(r"var\((--[\w-]+)(?:,[^()]*)?\)")


def _chapter(page: str) -> str:
    """Return the file of a page in the book."""
    return f"{PurePosixPath(page).stem}.xhtml"


def _link(edition: Edition, address: str) -> str:
    """Return where a link leads from the book; a file that is no page is found with the current guide."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path:
        return address
    page = unquote(parts.path)
    if page in edition.pages:
        return _chapter(page) + (f"#{parts.fragment}" if parts.fragment else "")
    return edition.address + address


def _article(edition: Edition, page: str) -> html.HtmlElement | None:
    """Return the text of a page as a chapter; the names of parts of a table are those it has anyway."""
    article = text_of(edition, page)
    if article is not None:
        for link in article.iter("a"):
            link.set("href", _link(edition, link.get("href", "")))
        for part in article.iter("table", "thead", "tbody", "tr", "th", "td"):
            part.attrib.pop("role", None)
        for picture in article.iter("img"):
            picture.attrib.pop("loading", None)
    return article


def _chapters(edition: Edition) -> Iterator[tuple[str, bytes, bool]]:
    """Yield the file and the text of each chapter, and whether there is a drawing in it."""
    yield "cover.xhtml", document(edition.title, edition.language, as_xhtml(cover(edition))), False
    for page in edition.pages:
        article = _article(edition, page)
        if article is not None:
            text = document(words(article.find(".//h1")), edition.language, as_xhtml(article))
            yield _chapter(page), text, article.find(".//svg") is not None


def _contents(edition: Edition) -> bytes:
    """Return the list of chapters as the menu has it."""
    groups = builder.OL()
    for group in edition.home.xpath("//nav[@id='pages']//*[@class='group']"):
        links = group.getnext().iter("a") if group.getnext() is not None else ()
        chapters = (builder.LI(builder.A(words(link), href=_link(edition, link.get("href", "")))) for link in links)
        groups.append(builder.LI(builder.SPAN(words(group)), builder.OL(*chapters)))
    if not len(groups):
        groups.extend(
            builder.LI(builder.A(words(page.find(".//h1")), href=_chapter(name)))
            for name, page in edition.pages.items()
        )
    nav = as_xhtml(builder.E.nav(builder.H1(CONTENTS), groups))
    nav.set(f"{{{OPS}}}type", "toc")
    return document(CONTENTS, edition.language, nav)


def _resolved(rule: Rule, values: dict[str, str]) -> str | None:
    """Return a rule with plain values, for an old device knows no others; None when one cannot be had."""
    css = rule.css()
    for _depth in values:  # a value may use another one, but not without end
        css = VARIABLE.sub(lambda one: values.get(one[1], one[0]), css)
        if "var(" not in css:
            return css
    return None if "var(" in css else css


def _drawn(edition: Edition, rules: Iterable[Rule]) -> Iterator[Rule]:
    """Yield the rules for what has a class and stands in a drawing."""
    drawings = (copy.deepcopy(one) for page in edition.pages.values() for one in page.xpath("//article//svg"))
    tree = read_tree(builder.DIV(*drawings))
    for rule in rules:
        kept = rule.matching({word for word in rule.words() if tree.holds(word)})
        if kept is not None and any(word.kind == "class" for word in kept.words()):
            yield kept


def _drawing_style(edition: Edition) -> str:
    """Return the rules for what stands in drawings, in the colours of the light page."""
    rules = [rule for rule in merged_sheet(page_styles(edition)) if isinstance(rule, Rule) and not rule.around]
    roots = (rule for rule in rules if rule.selectors[0][0] == ":root")
    values = {it.name: it.text.partition(":")[2] for rule in roots for it in rule.declarations}
    return "\n".join(filter(None, (_resolved(rule, values) for rule in _drawn(edition, rules))))


def _pictures(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield the pictures that the pages show, by name."""
    sources = {(name, str(it)) for name, page in edition.pages.items() for it in page.xpath("//article//img/@src")}
    names = {find(edition.files, page, source) for page, source in sources}
    for name in sorted(name for name in names if name):
        yield name, (edition.folder / name).read_bytes()


def _metadata(edition: Edition) -> etree._Element:
    """Return what the book says of itself."""
    dc, make = ElementMaker(namespace=DC, nsmap={"dc": DC}), ElementMaker(namespace=OPF)
    identity = uuid.uuid5(uuid.NAMESPACE_URL, f"{edition.address}{edition.language}")
    metadata = make.metadata(
        dc.identifier(f"urn:uuid:{identity}", id="id"),
        dc.title(edition.title),
        dc.language(edition.language),
        dc.description(edition.description),
        make.meta(f"{edition.made:%Y-%m-%dT%H:%M:%SZ}", property="dcterms:modified"),
    )
    if edition.address:
        metadata.append(dc.source(edition.address))
    for name, values in ACCESS.items():
        metadata.extend(make.meta(value, property=f"schema:{name}") for value in values)
    return metadata


def _package(edition: Edition, chapters: list[tuple[str, bytes, bool]], pictures: list[str]) -> bytes:
    """Return the list of all files of the book, and the order of its chapters."""
    make = ElementMaker(namespace=OPF, nsmap={None: OPF})
    manifest, spine = make.manifest(), make.spine()
    manifest.append(make.item({"id": "nav", "href": "nav.xhtml", "media-type": CHAPTER, "properties": "nav"}))
    manifest.append(make.item({"id": "style", "href": "style.css", "media-type": "text/css"}))
    for number, (name, _text, drawn) in enumerate(chapters):
        item = make.item({"id": f"c{number}", "href": name, "media-type": CHAPTER})
        item.attrib.update({"properties": "svg"} if drawn else {})
        manifest.append(item)
        spine.append(make.itemref(idref=f"c{number}"))
    spine.insert(1, make.itemref(idref="nav"))
    for number, name in enumerate(pictures):
        manifest.append(make.item({"id": f"p{number}", "href": name, "media-type": kind_of(name)}))
    package = make.package({"version": "3.0", "unique-identifier": "id"}, _metadata(edition), manifest, spine)
    text: bytes = etree.tostring(package, encoding="utf-8", xml_declaration=True)
    return text


def _files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the book; the one that says what it is has to be the first."""
    chapters, pictures = list(_chapters(edition)), dict(_pictures(edition))
    style = f"{TEXT_STYLE.read_text(encoding='utf-8')}\n{_drawing_style(edition)}\n"
    yield MIMETYPE, TYPE.encode()
    yield "META-INF/container.xml", CONTAINER.encode()
    yield PACKAGE, _package(edition, chapters, list(pictures))
    yield f"{FOLDER}/nav.xhtml", _contents(edition)
    yield f"{FOLDER}/style.css", style.encode()
    yield from ((f"{FOLDER}/{name}", text) for name, text, _drawn in chapters)
    yield from ((f"{FOLDER}/{name}", data) for name, data in pictures.items())


def write_epub(edition: Edition, target: Path) -> None:
    """Write the e-book. Raises OSError when there is no room for it."""
    write_archive(target, _files(edition), edition.made, stored=MIMETYPE)
