"""The command `guide new KIND`, with an option for everything that it asks."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from guide.new import page, question, source, starter, term
from guide.new.asking import Answers, Field, NewError, answers
from guide.new.trial import take
from guide.report import CLEAN, FOUND, complain, say

if TYPE_CHECKING:
    from argparse import _SubParsersAction


class Write(Protocol):
    """Writes what was answered into the guide below `root`. Raises NewError when it cannot stand there."""

    def __call__(self, root: Path, answers: Answers) -> None:
        """Write it."""


KINDS: dict[str, tuple[str, tuple[Field, ...], Write]] = {
    "page": ("a page, with its line in the menu", page.FIELDS, page.write),
    "question": ("a question with its answer", question.FIELDS, question.write),
    "source": ("a source, cited behind a sentence", source.FIELDS, source.write),
    "term": ("a hard word with its meaning", term.FIELDS, term.write),
}


def _refuse(error: NewError) -> int:
    """Say in one sentence why nothing was added."""
    said = " ".join(str(error).split())
    complain(f"{said}{'' if said[-1] in '.?!' else '.'}")
    return FOUND


def _stop() -> int:
    """Say that nothing was added, because the person stopped (Ctrl-C, or the end of what is typed)."""
    sys.stderr.write("\n")  # what was typed, or asked, ends here
    complain("stopped; nothing was changed.")
    return FOUND


def _start(options: argparse.Namespace) -> int:
    """Start another guide with everything that this one is built with."""
    try:
        starter.start(options.root, options.folder)
    except NewError as error:
        return _refuse(error)
    except KeyboardInterrupt:
        return _stop()
    say(f"Made a guide in {options.folder}. Go there, read its README.md and build it: make site")
    return CLEAN


def _try(options: argparse.Namespace) -> list[str]:
    """Add what was asked for, and return the files that changed.

    Who answered at the keyboard is told what is wrong and asked again, with their answers kept. Raises NewError for
    anybody else.
    """
    _, fields, write = KINDS[options.adds]
    known, given = vars(options), Answers({})
    while True:
        given = answers(fields, known, options.root, given)
        try:
            return take(options.root, partial(write, answers=given))
        except NewError as error:
            if not given.typed:
                raise
            _refuse(error)
        sys.stderr.write("\nAnswer once more. Enter keeps your answer, Ctrl-C stops.\n")
        known = {}


def _add(options: argparse.Namespace) -> int:
    """Add what was asked for; say which files changed, or in one sentence why none did."""
    try:
        changed = _try(options)
    except NewError as error:
        return _refuse(error)
    except (EOFError, KeyboardInterrupt):
        return _stop()
    say("\n".join([*(f"Wrote {name}" for name in changed), "Read it through, then build the guide: make site"]))
    return CLEAN


def add_command(commands: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the `guide` command."""
    told = "Add a page, question, source or term, or start another guide."
    kinds = commands.add_parser("new", help=told, description=told).add_subparsers(required=True, metavar="kind")
    parser = kinds.add_parser("guide", help="another guide, in a folder of its own", description=_start.__doc__)
    parser.set_defaults(run=_start)
    parser.add_argument("folder", type=Path, metavar="DIR", help="a folder that is not there yet")
    for kind, (what, fields, _) in KINDS.items():
        parser = kinds.add_parser(kind, help=what, description=f"Add {what}. What is not given as an option is asked.")
        parser.set_defaults(run=_add, adds=kind)
        for field in fields:
            parser.add_argument(
                field.option, dest=field.name, action="append" if field.many else "store", help=field.ask
            )
