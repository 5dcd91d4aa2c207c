"""Lets MkDocs finish its own pages, so that `mkdocs build` and `mkdocs serve` show the real thing."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError

from guide.finish import finish
from guide.finish.site import UNFINISHABLE


def on_post_build(config: MkDocsConfig) -> None:
    """Run the finishing steps over the built site. Raises BuildError, which MkDocs tells without a traceback."""
    try:
        finish(Path(config.site_dir), Path(config.docs_dir))
    except UNFINISHABLE as error:
        raise BuildError(f"{error} -> mend it there, then build again") from error
