"""Is each drawing (SVG) whole, harmless and in the colours of the guide, and can its words be read in both looks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import tinycss2
from tinycss2.ast import FunctionBlock, HashToken, IdentToken, Node, QualifiedRule
from tinycss2.color4 import parse_color

from guide.checks.rules import in_file, rule
from guide.content import Guide
from guide.drawings import FOLDER, DrawingError, Part, drawings, read_drawing
from guide.figures.files import drawn_by_hand, stale
from guide.palette import LOOKS, SHEET, Palette, contrast, declarations, read_palette
from guide.report import Problem

# Parts of a drawing that run, fetch or move something; a still drawing needs none of them.
# In small letters, for a page takes `<SCRIPT>` for a `<script>`.
ACTIVE = frozenset({"animate", "animatemotion", "animatetransform", "foreignobject", "handler", "listener", "script"})
ACTIVE |= frozenset({"audio", "embed", "iframe", "object", "set", "video"})
# Attributes that lead somewhere, and those that hold a colour.
LEADING = frozenset({"href", "src", "data", "action", "formaction", "base"})
COLOURED = frozenset({"color", "fill", "flood-color", "lighting-color", "stop-color", "stroke"})
# Words that stand for no colour of their own.
NO_COLOUR = frozenset({"none", "currentcolor", "inherit", "transparent", "context-fill", "context-stroke"})
OUTSIDE = re.compile(r"url\(\s*['\"]?(?!['\"]?#)|@import|image-set\(|expression\(", re.I)
# What a text in a drawing may stand on, and how well it has to be told apart from it (WCAG 2.2, 1.4.3, level AA).
GROUNDS, ENOUGH = ("--paper", "--ice", "--flesh", "--skin"), 4.5
TEXT = frozenset({"text", "tspan", "textPath"})
SEE_THROUGH = frozenset({"opacity", "fill-opacity"})
# A drawing has a size of its own; or it is as wide as its place, and then only its height stays.
ROOT_NEEDS, FLUID = ("viewBox", "width", "height"), "100%"


@lru_cache(maxsize=256)
def _read(path: Path, _stamp: tuple[int, int]) -> list[Part] | DrawingError:
    try:
        return read_drawing(path)
    except DrawingError as error:
        return error


def _drawings(guide: Guide, folder: str = "") -> Iterator[tuple[str, list[Part] | DrawingError]]:
    """Yield the drawings below a folder, each with its parts or why it cannot be used."""
    for name in drawings(guide.files):
        path = guide.docs / name
        if name.startswith(folder) and path.is_file() and not path.is_symlink():
            state = path.stat()
            yield name, _read(path, (state.st_mtime_ns, state.st_size))


def readable(guide: Guide, folder: str = FOLDER) -> Iterator[tuple[str, list[Part]]]:
    """Yield the names of the drawings below a folder that can be used, each with its parts."""
    yield from ((name, read) for name, read in _drawings(guide, folder) if isinstance(read, list) and read)


@rule(
    why="The drawing becomes a part of the page. A broken one stops the build or draws nothing.",
    wrong="<svg><path d=… </svg>",
    right='<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="100" height="100">…</svg>',
    stops_build=True,
)
def drawings_are_whole(guide: Guide) -> Iterator[Problem]:
    """A drawing is SVG that can be read; one in assets/figures/ says how large it is (viewBox, width, height).

    One that is as wide as its place, with places in per cent, says `width="100%"` and its height, and has no viewBox.
    """
    for name, read in _drawings(guide):
        if isinstance(read, DrawingError):
            yield in_file(name, read.line, read.message, read.remedy)
        elif read and name.startswith(FOLDER):
            fluid = read[0].attributes.get("width") == FLUID
            missing = [
                need for need in ROOT_NEEDS if need not in read[0].attributes and not (fluid and need == "viewBox")
            ]
            if missing:
                message = f"the drawing has no {' and no '.join(missing)}"
                remedy = 'give its `<svg` all three, such as `viewBox="0 0 100 80" width="100" height="80"`'
                yield in_file(name, read[0].line, message, remedy)


def _danger(part: Part) -> tuple[str, str] | None:
    """Return what a part of a drawing does that a drawing must not do, or None."""
    if part.name.lower() in ACTIVE:
        return f"the drawing holds a `<{part.name}>`", "delete it; save the drawing as plain SVG"
    for name, value in part.attributes.items():
        if name.startswith("on"):
            return f"`{name}` would run a program when somebody touches the drawing", "delete it"
        if name in LEADING and not value.strip().startswith("#"):
            return f"the drawing leads to “{value[:60]}”", "draw it here, or delete it"
        if OUTSIDE.search(value):
            return f"`{name}` fetches something from elsewhere", "draw it here, or delete it"
    if part.name == "style" and OUTSIDE.search(part.text):
        return "the `<style>` fetches something from elsewhere", "delete that part of it"
    return None


@rule(
    why="What a drawing runs or fetches, it does on the reader's device, unseen.",
    wrong='<svg …><script>…</script></svg>, or <image href="https://other.example/x.png"/>',
    right='<svg …><path class="line" d="M0 0h9"/></svg>',
    stops_build=True,
)
def drawings_are_harmless(guide: Guide) -> Iterator[Problem]:
    """A drawing runs nothing, fetches nothing from elsewhere and does not move."""
    for name, parts in readable(guide, folder=""):
        for part in parts:
            if danger := _danger(part):
                yield in_file(name, part.line, *danger)


def _is_colour(node: Node) -> bool:
    if isinstance(node, IdentToken):
        return node.lower_value not in NO_COLOUR and parse_color(node.value) is not None
    return isinstance(node, HashToken) or (isinstance(node, FunctionBlock) and parse_color(node) is not None)


def _colours(part: Part) -> Iterator[str]:
    """Yield the colours that a part of a drawing names, in its attributes and in its `<style>`."""
    for name in COLOURED & part.attributes.keys():
        value = part.attributes[name].strip()
        if value.lower() not in NO_COLOUR and not value.startswith("url(#"):
            yield value
    if part.name != "style":
        return
    for found in tinycss2.parse_stylesheet(part.text, skip_comments=True, skip_whitespace=True):
        for one in declarations(found.content) if isinstance(found, QualifiedRule) else ():
            yield from (tinycss2.serialize([node]) for node in one.value if _is_colour(node))


@rule(
    why="Only the colours of the guide change with light and dark, so only they can be read in both.",
    wrong='<path fill="#ff00ff" d="…"/>',
    right='<path class="skin" d="…"/>',
)
def drawings_use_our_colours(guide: Guide) -> Iterator[Problem]:
    """A drawing in assets/figures/ takes its colours from the palette in docs/assets/guide.css, by classes."""
    palette = read_palette(guide.docs)
    for name, parts in readable(guide):
        if palette is None:
            yield in_file(SHEET, 1, "the colours of the guide cannot be read", f"put `{SHEET}` back as it was")
            return
        for part in parts:
            if "style" in part.attributes:
                message = f"`<{part.name} style=…>` has a style of its own, which the page does not take"
                yield in_file(name, part.line, message, "give it a class of the style sheet instead, such as `line`")
            for value in _colours(part):
                if not palette.knows(value):
                    remedy = f"use a class of the style sheet, or one of the colours at the top of docs/{SHEET}"
                    yield in_file(name, part.line, f"“{value}” is no colour of this guide", remedy)


@rule(
    why="A picture does not see the colours of its page. It would stay black in the dark.",
    wrong="<svg …><path class='skin' d='M0 0h9'/></svg>",
    right="The same drawing after `make figures`, which writes the colours into it.",
)
def drawings_carry_our_colours(guide: Guide) -> Iterator[Problem]:
    """A drawing in assets/figures/ carries the colours that it uses, as docs/assets/guide.css has them now."""
    for name in stale(guide.docs, drawn_by_hand(guide.docs)):
        message = "the drawing does not carry the colours of the guide as they are now"
        yield in_file(name, 1, message, "run `make figures`, or ask for it in the pull request")


def _text_fault(palette: Palette, part: Part) -> tuple[str, str] | None:
    """Return why a text in a drawing cannot be read well, or None."""
    if SEE_THROUGH & part.attributes.keys():
        return "this text is see-through", "delete `opacity` here"
    value = palette.fill("text", part.classes)
    for look in LOOKS:
        colour = palette.colour(look, value)
        grounds = [palette.colour(look, f"var({name})") for name in GROUNDS]
        worst = min((contrast(colour, ground) for ground in grounds if colour and ground), default=1.0)
        if worst < ENOUGH:
            message = f"in the {look} look this text has a contrast of {worst:.1f} to 1; it needs {ENOUGH}"
            return message, "take the class away, so that the text has the colour of ink"
    return None


@rule(
    why="Pale words in a drawing cannot be read by everyone, nor by anyone in the dark look.",
    wrong='<text class="sig">pain</text>',
    right="<text>pain</text>",
)
def drawn_words_can_be_read(guide: Guide) -> Iterator[Problem]:
    """Text in a drawing stands out from every ground of the palette, in light and in dark, by 4.5 to 1 or more."""
    palette = read_palette(guide.docs)
    for name, parts in readable(guide) if palette else ():
        for part in parts:
            if palette and part.name in TEXT and (fault := _text_fault(palette, part)):
                yield in_file(name, part.line, *fault)


RULES = (
    drawings_are_whole,
    drawings_are_harmless,
    drawings_use_our_colours,
    drawings_carry_our_colours,
    drawn_words_can_be_read,
)
