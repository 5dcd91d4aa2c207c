"""Which boxes a page may have, and the heading that each brings: read from mkdocs.yml, running nothing of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

FILE = "mkdocs.yml"
# The extensions that make `///` boxes all begin like this; each lists its boxes under `types`.
FAMILY = "pymdownx.blocks."


class BoxTypesError(ValueError):
    """mkdocs.yml cannot be read; the message says why."""


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


def composed(path: Path) -> yaml.Node | None:
    """Return the YAML of a file as nodes: no type that it names is made, so nothing runs. Raises BoxTypesError."""
    try:
        node: yaml.Node | None = yaml.compose(path.read_bytes().decode("utf-8-sig"), yaml.SafeLoader)
    except (OSError, ValueError, yaml.YAMLError, OverflowError, RecursionError) as error:
        raise BoxTypesError(f"{path.name} cannot be read: {_reason(error)} -> mend it; it lies beside docs/") from error
    return node


def _reason(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "it is not saved as UTF-8"
    mark = getattr(error, "problem_mark", None)
    place = f"line {mark.line + 1}: " if mark else ""
    return place + str(getattr(error, "strerror", None) or getattr(error, "problem", None) or error)


def _extensions(path: Path, seen: frozenset[Path] = frozenset()) -> Iterator[tuple[str, yaml.Node]]:
    """Yield each Markdown extension with its settings, from this file or the one that it inherits from."""
    root = composed(path)
    listed, parent = field(root, "markdown_extensions"), field(root, "INHERIT")
    if listed is None and parent is not None and path not in seen:
        yield from _extensions(path.parent / str(parent.value), seen | {path})
    yield from entries(listed)
    for item in items(listed):
        yield from entries(item) if isinstance(item, yaml.MappingNode) else [(str(item.value), item)]


def read_box_types(root: Path) -> dict[str, str]:
    """Return the boxes that mkdocs.yml allows, each with the heading it brings (or nothing). Raises BoxTypesError."""
    found: dict[str, str] = {}
    listed = list(_extensions(root / FILE))
    if not listed:
        raise BoxTypesError(f"{FILE} lists no `markdown_extensions`, so no page can be checked -> put them back")
    for name, settings in listed:
        for kind in items(field(settings, "types")) if name.startswith(FAMILY) else []:
            named, title = field(kind, "name"), field(kind, "title")
            found[str(named.value if named else kind.value)] = str(title.value) if title else ""
    return found
