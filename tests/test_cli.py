"""The command line: what it answers, and that bad input never makes it fall over or say that all is well."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from guide import rulebook
from guide.checks import RULES
from guide.report import CLEAN, COULD_NOT_RUN, FOUND

from .conftest import ROOT, Run, sentence
from .faults.pages import WHOLE


@pytest.fixture
def broken(guide: Path) -> Path:
    """A guide with one mistake on each of two pages."""
    for name, old in (("height.md", "{#measure}"), ("faq.md", "{#which-hand}")):
        page = guide / "docs" / name
        page.write_text(page.read_text(encoding="utf-8").replace(f" {old}", ""), encoding="utf-8")
    (guide / "docs" / "height.md").write_text(WHOLE.replace("wood.", "TODO."), encoding="utf-8")
    return guide


def test_a_good_guide(run: Run) -> None:
    young = "2 of 2 sources are younger than five years.\n"
    assert run("check") == (CLEAN, f"{young}Nothing to mend in 6 pages.\n", "")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["docs/height.md"], "Nothing to mend in 1 page.\n"),
        (["height.md", "docs/index.md"], "Nothing to mend in 2 pages.\n"),
        (["docs"], "Nothing to mend in 6 pages.\n"),
        (["."], "Nothing to mend in 6 pages.\n"),
        (["docs/assets"], "Nothing to mend in 0 pages.\n"),
        (["--rule", "one-title", "front-matter"], "Nothing to mend in 6 pages.\n"),
        (["--format", "github"], ""),
        (["--format", "json"], "[]\n"),
    ],
)
def test_ways_to_ask(run: Run, words: list[str], said: str) -> None:
    code, out, complaint = run("check", *words)
    assert (code, out.removeprefix("2 of 2 sources are younger than five years.\n"), complaint) == (CLEAN, said, "")


def test_paths_and_rules_choose_what_is_told(broken: Path, run: Run) -> None:
    code, said, _ = run("check", "--rule", "headings-with-ids", "placeholder-text")
    assert code == FOUND
    assert [line.split()[:2] for line in said.splitlines()[:-1]] == [
        ["docs/faq.md:13:1", "headings-with-ids"],
        ["docs/height.md:11:20", "placeholder-text"],
    ]
    code, said, _ = run("check", "docs/faq.md", "--rule", "headings-with-ids", "placeholder-text")
    assert (code, said.splitlines()[-1]) == (FOUND, "1 problem on 1 page.")
    assert run("check", "docs/index.md", "--rule", "headings-with-ids")[0] == CLEAN
    assert run("check", str(broken / "docs" / "faq.md"), "--rule", "headings-with-ids")[0] == FOUND


def test_json_is_a_list_of_objects(broken: Path, run: Run) -> None:
    assert broken
    code, said, _ = run("check", "docs/height.md", "--format", "json", "--rule", "placeholder-text")
    (problem,) = json.loads(said)
    assert code == FOUND
    assert problem.pop("message") == "“TODO” waits for text that is not there"
    assert problem.pop("remedy")
    assert problem == {
        "path": "docs/height.md", "line": 11, "column": 20, "rule": "placeholder-text", "severity": "error",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["docs/heigt.md"], "there is no docs/heigt.md in this guide; did you mean docs/height.md"),
        (["figures"], "there is no figures in this guide; did you mean "),
        (["/etc/passwd"], "there is no /etc/passwd in this guide"),
        (["../tiny2"], "there is no ../tiny2 in this guide"),
        (["a\nb"], "there is no a b in this guide"),
        (["--rule", "one-titel"], "there is no rule called one-titel; did you mean one-title or same-title"),
        (["--rule", "Ünsinn"], "there is no rule called Ünsinn"),
        (["--rule", "one-title", "index.md"], "there is no rule called index.md; write a page in front of --rule"),
    ],
)
def test_what_is_not_there_is_told_with_near_names(run: Run, words: list[str], said: str) -> None:
    code, out, complaint = run("check", *words)
    assert (code, out) == (COULD_NOT_RUN, "")
    assert sentence(complaint).startswith(said)


def test_an_overdue_review_warns_at_first_and_counts_in_the_weekly_run(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1866672000")  # 25 February 2029
    code, said, _ = run("check")
    assert (code, said.splitlines()[-1]) == (CLEAN, "6 warnings on 6 pages.")
    assert run("check", "--format", "github")[1].startswith("::warning file=docs/faq.md,line=5,")
    code, said, _ = run("check", "--scheduled")
    assert (code, said.splitlines()[-1]) == (FOUND, "6 problems on 6 pages.")


def test_without_a_fixed_day_the_clock_counts(run: Run, guide: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    page = guide / "docs" / "index.md"
    page.write_text(page.read_text().replace("reviewed: 2026-03-01", "reviewed: 9999-01-01"), encoding="utf-8")
    assert "`reviewed` is 9999-01-01, which is still to come" in run("check", "--rule", "review-dates")[1]


def _shell(guide: Path, command: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    python = f'"{sys.executable}" -m guide.cli --root "{guide}"'
    line = command.replace("guide", python, 1)
    return subprocess.run(["bash", "-c", line], env=os.environ | variables, capture_output=True, check=False)


@pytest.mark.skipif(sys.platform == "darwin", reason="the disks of a Mac take no such name")
def test_a_name_that_is_no_text(guide: Path) -> None:
    odd = os.fsencode(guide / "docs" / "assets") + b"/caf\xe9\n.txt"
    Path(os.fsdecode(odd)).write_text("x", encoding="utf-8")
    for form in ("text", "github", "json"):
        done = _shell(guide, f"guide check --format {form}", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
        assert (done.returncode, done.stderr) == (FOUND, b""), form
        assert done.stdout.count(b"file-names") == 1
    assert json.loads(done.stdout)[0]["path"] == "docs/assets/caf\udce9\n.txt"


def test_who_has_read_enough_is_not_bothered(guide: Path) -> None:
    (guide / "docs" / "index.md").write_text(WHOLE + "- TODO\n" * 20_000, encoding="utf-8")
    done = _shell(guide, "guide check --rule placeholder-text | head -1; exit ${PIPESTATUS[0]}")
    assert (done.returncode, done.stderr) == (FOUND, b"")
    assert done.stdout.count(b"\n") == 1


def test_a_report_that_goes_nowhere_is_no_clean_report(guide: Path) -> None:
    done = _shell(guide, "guide check >&-")
    assert (done.returncode, done.stderr) == (COULD_NOT_RUN, b"guide: there is nowhere to write the report to\n")


def test_who_wants_no_complaints_still_learns_how_it_ended(guide: Path) -> None:
    done = _shell(guide, "guide finish nowhere 2>&-")
    assert (done.returncode, done.stdout) == (COULD_NOT_RUN, b"")


def test_who_stops_it_sees_nothing_of_the_program(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_root: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("guide.cli.read_guide", stop)
    assert run("check") == (COULD_NOT_RUN, "", "")


def test_a_wrong_word_is_told(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        run("check", "--format", "xml")
    assert stopped.value.code == COULD_NOT_RUN
    assert "invalid choice: 'xml'" in capsys.readouterr().err


def test_every_rule_is_listed_with_all_it_needs(run: Run) -> None:
    code, said, _ = run("rules")
    assert code == CLEAN
    names = [line for line in said.splitlines() if line and not line.startswith(" ")]
    assert names == [rule.name for rule in RULES]
    assert len(set(names)) == len(names)
    for rule in RULES:
        assert all((rule.asks, rule.why, rule.wrong, rule.right)), rule.name
        assert rule.asks.endswith("."), rule.name


def test_the_rules_in_contributing_are_the_rules() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    listed = text.partition(rulebook.BEGIN)[2].partition(rulebook.END)[0].strip()
    assert listed == rulebook.as_markdown(RULES), "run `.venv/bin/guide rules --write CONTRIBUTING.md`"


def test_the_list_is_written_between_its_marks(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "HELP.md"
    page.write_text(f"# Help\n\n{rulebook.BEGIN}\nold\n{rulebook.END}\n\nMore.\n", encoding="utf-8")
    for _ in range(2):
        assert run("rules", "--write", str(page))[0] == CLEAN
        text = page.read_text(encoding="utf-8")
        assert text.startswith(f"# Help\n\n{rulebook.BEGIN}\n\n### ")
        assert text.endswith(f"\n\n{rulebook.END}\n\nMore.\n")
        assert "\nold\n" not in text
    assert text.count("#### `one-title`") == 1
    assert run("rules", "--format", "markdown")[1].strip() in text


@pytest.mark.parametrize(
    "text", ["", rulebook.BEGIN, f"{rulebook.END}{rulebook.BEGIN}", rulebook.BEGIN * 2 + rulebook.END]
)
def test_a_page_without_its_marks_stays_as_it_is(run: Run, tmp_path: Path, text: str) -> None:
    page = tmp_path / "HELP.md"
    page.write_text(text, encoding="utf-8")
    code, _, complaint = run("rules", "--write", str(page))
    assert (code, page.read_text(encoding="utf-8")) == (COULD_NOT_RUN, text)
    assert "needs one line `<!-- rules: begin -->`" in sentence(complaint)
    assert run("rules", "--write", str(tmp_path / "no.md"))[0] == COULD_NOT_RUN


def test_figures_says_what_is_out_of_date_and_mends_it(run: Run, guide: Path) -> None:
    assert run("figures") == (0, "", "")
    drawing = guide / "docs" / "assets" / "figures" / "too-high.svg"
    right = drawing.read_bytes()
    drawing.write_bytes(right.replace(b"60 of 100", b"61 of 100"))
    stale = "docs/assets/figures/too-high.svg is out of date -> run `make figures`\n"
    assert run("figures") == (1, stale, "")
    assert run("figures", "--write") == (0, "Wrote docs/assets/figures/too-high.svg.\n", "")
    assert drawing.read_bytes() == right
    assert run("figures", "--write") == (0, "Every drawing was as it should be.\n", "")
