"""Are the files of docs/ whole, small, well named and in the menu."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path, PurePosixPath

from guide.checks.rules import at, in_file, rule
from guide.content import PAGE, Guide
from guide.menu import Line
from guide.report import Problem
from guide.targets import split

# A name, and behind its first dot what kind of file it is; a folder has no dot.
NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+)*")
# MkDocs takes files with these endings for pages too; the checks and the links want one ending only.
OTHER_PAGES = (".markdown", ".mdown", ".mkdn", ".mkd")
# Windows keeps these names for itself: learn.microsoft.com, "Naming Files, Paths, and Namespaces".
WINDOWS = frozenset(
    {"aux", "con", "nul", "prn", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
)
# Names that hosts ask for: GitHub Pages the first (its own domain), Cloudflare and Netlify the others.
ASKED_FOR = frozenset({"CNAME", "_headers", "_redirects"})
# How pictures of each kind begin, whatever their names say.
BEGINNINGS = {"png": b"\x89PNG", "gif": b"GIF8", "jpg": b"\xff\xd8\xff", "jpeg": b"\xff\xd8\xff", "webp": b"RIFF"}
IMAGES = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"})


@rule(
    why="What cannot be read cannot be checked, and a link may publish a file that was never meant to be public.",
    wrong="docs/visit.md is a link to a file outside docs/, or was saved as Windows-1252.",
    right="docs/visit.md is a file of its own, saved as UTF-8.",
    stops_build=True,
)
def readable_files(guide: Guide) -> Iterator[Problem]:
    """Everything in docs/ is an ordinary file that opens; a page is UTF-8 text, not empty and not huge."""
    for one in guide.unreadable:
        yield in_file(one.name, one.line, one.reason, one.remedy)


def _plain(name: str) -> str:
    """Return a name in small plain letters, digits and hyphens, made from another one."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")


def _better(name: str) -> str:
    """Return a good name for a file, made from a bad one."""
    stem, dot, ending = name.rpartition(".")
    better = ".".join(filter(None, (_plain(stem), _plain(ending)))) if dot else _plain(name)
    return better if NAME.fullmatch(better) else "your-visit.md"


def _misnamed(name: str) -> tuple[str, str] | None:
    """Return what is wrong with the name of a file or folder and how to mend it, or None."""
    if name in ASKED_FOR:
        return None
    if not NAME.fullmatch(name):
        says = "the name has signs that break links: only small letters a to z, digits and hyphens work everywhere"
        return says, f"call it `{_better(name)}`"
    if name.partition(".")[0] in WINDOWS:
        return "Windows cannot store a file of this name", f"call it something else, such as `the-{name}`"
    if name.endswith(OTHER_PAGES):
        return "the name of a page ends in `.md`", f"call it `{name.rpartition('.')[0]}{PAGE}`"
    return None


@rule(
    why="A name becomes an address. Capitals, blanks and accents break links on one computer or another.",
    wrong="docs/Your Visit.md",
    right="docs/your-visit.md",
)
def file_names(guide: Guide) -> Iterator[Problem]:
    """Names of files and folders have small letters a to z, digits and hyphens; a page ends in `.md`."""
    for path in guide.files:
        fault = _misnamed(PurePosixPath(path).name)
        if fault:
            yield in_file(path, 0, *fault)


def _kind(name: str) -> str:
    """Return what kind of file a name tells, such as `pdf`, in small letters; of `data.csv.gz` it is `gz`."""
    return PurePosixPath(name).suffix.lower().removeprefix(".")


@rule(
    why="All of docs/ is published. A web page or a program among it would run on the reader's device, unseen by us.",
    wrong="docs/clinic.html",
    right="docs/clinic.md",
    stops_build=True,
)
def known_files(guide: Guide) -> Iterator[Problem]:
    """A file in docs/ is of a kind that docs/rules.yml allows: a page, a picture, or something to take away."""
    kinds = guide.settings.allowed["files"].entries
    for name in guide.files:
        known = _kind(name) in kinds or name in ASKED_FOR or name.endswith(OTHER_PAGES)
        if not known and (guide.docs / name).is_file():
            kind = f"a file of the kind `.{_kind(name)}`" if _kind(name) else "a file without a kind"
            message = f"{kind} is not published here"
            yield in_file(name, 0, message, f"delete it, or save it as one of these: {', '.join(sorted(kinds))}")


