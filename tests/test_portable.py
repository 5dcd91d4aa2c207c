"""Two sites of one guide are told apart by what a reader would miss, and by nothing else."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from guide import portable
from guide.portable import Page, UnreadableError, differences, read_page, read_pages
from guide.report import CLEAN, COULD_NOT_RUN, FOUND

from .conftest import ROOT

PAGE = """<!doctype html><html><head><title>Sticks</title></head><body>
<nav><a href="index.html">Start</a></nav>
<article><h1 id="sticks">Walking <em>sticks</em></h1>
<p>A <a class="term" href="glossary.html#stick">stick</a> helps.<img src="stick.svg" alt=""></p>
<h2 id="height">The right height</h2></article>
<h2 id="frame">Not of the text</h2></body></html>"""


def changed(old: str, new: str) -> list[str]:
    """Return the differences after a change to the page, as built with a program named Other."""
    assert old in PAGE
    one, other = read_page("a.html", PAGE), read_page("a.html", PAGE.replace(old, new))
    return list(differences({"a.html": one}, {"a.html": other}, "Other"))


def site(folder: Path, **pages: str) -> Path:
    folder.mkdir()
    for name, source in pages.items():
        (folder / f"{name}.html").write_text(source)
    return folder


def test_a_page_is_read() -> None:
    assert read_page("a.html", PAGE) == Page(
        headings=("# Walking sticks", "## The right height"),
        ids=("sticks", "height"),
        links=("glossary.html#stick", "stick.svg"),
        menu=("index.html",),
        text=("Walking", "sticks", "A", "stick", "helps.", "The right height"),
    )


def test_a_page_without_a_marked_text_is_read_whole() -> None:
    page = read_page("a.html", PAGE.replace("article>", "div>"))
    assert page.headings == ("# Walking sticks", "## The right height", "## Not of the text")


@pytest.mark.parametrize(
    ("name", "address", "expected"),
    [
        ("a.html", "./b.html#c", "b.html#c"),
        ("a.html", "#c", "a.html#c"),
        ("a.html", "x/../b.html?d=1#c", "b.html?d=1#c"),
        ("x/a.html", "../b.html", "b.html"),
        ("a.html", "/guide/b.html", "/guide/b.html"),
        ("a.html", "https://example.org/../b", "https://example.org/../b"),
        ("a.html", "mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_links_are_compared_by_where_they_lead(name: str, address: str, expected: str) -> None:
    page = read_page(name, PAGE.replace("glossary.html#stick", address))
    assert page.links[0] == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"glossary.html#stick"', '"./glossary.html#stick"'),
        ("A <a", "A\n  <a"),
        ("<article>", '<article data-theirs><a id="__skip"></a>'),
        ('id="frame"', 'id="other-frame"'),
        ("Not of the text", "The other frame"),
        ("<body>", "<body><script>let theirs</script>"),
    ],
)
def test_what_a_program_may_write_in_its_own_way(old: str, new: str) -> None:
    assert changed(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('id="height"', 'id="size"', ["ids: not with Other: height", "ids: only with Other: size"]),
        ("glossary.html#stick", "glossary.html#crutch", ["links: not with Other: glossary.html#stick"]),
        (' href="glossary.html#stick"', "", ["links: not with Other: glossary.html#stick"]),
        ("stick.svg", "crutch.svg", ["links: not with Other: stick.svg", "links: only with Other: crutch.svg"]),
        ('<h2 id="height">The right height</h2>', "", ["headings: not with Other: ## The right height"]),
        ('<h2 id="height">', '<h3 id="height">', ["headings: not with Other: ## The right height"]),
        ("index.html", "start.html", ["menu: not with Other: index.html", "menu: only with Other: start.html"]),
        ("helps", "hurts", ["text: not with Other: helps.", "text: only with Other: hurts."]),
    ],
)
def test_what_must_not_differ(old: str, new: str, expected: list[str]) -> None:
    lines = changed(old, new)
    assert [f"a.html: {line}" for line in expected] == [line for line in lines if line[8:] in expected]


def test_order_counts() -> None:
    swapped = changed('<h1 id="sticks">', '<h2 id="height"></h2><h1 id="sticks">')
    assert "a.html: ids: only with Other: height" in swapped


def test_a_page_that_only_one_of_them_has() -> None:
    page = read_page("a.html", PAGE)
    assert list(differences({"a.html": page}, {"b.html": page}, "Other")) == [
        "a.html: there is no such page with Other",
        "b.html: there is such a page only with Other",
    ]


def test_a_site_is_read_with_its_folders(tmp_path: Path) -> None:
    folder = site(tmp_path / "site", a=PAGE)
    site(folder / "x", b=PAGE)
    assert sorted(read_pages(folder)) == ["a.html", "x/b.html"]


def test_what_cannot_be_read_never_passes(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="there is no page in it"):
        read_pages(tmp_path)
    with pytest.raises(UnreadableError, match=r"a\.html"):
        read_pages(site(tmp_path / "empty", a=""))
    (tmp_path / "empty" / "a.html").write_bytes(b"<p>\xff</p>")
    with pytest.raises(UnreadableError, match=r"a\.html"):
        read_pages(tmp_path / "empty")


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, other = site(tmp_path / "one", a=PAGE), site(tmp_path / "other", a=PAGE)
    assert portable.main([str(one), str(other), "Other"]) == CLEAN
    assert capsys.readouterr().out == "Other: the same pages (1)\n"
    many = "".join(f'<i id="new-{number}"></i>' for number in range(50))
    (other / "a.html").write_text(PAGE.replace("</article>", f"{many}</article>"))
    assert portable.main([str(one), str(other), "Other"]) == FOUND
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "a.html: ids: only with Other: new-0"
    assert (len(lines), lines[-1]) == (41, "and 10 more")


@pytest.mark.parametrize("arguments", [[], ["nowhere", "nowhere", "Other"]])
def test_the_command_says_why_it_could_not_run(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert portable.main(arguments) == COULD_NOT_RUN
    assert capsys.readouterr().err.startswith("guide: ")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose three programs write one page, and whose finishing step does nothing."""
    for folder in ("docs", "overrides", "scripts"):
        (tmp_path / folder).mkdir()
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "page.html").write_text(PAGE)
    for program in ("mkdocs", "properdocs", "zensical"):
        environment = tmp_path / (".venv" if program == "mkdocs" else f".venv-{program}") / "bin"
        write = f'mkdir site && sed "s/nothing/nothing/" {tmp_path}/page.html >site/index.html'
        commands = {
            program: write,
            "guide": 'test "$3" = finish && test -f "$4/index.html"',
            "python": f'exec {sys.executable} "$@"',
        }
        environment.mkdir(parents=True)
        for name, command in commands.items():
            (environment / name).write_text(f"#!/bin/sh\n{command}\n")
            (environment / name).chmod(0o755)
    return tmp_path


