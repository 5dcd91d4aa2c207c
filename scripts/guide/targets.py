"""Where links lead: their addresses taken apart, also those that a slip has made unreadable."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit

# Stands for an address that cannot be read: it has a scheme that no web site has, so that it leads into no guide.
UNREADABLE = SplitResult("unreadable", "", "", "", "")


def split(address: str) -> SplitResult:
    """Return the parts of an address; UNREADABLE for one such as `http://[`."""
    try:
        return urlsplit(address)
    except ValueError:
        return UNREADABLE
