"""The list of published addresses is written without losing what stands in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.cli import main
from guide.content import read_guide
from guide.permalinks import FILE, write_permalinks


def _listed(guide: Path) -> list[str]:
    return (guide / "docs" / FILE).read_text(encoding="utf-8").splitlines()


def test_the_list_of_a_good_guide_stays_as_it_is(tiny: Path) -> None:
    before = _listed(tiny)
    assert write_permalinks(read_guide(tiny)) == 0
    assert _listed(tiny) == before


def test_new_addresses_are_added_and_old_ones_stay(tiny: Path) -> None:
    page = tiny / "docs" / "height.md"
    page.write_text(page.read_text(encoding="utf-8").replace("{#measure}", "{#new}"), encoding="utf-8")
    assert write_permalinks(read_guide(tiny)) == 1
    assert {"height.html#measure", "height.html#new"} <= set(_listed(tiny))


def test_what_is_gone_keeps_its_reason(tiny: Path) -> None:
    path = tiny / "docs" / FILE
    path.write_text("height.html\n\nremoved:\nold.html: it is one page with height.html now\n", encoding="utf-8")
    write_permalinks(read_guide(tiny))
    assert _listed(tiny)[-3:] == ["", "removed:", "old.html: it is one page with height.html now"]


def test_the_command_writes_or_lists(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tiny / "docs" / FILE).unlink()
    assert main(["--root", str(tiny), "permalinks"]) == 0
    assert "height.html#measure" in capsys.readouterr().out.splitlines()
    assert not (tiny / "docs" / FILE).exists()
    assert main(["--root", str(tiny), "permalinks", "--write"]) == 0
    assert "height.html#measure" in _listed(tiny)
