"""How long the program takes: the whole build, the finishing steps in it, and the links to the glossary."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.copies import Grown, copy_guide, generate, make_site
from bench.stand import Stand
from bench.table import Figure, Pairs, ratio, share
from bench.timed_hook import NOTE

SIZES, RUNS = (20, 100, 300), 3
# The bounds are for 20 pages; growth is linear while another megabyte of HTML costs the same.
FINISHING_SHARE, LINEAR = 0.40, 1.25
GLOSSARY_PAGES, GLOSSARY_TERMS, GLOSSARY_PAIRS, GLOSSARY_BOUND = 300, 200, 5, 1.10


@dataclass(frozen=True)
class Build:
    """One build: CPU seconds of the whole and of finishing, and the bytes of HTML that were finished."""

    whole: float
    finishing: float
    bytes: int


def _build(guide: Path) -> Build:
    whole = generate(guide).cpu
    note = json.loads((guide / NOTE).read_text(encoding="utf-8"))
    return Build(whole, note["seconds"], note["bytes"])


def _middle(builds: list[Build]) -> Build:
    """Return the build whose finishing took as long as that of the one in the middle."""
    return sorted(builds, key=lambda one: one.finishing)[len(builds) // 2]


def finishing(ours: Stand) -> Iterator[Figure]:
    """Yield the share of finishing at each size of the guide, and how it grows."""
    guides = {pages: Grown(pages).make(ours.root, ours.temp / f"grown-{pages}") for pages in SIZES}
    builds: dict[int, list[Build]] = {pages: [] for pages in SIZES}
    for _ in range(RUNS):
        for pages, guide in guides.items():
            builds[pages].append(_build(guide))
    found = {pages: _middle(builds[pages]) for pages in SIZES}
    for pages, one in found.items():
        bound = FINISHING_SHARE if pages == SIZES[0] else None
        per_page = f"{one.finishing / pages * 1000:.1f} ms a page, {one.bytes / pages / 1000:.0f} kB each"
        more = f"  {one.finishing:.2f} of {one.whole:.2f} s; {per_page}"
        yield share(f"finishing in a build of {pages} pages", one.finishing / one.whole, bound, more)
    small, middle, large = found.values()
    growth = Pairs([_slope(middle, large)], [_slope(small, middle)])
    text = f"{growth.ratio:.2f} x  {growth.ours[0]:.0f} / {growth.theirs[0]:.0f} ms"
    yield ratio("finishing one MB of HTML more, above / below 100 pages", growth.ratio, text, LINEAR)


def _slope(small: Build, large: Build) -> float:
    """Return the milliseconds that one more megabyte of HTML costs."""
    return (large.finishing - small.finishing) / (large.bytes - small.bytes) * 1e9


def glossary(ours: Stand) -> Iterator[Figure]:
    """Yield what the links to terms cost: MkDocs alone, with and without the extension, nothing finished."""
    folders = {used: ours.temp / f"glossary-{used}" for used in (True, False)}
    for used, folder in folders.items():
        Grown(GLOSSARY_PAGES, GLOSSARY_TERMS, finishing=False, glossary=used).make(ours.root, folder)
    seconds: dict[bool, list[float]] = {True: [], False: []}
    for number in range(GLOSSARY_PAIRS):
        for used in (True, False) if number % 2 else (False, True):
            seconds[used].append(generate(folders[used]).cpu)
    pairs = Pairs(seconds[True], seconds[False])
    name = f"glossary links, {GLOSSARY_PAGES} pages x {GLOSSARY_TERMS} terms"
    yield ratio(name, pairs.ratio, pairs.text("s", digits=1), GLOSSARY_BOUND)


def whole(ours: Stand) -> Iterator[Figure]:
    """Yield the time of `make site` when Python and all packages are there: with nothing compiled, and again."""
    cold, warm = [], []
    for number in range(RUNS):
        guide = copy_guide(ours.root, ours.temp / f"whole-{number}")
        compiled = str(ours.temp / f"compiled-{number}")
        cold.append(make_site(guide, PYTHONPYCACHEPREFIX=compiled).wall)
        warm.append(make_site(guide, PYTHONPYCACHEPREFIX=compiled).wall)
    yield Figure("make site, cold (nothing compiled, no site yet)", f"{median(cold):.1f} s")
    yield Figure("make site, warm", f"{median(warm):.1f} s")


def measure(ours: Stand) -> Iterator[Figure]:
    """Yield all times of the program."""
    yield from whole(ours)
    yield from finishing(ours)
    yield from glossary(ours)
