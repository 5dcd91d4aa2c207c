"""Does every address that was ever published still lead somewhere, and is each new one written down."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from guide.checks.rules import at, in_file, rule
from guide.content import Guide, Page
from guide.permalinks import FILE, REMOVED, Entry, addresses, html_name, read_entries
from guide.report import Problem

FORM = re.compile(r"[^\s#:]+\.html(?:#[^\s#]+)?")
WRITE = "`.venv/bin/guide permalinks --write`"


_at = partial(in_file, FILE)


def _entries(guide: Guide) -> list[Entry]:
    """Return the lines of the list; none when it is missing or cannot be read, which one rule tells."""
    try:
        return read_entries(guide.docs)
    except (OSError, UnicodeDecodeError):
        return []


def _addresses(guide: Guide) -> set[str]:
    return {address for page in guide.pages.values() for address in addresses(page)}


@rule(
    why="People have saved, printed and shared these links. One that leads nowhere fails them when they need it.",
    wrong="## Measure it {#measuring}  (it was {#measure} when it was published)",
    right="## Measure your stick {#measure}",
)
def addresses_stay(guide: Guide) -> Iterator[Problem]:
    """Every address in docs/permalinks.txt is still there, or stands below `removed:`."""
    known = _addresses(guide)
    shut = {html_name(name) for name in guide.shut}
    for entry in _entries(guide):
        page, _, anchor = entry.address.partition("#")
        if entry.removed or entry.address in known or page in shut:
            continue
        lost = f"a heading that ends with `{{#{anchor}}}`" if anchor else "the page"
        remedy = f"bring back {lost}, or move this line below `{REMOVED}` and write the reason behind it"
        yield _at(entry.line, f"the published address `{entry.address}` is gone", f"{remedy}: `{entry.address}: …`")


def _new(page: Page, listed: set[str]) -> Problem | None:
    """Return the finding for the addresses of a page that are not listed, or None."""
    new = {address: line for address, line in addresses(page).items() if address not in listed}
    if not new:
        return None
    named = ", ".join(f"`{address}`" for address in new)
    message = f"not in the list of published addresses: {named}"
    remedy = f"add to docs/{FILE} a line for each, in its place in the alphabet, or run {WRITE}"
    return at(page, min(new.values()), message, remedy)


@rule(
    why="Only an address that is written down can be missed when it disappears.",
    wrong="## Care {#care}  (and docs/permalinks.txt has no line height.html#care)",
    right="## Care {#care}  (and docs/permalinks.txt has the line height.html#care)",
)
def addresses_are_listed(guide: Guide) -> Iterator[Problem]:
    """Every page and every heading with an address of its own is in docs/permalinks.txt."""
    if not (guide.docs / FILE).exists():
        yield _at(0, "there is no list of published addresses", f"run {WRITE}, which makes it")
        return
    listed = {entry.address for entry in _entries(guide) if not entry.removed}
    for page in guide.pages.values() if listed else ():
        if problem := _new(page, listed):
            yield problem


def _line_fault(entry: Entry, known: set[str]) -> tuple[str, str] | None:
    """Return what is wrong with a line of the list, or None."""
    if not FORM.fullmatch(entry.address):
        return f"“{entry.address}” is no address", "write it like `height.html#measure`"
    if entry.removed and not entry.reason:
        return f"no reason why `{entry.address}` is gone", f"write it behind the address: `{entry.address}: …`"
    if entry.removed and entry.address in known:
        return f"`{entry.address}` is not gone", f"move this line up, above `{REMOVED}`, without the reason"
    return None


@rule(
    why="A list in order shows at a glance, and in a pull request, what came and what went.",
    wrong="height.html#measure … faq.html",
    right="faq.html … height.html#measure",
)
def list_of_addresses_in_order(guide: Guide) -> Iterator[Problem]:
    """docs/permalinks.txt can be read, is sorted, has each address once, and a reason for each that is gone."""
    if (guide.docs / FILE).exists() and not _entries(guide):
        remedy = (
            f"bring back its last version, saved as UTF-8; if nothing was ever published, delete it and run {WRITE}"
        )
        yield _at(0, "the list of published addresses is empty or cannot be read", remedy)
    entries, known = _entries(guide), _addresses(guide)
    for entry in entries:
        if fault := _line_fault(entry, known):
            yield _at(entry.line, *fault)
    for above, entry in pairwise(entries):
        if above.removed == entry.removed and above.address >= entry.address:
            same = above.address == entry.address
            message = f"`{entry.address}` stands here twice" if same else f"`{entry.address}` comes too late"
            yield _at(entry.line, message, f"delete this line, then run {WRITE}" if same else f"run {WRITE}")


RULES = (addresses_stay, addresses_are_listed, list_of_addresses_in_order)
