"""What a kind asks: from the options of the command, or, at a keyboard, from the person there."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass


class NewError(Exception):
    """What was asked for cannot be added; the message says why in one sentence, and nothing was changed."""


@dataclass(frozen=True)
class Field:
    """Something that is asked: its option, the question, and whether it may be left empty or be given several times."""

    name: str
    ask: str
    needed: bool = True
    many: bool = False

    @property
    def option(self) -> str:
        """Return the option of the command line, such as `--name`."""
        return f"--{self.name.replace('_', '-')}"


class Answers(Mapping[str, str]):
    """The answers by the name of their field; one that was left empty is an empty text."""

    def __init__(self, given: Mapping[str, Sequence[str]]) -> None:
        """Keep what was given."""
        self._given = given

    def __getitem__(self, name: str) -> str:
        """Return the first answer to a field, or an empty text."""
        return next(iter(self._given.get(name, ())), "")

    def __iter__(self) -> Iterator[str]:
        """Go through the names of the fields."""
        return iter(self._given)

    def __len__(self) -> int:
        """Return the number of fields."""
        return len(self._given)

    def all(self, name: str) -> Sequence[str]:
        """Return every answer to a field that may be given several times."""
        return self._given.get(name, ())


def _typed(question: str) -> str:
    """Return what the person types on one line."""
    sys.stderr.write(f"{question} ")
    sys.stderr.flush()
    return sys.stdin.readline().strip()


def _asked(field: Field) -> list[str]:
    """Ask at the keyboard; what is needed is asked again until it is given. Raises NewError when nobody answers."""
    if not sys.stdin.isatty():
        if field.needed:
            raise NewError(f"{field.option} is missing: {field.ask}")
        return []
    first = _typed(field.ask)
    while field.needed and not first:
        first = _typed(f"This is needed. {field.ask}")
    found = [first] if first else []
    while field.many and found and (more := _typed("One more? (Enter: no)")):
        found.append(more)
    return found


def _one_line(field: Field, text: str) -> str:
    """Return an answer without blanks around it. Raises NewError for one of several lines."""
    if not text.isprintable():
        raise NewError(f"{field.option} has a line break or a sign that nobody can see; write it on one line")
    return text.strip()


def answers(fields: Iterable[Field], options: Mapping[str, object]) -> Answers:
    """Return the answers to these fields, from the options and else from the keyboard. Raises NewError."""
    given: dict[str, Sequence[str]] = {}
    for field in fields:
        found = options.get(field.name)
        texts = [str(text) for text in (found if isinstance(found, list) else [found]) if text is not None]
        given[field.name] = [_one_line(field, text) for text in texts or _asked(field)]
        if field.needed and not any(given[field.name]):
            raise NewError(f"{field.option} is empty: {field.ask}")
    return Answers(given)
