"""Lets a slow phone show the first screen of a page before it lays out the rest.

A browser reads a page in steps, and may paint between two of them. In Chromium a step often ends after a script in
the text. So the script of the guide stands where the first screen ends, and not at the foot: it is deferred, and runs
when all is read, wherever it stands. `make bench` (paint) compares the first paint with that of a hand-written page.
"""

from __future__ import annotations

from pathlib import Path

from lxml import html

from guide.finish.script import SCRIPT

# What begins the text of a page after its first screen: a heading that stands in no box.
SECOND_PART = "//article/h2[1]"


def place_script(tree: html.HtmlElement, _site: Path) -> None:
    """Move the deferred script of the guide to where the first screen ends; a page of one part keeps it at its foot."""
    scripts = tree.xpath(f"/html/body/script[@defer][contains(@src, '{SCRIPT}')]")
    for heading in tree.xpath(SECOND_PART):
        for script in scripts:
            script.tail = None
            heading.addprevious(script)
