"""The weekly look keeps one issue up to date, and calls nobody for what is only unknown."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from guide import weekly
from guide.report import COULD_NOT_RUN, Problem, as_json

from .conftest import ROOT

BROKEN = Problem("docs/a.md", 7, 1, "outside-broken", "“https://a.example/” is gone", "leave the link out")
OVERDUE = Problem("docs/b.md", 5, 1, "review-overdue", "the review is overdue", "read it again")
UNKNOWN = Problem("docs/a.md", 9, 1, "outside-unknown", "“https://b.example/” may be there", "open it")


def test_the_text_of_the_issue() -> None:
    assert weekly.as_issue([UNKNOWN, OVERDUE, BROKEN]).splitlines() == [
        "## To mend",
        "",
        "- [ ] `docs/a.md:7` `“https://a.example/” is gone -> leave the link out`",
        "- [ ] `docs/b.md:5` `the review is overdue -> read it again`",
        "",
        "## Not known: please open these in a browser",
        "",
        "- [ ] `docs/a.md:9` `“https://b.example/” may be there -> open it`",
        "",
        weekly.CLOSING,
    ]


def test_words_of_a_page_stay_words() -> None:
    text = weekly.as_issue([Problem("docs/a`@all\n.md", 1, 1, "x", "`@everybody`\n# Loud", "mend it")])
    assert "- [ ] `docs/a'@all�.md:1` `'@everybody'�# Loud -> mend it`" in text.splitlines()


@pytest.mark.parametrize(
    ("problems", "code", "said"),
    [([], 0, weekly.NOTHING), ([UNKNOWN], 0, weekly.NOTHING), ([UNKNOWN, BROKEN], 1, weekly.TO_MEND)],
)
def test_only_what_is_to_mend_calls_somebody(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], problems: list[Problem], code: int, said: str
) -> None:
    (tmp_path / "links.json").write_text(as_json(problems), encoding="utf-8")
    (tmp_path / "reviews.json").write_text("[]\n", encoding="utf-8")
    assert weekly.main([str(tmp_path / "links.json"), str(tmp_path / "reviews.json")]) == code
    assert said in capsys.readouterr().out


@pytest.mark.parametrize("text", ["", "[", "{}x", '[{"path": "docs/a.md"}]', "[1]"])
def test_what_cannot_be_read_is_not_told_as_all_well(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    (tmp_path / "links.json").write_text(text, encoding="utf-8")
    assert weekly.main([str(tmp_path / "links.json")]) == COULD_NOT_RUN
    assert weekly.main([str(tmp_path / "none.json")]) == COULD_NOT_RUN
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("guide: the weekly look has no findings to tell of: ") == 2


GUIDE = """#!/bin/sh
case $1 in
  links-external) cat "$HERE/links.json"; exit "$LINKS" ;;
  check) cat "$HERE/reviews.json"; exit "$REVIEWS" ;;
esac
"""
GH = """#!/bin/sh
echo "$@" >>"$HERE/calls"
case "$1 $2" in
  "issue list") [ -z "$OFF" ] || exit 1; echo "$NUMBER" ;;
esac
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A project in which `guide` and `gh` are programs that say what a test wants and note how they were called."""
    (tmp_path / "scripts").mkdir()
    shutil.copy(ROOT / "scripts" / "weekly.sh", tmp_path / "scripts")
    for name, text in ((".venv/bin/guide", GUIDE), ("bin/gh", GH)):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(text)
        (tmp_path / name).chmod(0o755)
    (tmp_path / ".venv" / "bin" / "python").symlink_to(ROOT / ".venv" / "bin" / "python")
    (tmp_path / "reviews.json").write_text("[]")
    return tmp_path


def look(place: Path, problems: list[Problem], links: int, **values: str) -> tuple[int, list[str], str]:
    (place / "links.json").write_text(as_json(problems), encoding="utf-8")
    environment = {
        **os.environ,
        "HERE": str(place),
        "PATH": f"{place / 'bin'}:{os.environ['PATH']}",
        "LINKS": str(links),
        "REVIEWS": "0",
        "NUMBER": "",
        "OFF": "",
        "GH_TOKEN": "x",
        "PYTHONPATH": str(ROOT / "scripts"),
        "GITHUB_STEP_SUMMARY": str(place / "summary.md"),
        **values,
    }
    result = subprocess.run(
        ["sh", "scripts/weekly.sh"], cwd=place, env=environment, capture_output=True, text=True, check=False
    )
    calls = place / "calls"
    listed = calls.read_text().splitlines() if calls.exists() else []
    return result.returncode, [call for call in listed if not call.startswith("issue list")], result.stdout


@pytest.mark.parametrize(
    ("problems", "links", "number", "code", "call"),
    [
        ([BROKEN], 1, "", 1, "issue create --title Weekly look: links and reviews --body-file "),
        ([BROKEN], 1, "12", 1, "issue edit 12 --body-file "),
        ([UNKNOWN], 0, "", 0, None),
        ([UNKNOWN], 0, "12", 0, "issue close 12 "),
    ],
)
def test_one_issue_is_kept_up_to_date(
    place: Path, problems: list[Problem], links: int, number: str, code: int, call: str | None
) -> None:
    status, calls, _ = look(place, problems, links, NUMBER=number)
    assert status == code
    assert len(calls) == (call is not None)
    assert call is None or calls[0].startswith(call)
    assert (place / "summary.md").read_text(encoding="utf-8") == f"{weekly.as_issue(problems)}\n"


def test_a_look_that_failed_says_nothing_of_the_guide(place: Path) -> None:
    assert look(place, [], 2)[:2] == (2, [])
    assert look(place, [], 0, REVIEWS="2")[:2] == (2, [])
    assert look(place, [], 0, LINKS="0", HERE=str(place / "nowhere"))[:2] == (2, [])
    assert not (place / "summary.md").exists()


def test_without_issues_or_a_token_the_text_is_still_told(place: Path) -> None:
    status, calls, said = look(place, [BROKEN], 1, OFF="1")
    assert (status, calls) == (1, [])
    assert said.startswith("::warning::This repository has its issues turned off")
    status, calls, _ = look(place, [BROKEN], 1, GH_TOKEN="")
    assert (status, calls) == (1, [])
    assert json.loads((place / ".build" / "weekly" / "links.json").read_text())[0]["rule"] == BROKEN.rule


@pytest.mark.skipif(shutil.which("jq") is None, reason="jq is not on this computer; gh brings its own")
@pytest.mark.parametrize("login", ["app/github-actions", "github-actions[bot]"])
def test_the_issue_is_known_by_its_title_and_who_opened_it(place: Path, login: str) -> None:
    look(place, [BROKEN], 1)
    listed = next(call for call in (place / "calls").read_text().splitlines() if call.startswith("issue list"))
    title = "Weekly look: links and reviews"
    issues = [
        {"number": 1, "title": title, "author": {"login": "a-stranger"}},
        {"number": 2, "title": "Another", "author": {"login": login}},
        {"number": 3, "title": title, "author": {"login": login}},
    ]
    for known, number in ((issues, "3\n"), (issues[:2], "")):
        command = ["jq", "-r", listed.partition("--jq ")[2]]
        found = subprocess.run(command, input=json.dumps(known), capture_output=True, text=True, check=True)
        assert found.stdout == number
