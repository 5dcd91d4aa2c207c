"""How long a reader on an idle page waits for the first results, against the small search of the peer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median
from typing import NamedTuple

from bench.paint import in_turn
from bench.peer import write_peer
from bench.sections import INDEX, read_rows, titles_words
from bench.server import content
from bench.stand import GUIDE, Stand
from bench.table import Figure, Pairs, ratio

PAIRS, BOUND, QUERIES = 9, 1.0, 6
# Two peers: one looks through the whole text, like the guide, the other only through what its results show.
WHOLE, LIGHT = "peer-whole", "peer-light"
SIDES = (GUIDE, WHOLE, LIGHT)
OPENERS = {GUIDE: "[data-tool=search]", WHOLE: None, LIGHT: None}
IDLE, LONGEST_WAIT = 500, 20_000

SEARCH = """async ({ opener, query, longest }) => {
  const list = document.querySelector("#search ol"), field = document.querySelector("#search input");
  const found = new Promise((done, give_up) => {
    new MutationObserver((_, watcher) => {
      if (list.querySelector("a")) { watcher.disconnect(); done(); }
    }).observe(list, { childList: true });
    setTimeout(() => give_up(new Error(`no result for ${query}`)), longest);
  });
  const start = performance.now();
  if (opener) document.querySelector(opener).click();
  field.focus();
  field.value = query;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await found;
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  return performance.now() - start;
}"""


class Times(NamedTuple):
    """Milliseconds to the first results: of the first search, which loads the index, and of later ones."""

    first: float
    later: float


def times(ours: Stand, name: str, side: str, queries: Sequence[str]) -> Times:
    """Open a page on the slow phone, wait until it is idle, and search."""
    with ours.phone(slow=True) as page:
        page.goto(ours.address(name, side), wait_until="networkidle")
        page.wait_for_timeout(IDLE)
        first, *later = (
            page.evaluate(
                SEARCH, {"opener": None if number else OPENERS[side], "query": query, "longest": LONGEST_WAIT}
            )
            for number, query in enumerate(queries)
        )
    return Times(first, median(later))


def measure(ours: Stand) -> Iterator[Figure]:
    """Yield the ratios of the first search and of later ones, and the weight of what is loaded for them."""
    rows = read_rows(ours.trees)
    for side in (WHOLE, LIGHT):
        ours.server.folders[side] = write_peer(ours.trees, rows, ours.temp / side, whole=side == WHOLE)
    name, queries = ours.by_weight()[-1], titles_words(rows, QUERIES)
    taken: dict[str, list[Times]] = {side: [] for side in SIDES}
    for number in range(PAIRS):
        for side in in_turn(number, SIDES):
            taken[side].append(times(ours, name, side, queries))
    for side, what in ((WHOLE, "list of the whole text"), (LIGHT, "list of titles and first words")):
        first, later = (Pairs(*([one[kind] for one in taken[who]] for who in (GUIDE, side))) for kind in (0, 1))
        yield ratio(f"first search, peer with a {what}", first.ratio, first.text("ms"), BOUND)
        yield ratio(f"later searches, peer with a {what}", later.ratio, later.text("ms"), BOUND)
        sizes = [len(content(path)[1]) for path in (ours.site / INDEX, ours.server.folders[side] / "sections.js")]
        yield Figure(f"  bytes of the index, peer with a {what}", f"{sizes[0]:,} / {sizes[1]:,} bytes")
