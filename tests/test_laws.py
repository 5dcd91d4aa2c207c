"""The laws of the program: who may know whom, who prints, and that it knows nothing about the subject of the guide."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from .conftest import ROOT

PACKAGE = ROOT / "scripts" / "guide"
MODULES = [path for path in sorted(PACKAGE.rglob("*.py")) if "example" not in path.parts]
TEXTS = [path for path in sorted((ROOT / "scripts").rglob("*")) if path.is_file() and "__pycache__" not in path.parts]


def imported(path: Path) -> Iterator[str]:
    """Yield the modules that a module names in its imports, each with what is taken from it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{one.name}" for one in node.names)


def importers(of: str, inside: str = "") -> set[str]:
    """Return the modules below a folder of the package that import something."""
    below = (path for path in MODULES if path.is_relative_to(PACKAGE / inside))
    return {
        path.relative_to(PACKAGE).as_posix()
        for path in below
        if any(f"{it}.".startswith(f"{of}.") for it in imported(path))
    }


def test_the_looking_finds_something() -> None:
    assert len(MODULES) > 100
    assert {"cli.py", "build.py"} <= importers("guide.checks")
    assert importers("guide.report", "checks")


@pytest.mark.parametrize(
    ("of", "inside"),
    [
        ("guide.cli", ""),
        *((f"guide.{later}", "checks") for later in ("build", "finish", "links", "new", "pack")),
        *((f"guide.{other}", "pack") for other in ("checks", "links", "new")),
        *((f"guide.{later}", "finish") for later in ("build", "checks", "links", "new", "pack")),
        ("guide.checks", "figures"),
    ],
)
def test_data_flows_one_way(of: str, inside: str) -> None:
    assert importers(of, inside) == set()


def test_only_the_report_prints() -> None:
    printing = {path.name for path in MODULES if "stdout.write" in path.read_text(encoding="utf-8")}
    assert printing == {"report.py"}


def brand() -> str:
    """Return the name of the guide as its head shows it."""
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV ", ""))
    return str(settings["extra"]["brand"]).casefold()


@pytest.mark.parametrize("word", [brand(), "cryo", "nerve"])
def test_the_program_does_not_know_the_subject(word: str) -> None:
    assert [path.name for path in TEXTS if word in path.read_text(encoding="utf-8").casefold()] == []
