"""Which boxes a page may have, and the heading that each brings: read from mkdocs.yml, running nothing of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from guide.nodes import FILE, NodesError, entries, field, items, setting

EXTENSIONS = "markdown_extensions"
# The extensions that make `///` boxes all begin like this; each lists its boxes under `types`.
FAMILY = "pymdownx.blocks."
# The box that names what stands above it, and the one that closes a page.
CAPTION, CLOSING = "caption", "next-step"


def _extensions(listed: yaml.Node) -> Iterator[tuple[str, yaml.Node]]:
    """Yield each Markdown extension with its settings."""
    yield from entries(listed)
    for item in items(listed):
        yield from entries(item) if isinstance(item, yaml.MappingNode) else [(str(item.value), item)]


def read_box_types(root: Path) -> dict[str, str]:
    """Return the boxes that mkdocs.yml allows, each with the heading it brings (or nothing). Raises NodesError."""
    found: dict[str, str] = {}
    part = setting(root / FILE, EXTENSIONS)
    listed = list(_extensions(part[1])) if part else []
    if not listed:
        raise NodesError(f"{FILE} lists no `{EXTENSIONS}`, so no page can be checked -> put them back")
    for name, settings in listed:
        for kind in items(field(settings, "types")) if name.startswith(FAMILY) else []:
            named, title = field(kind, "name"), field(kind, "title")
            found[str(named.value if named else kind.value)] = str(title.value) if title else ""
    return found
