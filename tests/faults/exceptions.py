"""Faults of the list of exceptions."""

from __future__ import annotations

from . import Edit, Fault, Good, both, once, put, say
from .files import hollow

INDEX, EXCEPTIONS = "docs/index.md", "docs/exceptions.yml"


def let_pass(*entries: str) -> Edit:
    """Write a list of exceptions."""
    return put("exceptions.yml", "# Why, and since when.\n" + "".join(f"- {{{entry}}}\n" for entry in entries))


def entry(rule: str, words: str, page: str = "index.md", date: str = "2026-11-01") -> str:
    """Return an exception."""
    return f'rule: {rule}, page: {page}, words: "{words}", reason: a test, date: {date}'


SCRIPT = say("<script>x()</script>\n\nOak is ~~soft~~ hard.")
FAULTS = [
    once(
        "an exception that lets nothing pass",
        let_pass(entry("no-raw-html", "<script>")),
        "exceptions-needed",
        EXCEPTIONS,
        2,
    ),
    once(
        "an exception without a reason",
        let_pass("rule: no-raw-html, page: index.md, words: x"),
        "exceptions-needed",
        EXCEPTIONS,
        2,
    ),
    once(
        "an exception with a date to come",
        both(SCRIPT, let_pass(entry("finished-markdown", "~~"), entry("no-raw-html", "<script>", date="2027-01-01"))),
        "exceptions-needed",
        EXCEPTIONS,
        3,
    ),
    once(
        "exceptions in disorder",
        both(SCRIPT, let_pass(entry("no-raw-html", "<script>"), entry("finished-markdown", "~~"))),
        "exceptions-needed",
        EXCEPTIONS,
        3,
    ),
    once(
        "an exception for a rule that there is not",
        let_pass(entry("no-html", "<script>")),
        "exceptions-needed",
        EXCEPTIONS,
        2,
    ),
    once(
        "an exception for a page that there is not",
        let_pass(entry("no-raw-html", "<script>", page="oak.md")),
        "exceptions-needed",
        EXCEPTIONS,
        2,
    ),
    once(
        "exceptions that are a bomb",
        put("exceptions.yml", "- &a [x]\n- [*a, *a]\n"),
        "exceptions-needed",
        EXCEPTIONS,
        1,
    ),
    once("exceptions that are no list", put("exceptions.yml", "none"), "exceptions-needed", EXCEPTIONS, 0),
    Fault(
        "an exception for other words on the page",
        both(SCRIPT, let_pass(entry("finished-markdown", "~~"), entry("no-raw-html", "<style>"))),
        (("no-raw-html", INDEX, 18), ("exceptions-needed", EXCEPTIONS, 3)),
    ),
]

GOOD = [
    Good(
        "an exception that is needed",
        both(SCRIPT, let_pass(entry("finished-markdown", "~~"), entry("no-raw-html", "<script>"))),
    ),
    Good(
        "an exception for a file",
        both(hollow("assets/big.png", 300_001), let_pass(entry("image-size", "300,001 bytes", page="assets/big.png"))),
    ),
    Good("no exceptions at all", put("exceptions.yml", "# None yet.\n[]\n")),
]
