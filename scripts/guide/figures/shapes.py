"""The shapes that docs/figures.yml may name, one module each."""

from __future__ import annotations

from guide.figures import intervals, ladder, people, studies, timeline
from guide.figures.model import Shape

SHAPES: dict[str, Shape] = {
    "intervals": intervals.SHAPE,
    "ladder": ladder.SHAPE,
    "people": people.SHAPE,
    "studies": studies.SHAPE,
    "timeline": timeline.SHAPE,
}
