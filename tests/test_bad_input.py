"""Bad input: a clear finding, or exit 2 with one sentence; never a fall, and never a word that all is well."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from guide.cli import main
from guide.report import CLEAN, COULD_NOT_RUN, FOUND

from .conftest import TINY, Run, copy_pages, sentence
from .faults import Edit
from .faults.files import folder, hollow, link, pipe
from .faults.pages import WHOLE

# A user who may read nothing that is closed to others (POSIX: nobody).
NOBODY = 65534


def spoil(name: str, text: str | None) -> Edit:
    """Write a file of the guide anew, or delete it."""

    def edit(guide: Path) -> None:
        (guide / name).unlink(missing_ok=True)
        if text is not None:
            (guide / name).write_text(text, encoding="utf-8")

    return edit


def replaced(old: str, new: str) -> Edit:
    """Change a text of docs/rules.yml."""

    def edit(guide: Path) -> None:
        path = guide / "docs" / "rules.yml"
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), encoding="utf-8")

    return edit


def no_docs(guide: Path) -> None:
    """Take docs/ away."""
    shutil.rmtree(guide / "docs")


def a_file_for_docs(guide: Path) -> None:
    """Put a file where docs/ was."""
    no_docs(guide)
    (guide / "docs").write_text("x", encoding="utf-8")


def a_loop_for_docs(guide: Path) -> None:
    """Put a link to itself where docs/ was."""
    no_docs(guide)
    (guide / "docs").symlink_to("docs")


def docs_elsewhere(guide: Path) -> None:
    """Put a link to another folder where docs/ was."""
    (guide / "docs").rename(guide / "other")
    (guide / "docs").symlink_to("other")


def no_pages(guide: Path) -> None:
    """Take all pages away."""
    for page in (guide / "docs").glob("*.md"):
        page.unlink()


DEEP, RULES_FILE, SETTINGS = "[" * 20_000, "docs/rules.yml cannot be used: ", "base.yml cannot be read: "
HOPELESS = [
    (no_docs, "there is no docs/ folder in "),
    (a_file_for_docs, "there is no docs/ folder in "),
    (a_loop_for_docs, "there is no docs/ folder in "),
    (docs_elsewhere, "docs is a link to another place"),
    (no_pages, "there is no page in "),
    (spoil("mkdocs.yml", None), "mkdocs.yml cannot be read: No such file"),
    (spoil("base.yml", None), SETTINGS),
    (spoil("base.yml", "a: [\n"), SETTINGS + "line 2"),
    (spoil("base.yml", DEEP), SETTINGS),
    (spoil("base.yml", "a: \x00"), SETTINGS),
    (spoil("base.yml", "a: b\n"), "mkdocs.yml lists no `markdown_extensions`"),
    (spoil("mkdocs.yml", "INHERIT: mkdocs.yml\n"), "mkdocs.yml lists no `markdown_extensions`"),
    (replaced("at_most: 20", "at_most: .nan"), RULES_FILE + "`at_most: nan` is no number"),
    (replaced("at_most: 20", "at_most: twenty"), RULES_FILE + "`at_most: twenty` is no number"),
    (replaced("at_most: 20\n", "at_mst: 20\n"), RULES_FILE + "`at_mst` is nothing that a limit says"),
    (replaced("    at_most: 20\n", ""), RULES_FILE + "a limit has no number"),
    (replaced("{word: cure, instead: ease}", "{word: ' ', instead: ease}"), RULES_FILE),
    (spoil("docs/rules.yml", None), RULES_FILE),
    (spoil("docs/rules.yml", "limits: [\n"), RULES_FILE),
    (spoil("docs/rules.yml", DEEP), RULES_FILE),
    (spoil("docs/rules.yml", "a: &a [x]\nb: [*a, *a]\n"), RULES_FILE),
    (spoil("docs/rules.yml", "a: !!python/object/apply:os.system [id]\n"), RULES_FILE),
    (spoil("docs/rules.yml", "limits: {}\n"), RULES_FILE),
]


@pytest.mark.parametrize("place", range(len(HOPELESS)), ids=lambda place: str(HOPELESS[place][1]))
def test_what_makes_a_check_impossible_is_told_in_one_sentence(guide: Path, run: Run, place: int) -> None:
    edit, said = HOPELESS[place]
    edit(guide)
    code, out, complaint = run("check")
    assert (code, out) == (COULD_NOT_RUN, "")
    assert said in sentence(complaint)


def test_settings_that_name_programs_run_none(guide: Path, run: Run, tmp_path: Path) -> None:
    order = f"!!python/object/apply:os.mkdir [{tmp_path / 'ran'}]"
    with (guide / "base.yml").open("a", encoding="utf-8") as file:
        file.write(f"\nextra: {order}\n")
    assert run("check")[0] == CLEAN
    assert not (tmp_path / "ran").exists()


def test_a_day_that_is_no_number(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for day in ("soon", "9" * 30, "1e9"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", day)
        code, _, complaint = run("check")
        assert code == COULD_NOT_RUN
        assert sentence(complaint).startswith("SOURCE_DATE_EPOCH is “")


UNREADABLE = {
    "a folder named like a page": (folder("extra.md"), "a folder whose name ends in .md"),
    "a page that is a link to itself": (link("extra.md", "extra.md"), "a link to another place"),
    "a folder that is a link to docs/": (link("loop", "."), "a link to another place"),
    "a pipe": (pipe("extra.md"), "this is not a file"),
    "a page of 100 MB": (hollow("extra.md", 100_000_000), "the page has 100,000,000 bytes"),
}


@pytest.mark.parametrize("kind", UNREADABLE)
def test_what_cannot_be_read_is_a_finding(guide: Path, run: Run, kind: str) -> None:
    edit, said = UNREADABLE[kind]
    edit(guide)
    code, out, complaint = run("check")
    assert (code, complaint) == (FOUND, "")
    assert said in out
    assert out.endswith("1 problem on 1 page.\n") or "docs/loop:0:1" in out


@contextmanager
def _as_nobody() -> Iterator[None]:
    """Become a user whom the system stops at closed files; root is never stopped."""
    root = os.geteuid() == 0
    try:
        if root:
            os.seteuid(NOBODY)
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.fixture
def shut() -> Iterator[Path]:
    """A copy of the tiny guide in a folder that everybody may enter."""
    with tempfile.TemporaryDirectory() as place:
        guide = copy_pages(TINY, Path(place))
        for path in (Path(place), *guide.rglob("*")):  # as they lie here they may be closed to others
            path.chmod(0o755 if path.is_dir() else 0o644)
        yield guide


@pytest.mark.parametrize(
    ("name", "said"), [("extra.md", "the page cannot be read"), ("assets/a.txt", "cannot be read")]
)
def test_a_file_that_does_not_open(shut: Path, capsys: pytest.CaptureFixture[str], name: str, said: str) -> None:
    (shut / "docs" / name).write_text(WHOLE, encoding="utf-8")
    (shut / "docs" / name).chmod(0)
    with _as_nobody():
        assert main(["--root", str(shut), "check", "--rule", "readable-files"]) == FOUND
    assert f"docs/{name}:0:1 readable-files" in (out := capsys.readouterr().out)
    assert said in out


def test_a_folder_that_does_not_open(shut: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (shut / "docs" / "extra").mkdir(mode=0)
    with _as_nobody():
        assert main(["--root", str(shut), "check", "--rule", "readable-files"]) == FOUND
    (shut / "docs" / "extra").chmod(0o755)
    assert "docs/extra:0:1 readable-files the folder cannot be read" in capsys.readouterr().out


@pytest.mark.parametrize("mode", [0o000, 0o444])
def test_docs_that_do_not_open(shut: Path, capsys: pytest.CaptureFixture[str], mode: int) -> None:
    (shut / "docs").chmod(mode)
    with _as_nobody():
        code = main(["--root", str(shut), "check"])
    (shut / "docs").chmod(0o755)
    assert code in {FOUND, COULD_NOT_RUN}
    assert "Nothing to mend" not in capsys.readouterr().out


def test_a_disk_that_fails(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.read_bytes

    def read_bytes(path: Path) -> bytes:
        if path.name == "height.md":
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    code, out, _ = run("check", "--rule", "readable-files")
    assert code == FOUND
    assert "docs/height.md:0:1 readable-files the page cannot be read: Input/output error" in out
