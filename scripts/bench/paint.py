"""When a reader sees the first text (FCP) and the largest (LCP), against the hand-written peer in the same run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bench.peer import write_peer
from bench.sections import read_rows
from bench.server import content
from bench.stand import GUIDE, Stand
from bench.table import Figure, Pairs, ratio
from guide.finish.site import ERROR_PAGE

PAIRS, BOUND = 9, 1.15
PEER = "peer"

PAINTS = """async () => {
  const largest = await new Promise((done) => {
    new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime))
      .observe({ type: "largest-contentful-paint", buffered: true });
  });
  return [performance.getEntriesByName("first-contentful-paint")[0].startTime, largest];
}"""


class Paints(NamedTuple):
    """Milliseconds from the click to what is seen."""

    first: float
    largest: float


def load(ours: Stand, name: str, folder: str) -> Paints:
    """Open a page on the slow phone with an empty cache."""
    with ours.phone(slow=True) as page:
        page.goto(ours.address(name, folder), wait_until="networkidle")
        return Paints(*page.evaluate(PAINTS))


def in_turn(number: int, sides: tuple[str, ...]) -> list[str]:
    """Return the sides in an order that changes from pair to pair."""
    start = number % len(sides)
    return [*sides[start:], *sides[:start]]


def compare(ours: Stand, name: str) -> tuple[Pairs, Pairs]:
    """Return first and largest paint of a page and of its peer."""
    paints: dict[str, list[Paints]] = {GUIDE: [], PEER: []}
    for number in range(PAIRS):
        for folder in in_turn(number, (GUIDE, PEER)):
            paints[folder].append(load(ours, name, folder))
    first, largest = ([[one[kind] for one in paints[side]] for side in (GUIDE, PEER)] for kind in (0, 1))
    return Pairs(*first), Pairs(*largest)


def measure(ours: Stand) -> Iterator[Figure]:
    """Yield the ratios of the lightest, the middle and the heaviest page that is meant to be read."""
    rows = read_rows(ours.trees)
    ours.server.folders[PEER] = write_peer(ours.trees, rows, ours.temp / PEER, whole=True)
    names = [name for name in ours.by_weight() if name != ERROR_PAGE]
    load(ours, names[0], PEER)  # the browser's own first steps
    for name in dict.fromkeys((names[0], names[len(names) // 2], names[-1])):
        first, largest = compare(ours, name)
        yield ratio(f"FCP, {name}", first.ratio, first.text("ms"), BOUND)
        yield ratio(f"LCP, {name}", largest.ratio, largest.text("ms"), BOUND)
        sizes = [len(content(ours.server.folders[side] / name)[1]) for side in (GUIDE, PEER)]
        yield Figure(f"  HTML of {name} and its peer", f"{sizes[0]:,} / {sizes[1]:,} bytes")
