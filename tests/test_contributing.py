"""What contributors are told is true: each file, command and owner is there, and the words are plain."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
import yaml

from guide.browser import NAMES
from guide.content import page_from
from guide.links.nu_setup import PACKAGES
from guide.prose import PROSE, runs
from guide.reading import grade

from .conftest import ROOT, project_git
from .test_workflows import GITHUB, _run, python_of_the_project, targets

TEXTS = ("CODE_OF_CONDUCT.md", "CONTRIBUTING.md", "README.md", "SECURITY.md")
FORMS = {"vendor.github-issue-forms": "[!c]*.yml", "vendor.github-issue-config": "config.yml"}
# A file that is written when it is needed.
LATER = "docs/exceptions.yml"
# The kinds of report that a reader can choose from.
KINDS = {"broken.yml", "missing.yml", "unclear.yml", "wrong.yml"}
RULES_BEGIN = "<!-- rules: begin -->"


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8").partition(RULES_BEGIN)[0]


@pytest.mark.parametrize("name", TEXTS)
def test_every_file_and_command_that_a_text_names_is_there(name: str) -> None:
    text = read(name)
    links = re.findall(r"\]\(([^)#:]+)\)", re.sub(r"```.*?```", "", text, flags=re.S))
    files = re.findall(r"`((?:docs|overrides|scripts|tests|\.github|\.ci)/[\w./-]*)`", text)
    here = {path for path in {*links, *files} - {LATER} if not path.startswith("../../issues")}
    assert [path for path in here if not (ROOT / path).exists()] == []
    assert set(re.findall(r"\bmake ([a-z][a-z-]+)", text)) - {"sure"} <= targets()


@pytest.mark.parametrize(("name", "most"), [("CODE_OF_CONDUCT.md", 6), ("CONTRIBUTING.md", 6), ("SECURITY.md", 8)])
def test_texts_for_contributors_are_plain(name: str, most: float) -> None:
    page = page_from(read(name), Path(name), name)
    assert grade(run.text for run in runs(page) if run.kind in PROSE) <= most


def test_the_way_by_browser_comes_first_and_has_three_steps() -> None:
    first, second = re.findall(r"^## (.+)$", read("CONTRIBUTING.md"), re.M)[:2]
    assert ("browser" in first, "computer" in second) == (True, True)
    part = read("CONTRIBUTING.md").partition(f"## {first}")[2].partition(f"## {second}")[0]
    assert re.findall(r"^(\d)\. ", part, re.M) == ["1", "2", "3"]


@pytest.mark.parametrize("schema", FORMS)
def test_forms_have_the_form_that_github_asks_for(schema: str) -> None:
    paths = sorted(map(str, (GITHUB / "ISSUE_TEMPLATE").glob(FORMS[schema])))
    result = _run("check-jsonschema", "--builtin-schema", schema, *paths)
    assert result.returncode == 0, result.stdout


def test_each_kind_of_report_has_a_form_that_warns_about_privacy() -> None:
    forms = {path.name: path.read_text(encoding="utf-8") for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml")}
    assert forms.keys() - {"config.yml"} == KINDS
    assert all("leave out your name and your health" in forms[name] for name in KINDS)


def test_the_workflows_are_told_by_their_names() -> None:
    told = set(re.findall(r"^\| ([A-Z][\w ]+) \| (?:for|on) ", read("README.md"), re.M))
    files = (GITHUB / "workflows").glob("*.yml")
    assert told == {yaml.safe_load(path.read_text(encoding="utf-8"))["name"] for path in files}


def owned() -> dict[str, set[str]]:
    """The files that each line of CODEOWNERS is about, as git lists files."""
    listed = {}
    for line in (GITHUB / "CODEOWNERS").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            pattern, *owners = line.split()
            assert owners, f"nobody owns {pattern}"
            said = subprocess.run(
                [*project_git(), "ls-files", f":(glob){pattern.lstrip('/')}{'**' * pattern.endswith('/')}"],
                cwd=ROOT, capture_output=True, text=True, check=True,
            )  # fmt: skip
            listed[pattern] = set(said.stdout.splitlines())
    return listed


def test_what_can_run_has_an_owner() -> None:
    lines = owned()
    # A guide may have no exceptions; the one who first writes some needs a yes for them all the same.
    assert [pattern for pattern, files in lines.items() if not files] in ([], [f"/{LATER}"])
    said = subprocess.run([*project_git(), "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    texts = re.compile(r"docs/.*\.(md|svg|txt)|docs/(?:claims|figures)\.yml|[A-Z_]+\.md|LICENSE|\.gitignore")
    runs_code = [name for name in said.stdout.splitlines() if not texts.fullmatch(name)]
    assert sorted(set(runs_code) - set().union(*lines.values())) == []


def test_hooks_and_the_container_call_what_people_call() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    container = json.loads((ROOT / ".devcontainer" / "devcontainer.json").read_text(encoding="utf-8"))
    assert {repository["repo"] for repository in hooks} == {"local"}
    commands = [hook["entry"] for repository in hooks for hook in repository["hooks"]]
    for command in [*commands, container["postCreateCommand"]]:
        assert command.removeprefix("make ") in targets(), command


def test_the_container_has_what_the_commands_need() -> None:
    container = json.loads((ROOT / ".devcontainer" / "devcontainer.json").read_text(encoding="utf-8"))
    text = (ROOT / ".devcontainer" / container["build"]["dockerfile"]).read_text(encoding="utf-8")
    assert re.findall(r"^FROM python:([\d.]+)-", text, re.M) == [python_of_the_project()]
    assert {*PACKAGES.values(), NAMES[0]} <= set(text.split())


def test_the_newest_version_is_told() -> None:
    version = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.M)
    newest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.M)
    assert version
    assert newest
    assert version[1] == newest[1]
