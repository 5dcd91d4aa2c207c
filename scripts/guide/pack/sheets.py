"""Joins the styles of several pages into one sheet, for pages that have become one page.

Each page carries the rules that it needs, in the order of one sheet that is gone. Put together declaration by
declaration, so that each page's own order holds, they style every element as its page did.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

import tinycss2
from tinycss2.ast import Node, StringToken

from guide.finish.rules import Block, Rule, Sheet, read
from guide.finish.selectors import Needs, needs_of, split_at_commas
from guide.pack.anchors import Joined, in_selector

HEADING = re.compile(r"^h([1-5])$", re.I)
# A single declaration with its selector, or anything that is not a rule.
Piece = Rule | Block


def _pieces(sheet: Sheet) -> Iterator[Piece]:
    """Yield the declarations of a sheet one by one, each with one selector."""
    for rule in sheet:
        if isinstance(rule, Rule):
            yield from (Rule(rule.around, (one,), (it,)) for one in rule.selectors for it in rule.declarations)
        else:
            yield rule


def _key(piece: Piece) -> object:
    """Return what makes two pieces of different pages the same one."""
    return piece.around, piece.css()


def _merge(into: list[Piece], pieces: Iterable[Piece]) -> None:
    """Put pieces into a list that may hold some of them already, so that they stand in it in their own order."""
    places: dict[object, list[int]] = {}
    for place, piece in enumerate(into):
        places.setdefault(_key(piece), []).append(place)
    at, added = 0, list[tuple[int, Piece]]()
    for piece in pieces:
        known = next((place for place in places.get(_key(piece), ()) if place >= at), None)
        if known is None:
            added.append((at, piece))
        else:
            at = known + 1
    for place, piece in reversed(added):
        into.insert(place, piece)


def _whole(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Put declarations of the same selector that stand together into one rule."""
    for _key, same in groupby(pieces, key=lambda one: (one.around, one.selectors if isinstance(one, Rule) else one)):
        first, *others = same
        if isinstance(first, Rule):
            more = (it for one in others if isinstance(one, Rule) for it in one.declarations)
            yield replace(first, declarations=(*first.declarations, *more))
        else:
            yield first


def _demote(tokens: list[Node], joined: Joined) -> None:
    """Let a selector mean headings one level lower, and links as they are in the joined page."""
    before: Node | None = None
    for token in tokens:
        if token.type == "ident" and not (before is not None and before.type == "literal" and before.value in ".:"):
            token.value = HEADING.sub(lambda found: f"h{int(found[1]) + 1}", token.value)
            token.lower_value = token.value.lower()
        elif token.type == "[] block" and any(one.type == "ident" and one.value == "href" for one in token.content):
            _relink(token.content, joined)
        elif token.type == "function":
            _demote(token.arguments, joined)
        before = token


def _relink(tokens: list[Node], joined: Joined) -> None:
    """Let the value in an attribute selector be what the link is now, in quotes."""
    for place, token in enumerate(tokens):
        value = in_selector(token.value, joined) if token.type in {"string", "ident"} else ""
        if value and value != token.value:
            tokens[place] = StringToken(token.source_line, token.source_column, value, f'"{value}"')


def _selector(text: str, joined: Joined) -> tuple[tuple[str, Needs], ...]:
    """Return a selector for the joined page."""
    tokens = tinycss2.parse_component_value_list(text)
    _demote(tokens, joined)
    return tuple((tinycss2.serialize(one).strip(), needs_of(one)) for one in split_at_commas(tokens))


def _for_joined(rule: Piece, joined: Joined) -> Piece:
    if isinstance(rule, Block):
        return rule
    return replace(rule, selectors=tuple(it for text, _needs in rule.selectors for it in _selector(text, joined)))


def merged_sheet(styles: Iterable[str]) -> Sheet:
    """Return the styles of several pages as one sheet. Raises ValueError for a style that cannot be read."""
    pieces: list[Piece] = []
    for css in dict.fromkeys(styles):
        _merge(pieces, _pieces(read("the style of a page", css)))
    return tuple(_whole(pieces))


def joined_sheet(styles: Iterable[str], joined: Joined) -> Sheet:
    """Return the styles of several pages as one sheet for the page that they have become. Raises ValueError."""
    return tuple(_for_joined(rule, joined) for rule in merged_sheet(styles))
