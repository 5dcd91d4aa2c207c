"""The settings beside docs/ (mkdocs.yml) as YAML nodes: no type that they name is made, so nothing of them runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

FILE, PARENT = "mkdocs.yml", "INHERIT"


class NodesError(ValueError):
    """The settings cannot be used; the message says why and how to mend it."""


def entries(node: yaml.Node | None) -> Iterator[tuple[str, yaml.Node]]:
    """Yield the names and values of a YAML mapping; nothing if the node is something else."""
    if isinstance(node, yaml.MappingNode):
        yield from ((str(key.value), value) for key, value in node.value)


def field(node: yaml.Node | None, name: str) -> yaml.Node | None:
    """Return a value of a YAML mapping, or None."""
    return next((value for key, value in entries(node) if key == name), None)


def items(node: yaml.Node | None) -> list[yaml.Node]:
    """Return the items of a YAML list; none if the node is something else."""
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


def _reason(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "it is not saved as UTF-8"
    mark = getattr(error, "problem_mark", None)
    place = f"line {mark.line + 1}: " if mark else ""
    return place + str(getattr(error, "strerror", None) or getattr(error, "problem", None) or error)


def _composed(path: Path) -> yaml.Node | None:
    try:
        node: yaml.Node | None = yaml.compose(path.read_bytes().decode("utf-8-sig"), yaml.SafeLoader)
    except (OSError, ValueError, yaml.YAMLError, OverflowError, RecursionError) as error:
        raise NodesError(f"{path.name} cannot be read: {_reason(error)} -> mend it; it lies beside docs/") from error
    return node


def setting(path: Path, name: str, seen: frozenset[Path] = frozenset()) -> tuple[Path, yaml.Node] | None:
    """Return a part of the settings, and its file: this one, or one that it inherits from. Raises NodesError."""
    root = _composed(path)
    found, parent = field(root, name), field(root, PARENT)
    if found is not None:
        return path, found
    if parent is None or path in seen:
        return None
    return setting(path.parent / str(parent.value), name, seen | {path})
