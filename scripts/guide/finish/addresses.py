"""Finds the file of the site that an address means, and never one outside the site or behind a symbolic link."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Collection, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

# Addresses of these kinds can mean a file of the site; `data:`, `mailto:` and the like cannot.
WEB = ("", "http", "https", "file")


def all_files(folder: Path) -> frozenset[str]:
    """Return the names of all real files below `folder`, relative to it; symbolic links are left out."""
    found = set()
    for where, _folders, names in os.walk(folder, followlinks=False):
        paths = (Path(where, name) for name in names)
        found |= {path.relative_to(folder).as_posix() for path in paths if not path.is_symlink()}
    return frozenset(found)


def _endings(path: str) -> Iterator[str]:
    """Yield a path without its first parts: `/guide/assets/a.css`, `assets/a.css`, `a.css`."""
    parts = path.strip("/").split("/")
    return ("/".join(parts[start:]) for start in range(len(parts)))


def find(files: Collection[str], origin: str, address: str) -> str | None:
    """Return which of `files` the address means in the file `origin`, or None.

    An absolute address (404.html and the sitemap have them) begins with parts that only the web server
    knows, such as the sub-path of the site; so its longest ending that is a file counts.
    """
    try:
        parts = urlsplit(address.strip())
    except ValueError:  # such as `http://[`: no browser finds a file there either
        return None
    path = unquote(parts.path)
    if parts.scheme.lower() not in WEB or not path:
        return None
    if parts.netloc or path.startswith("/"):
        return next((ending for ending in _endings(path) if ending in files), None)
    name = posixpath.normpath(posixpath.join(posixpath.dirname(origin), path))
    return name if name in files else None
