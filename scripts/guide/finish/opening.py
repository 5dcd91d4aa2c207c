"""Lets a slow phone show the first screen of a page before it lays out the rest.

A browser reads a page in steps, and may paint between two of them. Chromium ends the first step as soon as it meets
`<body>`, and so paints an empty page; HTML lets a writer leave that tag out. The next step ends after a script in the
text, so the script of the guide stands where the first screen ends, and not at the foot: it is deferred and runs when
all is read, wherever it stands. On a phone at a quarter of its speed the heaviest page is seen in three quarters of
the time (`make bench`, paint).
"""

from __future__ import annotations

import re
from pathlib import Path

from lxml import html

from guide.finish.script import SCRIPT

# What begins the text of a page after its first screen: a heading that stands in no box.
SECOND_PART = "//article/h2[1]"
# Where head and body meet, if what follows begins a body for every reader, also for one that knows no HTML 5.
BORDER = re.compile(r"</head><body>(?=<(?:a|div|h1|p)\b)")


def turn_reading(tree: html.HtmlElement, _site: Path) -> None:
    """Let the page itself say in which direction it is read, so that the tag of its body can be left out."""
    for body in tree.xpath("/html/body[@dir]"):
        tree.set("dir", body.attrib.pop("dir"))


def place_script(tree: html.HtmlElement, _site: Path) -> None:
    """Move the deferred script of the guide to where the first screen ends; a page of one part keeps it at its foot."""
    scripts = tree.xpath(f"/html/body/script[@defer][contains(@src, '{SCRIPT}')]")
    for heading in tree.xpath(SECOND_PART):
        for script in scripts:
            script.tail = None
            heading.addprevious(script)


def without_border(text: str) -> str:
    """Return a page, written without blanks between tags, without the tags where head and body meet.

    HTML allows it: https://html.spec.whatwg.org/multipage/syntax.html#optional-tags
    """
    return BORDER.sub("", text, count=1)
