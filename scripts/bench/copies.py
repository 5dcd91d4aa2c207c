"""Copies of the guide in temporary folders: as it is, or grown to any number of pages and terms."""

from __future__ import annotations

import os
import re
import resource
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple

import yaml

# Lists that are looked things up in, not read: they have bounds of their own.
LONG_LISTS = frozenset({"references", "glossary", "evidence"})
PARTS = ("docs", "overrides", "scripts/guide")
TIMED_HOOK = Path(__file__).parent / "timed_hook.py"
GLOSSARY, TERM = "guide.glossary", "\n### {name} {{#grown-{name}}}\n\nA word that this copy was grown with.\n"
# Long words make good terms: they stand on many pages and are no part of others.
WORD = re.compile(r"\b[a-z]{7,}\b")


class BrokenGuideError(Exception):
    """A copy of the guide could not be built; the message is what the build said."""


class Cost(NamedTuple):
    """What a command took: seconds on the wall, and seconds of the CPU, which other programs disturb less."""

    wall: float
    cpu: float


def _now() -> Cost:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(perf_counter(), used.ru_utime + used.ru_stime)


def run(command: list[str], folder: Path, **variables: str) -> Cost:
    """Run a command in a folder; return what it took. Raises BrokenGuideError with what it said."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"} | variables
    start = _now()
    result = subprocess.run(  # noqa: S603 - the commands are constants
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    end = _now()
    if result.returncode:
        raise BrokenGuideError(f"{' '.join(command)}\n{result.stdout}{result.stderr}")
    return Cost(end.wall - start.wall, end.cpu - start.cpu)


def make_site(guide: Path, **variables: str) -> Cost:
    """Check, build and finish a guide as `make site` does."""
    return run([sys.executable, "-m", "guide.cli", "build"], guide, **variables)


def generate(guide: Path) -> Cost:
    """Run MkDocs alone."""
    return run([sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"], guide)


def copy_guide(root: Path, target: Path) -> Path:
    """Copy all that a build reads."""
    for part in PARTS:
        shutil.copytree(root / part, target / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(root / "mkdocs.yml", target)
    return target


@dataclass(frozen=True)
class Grown:
    """A copy with as many pages and terms as asked for: the real ones, then copies of pages that are no long lists."""

    pages: int
    terms: int = 0
    finishing: bool = True
    glossary: bool = True

    def make(self, root: Path, target: Path) -> Path:
        """Write the copy."""
        copy_guide(root, target)
        names = self._add_pages(target / "docs")
        self._add_terms(target / "docs" / "glossary.md")
        settings = self._settings((root / "mkdocs.yml").read_text(encoding="utf-8"), names)
        (target / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
        return target

    def _add_pages(self, docs: Path) -> list[str]:
        """Copy pages; return the names of the new ones."""
        pages = sorted(docs.glob("*.md"))
        models = cycle(path for path in pages if path.stem not in LONG_LISTS)
        added = {f"grown-{n:03}.md": model for n, model in enumerate(islice(models, max(0, self.pages - len(pages))))}
        for name, model in added.items():
            shutil.copy(model, docs / name)
        return list(added)

    def _add_terms(self, glossary: Path) -> None:
        """Make terms of the words that the pages use most."""
        text = glossary.read_text(encoding="utf-8")
        missing = self.terms - len(re.findall("^### ", text, re.M))
        pages = (path for path in sorted(glossary.parent.glob("*.md")) if path.stem not in LONG_LISTS)
        words = Counter(word for path in pages for word in WORD.findall(path.read_text(encoding="utf-8")))
        known = text.lower()
        new = [word for word, _ in words.most_common() if word.rstrip("s") not in known][: max(0, missing)]
        glossary.write_text(text + "".join(TERM.format(name=word) for word in new), encoding="utf-8")

    def _settings(self, text: str, names: list[str]) -> dict[str, Any]:
        """Return the guide's own settings, changed as this copy needs them."""
        settings: dict[str, Any] = yaml.safe_load(text.replace("!ENV ", ""))
        settings["site_url"] = "https://example.org/guide/"
        settings["hooks"] = [str(TIMED_HOOK)] if self.finishing else []
        if names:
            settings["nav"].append({"Grown": [{f"Page {name}": name} for name in names]})
        if not self.glossary:
            extensions = settings["markdown_extensions"]
            settings["markdown_extensions"] = [one for one in extensions if GLOSSARY not in one]
        return settings
