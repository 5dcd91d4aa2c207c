"""A part of the script that few pages need stands in a file of its own, and only these pages load it."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from lxml import html

from guide.finish.script import divide_script, part_script

from .conftest import Maker, page

SCRIPT = """// All of it.
start();
/* ---- on pages with sheet: fields ---- */
one();
/* ---- on pages with degrees: two fields ---- */
two(); // more
/* ---- with terms.js: words ---- */
three();
"""
LOAD = '<script src="{}assets/guide.js?1" defer></script>'


def _parts(make_site: Maker) -> dict[str, str]:
    files = {
        "index.html": page(f'<article><form class="sheet big"></form></article>{LOAD.format("")}'),
        "deep/page.html": page(
            f'<article><div class="sheet"></div><div class="degrees"></div></article>{LOAD.format("../")}'
        ),
        "plain.html": page(f'<div class="sheet"></div><article><i class="sheets"></i></article>{LOAD.format("")}'),
        "assets/guide.js": SCRIPT,
        "assets/terms.js": "list();\n",
    }
    site = make_site(files)
    part_script(site)
    divide_script(site)
    loaded = {name: ",".join(tree.xpath("//script/@src")) for name, tree in site.pages.items()}
    return loaded | {path.name: path.read_text() for path in (site.folder / "assets").iterdir()}


def test_each_part_goes_into_its_file(make_site: Maker) -> None:
    parts = _parts(make_site)
    assert (parts["guide.js"], parts["sheet.js"], parts["degrees.js"]) == ("start();\n", "one();\n", "two();\n")
    assert parts["terms.js"] == "three();\nlist();\n"


def test_a_page_loads_the_parts_that_it_needs_after_the_script(make_site: Maker) -> None:
    parts = _parts(make_site)
    assert parts["index.html"] == "assets/guide.js?1,assets/sheet.js?1"
    assert set(parts["deep/page.html"].split(",")) == {
        f"../assets/{name}.js?1" for name in ("guide", "sheet", "degrees")
    }
    assert parts["deep/page.html"].startswith("../assets/guide.js")
    assert parts["plain.html"] == "assets/guide.js?1"


def test_a_site_without_the_script_is_left_alone(make_site: Maker) -> None:
    site = make_site({"index.html": page('<article><form class="sheet"></form></article>')})
    part_script(site)
    assert site.pages["index.html"].xpath("//script") == []


@pytest.mark.parametrize(("name", "kind"), [("decide.html", "sheet"), ("about.html", "degrees")])
def test_only_pages_with_something_to_fill_in_pay_for_it(site: Path, name: str, kind: str) -> None:
    loading = {path.name for path in site.glob("*.html") if f"assets/{kind}.js" in path.read_text()}
    assert loading == {name}
    assert [path.name for path in site.glob("*.html") if path.name != name and f".{kind} " in path.read_text()] == []
    scripts = html.parse(site / name).xpath("//script/@src")
    weight = sum(len(gzip.compress((site / file).read_bytes(), 6, mtime=0)) for file in [name, *scripts])
    assert weight <= 14_600
