"""What figures with a scale of time share: its fields, its ends, and a row's time in its unit."""

from __future__ import annotations

from guide.figures.fields import DAYS, Field, count, number, one_of, several
from guide.figures.model import Figure, Row

HEAD = {"unit": Field(one_of(*DAYS)), "ticks": Field(several(number)), "end": Field(count)}


def scale(figure: Figure) -> tuple[float, float]:
    """Return the ends of the scale in its unit."""
    return 0, figure["end"]


def in_unit(figure: Figure, row: Row) -> tuple[float, float]:
    """Return the time of a row, from and to, in the unit of the scale."""
    low, high = row["time"].days
    return low / DAYS[figure["unit"]], high / DAYS[figure["unit"]]
