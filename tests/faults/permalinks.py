"""Faults of the list of published addresses: one that is gone, one that is missing, one out of order."""

from __future__ import annotations

from pathlib import Path

from . import Fault, Good, add, both, put, swap

ADDRESSES, HEIGHT, FAQ, EXTRA = "docs/permalinks.txt", "docs/height.md", "docs/faq.md", "docs/extra.md"
MEASURE = "height.html#measure\n"
CARE = "## Care {#care}\n\nLook at the tip now and then.\n"
PAGE = """---
title: One more page
description: A page that only a test of the guide about walking sticks puts here.
reviewed: 2026-03-01
next_review: 2027-03-01
status: not yet reviewed by a clinician
---

# One more page

## Wood {#wood}

A stick is made of wood.
"""


def save_as_windows_does(guide: Path) -> None:
    """Save the list with a byte order mark and CRLF."""
    path = guide / ADDRESSES
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))


FAULTS = [
    Fault(
        "a heading with another address",
        both(
            swap("height.md", "{#measure}", "{#measuring}"),
            swap("index.md", "height.md#measure", "height.md#measuring"),
            swap("faq.md", "height.md#measure", "height.md#measuring"),
            swap("claims.yml", "height.md#measure", "height.md#measuring"),
        ),
        (("addresses-stay", ADDRESSES, 13), ("addresses-are-listed", HEIGHT, 11)),
    ),
    Fault(
        "a question that is gone, in a list of Windows",
        both(
            swap("faq.md", "### Which hand holds the stick? {#which-hand}", "### Which hand is it? {#hand}"),
            save_as_windows_does,
        ),
        (("addresses-stay", ADDRESSES, 6), ("addresses-are-listed", FAQ, 13)),
    ),
    Fault(
        "a page that is gone",
        swap("permalinks.txt", "glossary.html\n", "extra.html\nextra.html#wood\nglossary.html\n"),
        (
            ("list-of-addresses-in-order", ADDRESSES, 7),
            ("addresses-stay", ADDRESSES, 7),
            ("addresses-stay", ADDRESSES, 8),
        ),
    ),
    Fault("a new section", add("height.md", CARE), (("addresses-are-listed", HEIGHT, 42),)),
    Fault(
        "two new sections, one in a box",
        swap(
            "height.md",
            "/// emergency | ### **Emergency:** Call your local emergency number if:",
            CARE + "\n/// emergency | ### **Emergency:** Call your local emergency number if: {#call}",
        ),
        (("addresses-are-listed", HEIGHT, 37),),
    ),
    Fault(
        "a new page in a folder",
        both(
            put("more/extra.md", PAGE),
            swap("height.md", "Stand in your shoes.", "Stand in your [one more page](more/extra.md)."),
        ),
        (("addresses-are-listed", "docs/more/extra.md", 8),),
    ),
    Fault("no list", lambda guide: (guide / ADDRESSES).unlink(), (("addresses-are-listed", ADDRESSES, 0),)),
    Fault("an empty list", put("permalinks.txt", "# Nothing yet\n"), (("list-of-addresses-in-order", ADDRESSES, 0),)),
    Fault(
        "a list that is not UTF-8",
        put("permalinks.txt", b"caf\xe9.html\n"),
        (("list-of-addresses-in-order", ADDRESSES, 0),),
    ),
    Fault(
        "an address out of order",
        both(swap("permalinks.txt", MEASURE, ""), swap("permalinks.txt", "index.html\n", f"index.html\n{MEASURE}")),
        (("list-of-addresses-in-order", ADDRESSES, 15),),
    ),
    Fault(
        "an address twice",
        swap("permalinks.txt", MEASURE, MEASURE * 2),
        (("list-of-addresses-in-order", ADDRESSES, 14),),
    ),
    Fault(
        "a whole web address",
        swap("permalinks.txt", "index.html\n", "https://sticks.example/index.html\nindex.html\n"),
        (("list-of-addresses-in-order", ADDRESSES, 15), ("addresses-stay", ADDRESSES, 15)),
    ),
    Fault(
        "an address that is gone without a reason",
        add("permalinks.txt", "removed:\nold.html#wood\n"),
        (("list-of-addresses-in-order", ADDRESSES, 28),),
    ),
    Fault(
        "an address that is gone and there",
        both(swap("permalinks.txt", MEASURE, ""), add("permalinks.txt", f"removed:\n{MEASURE.strip()}: it moved\n")),
        (("list-of-addresses-in-order", ADDRESSES, 27), ("addresses-are-listed", HEIGHT, 11)),
    ),
]

GOOD = [
    Good(
        "an address that is gone, with its reason",
        add(
            "permalinks.txt",
            "removed:\nold.html: it is one page with height.html now\nold.html#wood: see index.html#kinds\n",
        ),
    ),
    Good(
        "a new wording of a heading", swap("height.md", "## Measure it {#measure}", "## Measure your stick {#measure}")
    ),
    Good("remarks and empty lines", swap("permalinks.txt", MEASURE, f"\n# The next one is in print.\n{MEASURE}\n")),
    Good("a list without an end of line", swap("permalinks.txt", "walks.html#warm\n", "walks.html#warm")),
]
