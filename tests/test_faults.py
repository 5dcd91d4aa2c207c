"""Every planted fault is found, exactly where it is, and nothing that is right is stopped."""

from __future__ import annotations

import importlib
import json
import pkgutil
from pathlib import Path

import pytest

from guide.checks import RULES, check
from guide.content import read_guide
from guide.permalinks import FILE, write_permalinks

from . import faults
from .faults import Fault, Good, menu, permalinks

FAMILIES = [importlib.import_module(f"tests.faults.{module.name}") for module in pkgutil.iter_modules(faults.__path__)]
FAULTS: list[Fault] = [fault for family in FAMILIES for fault in family.FAULTS]
GOOD: list[Good] = [good for family in FAMILIES for good in family.GOOD]


def _found(guide: Path) -> list[tuple[str, str, int]]:
    return sorted((problem.rule, problem.path, problem.line) for problem in check(read_guide(guide)))


def test_the_tiny_guide_is_good(guide: Path) -> None:
    assert [str(problem) for problem in check(read_guide(guide))] == []


def _list_new_pages(guide: Path) -> None:
    """Put the pages that an edit brought into the menu."""
    path = guide / "mkdocs.yml"
    known = path.read_text(encoding="utf-8")
    new = (name for name in read_guide(guide).pages if name not in known)
    path.write_text(known + "".join(f"  - {json.dumps(name)}\n" for name in new), encoding="utf-8")


def _edited(guide: Path, case: Fault | Good) -> None:
    """Make the edit; only the families of the menu and of addresses are about those that an edit brings or takes."""
    case.edit(guide)
    if case not in [*menu.FAULTS, *menu.GOOD]:
        _list_new_pages(guide)
    if case not in [*permalinks.FAULTS, *permalinks.GOOD]:
        (guide / "docs" / FILE).unlink()
        write_permalinks(read_guide(guide))


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: str(fault.name))
def test_a_fault_is_found_and_nothing_else(guide: Path, fault: Fault) -> None:
    _edited(guide, fault)
    assert _found(guide) == sorted(fault.expected)


@pytest.mark.parametrize("good", GOOD, ids=lambda good: str(good.name))
def test_what_is_right_passes(guide: Path, good: Good) -> None:
    _edited(guide, good)
    assert [str(problem) for problem in check(read_guide(guide))] == []


def test_every_rule_has_two_faults() -> None:
    counts = {rule.name: 0 for rule in RULES}
    for fault in FAULTS:
        for name in {expected[0] for expected in fault.expected}:
            counts[name] += 1
    assert {name: count for name, count in counts.items() if count < 2} == {}
