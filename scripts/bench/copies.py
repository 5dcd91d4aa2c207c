"""Copies of the guide in temporary folders: as it is, or grown to any number of pages and terms."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter
from typing import Any

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


def run(command: list[str], folder: Path, **variables: str) -> float:
    """Run a command in a folder; return the seconds it took. Raises BrokenGuideError with what it said."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"} | variables
    start = perf_counter()
    result = subprocess.run(  # noqa: S603 - the commands are constants
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    seconds = perf_counter() - start
    if result.returncode:
        raise BrokenGuideError(f"{' '.join(command)}\n{result.stdout}{result.stderr}")
    return seconds


def make_site(guide: Path, **variables: str) -> float:
    """Check, build and finish a guide as `make site` does; return the seconds it took."""
    return run([sys.executable, "-m", "guide.cli", "build"], guide, **variables)


def generate(guide: Path) -> float:
    """Run MkDocs alone; return the seconds it took."""
    return run([sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"], guide)


def copy_guide(root: Path, target: Path) -> Path:
    """Copy all that a build reads."""
    for part in PARTS:
        shutil.copytree(root / part, target / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(root / "mkdocs.yml", target)
    return target


@dataclass(frozen=True)
class Grown:
    """A copy with as many pages and terms as asked for, and how it is built."""

    pages: int
    terms: int = 0
    finishing: bool = True
    glossary: bool = True
    # The pages it has: the real ones, then copies of those that are no long lists.
    names: list[str] = field(default_factory=list)

    def make(self, root: Path, target: Path) -> Path:
        """Write the copy."""
        copy_guide(root, target)
        docs = target / "docs"
        self._add_pages(docs)
        self._add_terms(docs / "glossary.md")
        settings = self._settings((root / "mkdocs.yml").read_text(encoding="utf-8"))
        (target / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
        return target

    def _add_pages(self, docs: Path) -> None:
        pages = sorted(docs.glob("*.md"))
        models = cycle(path for path in pages if path.stem not in LONG_LISTS)
        for number, model in enumerate(islice(models, max(0, self.pages - len(pages)))):
            self.names.append(f"grown-{number:03}.md")
            shutil.copy(model, docs / self.names[-1])

    def _add_terms(self, glossary: Path) -> None:
        text = glossary.read_text(encoding="utf-8")
        missing = self.terms - len(re.findall("^### ", text, re.M))
        pages = (path for path in sorted(glossary.parent.glob("*.md")) if path.stem not in LONG_LISTS)
        words = Counter(word for path in pages for word in WORD.findall(path.read_text(encoding="utf-8")))
        known = text.lower()
        new = [word for word, _ in words.most_common() if word.rstrip("s") not in known][: max(0, missing)]
        glossary.write_text(text + "".join(TERM.format(name=word) for word in new), encoding="utf-8")

    def _settings(self, text: str) -> dict[str, Any]:
        settings: dict[str, Any] = yaml.safe_load(text.replace("!ENV ", ""))
        settings["site_url"] = "https://example.org/guide/"
        settings["hooks"] = [str(TIMED_HOOK)] if self.finishing else []
        if self.names:
            settings["nav"].append({"Grown": [{f"Page {name}": name} for name in self.names]})
        if not self.glossary:
            extensions = settings["markdown_extensions"]
            settings["markdown_extensions"] = [one for one in extensions if GLOSSARY not in one]
        return settings
