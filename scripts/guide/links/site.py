"""A built and finished site, read once: its pages, its files, its published address, and which text made which page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from lxml import etree, html

from guide.finish.addresses import all_files
from guide.finish.site import ERROR_PAGE, HOME
from guide.finish.worker import COPIES
from guide.links.addresses import Reference, references
from guide.report import ERROR, Problem

# Where the words of a page that is no text of the guide are written.
TEMPLATES = {ERROR_PAGE: "overrides/404.html"}


class LinksError(Exception):
    """The site could not be looked at; the message says why and what to do."""


@dataclass(frozen=True)
class Finding:
    """Something wrong in a built page, and the words to look for in the text that it was made from."""

    page: str
    element: html.HtmlElement | None
    words: str
    rule: str
    message: str
    remedy: str
    severity: str = ERROR


@dataclass(frozen=True)
class Page:
    """A page of the site: its name, its HTML and the tree of it."""

    name: str
    text: str
    tree: html.HtmlElement

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Return every address on the page."""
        return tuple(references(self.tree))

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Return every name on the page that a link can lead to."""
        return frozenset(map(str, self.tree.xpath("//@id | //a/@name")))


@dataclass(frozen=True)
class Site:
    """A site in a folder, made from the guide below `root` and published at `address`."""

    folder: Path
    root: Path
    address: str
    pages: dict[str, Page]
    files: frozenset[str]

    @property
    def sub_path(self) -> str:
        """Return the path below which the site is published, such as `/guide/`."""
        return urlsplit(self.address).path

    @cached_property
    def folded(self) -> dict[str, str]:
        """Return the name of each file by that name in small letters."""
        return {name.lower(): name for name in self.files}


def _page(folder: Path, name: str) -> Page:
    """Read a page. Raises LinksError when that cannot be done."""
    try:
        text = (folder / name).read_text(encoding="utf-8")
        return Page(name, text, html.document_fromstring(text.encode(), html.HTMLParser(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, etree.LxmlError) as error:
        raise LinksError(f"{folder / name} cannot be read ({error}). Build the site again: make site") from error


def _address(pages: dict[str, Page]) -> str:
    """Return where the site is published, as its start page says. Raises LinksError when it does not."""
    home = pages.get(HOME)
    if home is None:
        raise LinksError(f"there is no {HOME}, so this is no site. Build it first: make site")
    said = str(home.tree.xpath("string(//head/link[@rel='canonical']/@href)")).removesuffix(HOME)
    if urlsplit(said).scheme not in {"http", "https"} or not said.endswith("/"):
        raise LinksError(
            f"{HOME} does not say where the site is published. Set site_url in mkdocs.yml, with a / at its end"
        )
    return said


def read_site(folder: Path, root: Path) -> Site:
    """Read the site in `folder`, which was made from the guide below `root`. Raises LinksError when it is no site.

    The copies for taking along are files of the site and not pages of it.
    """
    files = all_files(folder)
    names = (name for name in sorted(files) if name.endswith(".html") and not name.startswith(f"{COPIES}/"))
    pages = {name: _page(folder, name) for name in names}
    return Site(folder, root, _address(pages), pages, files)


def _in_text(finding: Finding, page: Page | None) -> bool:
    """Tell whether a finding is in the text of its page, not in the frame that all pages share."""
    if page is None or finding.element is None:
        return page is not None
    around = (finding.element, *finding.element.iterancestors())
    return any(element.tag == "article" for element in around)


def _spellings(words: str) -> list[re.Pattern[str]]:
    """Return how an address of a built page may be written in a text, the likeliest first, never as part of one."""
    words = words.strip()
    before = r"(?<![\w./-])" if words[:1].isalnum() else ""
    after = r"(?![\w#/-])" if words[-1:].isalnum() or words.endswith("/") else ""
    spellings = dict.fromkeys((words.replace(".html", ".md"), words)) if words.strip("#") else ()
    return [re.compile(before + re.escape(spelling) + after) for spelling in spellings]


def _place(text: str, words: str) -> tuple[int, int]:
    """Return the line and column where a text has these words; line 0 when it does not."""
    lines = text.splitlines()
    for spelling in _spellings(words):
        for number, line in enumerate(lines, start=1):
            if found := spelling.search(line):
                return number, found.start() + 1
    return 0, 1


def source_of(site: Site, name: str) -> str | None:
    """Return the file, relative to the project, that the text of a page was written in; None if it is not known."""
    source = TEMPLATES.get(name, f"docs/{name.removesuffix('.html')}.md")
    return source if (site.root / source).is_file() else None


def _problem(site: Site, finding: Finding) -> Problem:
    """Return the problem at the place in the text, or at the place in the built page."""
    page = site.pages.get(finding.page)
    source = source_of(site, finding.page) if _in_text(finding, page) else None
    if source is None:
        line = finding.element.sourceline if finding.element is not None else 0
        path, place = f"{site.folder.name}/{finding.page}", (int(line or 0), 1)
    else:
        text = (site.root / source).read_text(encoding="utf-8", errors="replace")
        path, place = source, _place(text, finding.words)
    return Problem(path, *place, finding.rule, finding.message, finding.remedy, finding.severity)


def as_problems(site: Site, findings: Iterable[Finding]) -> list[Problem]:
    """Return each problem once; what the frame repeats on every page is told of the first page, with their number."""
    told: dict[object, list[Problem]] = {}
    for problem in sorted({_problem(site, finding) for finding in findings}):
        built = problem.path.startswith(f"{site.folder.name}/")
        told.setdefault((problem.rule, problem.message) if built else problem, []).append(problem)
    return [_once(same) for same in told.values()]


def _once(same: list[Problem]) -> Problem:
    """Return the first of several like problems, which says on how many other pages they are."""
    others = len({problem.path for problem in same} - {same[0].path})
    more = f" (and on {others} other pages: it is in the frame of the page, below overrides/ or in mkdocs.yml)"
    return replace(same[0], message=same[0].message + more) if others else same[0]
