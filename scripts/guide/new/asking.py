"""What a kind asks: from the options of the command, or, at a keyboard, from the person there."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

with contextlib.suppress(ImportError):  # where it is there, the arrow keys move in what is typed
    import readline  # noqa: F401

NOTHING = "-"


class NewError(Exception):
    """What was asked for cannot be added; the message says why in one sentence, and nothing was changed."""


@dataclass(frozen=True)
class Field:
    """Something that is asked: its option and the question.

    `empty` says what no answer means; without it one is needed. `choices` returns what there is to choose from, and
    `after` names a field without whose answer this one is not asked.
    """

    name: str
    ask: str
    empty: str = ""
    many: bool = False
    choices: Callable[[Path], Sequence[str]] | None = None
    after: str = ""

    @property
    def option(self) -> str:
        """Return the option of the command line, such as `--name`."""
        return f"--{self.name.replace('_', '-')}"


class Answers(Mapping[str, str]):
    """The answers by the name of their field, and whether somebody typed one at the keyboard."""

    def __init__(self, given: Mapping[str, Sequence[str]], *, typed: bool = False) -> None:
        """Keep what was given."""
        self._given, self.typed = given, typed

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


def _one_line(field: Field, text: str) -> str:
    """Return an answer without blanks around it. Raises NewError for one of several lines."""
    if not text.isprintable():
        raise NewError(f"{field.option} has a line break or a sign that nobody can see; write it on one line")
    return text.strip()


def _typed(field: Field, question: str) -> str:
    """Return what the person types on one line, asked again while it holds signs that nobody can see."""
    while True:
        try:
            return _one_line(field, input(f"{question} "))
        except NewError as error:
            sys.stderr.write(f"{error}.\n")


def _question(field: Field, choices: Sequence[str], before: Sequence[str]) -> str:
    """Return the question with its choices, one a line, and with what no answer means."""
    numbered = "".join(f"\n  {number} {choice}" for number, choice in enumerate(choices, start=1))
    kept = (
        f"“{'”, “'.join(before)}”" + (f"; {NOTHING}: {field.empty}" if field.empty else "") if before else field.empty
    )
    asked = f"{field.ask}{numbered}" + ("\nIts number:" if choices else "")
    return f"{asked} (Enter: {kept})" if kept else asked


def _asked(field: Field, root: Path, before: Sequence[str]) -> list[str]:
    """Ask at the keyboard; what is needed is asked until it is given, and an earlier answer is kept by Enter."""
    choices = field.choices(root) if field.choices else ()
    question = _question(field, choices, before)
    first = _typed(field, question)
    while not (first or before or field.empty):
        first = _typed(field, f"This is needed. {question}")
    if not first or first == NOTHING:
        return [] if first else list(before)
    if first.isdecimal() and 0 < int(first) <= len(choices):
        return [choices[int(first) - 1]]
    found = [first]
    while field.many and (more := _typed(field, "One more? (Enter: no)")):
        found.append(more)
    return found


def _given(field: Field, option: object) -> list[str]:
    """Return what an option of the command line says. Raises NewError for nothing, if something is needed."""
    texts = [_one_line(field, str(text)) for text in (option if isinstance(option, list) else [option])]
    if not (field.empty or any(texts)):
        raise NewError(f"{field.option} is empty: {field.ask}")
    return texts


def answers(fields: Iterable[Field], options: Mapping[str, object], root: Path, before: Answers) -> Answers:
    """Return the answers to these fields, from the options and else from the keyboard.

    Raises NewError for what is needed and missing, and EOFError or KeyboardInterrupt when the person stops.
    """
    given: dict[str, Sequence[str]] = {}
    typed = False
    for field in fields:
        option = options.get(field.name)
        if field.after and not any(given[field.after]):
            given[field.name] = ()
        elif option is not None:
            given[field.name] = _given(field, option)
        elif sys.stdin.isatty():
            given[field.name], typed = _asked(field, root, before.all(field.name)), True
        elif field.empty:
            given[field.name] = ()
        else:
            raise NewError(f"{field.option} is missing: {field.ask}")
    return Answers(given, typed=typed)
