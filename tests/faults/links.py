"""Faults of links within the guide: a page, a file or a heading that is not there."""

from __future__ import annotations

from . import Edit, Fault, Good, swap

HEIGHT, INDEX, FAQ = "docs/height.md", "docs/index.md", "docs/faq.md"
CAPTION = "The handle is level with your wrist."


def caption(link: str) -> Edit:
    """Put a link into a caption, which stands on line 18."""
    return swap("height.md", CAPTION, f"The handle is level with your wrist. See {link}.")


def one(path: str, line: int) -> tuple[tuple[str, str, int], ...]:
    """Return one finding."""
    return (("links-lead-somewhere", path, line),)


FAULTS = [
    Fault("a heading that is not there", swap("faq.md", "height.md#measure", "height.md#mesure"), one(FAQ, 17)),
    Fault("a page that is not there, in a caption", caption("[all kinds](kinds.md)"), one(HEIGHT, 18)),
    Fault(
        "a page in other letters, in a table", swap("index.md", "| stairs |", "| [stairs](Height.md) |"), one(INDEX, 21)
    ),
    Fault("a file that is not there", swap("height.md", "figures/wrist.svg", "figures/wríst.svg"), one(HEIGHT, 15)),
    Fault("an address from the top of a site", caption("[all kinds](/index.md#kinds)"), one(HEIGHT, 18)),
    Fault("a heading of its own page that is not there", caption("[what we know](#what-we-now)"), one(HEIGHT, 18)),
    Fault("no address", caption("[all kinds]()"), one(HEIGHT, 18)),
    Fault("an address of the web without its beginning", caption("[all kinds](www.example.org)"), one(HEIGHT, 18)),
    Fault("a sign instead of an address", caption("[all kinds](#)"), one(HEIGHT, 18)),
    Fault("a file with an endless name", caption(f"[all kinds]({'a' * 300}.pdf)"), one(HEIGHT, 18)),
]

GOOD = [
    Good("the heading that a box brings", caption("[the short version](index.md#in-short)")),
    Good("a heading of its own page", caption("[what we know](#what-we-know)")),
    Good("data to take away", caption("[all claims](claims.yml)")),
]
