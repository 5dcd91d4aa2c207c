"""Puts at the top of the site the worker that keeps it on a reader's device, with the list of what it keeps.

A browser lets a worker look after the folder that it lies in and what is below. The source is a readable file beside
the script of the site; of it only the line with the list is written here.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

from guide.finish.addresses import all_files
from guide.finish.lists import FOLDER, write_list
from guide.finish.site import ERROR_PAGE, Site
from guide.finish.unused import ASKED_FOR

WORKER, KEEP = "worker.js", "keep.js"
# Where the copies for taking along lie, once they are made: too much to keep on every reader's device.
COPIES = "copies"
LIST = re.compile(r"^const GUIDE = .*;$", re.M)
BYTES = re.compile(r'(?<=\["keep\.js"\]=)\d+')
# What a page or its script can show. Open data and the like are downloads.
SHOWN = (".html", ".js", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".ico", ".css", ".woff2")


def place_worker(site: Site) -> None:
    """Move the worker from assets/ to the top, and make room for the size of what it keeps. No worker: nothing."""
    source = site.folder / FOLDER / WORKER
    if site.pages and source.is_file():
        source.replace(site.folder / WORKER)
        write_list(site, KEEP, 0)


def _kept(folder: Path) -> list[str]:
    """Return the names of the files that the worker keeps."""
    names = sorted(all_files(folder) - ASKED_FOR - {WORKER, ERROR_PAGE})
    return [name for name in names if name.endswith(SHOWN) and not name.startswith((f"{COPIES}/", "."))]


def list_files(folder: Path) -> None:
    """Write into the worker what it keeps, and a hash of all of it; and for the page that offers it, how much it is."""
    worker, keep = folder / WORKER, folder / FOLDER / KEEP
    if not worker.is_file():
        return
    names = _kept(folder)
    if keep.is_file():
        count = sum((folder / name).stat().st_size for name in names)
        keep.write_text(BYTES.sub(str(count), keep.read_text(encoding="utf-8")), encoding="utf-8")
    text = worker.read_text(encoding="utf-8")
    digest = hashlib.sha256(LIST.sub("", text).encode())
    for name in names:
        digest.update(name.encode() + b"\0" + hashlib.sha256((folder / name).read_bytes()).digest())
    guide = json.dumps({"version": digest.hexdigest()[:16], "files": names}, separators=(",", ":"))
    worker.write_text(LIST.sub(lambda _old: f"const GUIDE = {guide};", text), encoding="utf-8")
