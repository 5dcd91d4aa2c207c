"""Which pages stand in the menu: read from `nav` in mkdocs.yml, running nothing of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from guide.boxtypes import FILE, composed, entries, field, items


@dataclass(frozen=True)
class Line:
    """A line of the menu: the page or address that it leads to, in which file of settings, and on which line."""

    target: str
    file: str
    line: int


def _nav(path: Path, seen: frozenset[Path] = frozenset()) -> tuple[Path, yaml.Node] | None:
    """Return the menu and the file in which it stands: this one, or the one that it inherits from."""
    root = composed(path)
    nav, parent = field(root, "nav"), field(root, "INHERIT")
    if nav is not None:
        return path, nav
    return _nav(path.parent / str(parent.value), seen | {path}) if parent is not None and path not in seen else None


def _lines(node: yaml.Node, file: str) -> Iterator[Line]:
    """Yield the lines of a part of the menu."""
    if isinstance(node, yaml.ScalarNode):
        yield Line(str(node.value), file, node.start_mark.line + 1)
    for item in items(node):
        yield from _lines(item, file)
    for _, value in entries(node):
        yield from _lines(value, file)


def read_menu(root: Path) -> list[Line] | None:
    """Return the lines of the menu; None if the build makes it by itself. Raises BoxTypesError."""
    found = _nav(root / FILE)
    return None if found is None else list(_lines(found[1], found[0].name))
