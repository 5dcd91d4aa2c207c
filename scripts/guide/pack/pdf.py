"""The PDF: the one page, printed by a real browser, with tags, bookmarks and page numbers."""

from __future__ import annotations

import io
import re
import tempfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from html import escape
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from guide.browser import arguments, find
from guide.pack.book import write_book
from guide.pack.edition import Edition, PackError

if TYPE_CHECKING:
    from pikepdf import OutlineItem

# What drives the browser, and what tidies its PDF. Both come with the tools for tests.
PROGRAMS = ("playwright", "pikepdf")
HOW = "Get one with `make browser`, then type the same command again"
# A line of small print in the margin; the browser fills in the numbers. It knows no styles of the page.
MARGIN = (
    '<div style="width:100%; margin:0 16mm; font:8pt system-ui,sans-serif; color:#333; display:flex;'
    ' justify-content:space-between"><span>{}</span><span>{}</span></div>'
)
NUMBER = '<span class="pageNumber"></span> / <span class="totalPages"></span>'
ROOM, SIDE = "18mm", "16mm"
# The browser numbers the parts of a document as it meets them, and the count does not begin at the same number twice.
PART = re.compile(rb"(?<=\(node)\d{8}(?=\))")


class MissingBrowserError(Exception):
    """There is no browser to print with; the message says how to get one."""


def _renumber(data: bytes) -> bytes:
    """Return a PDF whose parts are numbered from 1: as many bytes, so that its index holds."""
    numbers = {old: b"%08d" % new for new, old in enumerate(sorted(set(PART.findall(data))), start=1)}
    return PART.sub(lambda found: numbers[found[0]], data)


def _tidy_bookmarks(items: Iterable[OutlineItem], depth: int = 0) -> None:
    """Fold the bookmarks below the pages; a heading at the top of a sheet the browser names twice over."""
    for item in items:
        half = item.title[: len(item.title) // 2]
        item.title = half if half * 2 == item.title else item.title
        item.is_closed = depth > 0
        _tidy_bookmarks(item.children, depth + 1)


def _finish(data: bytes, made: datetime, target: Path) -> None:
    """Write the browser's PDF smaller, with the time of the edition in place of the clock's, and its title in view."""
    import pikepdf  # noqa: PLC0415 - the site is built without it

    with pikepdf.open(io.BytesIO(_renumber(data))) as pdf:
        stamp = f"D:{made:%Y%m%d%H%M%S}+00'00'"
        pdf.docinfo["/CreationDate"] = pdf.docinfo["/ModDate"] = pikepdf.String(stamp)
        del pdf.docinfo["/Creator"]
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        pdf.Root.PageMode = pikepdf.Name.UseOutlines
        with pdf.open_outline() as outline:
            _tidy_bookmarks(outline.root)
        pdf.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)


def _print(page: Path, edition: Edition, browser: str) -> bytes:
    """Let a browser print a page. Raises PackError with what it said when it could not."""
    from playwright.sync_api import Error, sync_playwright  # noqa: PLC0415 - the site is built without it

    try:
        with sync_playwright() as play, play.chromium.launch(executable_path=browser, args=arguments()) as chromium:
            sheet = chromium.new_page(java_script_enabled=False)
            sheet.goto(page.resolve().as_uri())
            return sheet.pdf(
                format="A4",
                margin={"top": ROOM, "bottom": ROOM, "left": SIDE, "right": SIDE},
                tagged=True,
                outline=True,
                print_background=True,
                display_header_footer=True,
                prefer_css_page_size=True,
                header_template=MARGIN.format(escape(edition.title), escape(edition.day)),
                footer_template=MARGIN.format(escape(edition.address), NUMBER),
            )
    except Error as error:
        raise PackError(f"the browser {browser} could not print the PDF: {error.message.splitlines()[0]}") from error


def _browser() -> str:
    """Return the browser to print with. Raises MissingBrowserError when there is none."""
    if not all(map(find_spec, PROGRAMS)):
        raise MissingBrowserError(f"A browser prints the PDF, and no program to drive one is installed. {HOW}.")
    try:
        found = find()
    except FileNotFoundError as error:
        raise MissingBrowserError(f"{error}. {HOW}.") from error
    if found is None:
        raise MissingBrowserError(f"A browser prints the PDF, and there is none on this computer. {HOW}.")
    return found


def write_pdf(edition: Edition, target: Path) -> None:
    """Write the PDF. Raises MissingBrowserError without a browser, PackError when it fails, OSError without room."""
    browser = _browser()
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        page = Path(folder) / "guide.html"
        write_book(edition, page)
        # In a thread of its own, because the one that calls may be driving a browser already.
        with ThreadPoolExecutor(max_workers=1) as apart:
            data = apart.submit(_print, page, edition, browser).result()
    _finish(data, edition.made, target)
