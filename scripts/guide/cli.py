"""The `guide` command."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from guide.build import BuildError, build
from guide.checks import check
from guide.content import read_guide
from guide.finish import finish
from guide.report import as_text

CLEAN, FOUND, COULD_NOT_RUN = 0, 1, 2


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")


def _build(options: argparse.Namespace) -> int:
    """Build the site; the last good one stays when something is wrong."""
    try:
        site = build(options.root)
    except BuildError as error:
        sys.stderr.write(f"{error}\n\nThe site was not built. The last good one, if there is one, is untouched.\n")
        return FOUND
    _say(f"Built. Open {(site / 'index.html').resolve()}")
    return CLEAN


def _check(options: argparse.Namespace) -> int:
    """Look for what is wrong in the pages."""
    problems = as_text(check(read_guide(options.root)))
    _say(problems or "Nothing to mend.")
    return FOUND if problems else CLEAN


def _finish(options: argparse.Namespace) -> int:
    """Finish the HTML of a built site."""
    _say(f"Finished {finish(options.site)} pages.")
    return CLEAN


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="guide", description="Builds, checks and finishes a guide written in Markdown."
    )
    parser.add_argument("--root", type=Path, default=Path(), help="folder of the guide (default: this one)")
    commands = parser.add_subparsers(required=True, metavar="command")
    for name, run in (("build", _build), ("check", _check), ("finish", _finish)):
        command = commands.add_parser(name, help=(run.__doc__ or "").splitlines()[0], description=run.__doc__)
        command.set_defaults(run=run)
        if name == "finish":
            command.add_argument("site", type=Path, help="folder of the built site")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return 0 (clean), 1 (something to mend) or 2 (it could not run)."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except (OSError, UnicodeError) as error:
        sys.stderr.write(f"guide: {error}\n")
        return COULD_NOT_RUN


if __name__ == "__main__":
    sys.exit(main())
