"""Writes dates out for readers: 2026-11-23 becomes 23 November 2026."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from lxml import html

# Named here and not taken from the machine's language, so that every machine writes the same page.
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def in_words(day: date) -> str:
    """Return a date as `23 November 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def write_out(tree: html.HtmlElement, _site: Path) -> None:
    """Write every `<time datetime="2026-11-23">` out in words. Raises ValueError for a date that does not exist."""
    for element in tree.xpath("//time[@datetime]"):
        element.text = in_words(date.fromisoformat(element.get("datetime")[:10]))
