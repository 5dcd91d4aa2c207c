"""The order in which entries stand in a list: as in a dictionary, by words, without regard to accents and capitals."""

from __future__ import annotations

import re
import unicodedata


def plain(text: str) -> str:
    """Return a text for comparing: small letters without accents, one space between words, no other signs."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return " ".join(re.sub(r"[^\w\s-]", "", bare).casefold().replace("-", " ").split())


def spelled(text: str) -> str:
    """Return a name for comparing: as `plain`, with any dash or hyphen for a space."""
    return plain(re.sub(r"[‐-―]", "-", text))


def out_of_place(names: list[str]) -> list[int]:
    """Return the places of the names that come too late: each should stand before a name above it."""
    late, highest = [], ""
    for place, name in enumerate(names):
        if spelled(name) < highest:
            late.append(place)
        highest = max(highest, spelled(name))
    return late
