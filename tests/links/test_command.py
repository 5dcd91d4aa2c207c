"""`guide links` runs the three looks, tells each fault once, and says what happened by its exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from guide.cli import main
from guide.links import command, nu
from guide.links.site import Finding

from ..conftest import ROOT
from .planting import both, frame, text


def run(guide: Path, *options: str) -> int:
    return main(["--root", str(guide), "links", *options])


def test_the_real_site_has_no_fault(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["--root", str(ROOT), "links", str(site)])
    said = capsys.readouterr()
    assert (said.out.splitlines()[:-1], said.err, status) == ([], "", 0)


def test_a_good_site_is_said_to_be_good(guide: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(guide) == 0
    assert capsys.readouterr().out == "Nothing to mend in 7 pages.\n"


def test_what_two_of_them_find_is_told_once(guide: Path, capsys: pytest.CaptureFixture[str]) -> None:
    both(text("<a href=gone.html>x</a><p id=a>x</p><p id=a>x</p>"), frame("<nav><dd>x</dd></nav>"))(guide)
    assert run(guide, "--format", "json") == 1
    problems = json.loads(capsys.readouterr().out)
    assert [(one["rule"], one["path"]) for one in problems] == [
        ("dead-link", "docs/height.md"),
        ("one-id", "docs/height.md"),
        ("html", "site/height.html"),
    ]


@pytest.mark.parametrize(("name", "rule"), [("reader", "dead-link"), ("linkchecker", "linkchecker")])
def test_one_alone(guide: Path, capsys: pytest.CaptureFixture[str], name: str, rule: str) -> None:
    both(text("<a href=gone.html>x</a>"), frame("<nav><dd>x</dd></nav>"))(guide)
    assert run(guide, str(guide / "site"), "--only", name, "--format", "github") == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith(f"::error file=docs/height.md,line=1,col=1,title={rule}::“gone.html” leads to nothing -> ")


def test_a_warning_is_no_fault(
    guide: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    warning = Finding("faq.html", None, "", "page-weight", "heavy", "make it lighter", "warning")
    monkeypatch.setitem(command.LOOKS, "reader", lambda _site: [warning])
    assert run(guide, "--only", "reader") == 0
    assert capsys.readouterr().out == "docs/faq.md:0:1 page-weight heavy -> make it lighter\n1 warning on 1 page.\n"


def test_what_could_not_run_is_said(
    guide: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(guide, str(guide / "nowhere")) == 2
    (guide / "docs" / "rules.yml").write_text("limits: {}\n")
    assert run(guide, "--only", "reader") == 2
    monkeypatch.setattr(nu, "find_java", lambda: None)
    assert run(guide, "--only", "html") == 2
    said = capsys.readouterr()
    assert said.out == ""
    nowhere, rules, java = said.err.splitlines()
    assert nowhere == "guide: there is no index.html, so this is no site. Build it first: make site"
    assert rules.startswith("guide: docs/rules.yml cannot be used")
    assert java == "guide: the HTML checker or its Java is not on this computer yet. Get them: make vnu"
