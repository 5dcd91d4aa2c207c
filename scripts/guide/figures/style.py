"""The `<style>` that a drawing carries, made from the style sheet of the guide, which is the only home of colours.

A picture on a page (`<img>`) cannot see the styles of that page. So each drawing carries those that it uses, in
light, in dark and in the colours that a reader has set in the system (forced colours).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from guide.drawings import Part
from guide.palette import Palette, PlateRule

NAME = re.compile(r"var\((--[\w-]+)\)")
# The first `<style>` of a drawing is the one that it carries. It stands on the line on which the drawing begins, so
# that nothing else moves to another line.
STYLE = re.compile(r"\s*<style>.*?</style>", re.S)
BEGINNING = re.compile(r"<svg\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
# What a drawing stands on when nothing else does.
GROUND = "background:var(--paper)"
# When a drawing takes other colours, and where the palette has them.
MEDIA = {"dark": "(prefers-color-scheme:dark)", "forced": "(forced-colors:active)"}


def _used(rules: Iterable[PlateRule], parts: Iterable[Part]) -> Iterator[tuple[str, str]]:
    """Yield the selector and the declarations of the rules that some part of a drawing asks for."""
    here = {part.name for part in parts} | {f".{name}" for part in parts for name in part.classes}
    for rule in rules:
        targets = [target for target in rule.targets if target in here]
        if targets:
            yield ",".join(targets), ";".join(f"{name}:{value}" for name, value in rule.values.items())


def _root(palette: Palette, look: str, names: list[str]) -> str:
    """Return the values of the names in a look, but for those that are the same in the light."""
    values, light = palette.looks[look], palette.looks["light"]
    own = [name for name in names if name in values and (look == "light" or values[name] != light.get(name))]
    return ";".join(f"{name}:{values[name]}" for name in own)


def own_style(palette: Palette, parts: list[Part]) -> str:
    """Return the style that a drawing of these parts carries: its colours in each look, then its rules."""
    text = "".join(f"{selector}{{{said}}}" for selector, said in _used(palette.plate, parts))
    names = sorted({"--paper", *NAME.findall(text)})
    lines = [f":root{{{GROUND};{_root(palette, 'light', names)}}}"]
    for look, medium in MEDIA.items():
        if values := _root(palette, look, names):
            lines.append(f"@media {medium}{{:root{{{values}}}}}")
    return escape("".join([*lines, text]))


def dressed(text: str, style: str) -> str:
    """Return the text of a drawing with this style in place of its own; each other letter stays as it is."""
    bare = STYLE.sub("", text, count=1)
    return BEGINNING.sub(lambda found: f"{found[0]}<style>{style}</style>", bare, count=1)
