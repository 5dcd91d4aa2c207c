"""A new guide is small, whole and about something else; it builds, checks and publishes with the same code."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from lxml import html

from guide.build import build
from guide.cli import main
from guide.new.command import KINDS
from guide.new.starter import settings_for

from ..conftest import ROOT, Run, project_git, sentence
from ..test_workflows import targets


def test_it_has_nothing_to_mend_and_is_built(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1828000000")
    guide = shutil.copytree(made, tmp_path / "tyres")
    assert main(["--root", str(guide), "check"]) == 0
    site = build(guide)
    assert main(["--root", str(guide), "links", str(site), "--only", "reader", "--only", "linkchecker"]) == 0
    page = html.parse(site / "index.html")
    assert page.xpath("string(//h1)") == "Mend a flat tyre"
    assert "Checked against its sources: 5 December 2027" in page.xpath("string(//p[@class='dates'])")
    shown = [
        str(text) for path in site.glob("*.html") for text in html.parse(path).xpath("//body//text() | //@aria-label")
    ]
    assert [text for text in shown if re.search("nerve|people who care", text)] == []
    assert "Sources read up to December 2027" in html.parse(site / "patch.html").xpath("string(//p[@class='review'])")


def test_it_says_nothing_of_the_guide_that_it_came_from(made: Path) -> None:
    own = [*(made / "docs").glob("*.md"), made / "README.md", made / "CHANGELOG.md"]
    name = yaml.safe_load((ROOT / "mkdocs.yml").read_text().replace("!ENV ", ""))["extra"]["brand"].casefold()
    assert len(own) == 8
    assert [path.name for path in own if name in path.read_text(encoding="utf-8").casefold()] == []
    settings = yaml.safe_load((made / "mkdocs.yml").read_text().replace("!ENV ", ""))
    assert (
        name
        not in str(
            {key: settings[key] for key in ("site_name", "site_description", "site_url", "extra", "nav")}
        ).casefold()
    )


def test_its_readme_names_what_is_there(made: Path) -> None:
    text = (made / "README.md").read_text(encoding="utf-8")
    files = re.findall(r"`((?:docs|overrides|\.github)/[\w./-]*|[\w-]+\.(?:md|yml))`", text)
    assert len(files) > 6
    assert [name for name in files if not (made / name).exists()] == []
    assert set(re.findall(r"\bmake ([a-z]+)(?:`|  )", text)) <= targets()
    assert set(re.findall(r"guide new (\w+)", text)) == set(KINDS)


def test_everything_that_builds_and_publishes_it_is_there(made: Path) -> None:
    said = subprocess.run(
        [*project_git(), "ls-files", "scripts", "overrides", ".github", ".ci"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    names = [name for name in said.stdout.splitlines() if not name.startswith(".github/images/")]
    assert [name for name in names if not (made / name).is_file()] == []
    for name in ("Makefile", "pyproject.toml", "requirements.txt", "requirements-dev.txt", "LICENSE", ".gitignore"):
        assert (made / name).read_bytes() == (ROOT / name).read_bytes()
    assert not list(made.rglob("__pycache__"))
    assert not list(made.rglob("*.egg-info"))


def test_only_what_is_a_guide_s_own_differs_in_the_settings() -> None:
    ours = "# Project\nsite_name: A\nstrict: true\n\n# Page tree\nnav:\n  - A: a.md\n\n# Last\nplugins: []\n"
    assert settings_for(ours, "# Project\nsite_name: B\n\n# Page tree\nnav:\n  - B: b.md\n") == ours.replace(
        "A", "B"
    ).replace("a.md", "b.md")


def test_a_folder_in_use_or_in_docs_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "used").mkdir()
    (tmp_path / "used" / "a").write_text("x")
    for folder, said in (("used", "is there already"), ("used/a", "is there already")):
        code = main(["--root", str(ROOT), "new", "guide", str(tmp_path / folder)])
        assert code == 1, said
    assert main(["--root", str(ROOT), "new", "guide", str(ROOT / "docs" / "more")]) == 1
    assert not (ROOT / "docs" / "more").exists()
    code, _, complaint = run("new", "guide", str(tmp_path / "other"))  # a guide without templates cannot make another
    assert code == 1
    assert [line for line in complaint.splitlines() if "there is no Makefile here" in line]
    assert sentence(complaint.splitlines()[-1] + "\n")
    assert not (tmp_path / "other").exists()
