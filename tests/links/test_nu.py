"""The HTML checker reads all pages, and getting it onto a machine works or says what to do."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import sys
import tarfile
from pathlib import Path

import pytest

from guide.links import nu, nu_setup
from guide.links.nu_setup import HELP, SetupError
from guide.links.site import LinksError, as_problems, read_site

from .planting import both, frame, text

# All at once: Java takes seconds to start.
FAULTS = both(
    text("<ul><p>x</p></ul><p role=nothing>größe</p>"),
    text("<img src=assets/favicon.svg>", "faq"),
    frame("<nav><dd>x</dd></nav>"),
    text("<p id=a>x</p><p id=a>x</p>"),
    text("<table role=table><tr role=row><td role=cell>x</table>"),
)


def found(guide: Path) -> list[str]:
    site = read_site(guide / "site", guide)
    return [f"{problem.path}:{problem.line} {problem.message}" for problem in as_problems(site, nu.look(site))]


def test_errors_are_told_misreadings_are_not(guide: Path) -> None:
    FAULTS(guide)
    assert [line.partition(" (near")[0] for line in found(guide)] == [
        "docs/faq.md:0 An “img” element must have an “alt” attribute, except under certain conditions. "
        "For details, consult guidance on providing text alternatives for images",
        "docs/height.md:0 Bad value “nothing” for attribute “role” on element “p”",
        "docs/height.md:0 Element “p” not allowed as child of element “ul” in this context. "
        "(Suppressing further errors from this subtree.)",
        "site/height.html:1 Element “dd” not allowed as child of element “nav” in this context. "
        "(Suppressing further errors from this subtree.)",
    ]


def test_it_never_passes_when_it_did_not_run(guide: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    site = read_site(guide / "site", guide)
    (guide / "site" / "faq.html").unlink()
    with pytest.raises(LinksError, match=r"the HTML checker could not read .*faq\.html"):
        list(nu.look(site))
    (tmp_path / "no.jar").write_text("no jar")
    monkeypatch.setattr(nu, "jar", lambda: tmp_path / "no.jar")
    with pytest.raises(LinksError, match=r"the HTML checker did not run to its end: .*no\.jar"):
        list(nu.look(site))
    monkeypatch.setattr(nu, "jar", lambda: tmp_path / "gone.jar")
    with pytest.raises(LinksError, match="make vnu"):
        list(nu.look(site))


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PATH with a shell and nothing else, for somebody who may not install programs; no checker yet."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for tool in ("sh", "cp"):
        (folder / tool).symlink_to(str(shutil.which(tool)))
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(nu_setup, "_is_root", lambda: False)
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "venv"))
    return folder


def put(folder: Path, name: str, script: str) -> None:
    (folder / name).write_text(f"#!{os.path.realpath('/bin/sh')}\n{script}\n")
    (folder / name).chmod(0o755)


def java(folder: Path, version: str = "17.0.15") -> None:
    put(folder, "java", f"echo 'openjdk version \"{version}\" 2025-04-15' >&2")


def package(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make an npm that hands out a package of our own making, whose hash is known."""
    target = folder / "package.tgz"
    with tarfile.open(target, "w:gz") as archive:
        member = tarfile.TarInfo(nu_setup.IN_PACKAGE)
        member.size = 3
        archive.addfile(member, io.BytesIO(b"jar"))
    monkeypatch.setattr(nu_setup, "SHA256", hashlib.sha256(target.read_bytes()).hexdigest())
    put(folder, "npm", f"cp {target} vnu-jar-{nu_setup.VERSION}.tgz")


def test_it_is_fetched_once(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    java(machine)
    package(machine, monkeypatch)
    path, jar = nu_setup.install()
    assert (path, jar.read_bytes()) == (str(machine / "java"), b"jar")
    (machine / "npm").unlink()
    assert nu_setup.install() == (path, jar)
    assert [file.name for file in jar.parent.iterdir()] == [jar.name]


@pytest.mark.parametrize("version", ["11.0.1", "1.8.0_292"])
def test_an_old_java_will_not_do(machine: Path, version: str) -> None:
    java(machine, version)
    with pytest.raises(SetupError, match="Java 17 or newer is missing"):
        nu_setup.install()


def test_what_is_missing_is_named(machine: Path) -> None:
    with pytest.raises(SetupError) as error:
        nu_setup.install()
    assert str(error.value) == HELP["java"]
    java(machine, "21")
    with pytest.raises(SetupError) as error:
        nu_setup.install()
    assert str(error.value) == HELP["npm"]


def test_root_gets_it_from_the_system(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nu_setup, "_is_root", lambda: True)
    package(machine, monkeypatch)
    log = machine / "log"
    java(machine / "..")
    put(machine, "apt-get", f'echo "$*" >>{log}; [ "$1" = update ] || cp {machine}/../java {machine}/java')
    nu_setup.install()
    assert log.read_text().splitlines() == [
        "update",
        "install --yes --no-install-recommends default-jre-headless",
    ]


def test_another_file_than_the_known_one_is_refused(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    java(machine)
    package(machine, monkeypatch)
    monkeypatch.setattr(nu_setup, "SHA256", "0" * 64)
    with pytest.raises(SetupError, match="is not the file that this guide knows"):
        nu_setup.install()
    assert not nu_setup.jar().exists()


def test_no_network(machine: Path) -> None:
    java(machine)
    put(machine, "npm", "echo 'npm error network request failed' >&2; exit 1")
    with pytest.raises(SetupError, match=r"\(npm error network request failed\). Connect this computer"):
        nu_setup.install()
