"""Our search against MiniSearch, the well-kept small library nearest to it: bytes, and time for the same queries."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from bench.sections import INDEX, Row, queries, read_rows
from bench.server import LEVEL
from bench.stand import Stand
from bench.table import Figure, Pairs, ratio
from bench.weight import search_for
from guide.finish.search import first_words

PACKAGES = ("minisearch@7.2.0", "esbuild@0.25.12")
LIBRARY, MINIFIER = "node_modules/minisearch/dist/umd/index.js", "node_modules/.bin/esbuild"
QUERIES, ROUNDS, GOOD_PLACE = 20, 30, 5

# The guide's own index is read by its own script, on one of its pages. The library is set up to do the same:
# title and text are searched, beginnings count, slips are forgiven, all words are wanted.
SET_UP = """(rows) => {
  window.options = { fields: ["title", "text"], storeFields: ["file", "page", "anchor", "title", "shown"],
    searchOptions: { boost: { title: 6 }, prefix: true, fuzzy: 0.2, combineWith: "AND" } };
  window.rows = rows;
  window.library = new MiniSearch(options);
  library.addAll(rows);
  window.packed = JSON.stringify(library);
  window.data = JSON.stringify(Object.values(guideLists).find((list) => list.sections && list.words));
  return packed;
}"""
READY = """() => {
  const time = (make) => { const start = performance.now(); make(); return performance.now() - start; };
  return [
    time(() => { window.ours = new Index(JSON.parse(data)); }),
    time(() => { window.library = MiniSearch.loadJSON(packed, options); }),
    time(() => { const made = new MiniSearch(options); made.addAll(rows); }),
  ];
}"""
ROUND = """(queries) => {
  const time = (find) => { const start = performance.now(); queries.forEach(find); return performance.now() - start; };
  return [time((query) => ours.find(query)), time((query) => library.search(query))];
}"""
ADDRESSES = """(query) => [ours.find(query).sections, library.search(query)]
  .map((found) => found.map(({ file, anchor }) => `${file}#${anchor}`))"""


def packed(text: str) -> int:
    """Return the bytes of a text as they are sent."""
    return len(gzip.compress(text.encode(), LEVEL, mtime=0))


def install(folder: Path) -> str | None:
    """Return the library's script, made small in a temporary folder, or None when npm cannot bring it."""
    npm = shutil.which("npm")
    if not npm:
        return None
    folder.mkdir()
    options = ("--silent", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(folder))
    try:
        _run(folder, npm, "install", *options, *PACKAGES)
        return _run(folder, str(folder / MINIFIER), "--minify", LIBRARY)
    except (OSError, subprocess.CalledProcessError):
        return None


def _run(folder: Path, *command: str) -> str:
    """Return what a command prints."""
    return subprocess.run(  # noqa: S603 - the commands are constants
        command, cwd=folder, capture_output=True, text=True, check=True
    ).stdout


def _documents(rows: list[Row]) -> list[dict[str, Any]]:
    """Return the sections as the library takes them."""
    return [row._asdict() | {"id": number, "shown": first_words(row.text)} for number, row in enumerate(rows)]


def _bytes(ours: Stand, library: str, serialised: str, rows: list[Row]) -> Iterator[Figure]:
    """Yield the bytes of what a first search loads: index and the code that reads it."""
    own = packed((ours.site / INDEX).read_text(encoding="utf-8"))
    documents = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    for name, data in (("its index made ready", serialised), ("indexing in the browser", documents)):
        code, index = packed(library), packed(data)
        value = own / (code + index)
        yield ratio(f"code + index, against {name}", value, f"{value:.2f} x  {own:,} / {code:,} + {index:,} bytes")


def _good(page: Page, asked: list[tuple[str, Row]]) -> tuple[int, int]:
    """Return for how many queries each finds the section that the query was made of among its first results."""
    hits = [0, 0]
    for query, row in asked:
        for side, addresses in enumerate(page.evaluate(ADDRESSES, query)):
            hits[side] += f"{row.file}#{row.anchor}" in addresses[:GOOD_PLACE]
    return hits[0], hits[1]


def _times(page: Page, asked: list[tuple[str, Row]]) -> Iterator[Figure]:
    """Yield how long both take to be ready and to answer."""
    ready = list(zip(*(page.evaluate(READY) for _ in range(ROUNDS)), strict=True))
    for name, theirs in (("its index made ready", ready[1]), ("indexing in the browser", ready[2])):
        pairs = Pairs(ready[0], theirs)
        yield ratio(f"ready to search, against {name}", pairs.ratio, pairs.text("ms", digits=1))
    words = [query for query, _ in asked]
    pairs = Pairs(*zip(*(page.evaluate(ROUND, words) for _ in range(ROUNDS)), strict=True))
    yield ratio(f"{len(asked)} queries", pairs.ratio, pairs.text("ms", digits=1))
    good = _good(page, asked)
    yield Figure(f"  finds what was meant among the first {GOOD_PLACE}", f"{good[0]} / {good[1]} of {len(asked)}")


def measure(ours: Stand) -> Iterator[Figure]:
    """Yield our figures against the library's."""
    library = install(ours.temp / "library")
    if library is None:
        yield Figure("MiniSearch", "not installed")
        return
    rows = read_rows(ours.trees)
    page = ours.browser.new_page(bypass_csp=True)  # or the page would not let the library in
    page.goto(ours.address("index.html"))
    search_for(page, rows[0].title)  # loads the index
    page.add_script_tag(content=library)
    serialised = page.evaluate(SET_UP, _documents(rows))
    yield from _bytes(ours, library, serialised, rows)
    yield from _times(page, queries(rows, QUERIES))
    page.close()
