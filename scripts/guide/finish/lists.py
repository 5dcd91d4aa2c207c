"""The lists that the script loads when somebody wants them, each in a file of its own.

A script and not JSON, because a page opened from the disk may load a script but not fetch a file.
"""

from __future__ import annotations

import json

from guide.finish.site import Site

FOLDER = "assets"


def write_list(site: Site, file: str, data: object) -> None:
    """Write `data` to the file of that name in assets/, where guide.js looks for it."""
    target = site.folder / FOLDER / file
    target.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    target.write_text(f'(window.guideLists??={{}})["{file}"]={text};\n', encoding="utf-8")
