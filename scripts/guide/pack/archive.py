"""Writes an archive (zip) that is the same byte for byte whenever and wherever it is made from the same files."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

# An ordinary file that its owner may write and everybody may read (stat.h: S_IFREG, 0644), written on a Unix.
ORDINARY_FILE, UNIX = 0o100644 << 16, 3


def _entry(name: str, made: datetime, method: int) -> ZipInfo:
    """Return an entry with a fixed time and fixed rights. The format knows no year before 1980."""
    entry = ZipInfo(name, max(made.timetuple()[:6], (1980, 1, 1, 0, 0, 0)))
    entry.compress_type, entry.external_attr, entry.create_system = method, ORDINARY_FILE, UNIX
    return entry


def write_archive(target: Path, files: Iterable[tuple[str, bytes]], made: datetime, stored: str = "") -> None:
    """Write files, by name, in this order; all are compressed but the one called `stored`."""
    with ZipFile(target, "w") as archive:
        for name, data in files:
            entry = _entry(name, made, ZIP_STORED if name == stored else ZIP_DEFLATED)
            archive.writestr(entry, data, compresslevel=9)
