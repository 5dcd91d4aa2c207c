"""Two fields turn degrees into others; without script a rule of thumb stands alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from .conftest import Visit


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("-20", "-4"),
        ("0", "32"),
        ("−140", "-220"),
        ("36,6", "97.9"),
        (" 100 ", "212"),
        ("", ""),
        ("warm", ""),
        ("1e999", ""),
    ],
)
def test_degrees_turn_into_others(visit: Visit, base: str, typed: str, shown: str) -> None:
    page = visit.page
    page.goto(f"{base}about.html#degrees")
    celsius, fahrenheit = page.get_by_label("degrees Celsius"), page.get_by_label("degrees Fahrenheit")
    fahrenheit.fill("1")
    celsius.fill(typed)
    expect(fahrenheit).to_have_value(shown)
    if shown:
        fahrenheit.fill(shown)
        assert abs(float(celsius.input_value()) - float(typed.replace("−", "-").replace(",", "."))) <= 0.1
    page.emulate_media(media="print")
    expect(celsius).to_be_hidden()


def test_without_script_the_rule_of_thumb_stands_alone(without_script: Visit, base: str) -> None:
    page = without_script.page
    page.goto(f"{base}about.html#degrees")
    group = page.get_by_role("group", name="Celsius and Fahrenheit")
    expect(group).to_contain_text("times 9, divided by 5, plus 32")
    expect(page.get_by_role("textbox")).to_have_count(0)
