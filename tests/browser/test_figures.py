"""Figures in a real browser: large enough on the smallest phone, in the colours of the page, on paper in grey."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Locator, Page

from .conftest import Opener

LIGHT, DARK, CANVAS = (252, 252, 250), (14, 26, 33), (255, 255, 255)
SMALLEST, LETTERS = 320, 14
# Reads a picture of the screen: a dot near its last corner, and the most that the three colours of any dot lie apart.
READ = """
async picture => {
  const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
  canvas.drawImage(bitmap, 0, 0);
  const dots = canvas.getImageData(0, 0, bitmap.width, bitmap.height).data;
  let apart = 0, dark = 255;
  for (let at = 0; at < dots.length; at += 4) {
    const dot = dots.slice(at, at + 3);
    apart = Math.max(apart, Math.max(...dot) - Math.min(...dot));
    dark = Math.min(dark, ...dot);
  }
  const corner = canvas.getImageData(bitmap.width - 4, bitmap.height - 4, 1, 1).data;
  return { corner: [...corner.slice(0, 3)], apart, dark };
}"""
# The letters of a drawing that is open by itself: how high each text is, and where it stands.
TEXTS = """
() => [...document.querySelectorAll("text")].map(text => {
  const box = text.getBoundingClientRect();
  const sizes = [text, ...text.querySelectorAll("tspan")].map(one => parseFloat(getComputedStyle(one).fontSize));
  return { said: text.textContent, size: Math.min(...sizes), left: box.left, right: box.right, top: box.top, bottom: box.bottom };
})"""
CHART = "article img.fluid"


def figures(site: Path) -> list[tuple[str, str]]:
    """Return the page and the address of each drawing that is a picture of its own."""
    pages = sorted(site.glob("*.html"))
    return [
        (path.name, src)
        for path in pages
        for src in html.parse(path).xpath("//article//img[contains(@src, 'figures/')]/@src")
    ]


def seen(reader: Page, picture: Locator) -> dict[str, object]:
    """Return what `READ` says of a picture on the screen, read in a window that has no policy."""
    picture.scroll_into_view_if_needed()
    picture.evaluate("one => one.decode()")
    shot = base64.b64encode(picture.screenshot()).decode()
    read: dict[str, object] = reader.evaluate(READ, shot)
    return read


@pytest.fixture
def reader(open_window: Opener) -> Page:
    return open_window(quiet=False).page


def test_the_guide_has_charts(site: Path) -> None:
    assert len(figures(site)) >= 7


def test_on_the_smallest_phone_words_are_large_enough_and_whole(open_window: Opener, site: Path, on_disk: str) -> None:
    page, alone = open_window(SMALLEST).page, open_window(SMALLEST).page
    faults = []
    for name, src in figures(site):
        page.goto(on_disk + name)
        picture = page.locator(f"img[src='{src}']")
        picture.scroll_into_view_if_needed()
        picture.evaluate("one => one.decode()")
        box = picture.bounding_box()
        assert box
        fluid = picture.get_attribute("class") == "fluid"
        alone.set_viewport_size({"width": round(box["width"]), "height": 1200})
        alone.goto(on_disk + src)
        natural = alone.evaluate("document.documentElement.getBoundingClientRect().width")
        own = alone.evaluate("document.documentElement.viewBox.baseVal?.width || 0") or natural
        for text in alone.evaluate(TEXTS):
            if text["size"] * box["width"] / (natural if fluid else own) < LETTERS:
                faults.append((src, text["said"], "small", text["size"]))
            if text["left"] < -0.5 or text["right"] > natural + 0.5:
                faults.append((src, text["said"], "cut off", text["right"] - natural))
    assert faults == []


def test_no_words_of_a_chart_lie_on_each_other(open_window: Opener, site: Path, on_disk: str) -> None:
    alone = open_window(SMALLEST - 36).page
    faults = []
    for _name, src in figures(site):
        alone.goto(on_disk + src)
        texts = alone.evaluate(TEXTS)
        for place, one in enumerate(texts):
            for other in texts[place + 1 :]:
                across = min(one["right"], other["right"]) - max(one["left"], other["left"])
                down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
                if across > 1 and down > 6:  # a line of letters is higher than the letters in it
                    faults.append((src, one["said"], other["said"]))
    assert faults == []


def test_the_button_changes_the_colours_of_a_picture(open_window: Opener, base: str, reader: Page) -> None:
    page = open_window().page
    page.goto(f"{base}benefits.html")
    chart = page.locator(CHART).first
    assert seen(reader, chart)["corner"] == list(LIGHT)
    page.get_by_role("button", name="Dark", exact=True).click()
    assert seen(reader, chart)["corner"] == list(DARK)


def test_without_script_the_system_decides_for_a_picture_too(open_window: Opener, base: str, reader: Page) -> None:
    page = open_window(look="dark", script=False).page
    page.goto(f"{base}benefits.html")
    assert seen(reader, page.locator(CHART).first)["corner"] == list(DARK)


def test_in_the_readers_own_colours_a_picture_takes_them(open_window: Opener, served: str, reader: Page) -> None:
    page = open_window().page
    page.emulate_media(forced_colors="active")
    page.goto(f"{served}how-it-works.html")
    for chart in page.locator(CHART).all():
        look = seen(reader, chart)
        assert look["corner"] == list(CANVAS)
        assert look["apart"] == 0
        assert look["dark"] == 0


def test_on_paper_a_picture_is_light_and_grey(open_window: Opener, served: str, reader: Page) -> None:
    page = open_window(look="dark").page
    page.goto(f"{served}how-it-works.html")
    page.emulate_media(media="print")
    for chart in page.locator(CHART).all():
        look = seen(reader, chart)
        assert look["apart"] == 0
        assert min(look["corner"]) > 245  # type: ignore[call-overload]


def test_a_picture_is_fetched_when_the_reader_comes_near_it(open_window: Opener, served: str) -> None:
    visit = open_window()
    visit.page.goto(f"{served}how-it-works.html")
    visit.page.wait_for_load_state("networkidle")
    assert not [url for url in visit.requests if "regrowth.svg" in url]
    visit.page.locator("img[src*=regrowth]").scroll_into_view_if_needed()
    visit.page.locator("img[src*=regrowth]").evaluate("one => one.decode()")
    assert [url for url in visit.requests if "regrowth.svg" in url]


def test_who_prints_at_once_gets_every_picture(open_window: Opener, served: str) -> None:
    visit = open_window()
    visit.page.goto(f"{served}benefits.html")
    visit.page.pdf()
    for name in ("relief-people", "fair-tests", "relief-by-study"):
        assert [url for url in visit.requests if f"{name}.svg" in url], name
