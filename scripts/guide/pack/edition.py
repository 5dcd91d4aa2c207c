"""A finished site as something to hand out: its title, language, day, address, and its pages in reading order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from lxml import etree, html

from guide.clock import fixed_time
from guide.finish.addresses import all_files
from guide.finish.dates import in_words
from guide.finish.site import ERROR_PAGE, HOME
from guide.history import last_change

# What a picture is, by the ending of its name. Named here, because machines differ in what they know.
PICTURES = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".ico": "image/vnd.microsoft.icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}
# Hosts that stand for any other in an example (RFC 2606): no guide lives there.
EXAMPLES = re.compile(r"(^|\.)(example\.(com|net|org)|example)$")


class PackError(Exception):
    """A copy cannot be made; the message says why and what to do."""


@dataclass(frozen=True)
class Edition:
    """The site in `folder`, as it was at the time `made`."""

    folder: Path
    made: datetime
    files: frozenset[str]
    pages: dict[str, html.HtmlElement]

    @property
    def home(self) -> html.HtmlElement:
        """Return the start page."""
        return self.pages[HOME]

    @property
    def language(self) -> str:
        """Return the language of the guide, as its start page says."""
        return self.home.get("lang") or "en"

    @property
    def address(self) -> str:
        """Return where the current guide is published, as its start page says; nothing if it does not say."""
        return str(self.home.xpath("string(//head/link[@rel='canonical']/@href)")).removesuffix(HOME)

    @property
    def lives_nowhere(self) -> bool:
        """Tell whether the address is still the example of the settings."""
        return bool(EXAMPLES.search(urlsplit(self.address).hostname or ""))

    @property
    def description(self) -> str:
        """Return in a sentence what the guide is."""
        return str(self.home.xpath("string(//head/meta[@name='description']/@content)"))

    @cached_property
    def title(self) -> str:
        """Return the name of the guide: what stands in the title of each page after the page's own."""
        for page in self.pages.values():
            whole, own = words(page.find(".//title")), words(page.find(".//h1"))
            if whole.startswith(f"{own} - "):
                return whole.removeprefix(f"{own} - ")
        return words(self.home.find(".//title")) or words(self.home.find(".//h1"))

    @property
    def day(self) -> str:
        """Return the day of the edition, such as `23 November 2026`."""
        return in_words(self.made.date())

    @property
    def name(self) -> str:
        """Return what its files are called: name of the guide, language and day."""
        path = urlsplit(self.address).path.strip("/").rpartition("/")[2]
        return f"{_slug(path or self.title)}-{_slug(self.language)}-{self.made.date().isoformat()}"


def kind_of(name: str) -> str:
    """Return the media type of a picture, or of any bytes."""
    return PICTURES.get(PurePosixPath(name).suffix.lower(), "application/octet-stream")


def words(element: html.HtmlElement | None) -> str:
    """Return the words of an element, with single spaces between them."""
    return " ".join(element.text_content().split()) if element is not None else ""


def _slug(text: str) -> str:
    """Return a text in letters that every disk takes."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "guide"


def edition_time(root: Path) -> datetime:
    """Return the time of an edition: SOURCE_DATE_EPOCH, or the last change, or now. Raises ClockError."""
    return fixed_time() or last_change(root) or datetime.now(UTC).replace(microsecond=0)


def parse(path: Path) -> html.HtmlElement:
    """Return the tree of a page. Raises PackError when it cannot be read."""
    try:
        return html.document_fromstring(path.read_bytes(), html.HTMLParser(encoding="utf-8"))
    except (OSError, etree.LxmlError) as error:
        raise PackError(f"{path} cannot be read ({error}). Build the site again: make site") from error


def _in_order(home: html.HtmlElement, names: frozenset[str]) -> Iterator[str]:
    """Yield the names of the pages: first those of the menu, in its order, then the others."""
    listed = [str(link) for link in home.xpath("//nav[@id='pages']//a/@href")]
    yield from dict.fromkeys(name for name in (HOME, *listed, *sorted(names)) if name in names)


def read_edition(folder: Path, made: datetime) -> Edition:
    """Read the finished site in `folder`. Raises PackError when it is none."""
    files = all_files(folder)
    if HOME not in files:
        raise PackError(f"there is no {HOME} in {folder}, so this is no site. Build it first: make site")
    names = frozenset(name for name in files if name.endswith(".html") and "/" not in name and name != ERROR_PAGE)
    trees = {name: parse(folder / name) for name in _in_order(parse(folder / HOME), names)}
    return Edition(folder, made, files, trees)
