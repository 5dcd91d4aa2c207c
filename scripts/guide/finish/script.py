"""Makes of the one readable script what a page needs at once and what comes later, with the list that it works on.

The source stays one file without a build step and works as it is; a finished page loads a smaller one. The code that
reads the search index goes into the file of the index, the panel of a word into the file of the meanings: nobody
needs the one without the other. What only a few pages need stands in a file of its own, which only they load.
"""

from __future__ import annotations

import re

import rjsmin
from lxml import html
from lxml.html import builder

from guide.finish.lists import FOLDER
from guide.finish.site import Site

SCRIPT = "guide.js"
# The comment in the script that says with which list everything goes from there on.
DIVIDER = re.compile(r"/\* ---- with (?P<file>[a-z]+\.js):")
# The comment that begins a part, up to the next one of either kind, for pages that hold an element of this class.
PART = re.compile(r"/\* ---- on pages with (?P<kind>[a-z]+):.*?(?=/\* ---- (?:on|with) |\Z)", re.S)


def _load(tree: html.HtmlElement, file: str) -> None:
    """Let a page load a part right after the script, from the same place."""
    for script in tree.xpath(f"//script[contains(@src, '{SCRIPT}')]"):
        address = script.get("src").replace(SCRIPT, file)
        script.addnext(builder.SCRIPT(src=address, defer="defer"))


def part_script(site: Site) -> None:
    """Take each part out of the script that only pages with an element of some class need, and let these load it."""
    script = site.folder / FOLDER / SCRIPT
    if not site.pages or not script.is_file():
        return
    whole = script.read_text(encoding="utf-8")
    for part in PART.finditer(whole):
        kind = part["kind"]
        (script.parent / f"{kind}.js").write_text(rjsmin.jsmin(part[0]) + "\n", encoding="utf-8")
        for tree in site.pages.values():
            if tree.xpath(f"//article//*[contains(concat(' ', @class, ' '), ' {kind} ')]"):
                _load(tree, f"{kind}.js")
    script.write_text(PART.sub("", whole), encoding="utf-8")


def divide_script(site: Site) -> None:
    """Write the parts of the script, without their comments. A site without the script is left alone.

    A part whose list was not written stays in the script, because a page could still need it.
    """
    folder = site.folder / FOLDER
    if not site.pages or not (folder / SCRIPT).is_file():
        return
    at_once, *parts = DIVIDER.split((folder / SCRIPT).read_text(encoding="utf-8"))
    for file, code in zip(parts[::2], parts[1::2], strict=True):
        whole, target = f"/* {code}", folder / file
        if target.is_file():
            target.write_text(f"{rjsmin.jsmin(whole)}\n{target.read_text(encoding='utf-8')}", encoding="utf-8")
        else:
            at_once += whole
    (folder / SCRIPT).write_text(rjsmin.jsmin(at_once) + "\n", encoding="utf-8")
