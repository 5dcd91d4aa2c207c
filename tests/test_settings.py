"""docs/rules.yml is read, and what is wrong in it is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.settings import SettingsError, read_settings

from .conftest import ROOT


def test_the_real_file_is_whole() -> None:
    settings = read_settings(ROOT / "docs")
    assert len(settings.words["jargon"].words) >= 60
    assert all(word.instead and word.word for words in settings.words.values() for word in words.words)
    assert all(entry.why for part in (settings.limits, settings.words, settings.lists) for entry in part.values())


def test_a_name_that_is_missing_is_told() -> None:
    with pytest.raises(SettingsError, match="has no `nonsense` -> add it"):
        read_settings(ROOT / "docs").words["nonsense"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- a list",
        "limits: {}",
        "limits: {a: {at_most: many, why: x}}\nwords: {}\nlists: {}\nallowed: {}",
        "limits: {}\nwords: {a: {why: x, list: no}}\nlists: {}\nallowed: {}",
        "limits: {}\nwords: {}\nlists: {}\nallowed: {a: {why: x, list: [{word: US, reason: ''}]}}",
        "limits: {}\nwords: {}\nlists: {}\nallowed: {a: {why: x, list: [{word: US}]}}",
        "limits: [",
    ],
)
def test_a_broken_file_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "rules.yml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"(?s)docs/rules.yml cannot be used: .* -> "):
        read_settings(tmp_path)
