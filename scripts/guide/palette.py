"""The colours of the guide, read from its style sheet: what each name means in light and dark, what drawings take."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import tinycss2
from tinycss2.ast import AtRule, Declaration, Node, QualifiedRule
from tinycss2.color4 import parse_color

SHEET = "assets/guide.css"
# The rules of the style sheet that give the colours their values, and what every drawing stands in.
LOOKS = {"light": ":root", "dark": ":root[data-look=dark]"}
# The colours that readers set in their system stand in a medium of their own.
FORCED, FORCED_ROOT = "(forced-colors: active)", ":root:root:root"
PLATE = ".plate"
Colour = tuple[float, float, float]


@dataclass(frozen=True)
class PlateRule:
    """A rule of the style sheet about drawings: the tags and `.classes` that it is for, and what it says of them."""

    targets: tuple[str, ...]
    values: dict[str, str]


@dataclass(frozen=True)
class Palette:
    """The colours by look (light, dark, forced) and name (`--ink`), and the rules of drawings in their order."""

    looks: dict[str, dict[str, str]]
    plate: tuple[PlateRule, ...]

    def colour(self, look: str, value: str) -> Colour | None:
        """Return the red, green and blue of a value, such as `#12262f` or `var(--ink)`, in one look."""
        name = value.strip().removeprefix("var(").removesuffix(")").strip()
        if name.startswith("--"):
            value = self.looks[look].get(name, "")
        parsed = parse_color(value)
        if parsed is None or parsed == "currentcolor" or parsed.alpha < 1:
            return None
        red, green, blue = parsed.to("srgb").coordinates
        return red, green, blue

    def knows(self, value: str) -> bool:
        """Return whether a colour is one of the guide's own, in either look."""
        for look in LOOKS:
            colour = self.colour(look, value)
            if colour and colour in [self.colour(look, own) for own in self.looks[look].values()]:
                return True
        return False

    def fill(self, tag: str, classes: list[str]) -> str:
        """Return the value with which the style sheet fills an element of a drawing; a class wins over a tag."""
        wanted = [f".{name}" for name in classes]
        fills = [(rule.targets, rule.values["fill"]) for rule in self.plate if "fill" in rule.values]
        by_class = [value for targets, value in fills if not set(wanted).isdisjoint(targets)]
        by_tag = [value for targets, value in fills if tag in targets]
        return (by_class or by_tag or [""])[-1]


def contrast(one: Colour, other: Colour) -> float:
    """Return how well two colours can be told apart, from 1 to 21 (WCAG 2.2, contrast ratio)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def declarations(nodes: list[Node]) -> Iterator[Declaration]:
    """Yield the declarations among the contents of a rule."""
    found = tinycss2.parse_blocks_contents(nodes, skip_comments=True, skip_whitespace=True)
    yield from (node for node in found if isinstance(node, Declaration))


def _targets(selector: str) -> Iterator[str]:
    """Yield the tags and classes that a selector about drawings is for, as in `.plate :is(.sig, .calm)`."""
    for part in selector.split(PLATE + " ")[1:]:
        inside = part.strip().rstrip(",").removeprefix(":is(").removesuffix(")")
        yield from (name.strip() for name in inside.split(",") if name.strip())


def _values(found: QualifiedRule) -> dict[str, str]:
    return {one.name: tinycss2.serialize(one.value).strip() for one in declarations(found.content)}


def _rules(sheet: list[Node]) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the selector and the declarations of each rule that holds in every medium."""
    for rule in sheet:
        if isinstance(rule, QualifiedRule):
            yield tinycss2.serialize(rule.prelude).strip(), _values(rule)


def _plate(rules: list[tuple[str, dict[str, str]]]) -> Iterator[PlateRule]:
    for selector, values in rules:
        if selector.startswith(PLATE + " "):
            yield PlateRule(tuple(_targets(selector)), values)


def _forced(sheet: list[Node]) -> dict[str, str]:
    """Return the colours of a reader's own system by the names of the guide."""
    values = dict[str, str]()
    for rule in sheet:
        if isinstance(rule, AtRule) and rule.content and tinycss2.serialize(rule.prelude).strip() == FORCED:
            inside = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
            values |= dict(_rules(inside)).get(FORCED_ROOT, {})
    return {name: value for name, value in values.items() if name.startswith("--")}


def palette_from(text: str) -> Palette:
    """Return the palette of a style sheet; dark takes from light what it does not change."""
    sheet = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    rules = list(_rules(sheet))
    looks: dict[str, dict[str, str]] = {name: {} for name in LOOKS}
    for look, wanted in LOOKS.items():
        for selector, values in rules:
            if selector in {LOOKS["light"], wanted}:
                looks[look] |= {name: value for name, value in values.items() if name.startswith("--")}
    return Palette(looks | {"forced": _forced(sheet)}, tuple(_plate(rules)))


@lru_cache(maxsize=4)
def _kept(text: str) -> Palette:
    return palette_from(text)


def read_palette(docs: Path) -> Palette | None:
    """Return the palette of a guide, or None when its style sheet cannot be read."""
    try:
        return _kept((docs / SHEET).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return None
