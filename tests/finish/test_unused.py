"""What nothing refers to is removed; what a reader, a browser or a search engine can get to stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.finish.site import Site, read_site
from guide.finish.unused import remove_unused

from .conftest import Maker, page

SITEMAP = "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>{}</loc></url></urlset>"


def _left(site: Site) -> set[str]:
    remove_unused(site)
    left = {path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*") if path.is_file()}
    assert left == _left_again(site)
    return left


def _left_again(site: Site) -> set[str]:
    """Remove once more, from pages read from the disk: nothing changes."""
    remove_unused(Site(site.folder, {}))
    return {path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    "body",
    [
        '<a href="data/file.bin">x</a>',
        '<a href="./data/file.bin?x=1#y">x</a>',
        '<a href="/guide/data/file.bin">x</a>',
        '<img src="data/file.bin" alt="">',
        '<img srcset="a.png 1x, data/file.bin 2x" alt="">',
        '<video poster="data/file.bin"></video>',
        '<object data="data/file.bin"></object>',
        '<p style="background: url(data/file.bin)">x</p>',
        "<style>p { background: url('data/file.bin') }</style>",
        '<svg><image xlink:href="data/file.bin"/></svg>',
        '<meta property="og:image" content="https://example.org/guide/data/file.bin">',
    ],
)
def test_what_a_page_refers_to_stays(make_site: Maker, body: str) -> None:
    files = {"index.html": page(body), "data/file.bin": "", "data/other.bin": ""}
    assert _left(make_site(files)) == {"index.html", "data/file.bin"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("assets/x.css", "@import 'deep/a.css'; @media print { p { background: url(deep/b.png) } }"),
        ("assets/x.css", ":root { --a: url('deep/a.css') } p { background: image-set(\"deep/b.png\" 1x) }"),
        ("assets/x.js", "load('deep/a.css'); load(`${here}/assets/deep/b.png`)"),
        ("assets/x.js", 'load("assets/deep/a.css"); load("../assets/deep/b.png")'),
        ("assets/x.svg", '<svg><a href="deep/a.css"/><image href="deep/b.png"/></svg>'),
    ],
)
def test_references_are_followed(make_site: Maker, name: str, text: str) -> None:
    needed = {
        "index.html": page(f'<a href="{name}">x</a>'),
        name: text,
        "assets/deep/a.css": "",
        "assets/deep/b.png": "",
    }
    assert _left(make_site(needed | {"assets/deep/c.png": "", "a.css": ""})) == set(needed)


def test_what_is_asked_for_without_a_link_stays(make_site: Maker) -> None:
    asked = {"index.html", "404.html", "robots.txt", "CNAME", ".nojekyll", "favicon.ico", "sitemap.xml.gz"}
    asked |= {".well-known/security.txt", "far/away.html"}
    files = dict.fromkeys(asked, page()) | {"sitemap.xml": SITEMAP.format("https://example.org/guide/leaflet.pdf")}
    files |= {"leaflet.pdf": "", "assets/robots.txt": "", "notes.pdf": ""}
    assert _left(make_site(files)) == asked | {"sitemap.xml", "leaflet.pdf"}


def test_material_s_leftovers_and_empty_folders_go(make_site: Maker) -> None:
    script = "assets/javascripts/bundle.min.js"
    junk = [script, f"{script}.map", "assets/javascripts/lunr/min/lunr.de.min.js", "assets/stylesheets/main.css"]
    site = make_site({"index.html": page()} | dict.fromkeys(junk, ""))
    assert _left(site) == {"index.html"}
    assert list(site.folder.iterdir()) == [site.folder / "index.html"]


def test_symbolic_links_are_neither_followed_nor_removed(make_site: Maker, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    (outside / "empty").mkdir(parents=True)
    (outside / "file.txt").touch()
    site = make_site({"index.html": page()})
    (site.folder / "folder").symlink_to(outside)
    (site.folder / "link.txt").symlink_to(outside / "file.txt")
    remove_unused(site)
    assert {path.name for path in site.folder.iterdir()} == {"index.html", "folder", "link.txt"}
    assert {path.name for path in outside.iterdir()} == {"empty", "file.txt"}


def test_a_folder_that_is_no_site_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.pdf").touch()
    with pytest.raises(FileNotFoundError, match=r"has no index\.html, so it is not a site; nothing was removed"):
        remove_unused(read_site(tmp_path))
    assert (tmp_path / "thesis.pdf").exists()
