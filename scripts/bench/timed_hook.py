"""Stands in for the guide's own MkDocs hook in a grown copy: finishes the site and notes how long that took."""

from __future__ import annotations

import json
from pathlib import Path
from time import process_time

from mkdocs.config.defaults import MkDocsConfig

from guide.finish import finish

NOTE = "finishing.json"


def on_post_build(config: MkDocsConfig) -> None:
    """Run the finishing steps over the built site."""
    site = Path(config.site_dir)
    size = sum(path.stat().st_size for path in site.rglob("*.html"))
    start = process_time()
    finish(site, Path(config.docs_dir))
    note = {"seconds": process_time() - start, "bytes": size}
    site.with_name(NOTE).write_text(json.dumps(note), encoding="utf-8")
