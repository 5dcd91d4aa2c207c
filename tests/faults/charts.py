"""Faults of figures that are drawn from data: the data, the drawing, and the text beside it."""

from __future__ import annotations

from pathlib import Path

from guide.figures.files import write

from . import FIGURE, Edit, Fault, Good, both, once, put, swap, without_figure

DATA, NAME = "figures.yml", "assets/figures/too-high.svg"
FILE, HEIGHT = f"docs/{DATA}", "docs/height.md"
ROW = "- {label: too high, of_100: 60, source: walker-2024}"
HEAD = "- figure: too-high\n  title: How sticks are held\n"


def draw(guide: Path) -> None:
    """Draw the figures, as `make figures` does."""
    write(guide / "docs")


def row(text: str) -> Edit:
    """Put another row, on line 8, in place of the one that is there."""
    return swap(DATA, ROW, text)


def data(shape: str, *lines: str) -> Edit:
    """Put another figure; its shape stands on line 3, and what follows from line 4 on."""
    return put(DATA, "\n".join([f"{HEAD}  shape: {shape}", *lines]) + "\n")


def whole(name: str, edit: Edit, line: int) -> Fault:
    """Return a fault in the form of the data."""
    return once(name, edit, "figures-have-whole-data", FILE, line)


LADDER = (
    "  scale: [0, 50]",
    "  top: high",
    "  unit: cm",
    "  second: in",
    "  second_times: 0.4",
    "  second_plus: 0",
    "  rows:",
)
INTERVALS = ("  scale: [-9, 9]", "  left: shorter", "  right: longer", "  rows:")
STUDIES = (
    "  unit: month",
    "  ticks: [0, 12]",
    "  end: 24",
    "  key: {lasted: held that long, level: no gap then}",
    "  rows:",
)
TIMELINE = ("  unit: day", "  ticks: [0, 10]", "  end: 20", "  key: {gone: away, some: a part, back: here}", "  rows:")
TEST = "label: Sticks, people: 9, side: known, source: walker-2024"
STUDY = "label: Sticks, people: 9, kind: lasted, source: walker-2024"

