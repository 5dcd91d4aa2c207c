"""`guide compare OLD NEW`: what a change does to each page, as a table: its words, its reading grade, its weight."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from guide.content import Guide, Page, read_guide
from guide.links.shape import weight
from guide.links.site import LinksError, read_site
from guide.permalinks import html_name
from guide.prose import PROSE, runs
from guide.reading import grade, words
from guide.report import CLEAN, UNPRINTABLE, say

if TYPE_CHECKING:
    from argparse import _SubParsersAction

HEAD = "| page | words | reading grade | weight in bytes |\n| --- | ---: | ---: | ---: |"
UNCHANGED = "No page changed."
# What has a meaning in a cell of a table; names of pages come from others.
MEANT = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>|&#!"})


@dataclass(frozen=True)
class Measures:
    """How many words a page has, how many years of school it takes to read it, and its bytes (None: not built)."""

    words: int
    grade: float
    bytes: int | None = None


def _of_page(page: Page, bytes_: int | None) -> Measures:
    texts = [run.text for run in runs(page) if run.kind in PROSE]
    every = (words(run.text) for run in runs(page) if run.kind != "field")
    return Measures(sum(map(len, every)), round(grade(texts), 1), bytes_)


def _weights(guide: Guide) -> dict[str, int]:
    """Return the weight of each built page by its name; nothing when there is no site."""
    try:
        site = read_site(guide.root / "site", guide.root)
    except LinksError:
        return {}
    return {name: weight(site, page) for name, page in site.pages.items()}


def measure(root: Path) -> dict[str, Measures]:
    """Return the measures of every page of the guide below `root`, with weights if its site/ is built."""
    guide = read_guide(root)
    weights = _weights(guide)
    return {name: _of_page(page, weights.get(html_name(name))) for name, page in guide.pages.items()}


def _cell(old: float | None, new: float | None) -> str:
    """Return a measure before and after, such as `12 → 14`; a page that is new or gone has one of them only."""
    shown = [f"{number:,}" for number in (old, new) if number is not None]
    return " → ".join(dict.fromkeys(shown)) or "–"


def _row(name: str, old: Measures | None, new: Measures | None) -> str:
    state = "" if old and new else (" (new)" if new else " (gone)")
    title = UNPRINTABLE.sub("�", name).translate(MEANT) + state
    pairs = ((getattr(old, what, None), getattr(new, what, None)) for what in ("words", "grade", "bytes"))
    return f"| {title} | {' | '.join(_cell(*pair) for pair in pairs)} |"


def _rows(old: dict[str, Measures], new: dict[str, Measures]) -> Iterator[str]:
    for name in sorted(old.keys() | new.keys()):
        before, after = old.get(name), new.get(name)
        if before is None or after is None or _differ(before, after):
            yield _row(name, before, after)


def _differ(old: Measures, new: Measures) -> bool:
    """Tell whether the measures of a page differ; one that was not built has no weight to differ in."""
    unbuilt = None in {old.bytes, new.bytes}
    return (old.words, old.grade) != (new.words, new.grade) or (not unbuilt and old.bytes != new.bytes)


def as_markdown(old: dict[str, Measures], new: dict[str, Measures]) -> str:
    """Return a table of the pages whose measures differ, or one line that says that none do."""
    rows = list(_rows(old, new))
    return "\n".join([HEAD, *rows]) if rows else UNCHANGED


def _run(options: argparse.Namespace) -> int:
    """Say what a change does to each page: words, reading grade, weight."""
    say(f"## What changed\n\n{as_markdown(measure(options.old), measure(options.new))}")
    return CLEAN


def add_command(commands: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the `guide` command."""
    command = commands.add_parser("compare", help=_run.__doc__, description=_run.__doc__)
    command.set_defaults(run=_run)
    command.add_argument("old", type=Path, help="folder of the guide as it was")
    command.add_argument("new", type=Path, help="folder of the guide as it is")
