"""The figures of the guide show what their data says: measured in the drawings, with arithmetic of its own."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import etree

from guide.content import read_guide
from guide.figures.files import outdated, write
from guide.sections import section_text

from ..conftest import ROOT, TINY, copy_pages

FIGURES = ROOT / "docs" / "assets" / "figures"
DATA: dict[str, Any] = {
    one["figure"]: one for one in yaml.safe_load((ROOT / "docs" / "figures.yml").read_text(encoding="utf-8"))
}
SVG = "{http://www.w3.org/2000/svg}"
DAYS_A_MONTH = 365.25 / 12
DAYS = {"day": 1, "week": 7, "month": DAYS_A_MONTH}


def drawing(name: str) -> etree._Element:
    return etree.parse(FIGURES / f"{name}.svg").getroot()


def of_shape(shape: str) -> list[str]:
    return [name for name, one in DATA.items() if one["shape"] == shape]


def rows(name: str) -> list[dict[str, Any]]:
    return [row for row in DATA[name]["rows"] if "heading" not in row]


def months(time: str) -> tuple[float, float]:
    """Return the ends of a time such as `6 to 24 months`, in months."""
    numbers = [float(one) for one in re.findall(r"[\d.]+", time)]
    (unit,) = re.findall(r"(day|week|month)", time)
    return numbers[0] * DAYS[unit] / DAYS_A_MONTH, numbers[-1] * DAYS[unit] / DAYS_A_MONTH


def percent(text: str | None) -> float:
    assert text
    assert text.endswith("%")
    return float(text[:-1])


def words(root: etree._Element) -> str:
    return "\n".join("".join(text.itertext()) for text in root.iter(f"{SVG}text"))


@pytest.mark.parametrize("name", of_shape("people"))
def test_as_many_are_full_as_the_data_says(name: str) -> None:
    full = {"gain": "did", "harm": "hurt"}[DATA[name]["means"]]
    groups = {kind: drawing(name).findall(f"{SVG}g[@class='{kind}']") for kind in (full, "maybe", "not")}
    signs = {"#one": 1, "#ten": len(drawing(name).findall(f"{SVG}defs/{SVG}g/{SVG}use"))}
    counts = {kind: [sum(signs[use.get("href", "")] for use in one) for one in found] for kind, found in groups.items()}
    shares = [row["of_100"] for row in rows(name)]
    most = [row.get("up_to", row["of_100"]) for row in rows(name)]
    assert counts[full] == shares
    assert counts["maybe"] == [high - low for low, high in zip(shares, most, strict=True) if high > low]
    assert counts["not"] == [100 - high for high in most]


@pytest.mark.parametrize("name", of_shape("studies"))
def test_each_sign_reaches_as_far_as_its_time(name: str) -> None:
    plots = drawing(name).findall(f"{SVG}svg[@width='100%']")
    signs = [
        percent(one.get("width") or one.get("cx"))
        for plot in plots
        for one in plot
        if one.get("class") in {"bar", "open", "half", "ring"} and not str(one.tag).endswith("line")
    ]
    expected = [100 * months(row["time"])[0] / DATA[name]["end"] for row in rows(name)]
    assert signs == pytest.approx(expected, abs=0.006)
    assert len(signs) == len(rows(name)) > 9


@pytest.mark.parametrize("name", of_shape("timeline"))
def test_each_thing_is_back_when_the_data_says(name: str) -> None:
    plots = drawing(name).findall(f"{SVG}svg[@width='100%']")
    back = [percent(one.get("x")) for plot in plots for one in plot if one.get("class") == "tube"]
    expected = [100 * months(row["time"])[1] / DATA[name]["end"] for row in rows(name)]
    assert back == pytest.approx(expected, abs=0.006)


@pytest.mark.parametrize("name", of_shape("intervals"))
def test_each_dot_and_interval_stands_at_its_number(name: str) -> None:
    low, high = DATA[name]["scale"]

    def place(value: float) -> float:
        return 100 * (value - float(low)) / float(high - low)

    root = drawing(name)
    dots = [percent(one.get("cx")) for one in root.iter(f"{SVG}circle")]
    bars = [(one.get("x1"), one.get("x2")) for one in root.iter(f"{SVG}line") if one.get("class") == "range"]
    long = [(percent(start), percent(end)) for start, end in bars if start != end]
    expected_dots, expected_bars = [], []
    for row in rows(name):
        value, (start, end) = row["value"], row["interval"]
        if row["side"] == "known":
            expected_dots.append(place(value))
            expected_bars.append((place(start), place(end)))
        else:
            expected_dots += [place(-abs(value)), place(abs(value))]
            reach = min(abs(start), abs(end))
            expected_bars.append((place(-reach), place(reach)))
    assert sorted(dots) == pytest.approx(sorted(expected_dots), abs=0.006)
    assert [end for bar in long for end in bar] == pytest.approx(
        [end for bar in expected_bars for end in bar], abs=0.006
    )


@pytest.mark.parametrize("name", of_shape("ladder"))
def test_the_bands_of_a_ladder_are_as_long_as_they_are_wide_in_the_data(name: str) -> None:
    bands = [row for row in DATA[name]["rows"] if "heading" in row]
    filled = [row["band"] for row in bands if row["look"] != "unmeasured"]
    heights = [float(one.get("height", "")) for one in drawing(name).iter(f"{SVG}rect")]
    size = float(drawing(name).get("height", "")) - 4
    low, high = DATA[name]["scale"]
    assert heights == pytest.approx([size * (end - start) / (high - low) for start, end in filled], abs=0.11)
    (dotted,) = [row["band"] for row in bands if row["look"] == "unmeasured"]
    lines = [one for one in drawing(name).iter(f"{SVG}line") if one.get("class") == "gone"]
    lengths = [float(one.get("y2", "")) - float(one.get("y1", "")) for one in lines]
    assert lengths == pytest.approx([size * (dotted[1] - dotted[0]) / (high - low)] * 2, abs=0.11)


@pytest.mark.parametrize("name", of_shape("ladder"))
def test_a_ladder_tells_both_scales_right(name: str) -> None:
    said = words(drawing(name))
    for row in rows(name):
        ends = row["at"] if isinstance(row["at"], list) else [row["at"]]
        for end in ends:
            assert re.search(rf"(?<![\d-]){end:g}\b", said), end
            assert re.search(rf"(?<![\d-]){round(end * 9 / 5 + 32):g}\b", said), end


@pytest.mark.parametrize("name", sorted(path.stem for path in FIGURES.glob("*.svg")))
def test_a_drawing_is_small_on_its_way(name: str) -> None:
    assert len(gzip.compress((FIGURES / f"{name}.svg").read_bytes(), 6)) < 6000


@pytest.mark.parametrize("name", DATA)
def test_a_figure_has_few_words(name: str) -> None:
    lines = words(drawing(name)).split("\n")
    assert max(map(len, lines)) <= 42
    assert not [line for line in lines if line.endswith(".")]


def test_what_must_not_be_drawn_is_not_drawn() -> None:
    assert "-98" not in "".join(words(drawing(name)) for name in DATA)
    shown = {key for name in of_shape("intervals") for row in rows(name) for key in [row["source"]]}
    assert shown == {"nygaard-2025", "ilfeld-2023"}


def test_writing_twice_changes_nothing_and_brings_back_what_is_gone(tmp_path: Path) -> None:
    docs = copy_pages(TINY, tmp_path) / "docs"
    assert outdated(docs) == {}
    (docs / "assets/figures/too-high.svg").unlink()
    assert write(docs) == ["assets/figures/too-high.svg"]
    assert write(docs) == []


def test_the_words_for_who_does_not_see_a_picture_are_no_part_of_the_text() -> None:
    guide = read_guide(ROOT)
    text = section_text(guide, guide.pages["risks.md"], "odd-feelings")
    assert text
    assert "One hundred dots" not in text
