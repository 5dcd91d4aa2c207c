"""The site is built whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from lxml import html

from guide.build import BuildError, build, take_places
from guide.content import read_guide

from .conftest import ROOT


def test_every_page_is_in_the_menu(site: Path) -> None:
    menu = html.parse(site / "index.html").xpath("//nav[@id='pages']//a/@href")
    assert sorted(menu) == sorted(name.replace(".md", ".html") for name in read_guide(ROOT).pages)


def test_every_page_is_built_and_says_it_is_not_reviewed(site: Path) -> None:
    for name in read_guide(ROOT).pages:
        page = html.parse(site / name.replace(".md", ".html"))
        assert len(page.xpath("//h1")) == 1, name
        assert "Not yet reviewed by a clinician" in page.xpath("string(//p[@class='dates'])"), name


def test_the_error_page_is_kind_and_leads_back(site: Path) -> None:
    page = html.parse(site / "404.html")
    assert "You did nothing wrong" in page.xpath("string(//article)")
    sub_path = "/cryoablation-guide/"
    ways = page.xpath("//div[@class='ways']//a/@href")
    assert len(ways) >= 3
    assert all(way.startswith(sub_path) and (site / way.removeprefix(sub_path).split("#")[0]).is_file() for way in ways)


def test_material_s_script_bundle_is_not_loaded(site: Path) -> None:
    for path in site.glob("*.html"):
        scripts = html.parse(path).xpath("//script/@src")
        assert not [source for source in scripts if "bundle" in source], path.name


def test_another_guide_is_built_by_the_same_code(tiny: Path) -> None:
    site = build(tiny)
    page = html.parse(site / "height.html")
    assert page.xpath("string(//h1)") == "The right height"
    assert page.xpath("string(//section[@class='card emergency']//span[@class='level'])") == "Emergency:"
    assert page.xpath("//div[@class='knowledge']/section/@class") == ["we-know", "we-do-not-know"]


BROKEN = {
    "an unclosed box": (
        "height.md",
        "/// we-know\n- The handle ends at your wrist.\n///",
        "/// we-know\n- The handle ends.\n",
        ("docs/height.md:29:1 closed-boxes", "put a line `///` after its last line"),
    ),
    "a link to nowhere": (
        "index.md",
        "height.md#measure",
        "heigth.md#measure",
        ("docs/index.md:13:22 links-lead-somewhere there is no page `heigth.md`", "perhaps `height.md`"),
    ),
    "a link to a missing heading": (
        "index.md",
        "height.md#measure",
        "height.md#mesure",
        ("docs/index.md:13:22 links-lead-somewhere", "perhaps `measure`"),
    ),
    "broken front matter": (
        "index.md",
        "title: Walking sticks",
        "title: Walking: sticks",
        (
            "docs/index.md:2:1 front-matter the front matter cannot be read",
            "put quotes round a text that holds a colon",
        ),
    ),
    "a term without a meaning": (
        "glossary.md",
        "The part of a stick that you hold.",
        "",
        ("docs/glossary.md:27:1 terms-are-explained “Handle” has no meaning", "write what it means in a sentence"),
    ),
    "two terms with one name": (
        "glossary.md",
        "### Handle {#handle}",
        "### Handle {#handle}\n\n- Also called: Rubber foot",
        (
            "docs/glossary.md:27:1 terms-are-explained “rubber foot” is a name of “Ferrule” on line 18 too",
            "leave the name",
        ),
    ),
    "a question without an answer": (
        "faq.md",
        "### Which hand holds the stick? {#which-hand}",
        "### Does it help? {#help}\n\n### Which hand holds the stick? {#which-hand}",
        (
            "docs/faq.md:13:1 questions-are-answered “Does it help?” has no answer",
            "write the answer under the question",
        ),
    ),
    "a second title": (
        "height.md",
        "## Measure it",
        "# Measure it",
        ("docs/height.md:11:1 one-title the page has a second title", "write `##` in front of it"),
    ),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_page_is_named_and_the_last_good_site_stays(tiny: Path, fault: str) -> None:
    before = {path: path.read_bytes() for path in build(tiny).rglob("*") if path.is_file()}
    name, right, wrong, expected = BROKEN[fault]
    page = tiny / "docs" / name
    assert right in page.read_text()
    page.write_text(page.read_text().replace(right, wrong))
    with pytest.raises(BuildError) as error:
        build(tiny)
    for part in expected:
        assert part in str(error.value)
    after = {path: path.read_bytes() for path in (tiny / "site").rglob("*") if path.is_file()}
    assert after == before
    assert not list((tiny / ".build").iterdir())


def test_a_fault_that_only_the_generator_sees_stops_the_build(tiny: Path) -> None:
    site = build(tiny)
    settings = tiny / "mkdocs.yml"
    settings.write_text(f"{settings.read_text()}no_such_setting: 1\n")
    with pytest.raises(BuildError, match="no_such_setting"):
        build(tiny)
    assert site.is_dir()


def test_a_broken_stylesheet_is_named_with_its_line(tiny: Path) -> None:
    sheet = tiny / "docs" / "assets" / "guide.css"
    text = sheet.read_text()
    sheet.write_text(f"{text.rstrip()}\n<<<<<<< HEAD\np {{ color: red }}\n")
    with pytest.raises(BuildError, match=rf"assets/guide\.css:{text.rstrip().count(chr(10)) + 2} Parsing") as error:
        build(tiny)
    assert "Traceback" not in str(error.value)


def test_a_broken_template_is_named_without_the_insides_of_a_program(tiny: Path) -> None:
    (tiny / "overrides" / "main.html").write_text("{% block x %}\n", encoding="utf-8")
    with pytest.raises(BuildError, match="TemplateSyntaxError") as error:
        build(tiny)
    assert "Traceback" not in str(error.value)
    assert '  File "' not in str(error.value)


def test_a_page_that_cannot_be_finished_is_named_and_the_last_good_site_stays(tiny: Path) -> None:
    before = (build(tiny) / "404.html").read_bytes()
    (tiny / "overrides" / "404.html").write_text("<!-- nothing -->", encoding="utf-8")
    with pytest.raises(BuildError, match=r"404\.html: it cannot be read") as error:
        build(tiny)
    assert "Traceback" not in str(error.value)
    assert (tiny / "site" / "404.html").read_bytes() == before


def test_folders_take_their_places_together_or_not_at_all(tmp_path: Path) -> None:
    one, two, new = tmp_path / "one", tmp_path / "two", tmp_path / "new"
    for folder in (one, two, new):
        folder.mkdir()
        (folder / folder.name).touch()
    with pytest.raises(FileNotFoundError):
        take_places({one: new, two: tmp_path / "none"}, tmp_path)
    assert [(folder / folder.name).is_file() for folder in (one, two, new)] == [True] * 3
    take_places({one: new}, tmp_path)
    assert (one / "new").is_file()


def test_two_builds_of_the_same_pages_are_the_same(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    one, two = build(tiny, tiny / "one"), build(tiny, tiny / "two")
    names = sorted(path.relative_to(one) for path in one.rglob("*") if path.is_file())
    assert names == sorted(path.relative_to(two) for path in two.rglob("*") if path.is_file())
    assert [name for name in names if (one / name).read_bytes() != (two / name).read_bytes()] == []


def test_the_settings_keep_what_was_promised() -> None:
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text().replace("!ENV ", ""))
    assert set(settings["validation"].values()) == {"warn"}
    assert settings["use_directory_urls"] is False
    assert settings["theme"]["font"] is False
    assert settings["site_url"][1].rstrip("/").count("/") == 3, "the address lies below a host, under a sub-path"
