"""A site that cannot be read is named with its file, by the command; nothing else is said of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from guide.cli import main
from guide.finish import finish
from guide.finish.site import UNFINISHABLE
from guide.report import COULD_NOT_RUN

from ..conftest import sentence
from .conftest import page

Files = dict[str, bytes]
WHOLE = {"index.html": page('<a href="b.html">x</a>').encode(), "b.html": page().encode()}
BROKEN: dict[str, tuple[Files, str]] = {
    "an empty page": ({"b.html": b""}, "b.html: it cannot be read (Document is empty)"),
    "a page of remarks": ({"b.html": b"<!-- -->"}, "b.html: it cannot be read"),
    "a page that is not UTF-8": ({"deep/c.html": b"<p>\xff"}, "deep/c.html: it cannot be read"),
    "a map that is no XML": ({"sitemap.xml": b"<a"}, "sitemap.xml: it cannot be read"),
    "a sheet that is not there": ({"b.html": page(head='<link rel="stylesheet" href="a.css">').encode()}, "a.css"),
}


@pytest.fixture
def write(tmp_path: Path) -> Callable[[Files], Path]:
    """Writes a site; returns its folder."""

    def site(files: Files) -> Path:
        for name, content in files.items():
            path = tmp_path / "site" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return tmp_path / "site"

    return site


def test_a_whole_site_is_finished_once(write: Callable[[Files], Path]) -> None:
    assert finish(write(WHOLE)) == 2
    assert finish(write({})) == 0


@pytest.mark.parametrize("kind", BROKEN)
def test_the_command_names_the_file(
    write: Callable[[Files], Path], capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    files, said = BROKEN[kind]
    assert main(["finish", str(write(WHOLE | files))]) == COULD_NOT_RUN
    assert said in sentence(capsys.readouterr().err)


@pytest.mark.parametrize("files", [{}, {"page.html": b"<p>A page of somebody else"}])
def test_a_folder_that_is_no_site_stays_as_it_is(write: Callable[[Files], Path], files: Files) -> None:
    folder = write(files)
    with pytest.raises(UNFINISHABLE, match=r"has no index\.html, so it is not a site; nothing was changed"):
        finish(folder)
    assert {path.name: path.read_bytes() for path in folder.glob("*")} == files
