"""Takes out what only serves Material's script bundle, which this guide does not load."""

from __future__ import annotations

from pathlib import Path

from lxml import html

# Checkbox switches, their covers and the dialog: without the bundle they are tab stops that do nothing. The name of
# the generator and the order of the pages are of no use to a reader, and each byte of a first packet is.
SWITCHES = (
    "//input[contains(@class, 'md-toggle')]",
    "//label[contains(@class, 'md-overlay')]",
    "//div[@data-md-component='announce' or contains(@class, 'md-dialog')]",
    "//script[@id='__config']",
    "//head/meta[@name='generator'] | //head/link[@rel='prev' or @rel='next']",
)


def remove_switches(tree: html.HtmlElement, _site: Path) -> None:
    """Remove the parts of the frame that need the bundle, and move the skip link to the very front."""
    for path in SWITCHES:
        for element in tree.xpath(path):
            element.drop_tree()
    for skip in tree.xpath("//body/div[@data-md-component='skip']"):
        skip.getparent().insert(0, skip)
        skip.drop_tag()
