"""One golden report: everything that is said of a bad guide, to people, to GitHub and to programs.

After a change that is meant: `GOLDEN=write .venv/bin/pytest tests/test_report.py`, then read what changed.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from guide.checks import RULES
from guide.cli import main
from guide.report import FOUND, WARNING, Problem, as_github, as_json, as_text, closing

from .conftest import copy_pages

BAD = Path(__file__).parent / "guides" / "bad"
GOLDEN = {"text": "report.txt", "github": "report.github.txt", "json": "report.json"}


@pytest.mark.parametrize("form", GOLDEN)
def test_the_whole_report_of_a_bad_guide(tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str) -> None:
    guide = copy_pages(BAD, tmp_path)
    assert main(["--root", str(guide), "check", "--format", form]) == FOUND
    said = capsys.readouterr().out
    if os.environ.get("GOLDEN") == "write":
        (BAD / GOLDEN[form]).write_text(said, encoding="utf-8")
    assert said == (BAD / GOLDEN[form]).read_text(encoding="utf-8")


def test_the_three_forms_tell_the_same() -> None:
    told = json.loads((BAD / GOLDEN["json"]).read_text(encoding="utf-8"))
    lines = (BAD / GOLDEN["text"]).read_text(encoding="utf-8").splitlines()[:-1]
    marks = (BAD / GOLDEN["github"]).read_text(encoding="utf-8").splitlines()
    assert len(told) == len(lines) == len(marks) > 20
    assert {problem["rule"] for problem in told} <= {rule.name for rule in RULES}
    for problem, line in zip(told, lines, strict=True):
        assert line == "{path}:{line}:{column} {rule} {message} -> {remedy}".format(**problem)
        assert set(problem) == {"path", "line", "column", "rule", "message", "remedy", "severity"}


ODD = Problem("docs/a,b:c\n%.md", 0, 1, "file-names", "50% “ä”\r\nx \x1b[31m\udcff", "call it `a`")


def test_github_reads_odd_names_as_they_are() -> None:
    place = "file=docs/a%2Cb%3Ac%0A%25.md,line=1,col=1,title=file-names"
    assert as_github([ODD]) == f"::error {place}::50%25 “ä”%0D%0Ax \x1b[31m\udcff -> call it `a`"


def test_an_odd_name_cannot_break_the_line_or_move_the_cursor() -> None:
    line = r"docs/a,b:c\u000a%.md:0:1 file-names 50% “ä”\u000d\u000ax \u001b[31m\udcff -> call it `a`"
    assert as_text([ODD]) == line


def test_json_holds_everything() -> None:
    assert json.loads(as_json([ODD])) == [vars(ODD)]


@pytest.mark.parametrize(
    ("paths", "severity", "said"),
    [
        ([], "error", "Nothing to mend in 18 pages."),
        (["docs/a.md"], "error", "1 problem on 1 page."),
        (["docs/a.md", "docs/a.md", "docs/b.md"], "error", "3 problems on 2 pages."),
        (["docs/a.md", "docs/b.svg"], "error", "2 problems in 2 files."),
        (["docs/a.md"], WARNING, "1 warning on 1 page."),
    ],
)
def test_the_last_line_counts(paths: list[str], severity: str, said: str) -> None:
    assert closing([Problem(path, 1, 1, "x", "x", "x", severity) for path in paths], 18) == said


def test_the_last_line_tells_problems_from_warnings() -> None:
    problems = [Problem("docs/a.md", 1, 1, "x", "x", "x", severity) for severity in ("error", "error", WARNING)]
    assert closing(problems, 18) == "2 problems and 1 warning on 1 page."
