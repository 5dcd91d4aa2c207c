"""The site names the copies that there are, with their sizes, and none that there is not."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from lxml import html

from guide.finish.worker import list_files
from guide.links.command import findings
from guide.links.site import read_site
from guide.pack.offer import name_copies, put_on_site, size, withdraw

from ..conftest import ROOT
from .texts import parse


@pytest.mark.parametrize(
    ("count", "said"), [(300, "1 kB"), (245_010, "245 kB"), (999_999, "1.0 MB"), (1_814_697, "1.8 MB")]
)
def test_sizes_as_readers_know_them(count: int, said: str) -> None:
    assert size(count) == said


def test_the_name_of_a_copy_becomes_a_link_and_a_name_again() -> None:
    text = "<html><body><article><p>Take <code>guide.pdf</code> or <code>guide.epub</code>.</p></article><footer><div><p>x</p></div></footer></body></html>"
    tree = html.document_fromstring(text)
    name_copies(tree, {"guide.pdf": 1_814_697})
    assert tree.xpath("//article//a/@href") == ["copies/guide.pdf"]
    assert tree.xpath("string(//article)") == "Take guide.pdf (1.8 MB) or guide.epub."
    assert tree.xpath("string(//footer)") == "xCopies: PDF, 1.8 MB"
    withdraw(tree)
    assert html.tostring(tree, encoding="unicode") == text


def test_every_page_offers_every_copy(packed: Path) -> None:
    copies = sorted(path.name for path in (packed / "site" / "copies").iterdir())
    assert copies == sorted(f"guide.{path.suffix[1:]}" for path in (packed / "dist").glob("cryo*"))
    for path in (packed / "site").glob("*.html"):
        links = [link for link in parse(path).xpath("//footer//a/@href") if link.startswith("copies/")]
        assert sorted(links) == ([] if path.name == "404.html" else [f"copies/{name}" for name in copies]), path.name


def test_a_site_with_copies_has_no_fault_and_keeps_its_weight(packed: Path) -> None:
    site = read_site(packed / "site", ROOT)
    assert [finding.message for finding in findings(site, ["reader", "linkchecker"])] == []


def test_a_copy_that_is_gone_is_not_offered(packed: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(packed / "site", site)
    put_on_site(site, {})
    assert not [path for path in site.glob("*.html") if parse(path).xpath("//a[starts-with(@href, 'copies/')]")]


def test_the_worker_keeps_every_page_and_no_copy(packed: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(packed / "site", site)

    def guide() -> dict[str, object]:
        (found,) = re.findall(r"const GUIDE = (.*);", (site / "worker.js").read_text())
        read: dict[str, object] = json.loads(found)
        return read

    before = guide()
    kept = {path.name for path in site.glob("*.html")} - {"404.html"}
    kept |= {"assets/favicon.svg", *(f"assets/{path.name}" for path in (site / "assets").glob("*.js"))}
    assert isinstance(before["files"], list)
    assert {name for name in before["files"] if not name.startswith("assets/figures/")} == kept
    list_files(site)
    assert guide() == before
    (site / "risks.html").write_text((site / "risks.html").read_text() + " ")
    list_files(site)
    assert guide()["version"] != before["version"]
    count = sum((site / str(name)).stat().st_size for name in before["files"])
    (said,) = re.findall(r'\["keep.js"\]=(\d+);', (site / "assets" / "keep.js").read_text())
    assert abs(int(said) - count) < 20
