"""How long `make check` takes, and how much memory: on the guide itself, and on copies with ever more pages."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.copies import BrokenGuideError, Grown
from bench.stand import Stand
from bench.table import Figure, at_most, ratio

WARM_RUNS, WARM_SECONDS = 3, 3
SIZES, SECONDS, MEGABYTES = (350, 700, 1400), 60, 500
# Growth is linear while the second half of the pages costs no more than the first.
LINEAR = 1.25
CLEAN, FINDINGS = 0, 1
# Linux gives the memory of a process in units of 1,024 bytes, macOS in bytes.
MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Check:
    """One run of the checks: seconds of the CPU, and the most memory that it held, in megabytes."""

    seconds: float
    megabytes: float


def check(guide: Path) -> Check:
    """Check a guide. Raises BrokenGuideError when the checks could not run; findings are no obstacle."""
    with subprocess.Popen(
        [sys.executable, "-m", "guide.cli", "check"], cwd=guide, stdout=subprocess.DEVNULL
    ) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (CLEAN, FINDINGS):
        raise BrokenGuideError(f"guide check ended with {process.returncode} in a copy with more pages")
    return Check(used.ru_utime + used.ru_stime, used.ru_maxrss * MAXRSS_UNIT / 1e6)


def measure(ours: Stand) -> Iterator[Figure]:
    """Yield the time and the memory of the checks."""
    check(ours.root)
    warm = median(check(ours.root).seconds for _ in range(WARM_RUNS))
    yield at_most("make check on the guide, warm, in seconds", warm, WARM_SECONDS, f"  ({warm:.1f})")
    runs = {size: check(Grown(size).make(ours.root, ours.temp / f"checked-{size}")) for size in SIZES}
    for size, run in runs.items():
        last = size == SIZES[-1]
        name = f"guide check on {size:,} pages"
        yield at_most(f"{name}, seconds", run.seconds, SECONDS) if last else Figure(name, f"{run.seconds:.0f} s")
        yield (
            at_most(f"{name}, megabytes", run.megabytes, MEGABYTES) if last else Figure(name, f"{run.megabytes:.0f} MB")
        )
    small, middle, large = (runs[size].seconds for size in SIZES)
    first, second = (middle - small) / (SIZES[1] - SIZES[0]), (large - middle) / (SIZES[2] - SIZES[1])
    text = f"{second / first:.2f} x  {second * 1000:.0f} / {first * 1000:.0f} ms"
    yield ratio("one page more, above / below 700 pages", second / first, text, LINEAR)
