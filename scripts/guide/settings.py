"""The limits and words that the rules measure against, read from docs/rules.yml: data with a reason each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import inf
from pathlib import Path
from typing import Any, TypeVar

from guide.data import load

FILE = "rules.yml"
Entry = TypeVar("Entry")


class SettingsError(ValueError):
    """docs/rules.yml cannot be used; the message says what is wrong and how to mend it."""


@dataclass(frozen=True)
class Limit:
    """A number that a page keeps to, and why; a bound that is not set is endless."""

    at_least: float
    at_most: float
    why: str


@dataclass(frozen=True)
class Word:
    """A word that a page does without, and what to write instead."""

    word: str
    instead: str


@dataclass(frozen=True)
class WordList:
    """Words that a page does without, for one reason."""

    why: str
    words: tuple[Word, ...]


@dataclass(frozen=True)
class NamedList:
    """What is allowed, known or looked for, and why."""

    why: str
    entries: tuple[str, ...]


class Named(dict[str, Entry]):
    """Entries by their name. Raises SettingsError for a name that docs/rules.yml does not have."""

    def __missing__(self, name: str) -> Entry:
        """Say which entry is missing."""
        raise SettingsError(f"docs/{FILE} has no `{name}` -> add it, with its list or limit and why")


@dataclass(frozen=True)
class Settings:
    """All limits, lists of words and other lists, by name; what is `allowed` has a reason each."""

    limits: Named[Limit]
    words: Named[WordList]
    lists: Named[NamedList]
    allowed: Named[NamedList]


def _limit(entry: dict[str, object]) -> Limit:
    """Return a limit. Raises ValueError for a slip: a limit that nobody can exceed would let everything pass."""
    for key, value in entry.items():
        if key not in {"at_least", "at_most", "why"}:
            raise ValueError(f"`{key}` is nothing that a limit says")
        if key != "why" and not (type(value) in {int, float} and 0 <= float(str(value)) < inf):
            raise ValueError(f"`{key}: {value}` is no number of 0 or more")
    if len(entry) < len(("why", "a bound")):
        raise ValueError("a limit has no number")
    least, most = (float(str(entry.get(key, bound))) for key, bound in (("at_least", "-inf"), ("at_most", "inf")))
    return Limit(least, most, str(entry["why"]))


def _listed(entry: dict[str, object]) -> list[object]:
    listed = entry["list"]
    if not isinstance(listed, list):
        raise TypeError("`list` is not a list")
    return listed


def _field(item: object, name: str) -> str:
    """Return a field of an item of a list. Raises ValueError when it is not there."""
    text = str(item[name]) if isinstance(item, dict) and item.get(name) is not None else ""
    if not text.strip():
        raise ValueError(f"`{item}` has no `{name}`")
    return text


def _words(entry: dict[str, object]) -> WordList:
    words = (Word(_field(item, "word"), _field(item, "instead")) for item in _listed(entry))
    return WordList(str(entry["why"]), tuple(words))


def _list(entry: dict[str, object]) -> NamedList:
    return NamedList(str(entry["why"]), tuple(map(str, _listed(entry))))


def _allowed(entry: dict[str, object]) -> NamedList:
    """Return a list of words that are allowed; each needs a reason, which is for the people who read the file."""
    reasons = {_field(item, "word"): _field(item, "reason") for item in _listed(entry)}
    return NamedList(str(entry["why"]), tuple(reasons))


@lru_cache(maxsize=1)
def _settings(text: str) -> Settings:
    """Return the settings in the text of docs/rules.yml; the same text is read once."""
    data: Any = load(text)
    return Settings(
        Named({name: _limit(entry) for name, entry in data["limits"].items()}),
        Named({name: _words(entry) for name, entry in data["words"].items()}),
        Named({name: _list(entry) for name, entry in data["lists"].items()}),
        Named({name: _allowed(entry) for name, entry in data["allowed"].items()}),
    )


def read_settings(docs: Path) -> Settings:
    """Read docs/rules.yml. Raises SettingsError when it is missing or not of its form."""
    path = docs / FILE
    try:
        return _settings(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise SettingsError(f"docs/{FILE} cannot be used: it is not saved as UTF-8 -> save it as UTF-8") from error
    except OSError as error:
        raise SettingsError(f"docs/{FILE} cannot be used: {error.strerror} -> put the file back") from error
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        remedy = "each limit has at_least or at_most and why, each list has why and list, what is allowed has a reason"
        raise SettingsError(f"docs/{FILE} cannot be used: {error} -> {remedy}") from error