@rule(
    why="A picture that was given another name, as photos of a telephone are, stays blank in a browser.",
    wrong="docs/assets/figures/stick.jpg, which is a photo of the kind HEIC under another name.",
    right="The same photo, opened in a program for pictures and saved as JPEG.",
)
def real_pictures(guide: Guide) -> Iterator[Problem]:
    """A picture is of the kind that its name says."""
    for name in guide.files:
        beginning = BEGINNINGS.get(_kind(name))
        path = guide.docs / name
        if beginning and path.is_file() and not path.is_symlink() and not _begins(path, beginning):
            message = f"this is no picture of the kind `.{_kind(name)}`"
            yield in_file(name, 0, message, "open it in a program for pictures, and save it as PNG or JPEG")


def _begins(path: Path, beginning: bytes) -> bool:
    """Return whether a file begins so; one that does not open is told elsewhere."""
    try:
        with path.open("rb") as file:
            return file.read(len(beginning)) == beginning
    except OSError:
        return True


def _weight(guide: Guide, name: str) -> int:
    """Return the bytes of a file; one that does not open is told elsewhere."""
    try:
        return (guide.docs / name).lstat().st_size
    except OSError:
        return 0


@rule(
    why="A reader on an old phone pays for every byte, and waits for it.",
    wrong="A photo of 4 MB, straight from the camera.",
    right="The same photo, made smaller, of 90 KB.",
)
def image_size(guide: Guide) -> Iterator[Problem]:
    """A picture is not too big to load."""
    most = guide.settings.limits["image_bytes"].at_most
    for name in guide.files:
        if PurePosixPath(name).suffix.lower() in IMAGES and (weight := _weight(guide, name)) > most:
            message = f"the picture has {weight:,} bytes; a picture may have {most:,.0f}"
            yield in_file(name, 0, message, "make it smaller: fewer dots, or a stronger compression")


def _menu_faults(guide: Guide, menu: list[Line]) -> Iterator[Problem]:
    """Yield the lines of the menu that lead to no page, or to one that the menu has already."""
    seen: set[str] = set()
    for one in menu:
        parts = split(one.target)
        if parts.scheme or parts.netloc:
            continue
        if one.target not in guide.files:
            near = get_close_matches(one.target, sorted(guide.pages), n=1)
            hint = f"write `{near[0]}`, or " if near else ""
            message = f"the menu leads to `{one.target}`, which is not in docs/"
            yield Problem(one.file, one.line, 1, "", message, f"{hint}delete the line")
        elif one.target in seen:
            yield Problem(one.file, one.line, 1, "", f"`{one.target}` stands in the menu twice", "delete this line")
        seen.add(one.target)


@rule(
    why="A page that is not in the menu is found by nobody, and a line that leads nowhere stops the build.",
    wrong="docs/your-visit.md  (and no line with your-visit.md below `nav` in mkdocs.yml)",
    right="- Your visit: your-visit.md",
    stops_build=True,
)
def pages_in_the_menu(guide: Guide) -> Iterator[Problem]:
    """Each page stands once below `nav` in mkdocs.yml, and each line there leads to a page."""
    if guide.menu is None:
        return
    yield from _menu_faults(guide, guide.menu)
    listed = {one.target for one in guide.menu}
    for page in guide.pages.values():
        if page.name not in listed:
            title = str(page.fields.get("title", "Its title"))
            remedy = f"add a line below `nav` in mkdocs.yml: `- {title}: {page.name}`"
            yield at(page, 1, "this page is not in the menu", remedy)


RULES = (readable_files, file_names, known_files, real_pictures, image_size, pages_in_the_menu)
