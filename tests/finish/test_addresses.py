"""An address finds its file, and never one outside the site."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.finish.addresses import all_files, find

FILES = {"index.html", "assets/guide.css", "assets/a b.png", "deep/page.html"}


@pytest.mark.parametrize(
    ("origin", "address", "found"),
    [
        ("index.html", "assets/guide.css", "assets/guide.css"),
        ("index.html", "./assets/guide.css?v=2#top", "assets/guide.css"),
        ("index.html", "assets/a%20b.png", "assets/a b.png"),
        ("deep/page.html", "../assets/guide.css", "assets/guide.css"),
        ("assets/guide.css", "a b.png", "assets/a b.png"),
        ("404.html", "/a-guide/assets/guide.css", "assets/guide.css"),
        ("sitemap.xml", "https://example.org/a-guide/index.html", "index.html"),
        ("deep/page.html", "assets/guide.css", None),
        ("index.html", "../index.html", None),
        ("index.html", "../../etc/passwd", None),
        ("index.html", "/etc/passwd", None),
        ("index.html", "#top", None),
        ("index.html", "", None),
        ("index.html", "data:index.html", None),
        ("index.html", "javascript:index.html", None),
        ("index.html", "http://[", None),
    ],
)
def test_an_address_means_a_file(origin: str, address: str, found: str | None) -> None:
    assert find(FILES, origin, address) == found


def test_symbolic_links_are_not_files_of_the_site(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.txt").touch()
    site = tmp_path / "site"
    (site / "deep").mkdir(parents=True)
    (site / "deep" / "page.html").touch()
    (site / "folder").symlink_to(tmp_path / "outside")
    (site / "file.txt").symlink_to(tmp_path / "outside" / "secret.txt")
    assert all_files(site) == {"deep/page.html"}
