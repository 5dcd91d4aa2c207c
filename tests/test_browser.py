"""A browser is found where it starts, installed where it does not, and what to do is said where that fails."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from guide import browser

STARTS, FAILS = "echo Chromium 1", "echo 'error while loading shared libraries' >&2; exit 127"


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PATH with a shell on it and no browser; Playwright has none either."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for tool in ("sh", "cp"):
        (folder / tool).symlink_to(str(shutil.which(tool)))
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.delenv(browser.VARIABLE, raising=False)
    monkeypatch.setattr(browser, "_playwrights_own", lambda: str(tmp_path / "own"))
    return folder


def put(path: Path, command: str) -> str:
    path.write_text(f"#!/bin/sh\n{command}\n")
    path.chmod(0o755)
    return str(path)


def test_the_first_that_starts_is_taken(machine: Path) -> None:
    assert browser.find() is None
    own = put(machine.parent / "own", STARTS)
    assert browser.find() == own
    chrome = put(machine / "google-chrome", STARTS)
    put(machine / "chromium-browser", FAILS)  # on Ubuntu a script that asks for a snap
    assert browser.find() == chrome


def test_a_named_one_has_to_be_there(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named = put(machine / "mine", STARTS)
    monkeypatch.setenv(browser.VARIABLE, named)
    assert browser.find() == named
    monkeypatch.setenv(browser.VARIABLE, str(machine / "none"))
    with pytest.raises(FileNotFoundError, match="GUIDE_BROWSER names .*none, which is not there"):
        browser.find()


def test_the_next_way_is_tried_until_one_starts(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken, good = put(machine / "broken", FAILS), put(machine / "good", STARTS)
    ways = (("sh", "-c", "exit 1"), ("cp", broken, str(machine.parent / "own")), ("cp", good, f"{machine}/chromium"))
    monkeypatch.setattr(browser, "INSTALLERS", ways)
    assert browser.install() == str(machine / "chromium")
    monkeypatch.setattr(browser, "INSTALLERS", (("sh", "-c", "exit 1 # not asked, for there is one now"),))
    assert browser.install() == str(machine / "chromium")


def test_where_none_can_be_had_it_says_what_to_do(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(machine / "chromium", FAILS)
    monkeypatch.setattr(browser, "INSTALLERS", (("sh", "-c", "exit 1"),))
    with pytest.raises(RuntimeError, match="Install Chromium or Chrome, or name one: GUIDE_BROWSER="):
        browser.install()
