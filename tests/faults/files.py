"""Faults of the files in docs/: their kind, their names, their size."""

from __future__ import annotations

import os
from pathlib import Path

from . import Edit, Good, both, once, put
from .pages import WHOLE

EXTRA = "docs/extra.md"
BEGINNINGS = {"png": b"\x89PNG", "jpg": b"\xff\xd8\xff"}


def misread(page: str) -> Edit:
    """Save a page as Windows-1252, with a letter in its second line that UTF-8 writes in another way."""

    def edit(guide: Path) -> None:
        path = guide / "docs" / page
        path.write_bytes(path.read_bytes().replace(b"\n", b"\n# caf\xe9\n", 1))

    return edit


def link(name: str, target: str) -> Edit:
    """Make a symbolic link."""
    return lambda guide: (guide / "docs" / name).symlink_to(target)


def folder(name: str) -> Edit:
    """Make an empty folder."""
    return lambda guide: (guide / "docs" / name).mkdir()


def pipe(name: str) -> Edit:
    """Make a pipe, from which a reader would wait for ever."""
    return lambda guide: os.mkfifo(guide / "docs" / name)


def hollow(name: str, size: int) -> Edit:
    """Make a huge file that takes no room on the disk; one that is named so begins like a picture."""

    def edit(guide: Path) -> None:
        with (guide / "docs" / name).open("wb") as file:
            file.write(BEGINNINGS.get(name.rpartition(".")[2], b""))
            file.truncate(size)

    return edit


FAULTS = [
    once("a page saved as Windows-1252", put("extra.md", WHOLE.encode() + b"\nCaf\xe9\n"), "readable-files", EXTRA, 13),
    *(
        once(f"{name} saved as Windows-1252", misread(name), "readable-files", f"docs/{name}", 2)
        for name in ("faq.md", "glossary.md", "height.md", "index.md", "references.md", "walks.md")
    ),
    once("a page saved as UTF-16", put("extra.md", WHOLE.encode("utf-16")), "readable-files", EXTRA, 1),
    once("a page that is a link out of docs/", link("extra.md", "/etc/hostname"), "readable-files", EXTRA, 0),
    once("a page that is a link to itself", link("extra.md", "extra.md"), "readable-files", EXTRA, 0),
    once("a folder that is a link to docs/", link("loop", "."), "readable-files", "docs/loop", 0),
    once(
        "a picture that is a link out of docs/",
        link("assets/figures/hand.svg", "/etc/hostname"),
        "readable-files",
        "docs/assets/figures/hand.svg",
        0,
    ),
    once("a folder with the name of a page", folder("extra.md"), "readable-files", EXTRA, 0),
    once("a pipe with the name of a page", pipe("extra.md"), "readable-files", EXTRA, 0),
    once("a page of 5 MB", put("extra.md", WHOLE + "Wood bends. " * 420_000), "readable-files", EXTRA, 0),
    once("a page of 100 MB", hollow("extra.md", 100_000_000), "readable-files", EXTRA, 0),
    once("an empty page", put("extra.md", ""), "readable-files", EXTRA, 0),
    once(
        "a page of blanks, as Windows saves them", put("extra.md", b"\xef\xbb\xbf \r\n\r\n"), "readable-files", EXTRA, 0
    ),
    once("a web page", put("oak.html", "<script>x()</script>"), "known-files", "docs/oak.html", 0),
    once("a program in a folder", put("assets/oak.exe", b"MZ"), "known-files", "docs/assets/oak.exe", 0),
    once("a copy that an editor made", put("index.md.bak", "# Oak"), "known-files", "docs/index.md.bak", 0),
    once("a photo with another name", put("assets/a.jpg", b"\0\0\0 ftypheic"), "real-pictures", "docs/assets/a.jpg", 0),
    once("an empty picture", put("assets/a.png", b""), "real-pictures", "docs/assets/a.png", 0),
    once("blanks and capitals in a name", put("assets/One More.txt", "x"), "file-names", "docs/assets/One More.txt", 0),
    once("a page with a line in its name", put("one_more.md", WHOLE), "file-names", "docs/one_more.md", 0),
    once("an accent in the name of a file", put("assets/étude.txt", "x"), "file-names", "docs/assets/étude.txt", 0),
    once("a new line in the name of a file", put("assets/a\nb.txt", "x"), "file-names", "docs/assets/a\nb.txt", 0),
    once("two dots in the name of a file", put("assets/a..b.txt", "x"), "file-names", "docs/assets/a..b.txt", 0),
    once("a capital in the name of a folder", put("Notes/a.txt", "x"), "file-names", "docs/Notes", 0),
    once("a name that Windows keeps for itself", put("assets/con.txt", "x"), "file-names", "docs/assets/con.txt", 0),
    once("a page with another ending", put("extra.markdown", WHOLE), "file-names", "docs/extra.markdown", 0),
    once(
        "a photo straight from the camera",
        hollow("assets/photo.jpg", 4_000_000),
        "image-size",
        "docs/assets/photo.jpg",
        0,
    ),
    once("a picture of 300,001 bytes", hollow("assets/big.png", 300_001), "image-size", "docs/assets/big.png", 0),
]

GOOD = [
    Good("hidden files that nobody publishes", both(put(".DS_Store", b"\x00\xff"), put(".draft/Old Page.md", b"\xff"))),
    Good("a picture of just the right size", hollow("assets/big.png", 300_000)),
    Good("the name of a domain for GitHub", put("CNAME", "sticks.example")),
    Good("a file with two endings", put("assets/guide.min.js", "x")),
]
