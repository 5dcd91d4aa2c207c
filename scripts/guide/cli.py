"""The `guide` command."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from guide import rulebook
from guide.build import BuildError, build
from guide.checks import RULES, check
from guide.checks.rules import Rule
from guide.checks.sources import young_share
from guide.clock import ClockError
from guide.compare import add_command as add_comparison
from guide.content import PAGE, SOURCES, Guide, read_guide
from guide.figures import files as figures
from guide.finish import finish
from guide.finish.site import UNFINISHABLE
from guide.links.command import add_commands as add_link_commands
from guide.new.command import add_command as add_new
from guide.nodes import NodesError
from guide.pack.command import add_command as add_pack_command
from guide.permalinks import FILE, addresses, write_permalinks
from guide.report import CLEAN, COULD_NOT_RUN, ERROR, FORMATS, FOUND, complain, say, tell
from guide.rulebook import RulebookError
from guide.settings import SettingsError

if TYPE_CHECKING:
    from argparse import _SubParsersAction


class CannotRunError(Exception):
    """The command cannot do what was asked; the message says why in one sentence."""


# What these say is meant for the person at the keyboard; anything else is a fault of the program.
TOLD = (CannotRunError, ClockError, NodesError, OSError, RulebookError, SettingsError, UnicodeError)


def _build(options: argparse.Namespace) -> int:
    """Build the site; the last good one stays when something is wrong."""
    try:
        site = build(options.root)
    except BuildError as error:
        sys.stderr.write(f"{error}\n\nThe site was not built. The last good one, if there is one, is untouched.\n")
        return FOUND
    say(f"Built. Open {(site / 'index.html').resolve()}")
    return CLEAN


def _near(word: str, known: Iterable[str]) -> str:
    """Return a hint at known names like this one."""
    near = get_close_matches(word, list(known), n=3, cutoff=0.5)
    return f"; did you mean {' or '.join(near)}?" if near else ""


def _rules(names: Sequence[str]) -> Sequence[Rule]:
    """Return the rules of these names, or all of them. Raises CannotRunError for a name that no rule has."""
    known = {rule.name: rule for rule in RULES}
    for name in names:
        if name not in known:
            order = "; write a page in front of --rule" if name.endswith(PAGE) or "/" in name else ""
            raise CannotRunError(f"there is no rule called {name}{_near(name, known)}{order}")
    return [known[name] for name in names] or RULES


def _within(guide: Guide, path: str) -> str:
    """Return a path of the command line as problems name it. Raises CannotRunError when nothing is there."""
    root = Path(os.path.abspath(guide.root))  # noqa: PTH100 - a link must not be followed
    for folder in (Path.cwd(), root, root / "docs"):
        wanted = Path(os.path.abspath(folder / path))  # noqa: PTH100
        if os.path.lexists(wanted) and wanted.is_relative_to(root):
            return wanted.relative_to(root).as_posix()
    known = [f"docs/{name}" for name in guide.files]
    raise CannotRunError(f"there is no {path} in this guide{_near(path, [*known, *guide.files])}")


def _wanted(guide: Guide, paths: Sequence[str]) -> Callable[[str], bool]:
    """Return what tells whether a file is one of these or lies in one of these folders; no path means all."""
    asked = [_within(guide, path) for path in paths] or ["."]
    return lambda file: any(path in {".", file} or file.startswith(f"{path}/") for path in asked)


def _check(options: argparse.Namespace) -> int:
    """Say what is wrong in the pages, and how to mend it."""
    guide = read_guide(options.root)
    if not guide.pages and not guide.unreadable:
        raise CannotRunError(f"there is no page in {guide.docs}; write one, such as docs/index.md")
    rules, wanted = _rules(options.rule), _wanted(guide, options.path)
    problems = [problem for problem in check(guide, rules) if wanted(problem.path)]
    if options.scheduled:
        problems = [replace(problem, severity=ERROR) for problem in problems]
    remark = "" if options.rule or not wanted(f"docs/{SOURCES}") else _young(guide)
    return tell(problems, options.format, sum(wanted(f"docs/{name}") for name in guide.pages), remark)


def _young(guide: Guide) -> str:
    """Return how many sources are young, or nothing when there are none."""
    young, all_of_them = young_share(guide, guide.today)
    return f"{young} of {all_of_them} sources are younger than five years." if all_of_them else ""


def _permalinks(options: argparse.Namespace) -> int:
    """List the addresses that the guide publishes, or write the new ones into docs/permalinks.txt."""
    guide = read_guide(options.root)
    if options.write:
        say(f"New addresses written into docs/{FILE}: {write_permalinks(guide)}")
    else:
        say("\n".join(sorted(address for page in guide.pages.values() for address in addresses(page))))
    return CLEAN


def _figures(options: argparse.Namespace) -> int:
    """Say which drawings are not as their data and the style sheet want them, or draw them anew."""
    docs = options.root / "docs"
    if options.write:
        changed = figures.write(docs)
        say("\n".join(f"Wrote docs/{name}." for name in changed) or "Every drawing was as it should be.")
        return CLEAN
    stale = figures.outdated(docs)
    say("\n".join(f"docs/{name} is out of date -> run `make figures`" for name in stale))
    return FOUND if stale else CLEAN


def _list_rules(options: argparse.Namespace) -> int:
    """List every rule: its name, what it asks, why, and an example of wrong and right."""
    if options.write:
        rulebook.write(options.write, RULES)
        say(f"Wrote {len(RULES)} rules into {options.write}.")
    else:
        say((rulebook.as_markdown if options.format == "markdown" else rulebook.as_text)(RULES))
    return CLEAN


def _finish(options: argparse.Namespace) -> int:
    """Finish the HTML of a built site."""
    try:
        say(f"Finished {finish(options.site, options.root / 'docs')} pages.")
    except UNFINISHABLE as error:
        raise CannotRunError(f"the site could not be finished: {error}") from error
    return CLEAN


def _add_commands(commands: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands that stand here."""

    def command(name: str, run: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=(run.__doc__ or "").splitlines()[0], description=run.__doc__)
        added.set_defaults(run=run)
        return added

    command("build", _build)
    checking = command("check", _check)
    checking.add_argument("path", nargs="*", metavar="PATH", help="tell only of these files or folders")
    checking.add_argument("--format", choices=FORMATS, default="text", help="how to tell it (default: text)")
    checking.add_argument("--rule", nargs="+", default=[], metavar="NAME", help="ask only these rules")
    checking.add_argument("--scheduled", action="store_true", help="the weekly run: a warning counts as an error")
    listing = command("rules", _list_rules)
    listing.add_argument("--format", choices=("text", "markdown"), default="text", help="(default: text)")
    listing.add_argument("--write", type=Path, metavar="FILE", help="put the list between the marks in this file")
    command("finish", _finish).add_argument("site", type=Path, help="folder of the built site")
    publishing = command("permalinks", _permalinks)
    publishing.add_argument("--write", action="store_true", help=f"add the new ones to docs/{FILE}")
    drawing = command("figures", _figures)
    drawing.add_argument("--write", action="store_true", help="draw them anew in docs/assets/figures/")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="guide", description="Builds, checks and finishes a guide written in Markdown."
    )
    parser.add_argument("--root", type=Path, default=Path(), help="folder of the guide (default: this one)")
    commands = parser.add_subparsers(required=True, metavar="command")
    for add in (_add_commands, add_link_commands, add_comparison, add_new, add_pack_command):
        add(commands)
    return parser


def _sentence(error: Exception) -> str:
    """Return what an error says, without the number that a system gives it."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return " ".join(str(error).split())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return 0 (clean), 1 (something to mend) or 2 (it could not run)."""
    if isinstance(sys.stdout, io.TextIOWrapper):  # a name of a file may hold what no encoding has
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.stderr = sys.stderr or io.StringIO()  # Python has none when the shell closed it (`2>&-`)
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except BrokenPipeError:  # whoever read the report has read enough; nothing is left to say, not even at the exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FOUND
    except KeyboardInterrupt:  # whoever stopped it knows why
        return COULD_NOT_RUN
    except TOLD as error:
        complain(_sentence(error))
        return COULD_NOT_RUN


if __name__ == "__main__":
    sys.exit(main())
