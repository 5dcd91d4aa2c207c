"""The lists that the script loads when somebody wants them, each in a file of its own.

A script and not JSON, because a page opened from the disk may load a script but not fetch a file.
"""

from __future__ import annotations

import json

from guide.finish.site import Site

FOLDER = "assets"


def write_list(site: Site, name: str, data: object) -> None:
    """Write `data` to assets/NAME.js, where guide.js looks for the list of that name."""
    target = site.folder / FOLDER / f"{name}.js"
    target.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    target.write_text(f"(window.guideLists??={{}}).{name}={text};\n", encoding="utf-8")