FORM = [
    whole("a row twice", row(f"{ROW}\n    {ROW}"), 9),
    whole("a number that YAML reads in its own way", row(ROW.replace("60", "060")), 8),
    whole("a number that YAML takes for a time", row(ROW.replace("60", "1:00")), 8),
    whole("a file that is no YAML", put(DATA, "- figure: [\n"), 2),
    whole("a file that is no list", put(DATA, "figure: too-high\n"), 1),
    whole("a figure that is a word", put(DATA, "- too-high\n"), 1),
    whole("a shape that nobody draws", swap(DATA, "shape: people", "shape: pie"), 3),
    whole("a field that no figure has", swap(DATA, "  sign: person\n", "  sign: person\n  colour: red\n"), 7),
    whole(
        "a figure without a title", swap(DATA, "  title: Of 100 people, how many hold their stick too high\n", ""), 2
    ),
    whole("a figure without rows", swap(DATA, f"    {ROW}\n", ""), 7),
    whole("a figure with a name that is a path", swap(DATA, "figure: too-high", "figure: ../too-high"), 2),
    Fault(
        "two figures of one name",
        put(DATA, f"{HEAD}  shape: people\n  means: harm\n  sign: dot\n  rows:\n    {ROW}\n" * 2),
        (("figures-have-whole-data", FILE, 8), ("figures-are-drawn-anew", FILE, 1)),
    ),
]
NUMBERS = [
    whole("a number that is missing", row("- {label: too high, source: walker-2024}"), 8),
    whole("more than all of them", row("- {label: too high, of_100: 160, source: walker-2024}"), 8),
    whole("less than none of them", row("- {label: too high, of_100: -1, source: walker-2024}"), 8),
    whole("a part of a person", row("- {label: too high, of_100: 59.5, source: walker-2024}"), 8),
    whole("a number in words", row("- {label: too high, of_100: sixty, source: walker-2024}"), 8),
    whole("a number that is none", row("- {label: too high, of_100: .nan, source: walker-2024}"), 8),
    whole("a share the wrong way round", row("- {label: too high, of_100: 60, up_to: 50, source: walker-2024}"), 8),
    whole("words that run off a phone", row(f"- {{label: {'too high ' * 3}, of_100: 60, source: walker-2024}}"), 8),
    whole(
        "an interval the wrong way round",
        data("intervals", *INTERVALS, f"    - {{{TEST}, value: 1, interval: [3, -1]}}"),
        8,
    ),
    whole(
        "a value beside its interval",
        data("intervals", *INTERVALS, f"    - {{{TEST}, value: 4, interval: [-1, 3]}}"),
        8,
    ),
    whole(
        "an interval off the scale", data("intervals", *INTERVALS, f"    - {{{TEST}, value: 4, interval: [-1, 30]}}"), 8
    ),
    whole(
        "two sides that are not alike",
        data("intervals", "  scale: [-1, 9]", *INTERVALS[1:], f"    - {{{TEST}, value: 1, interval: [0, 2]}}"),
        4,
    ),
    whole("a time that is none", data("studies", *STUDIES, f"    - {{{STUDY}, time: a while}}"), 9),
    whole("a time the wrong way round", data("studies", *STUDIES, f"    - {{{STUDY}, time: 9 to 3 months}}"), 9),
    whole("a time off the scale", data("studies", *STUDIES, f"    - {{{STUDY}, time: 9 years}}"), 9),
    whole(
        "rows out of order",
        data("studies", *STUDIES, f"    - {{{STUDY}, time: 6 months}}", f"    - {{{STUDY}, time: 90 days}}"),
        10,
    ),
    whole(
        "a sign that the key leaves out",
        data("studies", *STUDIES, f"    - {{{STUDY.replace('lasted', 'still')}, time: 1 day}}"),
        7,
    ),
    whole(
        "a study without its people",
        data("studies", *STUDIES, "    - {label: Sticks, kind: level, time: 1 day, source: walker-2024}"),
        9,
    ),
    whole(
        "a stage that the key leaves out",
        data(
            "timeline",
            *TIMELINE[:3],
            "  key: {gone: away, back: here}",
            "  rows:",
            "    - {label: Sticks, time: 1 day, note: none, source: walker-2024}",
        ),
        7,
    ),
    whole(
        "a place off the scale",
        data(
            "ladder",
            *LADDER,
            "    - {heading: Long, band: [0, 50], look: cold}",
            "    - {at: 60, label: stick, where: hand, source: walker-2024}",
        ),
        12,
    ),
    whole(
        "bands out of order",
        data(
            "ladder",
            *LADDER,
            "    - {heading: Short, band: [0, 9], look: cold}",
            "    - {heading: Long, band: [9, 50], look: cold}",
        ),
        12,
    ),
]
SOURCES = [
    Fault(
        "a key that no source has",
        row("- {label: too high, of_100: 60, source: walker-2042}"),
        (("figures-have-known-sources", FILE, 8), ("figures-agree-with-the-text", HEIGHT, 21)),
    ),
    once("a row without a source", row("- {label: too high, of_100: 60}"), "figures-have-known-sources", FILE, 8),
]
TEXT = [
    Fault(
        "a number that the drawing does not have yet",
        row("- {label: too high, of_100: 61, source: walker-2024}"),
        (("figures-are-drawn-anew", FILE, 2), ("figures-agree-with-the-text", HEIGHT, 21)),
    ),
    once(
        "a drawing that somebody changed by hand",
        swap(NAME, "60 of 100", "61 of 100"),
        "figures-are-drawn-anew",
        FILE,
        2,
    ),
    Fault(
        "a drawing that is gone",
        lambda guide: (guide / "docs" / NAME).unlink(),
        (("figures-are-drawn-anew", FILE, 2), ("links-lead-somewhere", HEIGHT, 21)),
    ),
    once(
        "a number that the section does not say",
        both(row("- {label: too high, of_100: 61, source: walker-2024}"), draw),
        "figures-agree-with-the-text",
        HEIGHT,
        21,
    ),
    once(
        "a number that only another section says",
        both(
            row("- {label: too high, of_100: 61, source: walker-2024}"),
            draw,
            swap("height.md", "- Which wood is best.", "- Why 61 sticks are of wood."),
        ),
        "figures-agree-with-the-text",
        HEIGHT,
        21,
    ),
    once(
        "a source that the section does not cite",
        both(row("- {label: too high, of_100: 60, source: [walker-2024, stick-makers]}"), draw),
        "figures-agree-with-the-text",
        HEIGHT,
        21,
    ),
    once("a figure that no page shows", swap("height.md", FIGURE, ""), "figures-agree-with-the-text", FILE, 2),
]
FAULTS = [*FORM, *NUMBERS, *SOURCES, *TEXT]

GOOD = [
    Good(
        "a number in words in the text",
        swap("height.md", "Let your arms hang.", "Let your arms hang, all ten fingers down."),
    ),
    Good(
        "a span of numbers",
        both(
            row("- {label: too high, of_100: 50, up_to: 60, source: walker-2024}"),
            draw,
            swap("height.md", "Let your arms hang.", "At least 50 hold it too high."),
        ),
    ),
    Good("no figures at all", without_figure),
]