def run(project: Path) -> subprocess.CompletedProcess[str]:
    script = ROOT / "scripts" / "portable.sh"
    return subprocess.run(["sh", str(script)], cwd=project, capture_output=True, text=True, check=False)


def test_three_programs_that_agree(project: Path) -> None:
    result = run(project)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == "properdocs: the same pages (1)\nzensical: the same pages (1)\n"
    assert not (project / "site").exists()


def test_one_that_differs_is_named_and_the_next_is_still_compared(project: Path) -> None:
    program = project / ".venv-properdocs" / "bin" / "properdocs"
    program.write_text(program.read_text().replace("s/nothing/nothing/", "s/height/size/g"))
    result = run(project)
    assert result.returncode == FOUND
    assert "index.html: ids: not with properdocs: height" in result.stdout
    assert "zensical: the same pages (1)" in result.stdout


@pytest.mark.parametrize("broken", ["zensical", "guide"])
def test_one_that_cannot_build_or_finish_is_named(project: Path, broken: str) -> None:
    program = project / ".venv-zensical" / "bin" / broken
    program.write_text("#!/bin/sh\necho the reason\nexit 1\n")
    result = run(project)
    assert result.returncode
    assert result.stderr.splitlines() == [
        "the reason",
        "The guide could not be built with zensical; the reason is above.",
    ]
