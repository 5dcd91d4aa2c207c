"""Names the copies on the site itself, with their sizes; a site without copies has no links to them.

A page names a copy by the file's stable name, written as code: `guide.pdf`. While there is such a copy, the name is a
link. So a page reads well in every case, and no link is dead.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from lxml import html
from lxml.html import builder

from guide.finish.compact import compact
from guide.finish.site import ERROR_PAGE, as_text
from guide.finish.worker import COPIES, list_files
from guide.pack.edition import parse

# The stable name of each copy, and what the foot of each page calls it.
NAMES = {
    "guide.zip": "zip",
    "guide.html": "one page",
    "guide.pdf": "PDF",
    "guide.epub": "e-book",
}
LEAD = "Copies: "
LINKS = f".//a[starts-with(@href, '{COPIES}/')]"


def size(count: int) -> str:
    """Return a number of bytes as readers know it: `340 kB`, `1.2 MB`."""
    return f"{count / 1e6:.1f} MB" if count >= 999_500 else f"{max(1, round(count / 1e3))} kB"


def withdraw(tree: html.HtmlElement) -> None:
    """Take the links to copies out of a page again: what was code before is code again."""
    for line in tree.xpath(f"//footer//p[{LINKS}]"):
        line.drop_tree()
    for link in tree.xpath(f"//article{LINKS[1:]}"):
        code = builder.CODE(link.get("href").removeprefix(f"{COPIES}/"))
        code.tail = link.tail
        link.getparent().replace(link, code)


def _line(sizes: Mapping[str, int]) -> html.HtmlElement:
    """Return the line for the foot of a page."""
    line = builder.P(LEAD)
    for name, called in NAMES.items():
        if name in sizes:
            line.append(builder.A(f"{called}, {size(sizes[name])}", href=f"{COPIES}/{name}"))
            line[-1].tail = " "
    line[-1].tail = None
    return line


def name_copies(tree: html.HtmlElement, sizes: Mapping[str, int]) -> None:
    """Make the names of the copies that there are into links, and list them in the foot of the page."""
    for code in tree.xpath("//article//code[not(ancestor::a)]"):
        name = code.text_content()
        if name in sizes:
            link = builder.A(f"{name} ({size(sizes[name])})", href=f"{COPIES}/{name}")
            link.tail = code.tail
            code.getparent().replace(code, link)
    for foot in tree.xpath("//footer") if sizes else ():
        (foot[-1] if len(foot) else foot).append(_line(sizes))


def put_on_site(site: Path, copies: Mapping[str, Path]) -> None:
    """Put copies, by their stable names, into a folder of the site, and name them on every page.

    The error page is left alone: it is shown in every folder, so a link of it would have to know the server.
    """
    folder = site / COPIES
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, copy in copies.items():
        shutil.copyfile(copy, folder / name)
    sizes = {name: copy.stat().st_size for name, copy in copies.items()}
    for path in sorted(site.glob("*.html")):
        if path.name != ERROR_PAGE:
            tree = parse(path)
            withdraw(tree)
            name_copies(tree, sizes)
            path.write_text(compact(as_text(tree)) + "\n", encoding="utf-8")
    list_files(site)
