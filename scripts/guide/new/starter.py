"""Another guide: a small whole example on another subject, with everything that this project builds it with."""

from __future__ import annotations

import re
import shutil
import tempfile
from datetime import date
from pathlib import Path

from guide.content import read_guide
from guide.finish.dates import MONTHS
from guide.new.asking import NewError
from guide.new.editing import writers_day
from guide.new.page import SETTINGS, in_a_year
from guide.permalinks import write_permalinks

STARTER = Path(__file__).parent / "example"
# What every guide is built, checked and published with, and no guide's own text. Names that end alike are one entry.
COPIED = (
    *(".ci", ".devcontainer", ".github", ".gitignore", ".pre-commit-config.yaml"),
    *("CODE_OF_CONDUCT.md", "CONTRIBUTING.md", "LICENSE", "Makefile", "SECURITY.md"),
    *("overrides", "pyproject.toml", "requirements*.txt", "scripts"),
    *("docs/rules.yml", "docs/assets/favicon.svg", "docs/assets/*.css", "docs/assets/*.js"),
)
LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.egg-info", ".*_cache", "images")
NEEDED = ("Makefile", "overrides", SETTINGS)
# A line that begins a part of the settings: its name.
PART = re.compile(r"^(?P<name>[a-z_]+):", re.M)
DATES = re.compile(r"^(reviewed|next_review): .*$", re.M)
READ = re.compile(r"^(  sources_read: ).*$", re.M)


def _copy(root: Path, folder: Path) -> None:
    """Copy what every guide is made with."""
    for pattern in COPIED:
        for path in sorted(root.glob(pattern)):
            target = folder / path.relative_to(root)
            target.parent.mkdir(parents=True, exist_ok=True)
            if path.is_dir():
                shutil.copytree(path, target, ignore=LEFT_OUT)
            else:
                shutil.copy(path, target)


def _parts(text: str) -> dict[str, str]:
    """Return the parts of the settings by their names, each with the remark above it."""
    lines, parts, name, remark = text.splitlines(keepends=True), dict[str, str](), "", ""
    for line in lines:
        found = PART.match(line)
        if found:
            name = found["name"]
            parts[name], remark = remark + line, ""
        elif line.startswith("#") or not line.strip():
            remark += line
        else:
            parts[name], remark = parts.get(name, "") + remark + line, ""
    return parts


def settings_for(text: str, own: str) -> str:
    """Return the settings of this project with the parts that are a guide's own in the place of its own."""
    merged = {**_parts(text), **_parts(own)}
    return "".join(merged.values()).rstrip("\n") + "\n"


def _date(folder: Path, today: date) -> None:
    """Let every page of the new guide say that it was checked today."""
    days = {"reviewed": today, "next_review": in_a_year(today)}
    for path in (folder / "docs").glob("*.md"):
        text = DATES.sub(lambda found: f"{found[1]}: {days[found[1]]}", path.read_text(encoding="utf-8"))
        path.write_text(text, encoding="utf-8", newline="\n")


def _fill(root: Path, folder: Path) -> None:
    """Fill a folder with a new guide."""
    shutil.copytree(STARTER, folder, dirs_exist_ok=True, ignore=LEFT_OUT)
    _copy(root, folder)
    today = writers_day()
    own = READ.sub(rf"\g<1>{MONTHS[today.month - 1]} {today.year}", (STARTER / SETTINGS).read_text(encoding="utf-8"))
    merged = settings_for((root / SETTINGS).read_text(encoding="utf-8"), own)
    (folder / SETTINGS).write_text(merged, encoding="utf-8", newline="\n")
    _date(folder, today)
    write_permalinks(read_guide(folder))


def start(root: Path, folder: Path) -> None:
    """Make a new guide in a folder that is not there yet, or is empty. Raises NewError, and then makes none."""
    missing = next((name for name in NEEDED if not (root / name).exists()), None)
    if missing:
        raise NewError(f"there is no {missing} here; run this in the project that the new guide shall be built with")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NewError(f"{folder} is there already; choose a folder that is not there, or is empty")
    if folder.resolve().is_relative_to((root / "docs").resolve()):
        raise NewError(f"{folder} lies in docs/, where it would be published; choose a folder outside")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as place:
        draft = Path(place) / folder.name
        _fill(root, draft)
        if folder.exists():
            folder.rmdir()
        draft.rename(folder)
