"""Writes on each page when its text was last changed, as the history of the project (git) knows it.

A copy without its history says nothing: a wrong date is worse than none.
"""

from __future__ import annotations

from lxml.html import builder

from guide.content import PAGE
from guide.finish.site import Site
from guide.history import last_changes

LABEL = "Last changed: "


def write_changes(site: Site) -> None:
    """Put the day of the last change before the other dates of each page."""
    days = last_changes(site.docs) if site.docs else {}
    for name, tree in site.pages.items():
        day = days.get(name.removesuffix(".html") + PAGE, "")
        for dates in tree.xpath("//p[@class='dates']") if day else ():
            time = builder.TIME(datetime=day)
            time.tail = f". {(dates.text or '').lstrip()}"
            dates.text = LABEL
            dates.insert(0, time)
