"""Runs the Nu HTML checker over all pages at once, and tells its errors as findings."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import html

from guide.links.nu_setup import find_java, jar
from guide.links.site import Finding, LinksError, Page, Site

RULE = "html"
REMEDY = (
    "write it in plain Markdown; if it is in the frame of the page, mend it below overrides/ or scripts/guide/finish/"
)
# Room for the checker's deep recursion; a quick start matters more than speed later, for it runs a few seconds.
FLAGS = ("-Xss8m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
# It passes over a file that it cannot read and says nothing; --verbose makes it name each one that it has read.
OPTIONS = ("--errors-only", "--verbose", "--format", "json", "--exit-zero-always", "--stdout")


@dataclass(frozen=True)
class Misreading:
    """A message of the checker that is left out, and why."""

    message: re.Pattern[str]
    reason: str


MISREADINGS = (
    Misreading(
        re.compile(r"CSS: “(field-sizing|paint-order)”: Property “\1” doesn't exist"),
        "newer than the checker: CSS Basic User Interface 4 has the one, SVG 2 the other",
    ),
    Misreading(re.compile(r"Duplicate ID"), "`one-id` says it, with how often and what to do"),
    Misreading(
        re.compile(r"The “role” attribute must not be used on a “(t[rdh]|thead|tbody)” element which has a “table”"),
        "some browsers forget that a table is one when its rows are drawn as cards, so the roles are written out",
    ),
)


def _is_misread(message: str) -> bool:
    return any(known.message.match(message) for known in MISREADINGS)


def _run(site: Site) -> list[dict[str, Any]]:
    """Run the checker over all pages. Raises LinksError when it is not there or did not run to its end."""
    java = find_java()
    if java is None or not jar().is_file():
        raise LinksError("the HTML checker or its Java is not on this computer yet. Get them: make vnu")
    pages = [str(site.folder.resolve() / name) for name in site.pages]
    command = [java, *FLAGS, "-jar", str(jar()), *OPTIONS, *pages]
    result = subprocess.run(command, capture_output=True, check=False)  # noqa: S603
    try:
        messages: list[dict[str, Any]] = json.loads(result.stdout)["messages"]
    except (ValueError, KeyError) as error:
        said = (result.stdout + result.stderr).decode(errors="replace").strip()[:500]
        raise LinksError(f"the HTML checker did not run to its end: {said}") from error
    unread = set(pages) - set(result.stderr.decode(errors="replace").splitlines())
    if unread:
        raise LinksError(f"the HTML checker could not read {min(unread)}")
    return messages


def _offset(text: str, line: int, column: int) -> int:
    """Return how far into a page a line and a column are."""
    return sum(len(one) for one in text.splitlines(keepends=True)[: line - 1]) + column


def _element(page: Page, message: dict[str, Any]) -> html.HtmlElement | None:
    """Return the article when an error lies within it, else the body."""
    offset = _offset(page.text, int(message.get("lastLine", 1)), int(message.get("lastColumn", 1)))
    start, end = page.text.find("<article"), page.text.rfind("</article>")
    return page.tree.find(".//article" if 0 <= start <= offset <= end else ".//body")


def _finding(site: Site, message: dict[str, Any]) -> Finding:
    """Return an error of the checker, with the piece of the page where it is."""
    name = Path(unquote(urlsplit(message["url"]).path)).relative_to(site.folder.resolve()).as_posix()
    extract = " ".join(str(message.get("extract", "")).split())
    said = f"{message['message'].rstrip('.')} (near `{extract}`)" if extract else str(message["message"])
    return Finding(name, _element(site.pages[name], message), "", RULE, said, REMEDY)


def look(site: Site) -> Iterator[Finding]:
    """Yield every error in the HTML of the pages, misreadings left out."""
    for message in _run(site):
        if message["type"] == "error" and not _is_misread(str(message["message"])):
            yield _finding(site, message)
