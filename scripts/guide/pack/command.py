"""`guide pack`: makes every copy in a spare folder, and puts all of them in their place only when they are whole."""

from __future__ import annotations

import argparse
import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from guide.build import BuildError, build, spare_folder, take_places
from guide.pack.book import write_book
from guide.pack.edition import Edition, PackError, edition_time, read_edition
from guide.pack.epub import write_epub
from guide.pack.folder import write_folder
from guide.pack.offer import put_on_site, size
from guide.pack.pdf import MissingBrowserError, write_pdf
from guide.report import CLEAN, COULD_NOT_RUN, FOUND, complain, say

if TYPE_CHECKING:
    from argparse import _SubParsersAction

SUMS = "SHA256SUMS"
# Each copy by the ending of its name, in the order in which they are made.
PARTS: dict[str, Callable[[Edition, Path], None]] = {
    "zip": write_folder,
    "html": write_book,
    "pdf": write_pdf,
    "epub": write_epub,
}
# What is said when nobody has set the address of the guide.
NOT_YOURS = "The copies name {0} as the home of the guide: an example. To name yours: SITE_URL=https://… make offline"


def _make(edition: Edition, folder: Path) -> tuple[dict[str, Path], list[str]]:
    """Make each copy in `folder`; return those that were made, by ending, and what is missing."""
    made, missing = dict[str, Path](), list[str]()
    for ending, write in PARTS.items():
        target = folder / f"{edition.name}.{ending}"
        try:
            write(edition, target)
        except MissingBrowserError as error:
            missing.append(f"{target.name} is missing. {error}")
            continue
        made[ending] = target
        say(f"{target.name}  {size(target.stat().st_size)}")
    return made, missing


def _write_sums(folder: Path, copies: list[Path]) -> None:
    """Write the hashes of the copies as `sha256sum --check` reads them."""
    lines = (f"{hashlib.sha256(copy.read_bytes()).hexdigest()}  {copy.name}\n" for copy in sorted(copies))
    (folder / SUMS).write_text("".join(lines), encoding="utf-8")


def pack(root: Path, site: Path | None = None) -> list[str]:
    """Make the copies of the site below `root` in dist/, and offer them on the site; return what is missing.

    A site that is not there is built first. Raises BuildError, PackError, ClockError or OSError; then dist/ and the
    site are as they were.
    """
    site = site or root / "site"
    if not site.is_dir():
        say("There is no site yet; it is built first.")
        build(root, site)
    edition = read_edition(site, edition_time(root))
    with spare_folder(root) as spare:
        copies, offered = spare / "copies", spare / "site"
        copies.mkdir()
        made, missing = _make(edition, copies)
        _write_sums(copies, list(made.values()))
        shutil.copytree(site, offered, symlinks=True)
        put_on_site(offered, {f"guide.{ending}": path for ending, path in made.items()})
        if edition.lives_nowhere:
            say(NOT_YOURS.format(edition.address))
        take_places({root / "dist": copies, site: offered}, spare)
    return missing


def _run(options: argparse.Namespace) -> int:
    """Make the copies to take along: one file to unpack, one page, a PDF and an e-book."""
    try:
        missing = pack(options.root, options.site)
    except (BuildError, PackError) as error:
        complain(str(error))
        return COULD_NOT_RUN
    for line in missing:
        complain(line)
    say(f"The copies are in {(options.root / 'dist').resolve()}")
    return FOUND if missing else CLEAN


def add_command(commands: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `pack` to the `guide` command."""
    command = commands.add_parser("pack", help=(_run.__doc__ or "").splitlines()[0], description=_run.__doc__)
    command.set_defaults(run=_run)
    command.add_argument("site", type=Path, nargs="?", help="folder of the finished site (default: site/)")
