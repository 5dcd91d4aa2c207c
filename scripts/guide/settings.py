"""The limits and words that the rules measure against, read from docs/rules.yml: data with a reason each."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import yaml

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
    least, most = (float(str(entry.get(key, bound))) for key, bound in (("at_least", "-inf"), ("at_most", "inf")))
    return Limit(least, most, str(entry["why"]))


def _words(entry: dict[str, object]) -> WordList:
    listed = entry["list"]
    if not isinstance(listed, list):
        raise TypeError("`list` is not a list")
    return WordList(str(entry["why"]), tuple(Word(str(item["word"]), str(item["instead"])) for item in listed))


def _list(entry: dict[str, object]) -> NamedList:
    listed = entry["list"]
    if not isinstance(listed, list):
        raise TypeError("`list` is not a list")
    return NamedList(str(entry["why"]), tuple(map(str, listed)))


def _allowed(entry: dict[str, object]) -> NamedList:
    listed = entry["list"]
    if not isinstance(listed, list):
        raise TypeError("`list` is not a list")
    without = [item["word"] for item in listed if not item["reason"]]
    if without:
        raise ValueError(f"{without[0]} is allowed without a reason")
    return NamedList(str(entry["why"]), tuple(str(item["word"]) for item in listed))


def read_settings(docs: Path) -> Settings:
    """Read docs/rules.yml. Raises SettingsError when it is missing or not of its form."""
    path = docs / FILE
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        return Settings(
            Named({name: _limit(entry) for name, entry in data["limits"].items()}),
            Named({name: _words(entry) for name, entry in data["words"].items()}),
            Named({name: _list(entry) for name, entry in data["lists"].items()}),
            Named({name: _allowed(entry) for name, entry in data["allowed"].items()}),
        )
    except (OSError, UnicodeDecodeError, yaml.YAMLError, KeyError, TypeError, ValueError, AttributeError) as error:
        remedy = "each limit has at_least or at_most and why, each list has why and list, what is allowed has a reason"
        raise SettingsError(f"docs/{FILE} cannot be used: {error} -> {remedy}") from error
