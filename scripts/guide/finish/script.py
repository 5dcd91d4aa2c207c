"""Makes of the one readable script what a page needs at once and what the search brings along.

The source stays one file without a build step and works as it is; a finished page loads a smaller one. The code
that reads the search index goes into the same file as the index, for nobody needs the one without the other.
"""

from __future__ import annotations

import rjsmin

from guide.finish.lists import FOLDER
from guide.finish.site import Site

SCRIPT, INDEX = f"{FOLDER}/guide.js", f"{FOLDER}/search.js"
# The comment in the script from which on everything belongs to the search.
DIVIDER = "/* ---- from here on: the code that reads the index"


def divide_script(site: Site) -> None:
    """Write the two parts of the script, without their comments. A site without the script is left alone."""
    source, index = site.folder / SCRIPT, site.folder / INDEX
    if not site.pages or not source.is_file() or not index.is_file():
        return
    at_once, divider, with_index = source.read_text(encoding="utf-8").partition(DIVIDER)
    if divider:
        index.write_text(f"{rjsmin.jsmin(divider + with_index)}\n{index.read_text(encoding='utf-8')}", encoding="utf-8")
    source.write_text(rjsmin.jsmin(at_once) + "\n", encoding="utf-8")
