"""The zip holds what a reader needs and no more, and is the same each time."""

from __future__ import annotations

import stat
from pathlib import Path
from zipfile import ZipFile

import pytest

from ..conftest import the_copy
from .texts import articles, parse, squeezed


@pytest.fixture(scope="module")
def archive(packed: Path) -> ZipFile:
    return ZipFile(the_copy(packed, "zip"))


@pytest.fixture(scope="module")
def unpacked(archive: ZipFile, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("zip")
    archive.extractall(target)
    (folder,) = target.iterdir()
    return folder


def test_its_name_carries_title_language_and_date(packed: Path) -> None:
    assert the_copy(packed, "zip").name == "cryoablation-guide-en-2026-11-23.zip"


def test_one_folder_of_ordinary_files(archive: ZipFile) -> None:
    names = archive.namelist()
    assert names == sorted(names)
    assert {name.split("/")[0] for name in names} == {"cryoablation-guide-en-2026-11-23"}
    assert not [name for name in names if ".." in name.split("/") or name.startswith("/") or "\\" in name]
    assert {stat.filemode(entry.external_attr >> 16) for entry in archive.infolist()} == {"-rw-r--r--"}
    assert {(entry.date_time, entry.extra) for entry in archive.infolist()} == {((2026, 11, 23, 12, 0, 0), b"")}


def test_what_only_the_web_needs_is_left_out(unpacked: Path, packed: Path) -> None:
    inside = {path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*") if path.is_file()}
    outside = {path.relative_to(packed / "site").as_posix() for path in (packed / "site").rglob("*") if path.is_file()}
    left_out = {name for name in outside - inside if not name.startswith("copies/")}
    assert left_out == {"404.html", "sitemap.xml", "sitemap.xml.gz", "worker.js", "assets/keep.js"}
    assert inside <= outside


def test_it_is_light(packed: Path) -> None:
    assert the_copy(packed, "zip").stat().st_size <= 700_000


def test_every_page_word_for_word(unpacked: Path, site: Path) -> None:
    inside = articles(unpacked)
    assert inside.keys() == articles(site).keys()
    for name, article in articles(site).items():
        assert squeezed(inside[name].text_content()) == squeezed(article.text_content()), name


def test_each_page_says_when_it_was_made_and_where_the_guide_is(unpacked: Path) -> None:
    for name in articles(unpacked):
        foot = " ".join(parse(unpacked / name).xpath("string(//footer)").split())
        assert "This copy was made on 23 November 2026." in foot, name
        assert "The current guide is at https://example.org/cryoablation-guide/." in foot, name


def test_it_offers_no_copy_that_it_does_not_hold(unpacked: Path) -> None:
    for name in articles(unpacked):
        assert not parse(unpacked / name).xpath("//a[starts-with(@href, 'copies/')]"), name
