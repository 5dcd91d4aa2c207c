"""docs/permalinks.txt: every published address, one a line, so that none disappears unnoticed.

    height.html
    height.html#measure

    removed:
    old.html#wood: moved to height.html#measure when the two pages became one

A line that begins with `#` is a remark. An address that is gone stands below `removed:`, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from guide.content import PAGE, Guide, Page

FILE, REMOVED, REMARK, REASON = "permalinks.txt", "removed:", "#", ": "
HEADER = """\
# Every published address of this guide: pages, and the headings with an address of their own.
# `.venv/bin/guide permalinks --write` adds new ones. One that is gone moves below `removed:`, with its reason.
"""


@dataclass(frozen=True)
class Entry:
    """A line of the list: an address, the reason why it is gone (if it is below `removed:`), and its line."""

    address: str
    line: int
    removed: bool = False
    reason: str = ""


def html_name(name: str) -> str:
    """Return the published name of a page."""
    return name.removesuffix(PAGE) + ".html"


def addresses(page: Page) -> dict[str, int]:
    """Return the addresses of a page, each with its line: the page itself, and headings with an explicit one."""
    name = html_name(page.name)
    found = {name: page.body_line}
    for heading in page.headings:
        if heading.explicit:
            found.setdefault(f"{name}#{heading.anchor}", heading.line)
    return found


def read_entries(docs: Path) -> list[Entry]:
    """Return the lines of the list. Raises OSError and UnicodeDecodeError when it cannot be read."""
    return list(_entries((docs / FILE).read_bytes().decode("utf-8-sig")))


def _entries(text: str) -> Iterator[Entry]:
    removed = False
    for line, written in enumerate(text.splitlines(), start=1):
        entry = written.strip()
        if entry == REMOVED:
            removed = True
        elif entry and not entry.startswith(REMARK):
            address, _, reason = entry.partition(REASON) if removed else (entry, "", "")
            yield Entry(address.strip().removesuffix(":"), line, removed, reason.strip())


def _text(listed: set[str], removed: list[Entry]) -> str:
    """Return the list as it is written."""
    lines = [HEADER, *sorted(listed)]
    if removed:
        lines += ["", REMOVED, *sorted(f"{entry.address}{REASON}{entry.reason}" for entry in removed)]
    return "\n".join(lines) + "\n"


def write_permalinks(guide: Guide) -> int:
    """Add the new addresses of a guide to its list, sort it, and return how many are new; what is gone stays in it.

    Raises OSError and UnicodeDecodeError when a list is there and cannot be read or written.
    """
    path = guide.docs / FILE
    entries = read_entries(guide.docs) if path.exists() else []
    listed = {entry.address for entry in entries if not entry.removed}
    now = {address for page in guide.pages.values() for address in addresses(page)}
    path.write_text(_text(listed | now, [entry for entry in entries if entry.removed]), encoding="utf-8", newline="\n")
    return len(now - listed)
