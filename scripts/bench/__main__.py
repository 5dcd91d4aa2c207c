"""Runs the measurements: all of them (about ten minutes), or those named, as in `python -m bench weight paint`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Error

from bench import building, checking, library, paint, search, weight
from bench.copies import BrokenGuideError
from bench.stand import Stand, stand
from bench.table import Figure, heading, line

DONE, COULD_NOT_RUN = 0, 2

MEASUREMENTS: dict[str, tuple[str, Callable[[Stand], Iterator[Figure]]]] = {
    "weight": ("Weight: gzip -6 bytes of HTML, CSS and JS, and requests besides figures and icon", weight.measure),
    "paint": ("First paint, against a hand-written page (150 ms, 1.6 Mbit/s, 4x CPU; median of pairs)", paint.measure),
    "search": ("Search, against that page's own (same throttle, heaviest page; median of pairs)", search.measure),
    "checking": ("Checking (CPU seconds, megabytes at most)", checking.measure),
    "building": ("Building (CPU seconds; make site: on the wall)", building.measure),
    "library": ("Search, against MiniSearch (same sections, same queries, no throttle)", library.measure),
}


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def _conditions() -> str:
    """Return how busy this computer is: with other programs at work the times tell less."""
    return f"{os.cpu_count()} processors, {os.getloadavg()[0]:.1f} programs at work on them before the start"


def _wanted(arguments: Sequence[str] | None) -> list[str]:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("name", nargs="*", help=f"what to measure: {', '.join(MEASUREMENTS)} (default: everything)")
    names = parser.parse_args(arguments).name
    for name in names:
        if name not in MEASUREMENTS:
            parser.error(f"there is no measurement “{name}”; choose from {', '.join(MEASUREMENTS)}")
    return names or list(MEASUREMENTS)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; a missed bound is a finding, not a failure: only what cannot run gives 2."""
    names = _wanted(arguments)
    try:
        _say(_conditions())
        with stand(Path.cwd()) as ours:
            for name in names:
                title, measure = MEASUREMENTS[name]
                _say(heading(title))
                for figure in measure(ours):
                    _say(line(figure))
    except (BrokenGuideError, Error, LookupError, OSError) as error:
        sys.stderr.write(f"bench: {error}\n")
        return COULD_NOT_RUN
    return DONE


if __name__ == "__main__":
    sys.exit(main())
