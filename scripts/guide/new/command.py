"""The command `guide new KIND`, with an option for everything that it asks."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from guide.new import page, question, source, starter, term
from guide.new.asking import Answers, Field, NewError, answers
from guide.new.trial import take
from guide.report import CLEAN, FOUND, complain, say

if TYPE_CHECKING:
    from argparse import _SubParsersAction

Write = Callable[[Path, Answers], None]
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


def _start(options: argparse.Namespace) -> int:
    """Start another guide with everything that this one is built with."""
    try:
        starter.start(options.root, options.folder)
    except NewError as error:
        return _refuse(error)
    say(f"Made a guide in {options.folder}. Read its README.md, then build it there: make site")
    return CLEAN


def _add(options: argparse.Namespace) -> int:
    """Add what was asked for; say which files changed, or in one sentence why none did."""
    _, fields, write = KINDS[options.adds]
    try:
        given = answers(fields, vars(options))
        changed = take(options.root, lambda draft: write(draft, given))
    except NewError as error:
        return _refuse(error)
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
