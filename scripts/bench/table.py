"""What was measured, and how it is printed: a row a figure, with its bound, its value and `pass` or `MISS`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles

NAME, BOUND = 58, 10


@dataclass(frozen=True)
class Figure:
    """A row of the table. One without a bound is there to explain the others."""

    name: str
    value: str
    bound: str = ""
    passed: bool | None = None


@dataclass(frozen=True)
class Pairs:
    """Two things measured in turn, so that what slows the machine slows both."""

    ours: Sequence[float]
    theirs: Sequence[float]

    @property
    def ratios(self) -> list[float]:
        """Return how many times theirs ours takes, pair by pair."""
        return [one / other for one, other in zip(self.ours, self.theirs, strict=True)]

    @property
    def ratio(self) -> float:
        """Return the ratio in the middle."""
        return median(self.ratios)

    def text(self, unit: str, scale: float = 1, digits: int = 0) -> str:
        """Return the ratio, the middle half of all pairs and both medians."""
        low, _, high = quantiles(self.ratios, n=4, method="inclusive")
        one, other = median(self.ours) * scale, median(self.theirs) * scale
        return f"{self.ratio:.2f} x ({low:.2f}-{high:.2f})  {one:,.{digits}f} / {other:,.{digits}f} {unit}"


def at_most(name: str, value: float, bound: float, more: str = "") -> Figure:
    """Return the row of a number that has to be small."""
    return Figure(name, f"{value:,.0f}{more}", f"{bound:,.0f}", value <= bound)


def share(name: str, value: float, bound: float | None = None, more: str = "") -> Figure:
    """Return the row of a part of a whole."""
    passed = None if bound is None else value <= bound
    return Figure(name, f"{value:.0%}{more}", "" if bound is None else f"{bound:.0%}", passed)


def ratio(name: str, value: float, text: str, bound: float | None = None) -> Figure:
    """Return the row of a ratio, told as `text`; what rounds to the bound keeps it."""
    passed = None if bound is None else round(value, 2) <= bound
    return Figure(name, text, "" if bound is None else f"{bound:.2f} x", passed)


def heading(title: str) -> str:
    """Return the line above a group of rows."""
    return f"\n{title}\n{'-' * len(title)}"


def line(figure: Figure) -> str:
    """Return a row as text."""
    verdict = {True: "pass", False: "MISS", None: "    "}[figure.passed]
    return f"{verdict}  {figure.name:<{NAME}} {figure.bound:>{BOUND}}  {figure.value}".rstrip()
