"""What a change does to the pages is told in a table, and no name of a page can break it."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from guide.build import build
from guide.compare import HEAD, UNCHANGED, Measures, as_markdown, measure

from .conftest import ROOT, TINY, Run, copy_pages
from .faults.pages import WHOLE

ONE, TWO = Measures(100, 5.0, 9_000), Measures(120, 5.5, 9_100)


@pytest.mark.parametrize(
    ("old", "new", "row"),
    [
        (ONE, TWO, "| a.md | 100 → 120 | 5.0 → 5.5 | 9,000 → 9,100 |"),
        (ONE, Measures(100, 5.0, 9_001), "| a.md | 100 | 5.0 | 9,000 → 9,001 |"),
        (None, ONE, "| a.md (new) | 100 | 5.0 | 9,000 |"),
        (ONE, None, "| a.md (gone) | 100 | 5.0 | 9,000 |"),
        (Measures(100, 5.0), Measures(101, 5.0), "| a.md | 100 → 101 | 5.0 | – |"),
    ],
)
def test_a_row(old: Measures | None, new: Measures | None, row: str) -> None:
    before, after = ({"a.md": one} if one else {} for one in (old, new))
    assert as_markdown(before, after) == f"{HEAD}\n{row}"


def test_what_did_not_change_is_left_out() -> None:
    assert as_markdown({"a.md": ONE}, {"a.md": ONE}) == UNCHANGED
    assert as_markdown({"a.md": ONE}, {"a.md": Measures(100, 5.0)}) == UNCHANGED


def test_a_name_cannot_break_the_table() -> None:
    table = as_markdown({}, {"a|b\n[c](d)<i>.md": ONE})
    assert table.splitlines()[-1].startswith(r"| a\|b�\[c\](d)\<i\>.md (new) |")
    assert len(table.splitlines()) == 3


def test_the_command(guide: Path, run: Run, tmp_path: Path) -> None:
    old = copy_pages(TINY, tmp_path / "old")
    (guide / "docs" / "extra.md").write_text(WHOLE, encoding="utf-8")
    page = guide / "docs" / "height.md"
    page.write_text(page.read_text().replace("Stand in your shoes.", "Stand up in your shoes."), encoding="utf-8")
    code, said, complaint = run("compare", str(old), str(guide))
    assert (code, complaint) == (0, "")
    words = measure(old)["height.md"].words
    assert f"| height.md | {words} → {words + 1} | " in said
    assert "| extra.md (new) | " in said
    assert "index.md" not in said


def test_a_built_page_has_a_weight(tiny: Path) -> None:
    assert measure(tiny)["height.md"].bytes is None
    build(tiny)
    assert 3_000 < (measure(tiny)["height.md"].bytes or 0) < 20_000


def test_the_last_commit_is_compared(tiny: Path, tmp_path: Path) -> None:
    def git(*words: str) -> None:
        subprocess.run(["git", *words], cwd=tiny, check=True, capture_output=True)

    (tiny / ".venv").symlink_to(ROOT / ".venv")
    shutil.copy(ROOT / "scripts" / "compare.sh", tiny / "scripts")
    git("init", "--quiet")
    summary = tmp_path / "summary.md"
    environment = {**os.environ, "GITHUB_STEP_SUMMARY": str(summary)}

    def compare() -> str:
        result = subprocess.run(
            ["sh", "scripts/compare.sh"], cwd=tiny, env=environment, capture_output=True, text=True, check=True
        )
        return result.stdout

    git("add", "docs", "overrides", "scripts", "mkdocs.yml", "base.yml")
    git("commit", "--quiet", "--message", "one")
    assert "nothing to compare with" in compare()
    page = tiny / "docs" / "height.md"
    page.write_text(page.read_text().replace("Stand in your shoes.", "Stand up in your shoes."), encoding="utf-8")
    git("commit", "--quiet", "--all", "--message", "two")
    assert compare() == ""
    *_, row = summary.read_text(encoding="utf-8").splitlines()
    words = measure(tiny)["height.md"].words
    assert row.startswith(f"| height.md | {words - 1} → {words} | ")
