"""The list of all rules, as people read it: in a terminal, and in CONTRIBUTING.md."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from textwrap import indent

from guide.checks.rules import Rule

# The list stands between these two lines of a file; what stands there is replaced.
BEGIN, END = "<!-- rules: begin -->", "<!-- rules: end -->"


class RulebookError(ValueError):
    """The list cannot be written into a file."""


def as_text(rules: Iterable[Rule]) -> str:
    """Return each rule with its name, what it asks, why, and an example of wrong and right."""
    return "\n\n".join(map(_entry, rules))


def _entry(rule: Rule) -> str:
    parts = (rule.asks, f"Why: {rule.why}", f"Wrong: {rule.wrong}", f"Right: {rule.right}")
    return "\n".join((rule.name, *(indent(part, "    ") for part in parts)))


def _family(rule: Rule) -> str:
    """Return what the module of a rule asks, as a question."""
    asked = (sys.modules[rule.find.__module__].__doc__ or "").split("\n")[0].rstrip(".?")
    return f"{asked}?" if asked.startswith(("Are ", "Do ", "Does ", "Is ")) else asked


def _section(rule: Rule) -> str:
    """Return a rule as Markdown; GitHub shows what is wrong in red and what is right in green."""
    stops = " The site is not built until this is mended." if rule.stops_build else ""
    wrong, right = indent(rule.wrong, "- ", _always), indent(rule.right, "+ ", _always)
    return f"#### `{rule.name}`\n\n{rule.asks}{stops} {rule.why}\n\n```diff\n{wrong}\n{right}\n```"


def _always(_line: str) -> bool:
    """Return that a blank line gets its mark too."""
    return True


def as_markdown(rules: Iterable[Rule]) -> str:
    """Return the rules as Markdown, one part for each family."""
    parts = []
    for family, members in groupby(rules, _family):
        parts += [f"### {family}", *map(_section, members)]
    return "\n\n".join(parts)


def write(path: Path, rules: Iterable[Rule]) -> None:
    """Put the list between the two marks of a file. Raises RulebookError when they are not there, each once."""
    text = path.read_text(encoding="utf-8")
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end or text.count(BEGIN) + text.count(END) > 2:
        raise RulebookError(f"{path} needs one line `{BEGIN}` and below it one line `{END}`; the rules go between them")
    path.write_text(f"{before}{BEGIN}\n\n{as_markdown(rules)}\n\n{END}{after}", encoding="utf-8")
