"""What a field of docs/figures.yml may hold: readers that return its value or say how to mend it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

Span = tuple[float, float]
# How many days a unit of time has; a month is a twelfth of a year of 365.25 days.
DAYS = {"day": 1.0, "week": 7.0, "month": 30.4375, "year": 365.25}
TIME = re.compile(r"(\d+(?:\.\d+)?)(?: to (\d+(?:\.\d+)?))? (day|week|month|year)s?")
NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class UnfitError(ValueError):
    """A value that a field cannot hold: what is wrong, and how to mend it."""

    def __init__(self, message: str, remedy: str) -> None:
        """Remember the parts."""
        super().__init__(message)
        self.message, self.remedy = message, remedy


Reader = Callable[[object], object]


@dataclass(frozen=True)
class Field:
    """How a field is read, and whether it must be there."""

    read: Reader
    needed: bool = True


@dataclass(frozen=True)
class Time:
    """A time, or a span of time, as it is told: in days, weeks, months or years."""

    low: float
    high: float
    unit: str

    @property
    def days(self) -> Span:
        """Return the span in days."""
        return self.low * DAYS[self.unit], self.high * DAYS[self.unit]

    def __str__(self) -> str:
        """Return the time in words, such as `6 to 24 months`."""
        span = f"{self.low:g}" if self.low == self.high else f"{self.low:g} to {self.high:g}"
        return f"{span} {self.unit}{'' if self.high == 1 else 's'}"


def text(most: int) -> Reader:
    """Return a reader of a text of at most so many letters: a longer one would run off a phone."""

    def read(value: object) -> str:
        if not isinstance(value, str) or not value.strip():
            raise UnfitError("it is not a text", "write a few words; put quotes round a number that is meant as a text")
        if len(value) > most:
            raise UnfitError(f"“{value}” has {len(value)} letters; it may have {most}", "say it in fewer words")
        return value.strip()

    return read


def name(value: object) -> str:
    """Read a name of small letters, digits and hyphens."""
    if not isinstance(value, str) or not NAME.fullmatch(value):
        raise UnfitError(f"“{value}” is no name", "use small letters, digits and hyphens, such as `how-long`")
    return value


def names(value: object) -> tuple[str, ...]:
    """Read one name or a list of names."""
    return tuple(name(one) for one in (value if isinstance(value, list) and value else [value]))


def number(value: object) -> float:
    """Read a number."""
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value:  # noqa: PLR0124 - not a number
        raise UnfitError(f"“{value}” is not a number", "write a number, such as `12` or `-0.5`")
    return float(value)


def count(value: object) -> int:
    """Read how many there were: a whole number above zero."""
    if number(value) < 1 or number(value) % 1:
        raise UnfitError(f"“{value}” is no count", "write a whole number of 1 or more")
    return int(number(value))


def share(value: object) -> int:
    """Read how many of 100: a whole number from 0 to 100."""
    if not 0 <= number(value) <= 100:
        raise UnfitError(f"{value} of 100 cannot be", "write a whole number from 0 to 100")
    if number(value) % 1:
        raise UnfitError(f"{value} of 100 would be a part of one of them", "round it to a whole number")
    return int(number(value))


def span(value: object) -> Span:
    """Read two numbers, the lower one first."""
    if not isinstance(value, list) or len(value) != 2:
        raise UnfitError(f"“{value}” is not two numbers", "write the lower and the higher one, such as `[-1, 2]`")
    low, high = number(value[0]), number(value[1])
    if low > high:
        raise UnfitError(f"the interval from {low:g} to {high:g} is the wrong way round", "write the lower one first")
    return low, high


def place(value: object) -> Span:
    """Read a place on a scale: a number, or two numbers, the lower one first."""
    return span(value) if isinstance(value, list) else (number(value), number(value))


def time(value: object) -> Time:
    """Read a time, such as `90 days` or `6 to 24 months`."""
    found = TIME.fullmatch(value.strip()) if isinstance(value, str) else None
    if not found:
        raise UnfitError(f"“{value}” is no time", "write it as `90 days` or `6 to 24 months`")
    low, high = float(found[1]), float(found[2] or found[1])
    if low > high:
        raise UnfitError(f"the time “{value}” is the wrong way round", "write the shorter one first")
    return Time(low, high, found[3])


def one_of(*words: str) -> Reader:
    """Return a reader of one of these words."""

    def read(value: object) -> str:
        if value not in words:
            raise UnfitError(f"“{value}” is not known here", f"write one of these: {', '.join(words)}")
        return str(value)

    return read


def several(read: Reader) -> Reader:
    """Return a reader of a list of such values."""

    def read_all(value: object) -> tuple[object, ...]:
        if not isinstance(value, list):
            raise UnfitError(f"“{value}” is not a list", "write a list, such as `[0, 10]`")
        return tuple(read(one) for one in value)

    return read_all


def words_for(*known: str, most: int) -> Reader:
    """Return a reader of a few words for each of these names, some of which may be left out."""

    def read(value: object) -> dict[str, str]:
        if not isinstance(value, dict) or not all(key in known for key in value):
            raise UnfitError("it does not say what the signs mean", f"write words for some of: {', '.join(known)}")
        return {str(key): str(text(most)(words)) for key, words in value.items()}

    return read
