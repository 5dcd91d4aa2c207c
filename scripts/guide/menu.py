"""Which pages stand in the menu: read from `nav` in mkdocs.yml, running nothing of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from guide.nodes import FILE, entries, items, setting


@dataclass(frozen=True)
class Line:
    """A line of the menu: the page or address that it leads to, in which file of settings, and on which line."""

    target: str
    file: str
    line: int


def _lines(node: yaml.Node, file: str) -> Iterator[Line]:
    """Yield the lines of a part of the menu."""
    if isinstance(node, yaml.ScalarNode):
        yield Line(str(node.value), file, node.start_mark.line + 1)
    for item in items(node):
        yield from _lines(item, file)
    for _, value in entries(node):
        yield from _lines(value, file)


def read_menu(root: Path) -> list[Line] | None:
    """Return the lines of the menu; None if the build makes it by itself. Raises NodesError."""
    found = setting(root / FILE, "nav")
    return None if found is None else list(_lines(found[1], found[0].name))
