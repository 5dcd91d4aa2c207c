"""The zip: the finished site as one folder, which opens by a double-click on its `index.html`."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path

from lxml import html
from lxml.html import builder

from guide.finish.compact import compact
from guide.finish.lists import FOLDER
from guide.finish.site import ERROR_PAGE, as_text
from guide.finish.unused import ASKED_FOR
from guide.finish.worker import COPIES, KEEP, WORKER
from guide.pack.archive import write_archive
from guide.pack.edition import Edition
from guide.pack.offer import withdraw

# Only a server or a search engine asks for these; from a disk nobody can. An icon is shown there too.
FOR_THE_WEB = (ASKED_FOR | {ERROR_PAGE, WORKER, f"{FOLDER}/{KEEP}"}) - {"favicon.ico"}
PACKED_OR_HELPERS = (".gz", ".br", ".map")


def _is_for_readers(name: str) -> bool:
    """Tell whether a file of the site serves somebody who reads it from a disk."""
    hidden = any(part.startswith(".") for part in name.split("/"))
    return not (hidden or name in FOR_THE_WEB or name.startswith(f"{COPIES}/") or name.endswith(PACKED_OR_HELPERS))


def about(edition: Edition) -> html.HtmlElement:
    """Return the line that says when a copy was made and where the current guide is."""
    made = f"This copy was made on {edition.day}."
    line = builder.P(f"{made} The current guide is at " if edition.address else made)
    if edition.address:
        line.append(builder.A(edition.address, href=edition.address))
        line[-1].tail = "."
    return line


def _page(edition: Edition, name: str) -> bytes:
    """Return a page with a line in its footer that says what copy this is."""
    tree = copy.deepcopy(edition.pages[name])
    withdraw(tree)
    for footer in tree.xpath("//footer"):
        (footer[0] if len(footer) else footer).insert(0, about(edition))
    return f"{compact(as_text(tree))}\n".encode()


def _files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the copy in the order of their names."""
    for name in sorted(filter(_is_for_readers, edition.files)):
        data = _page(edition, name) if name in edition.pages else (edition.folder / name).read_bytes()
        yield f"{edition.name}/{name}", data


def write_folder(edition: Edition, target: Path) -> None:
    """Write the zip. Raises OSError when there is no room for it."""
    write_archive(target, _files(edition), edition.made)
