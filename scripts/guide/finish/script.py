"""Makes of the one readable script what a page needs at once and what comes later, with the list that it works on.

The source stays one file without a build step and works as it is; a finished page loads a smaller one. The code that
reads the search index goes into the file of the index, the panel of a word into the file of the meanings: nobody
needs the one without the other.
"""

from __future__ import annotations

import re

import rjsmin

from guide.finish.lists import FOLDER
from guide.finish.site import Site

SCRIPT = "guide.js"
# The comment in the script that says with which list everything goes from there on.
DIVIDER = re.compile(r"/\* ---- with (?P<file>[a-z]+\.js):")


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
