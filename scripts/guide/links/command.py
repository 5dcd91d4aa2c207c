"""`guide links` and `guide links-external`: looks at a built site and prints what to mend."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from guide.links import linkchecker, nu, reader
from guide.links.site import Finding, LinksError, Site, as_problems, read_site
from guide.report import COULD_NOT_RUN, FORMATS, complain, tell
from guide.settings import SettingsError

if TYPE_CHECKING:
    from argparse import _SubParsersAction

# What can be run by itself with `--only`, in the order of trust: a fault that ours has told is not told again.
LOOKS: dict[str, Callable[[Site], Iterable[Finding]]] = {
    "reader": reader.read,
    "linkchecker": linkchecker.look,
    "html": nu.look,
}
# Politeness: seconds between two requests to one host, and how long to wait for an answer.
PAUSE, TIMEOUT = 1.0, 20.0
# Without a screen to rewrite a line on, progress is told each time so many addresses are done.
EVERY = 25


def findings(site: Site, looks: Iterable[str]) -> list[Finding]:
    """Run some looks at the same time; what linkchecker finds where the reader found something is left out."""
    with ThreadPoolExecutor() as threads:
        running = [threads.submit(lambda look=LOOKS[name]: list(look(site))) for name in looks]  # type: ignore[misc]
    found = [finding for future in running for finding in future.result()]
    told = {(finding.page, finding.words) for finding in found if finding.rule != linkchecker.RULE}
    return [one for one in found if one.rule != linkchecker.RULE or (one.page, one.words) not in told]


def _progress(done: int, of: int) -> None:
    """Count on one line of a screen, or now and then in a log."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\rAsked {done} of {of} addresses {'' if done < of else chr(10)}")
    elif done % EVERY == 0 or done == of:
        sys.stderr.write(f"Asked {done} of {of} addresses\n")
    sys.stderr.flush()


def _run(options: argparse.Namespace, look: Callable[[Site], list[Finding]]) -> int:
    """Read the site, look at it and report."""
    try:
        site = read_site(options.site or options.root / "site", options.root)
        return tell(as_problems(site, look(site)), options.format, len(site.pages))
    except (LinksError, SettingsError) as error:
        complain(str(error))
        return COULD_NOT_RUN


def _links(options: argparse.Namespace) -> int:
    """Look for dead links, strangers and broken HTML in the built site."""
    return _run(options, lambda site: findings(site, options.only or LOOKS))


def _links_external(options: argparse.Namespace) -> int:
    """Ask other hosts, slowly, whether the pages that the guide links to are still there."""
    from guide.links import outside  # noqa: PLC0415 - what talks to other hosts is loaded for this command only

    return _run(options, lambda site: outside.look(site, _progress, pause=options.pause, timeout=options.timeout))


def add_commands(commands: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add both commands to the `guide` command."""
    for name, run in (("links", _links), ("links-external", _links_external)):
        command = commands.add_parser(name, help=(run.__doc__ or "").splitlines()[0], description=run.__doc__)
        command.set_defaults(run=run)
        command.add_argument("site", type=Path, nargs="?", help="folder of the built site (default: site/)")
        command.add_argument("--format", choices=FORMATS, default="text", help="how to print what was found")
        if run is _links:
            command.add_argument("--only", choices=LOOKS, action="append", help="run this alone; may be given again")
        else:
            command.add_argument("--pause", type=float, default=PAUSE, help="seconds between two requests to a host")
            command.add_argument("--timeout", type=float, default=TIMEOUT, help="seconds to wait for an answer")
