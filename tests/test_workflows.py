"""The workflows of GitHub, proven as far as that can be done here: every command and path in them is there."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from .conftest import ROOT

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
TOOLS = Path(sys.executable).parent
# `actions/checkout@<40 hex digits> # v6.0.2`: a tag can be moved, a commit cannot.
PINNED = re.compile(r"uses: (?P<action>[\w./-]+)@(?P<commit>[0-9a-f]{40}) # (?P<version>v\d+\.\d+\.\d+)$")
MAKE = re.compile(r"make (?P<target>[a-z-]+)(?P<values>(?: [A-Z]+=\w+)*)")
# Fields of a step that name files or folders, and what makes them.
PATHS = ("path", "subject-path")
FORMS = {
    "vendor.github-workflows": "workflows/*.yml",
    "custom.github-workflows-require-timeout": "workflows/*.yml",
    "vendor.dependabot": "dependabot.yml",
}


def makefile() -> str:
    return (ROOT / "Makefile").read_text(encoding="utf-8")


def targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", makefile(), re.M))


def made() -> set[str]:
    """The folders that commands make: `make clean` takes them away again."""
    line = re.search(r"^clean:.*\n\t@rm -rf (.*)$", makefile(), re.M)
    assert line
    return set(line[1].split())


def jobs(text: str) -> dict[str, dict[str, Any]]:
    loaded: dict[str, dict[str, Any]] = yaml.safe_load(text)["jobs"]
    return loaded


def steps(text: str) -> Iterator[dict[str, Any]]:
    for job in jobs(text).values():
        yield from job["steps"]


def bad_commands(text: str) -> Iterator[str]:
    for step in steps(text):
        if command := step.get("run"):
            found = MAKE.fullmatch(command)
            if not found or found["target"] not in targets():
                yield f"no such command: {command}"
            elif any(f"$({pair.partition('=')[0]})" not in makefile() for pair in found["values"].split()):
                yield f"the Makefile does not use a value of: {command}"


def bad_paths(text: str) -> Iterator[str]:
    for step in steps(text):
        for name in PATHS:
            path = step.get("with", {}).get(name)
            if path and path.removesuffix("/*") not in made() and not (ROOT / path).exists():
                yield f"nothing makes {path}"


def bad_pins(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if "uses:" in line and not PINNED.search(line):
            yield f"not pinned with its version: {line.strip()}"


def bad_rights(text: str) -> Iterator[str]:
    loaded = yaml.safe_load(text)
    if loaded.get("permissions") != {}:
        yield "permissions are not empty on top"
    if "group" not in loaded.get("concurrency", {}):
        yield "two runs may meet"
    for name, job in jobs(text).items():
        rights = job.get("permissions")
        if not isinstance(rights, dict) or "write-all" in rights.values():
            yield f"{name} does not name its permissions"
    for step in steps(text):
        kept = step.get("with", {}).get("persist-credentials")
        if str(step.get("uses", "")).startswith("actions/checkout@") and kept is not False:
            yield "checkout leaves its token behind"


def bad_for_strangers(text: str) -> Iterator[str]:
    """What must not stand in a run for a pull request of somebody whom nobody knows yet."""
    if "pull_request_target" in text or "workflow_run" in text:
        yield "a stranger's change runs with rights"
    if re.search(r"^  pull_request:", text, re.M):
        written = [right for job in jobs(text).values() for right in job["permissions"].values() if right != "read"]
        yield from (f"a pull request may {right}" for right in written)
        yield from (f"a pull request meets {word}" for word in ("secrets.", "github.token", "GH_TOKEN") if word in text)


LOOKS = (bad_commands, bad_paths, bad_pins, bad_rights, bad_for_strangers)


def faults(text: str) -> list[str]:
    return [fault for look in LOOKS for fault in look(text)]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_has_no_fault(path: Path) -> None:
    assert faults(path.read_text(encoding="utf-8")) == []


PLANTED = {
    "a command that is not there": ("make test", "make tset", "no such command"),
    "a command of the shell": ("run: make compare", "run: make compare && true", "no such command"),
    "a value that nothing reads": ("FORMAT=github", "FROMAT=github", "does not use a value"),
    "a folder that nothing makes": ("path: dist", "path: dits", "nothing makes dits"),
    "a tag for a commit": ("de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2", "v6", "not pinned"),
    "a pin without its version": (" # v6.0.2", "", "not pinned"),
    "no version to the point": (" # v6.0.2", " # v6", "not pinned"),
    "rights for all": ("permissions: {}", "permissions: {contents: write}", "not empty on top"),
    "a job with a right too many": ("contents: read", "contents: write", "may write"),
    "runs that meet": ("  group: check-${{ github.ref }}\n", "", "may meet"),
    "a token left behind": ("persist-credentials: false", "persist-credentials: true", "leaves its token"),
    "a secret": ("run: make test", "run: make test\n        env: {A: '${{ secrets.A }}'}", "meets secrets."),
    "a trigger with rights": ("  pull_request:\n", "  pull_request_target:\n", "runs with rights"),
}


@pytest.mark.parametrize("fault", PLANTED)
def test_a_fault_is_seen(fault: str) -> None:
    right, wrong, said = PLANTED[fault]
    text = (GITHUB / "workflows" / "ci.yml").read_text(encoding="utf-8")
    assert right in text
    assert any(said in one for one in faults(text.replace(right, wrong)))


def test_an_action_has_one_version_everywhere() -> None:
    pins: dict[str, set[str]] = {}
    for line in "\n".join(path.read_text(encoding="utf-8") for path in WORKFLOWS).splitlines():
        if found := PINNED.search(line):
            pins.setdefault(found["action"], set()).add(f"{found['commit']} {found['version']}")
    assert len(pins) >= 7
    assert {action: versions for action, versions in pins.items() if len(versions) > 1} == {}


def _run(*words: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(TOOLS / words[0]), *words[1:]], cwd=folder, capture_output=True, text=True, check=False, timeout=60
    )


def test_zizmor_has_no_finding(tmp_path: Path) -> None:
    words = ("zizmor", "--offline", "--no-progress", "--color=never", "--persona=auditor")
    result = _run(*words, ".github")
    assert (result.returncode, result.stdout.strip()) == (0, "No findings to report. Good job!"), result.stdout
    shutil.copytree(GITHUB, tmp_path / ".github")
    ci = tmp_path / ".github" / "workflows" / "ci.yml"
    ci.write_text(ci.read_text().replace("run: make test", "run: make ${{ github.head_ref }}"))
    assert "template-injection" in _run(*words, ".github", folder=tmp_path).stdout


@pytest.mark.parametrize("schema", FORMS)
def test_files_for_github_have_its_form(schema: str, tmp_path: Path) -> None:
    paths = sorted(map(str, GITHUB.glob(FORMS[schema])))
    assert paths
    result = _run("check-jsonschema", "--builtin-schema", schema, *paths)
    assert result.returncode == 0, result.stdout
    broken = tmp_path / "broken.yml"
    broken.write_text("name: 1\njobs: {a: {steps: []}}\nupdates: 1\n")
    assert _run("check-jsonschema", "--builtin-schema", schema, str(broken)).returncode == 1


def python_of_the_project() -> str:
    least = re.search(r'requires-python = ">=([\d.]+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert least
    return least[1]


def test_the_python_of_the_workflows_is_one_that_the_project_takes() -> None:
    for path in WORKFLOWS:
        for step in steps(path.read_text(encoding="utf-8")):
            if step.get("uses", "").startswith("actions/setup-python@"):
                assert step["with"]["python-version"] == python_of_the_project()
