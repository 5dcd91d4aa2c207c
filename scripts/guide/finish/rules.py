"""A stylesheet as a flat list of rules: read and minified once, trimmed to what a page can show many times."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Self
from urllib.parse import urlsplit

import lightningcss
import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule

from guide.finish.selectors import Needs, Word, needs_of, split_at_commas

# Without targets lightningcss writes `(width>=700px)`, which leaves phones of before 2023 without a layout.
# These know `:is()` and `:focus-visible`, so that lists of selectors stay as they are.
TARGETS = ["chrome 88", "firefox 97", "ios_saf 15.4", "safari 15.4"]
CONDITIONS = {"media", "supports", "layer", "container"}
NAMED = {"keyframes", "-webkit-keyframes", "property", "counter-style"}
# Material's script bundle, which is not loaded, would set this class where browsers now have a pseudo-class.
FOCUS_CLASS = re.compile(r"\.focus-visible(?![\w-])")
# Stands in front of addresses of files until it is known how a page reaches the top of the site.
TOP = "guide-top:"


@dataclass(frozen=True)
class Declaration:
    """A property with its value, ready to be written, and the names that the value uses."""

    name: str
    text: str
    uses: frozenset[str]


@dataclass(frozen=True)
class Rule:
    """The conditions around a rule, such as `@media print`, its selectors with what each asks for, and what it sets."""

    around: tuple[str, ...]
    selectors: tuple[tuple[str, Needs], ...]
    declarations: tuple[Declaration, ...]

    def words(self) -> Iterator[Word]:
        """Yield each word that a selector asks for and each name that the rule sets."""
        for _text, needs in self.selectors:
            yield from needs.every_word()
        yield from (Word("name", one.name) for one in self.declarations if one.name.startswith("--"))

    def uses(self) -> frozenset[str]:
        """Return the names that the rule uses."""
        return frozenset().union(*(one.uses for one in self.declarations))

    def matching(self, held: AbstractSet[Word]) -> Self | None:
        """Return the rule with the selectors that can match on a page that holds these words; None without any."""
        kept = tuple(one for one in self.selectors if one[1].met_by(held))
        return replace(self, selectors=kept) if kept else None

    def without(self, pattern: re.Pattern[str]) -> Self | None:
        """Return the rule with the selectors in which the pattern is not found; None without any."""
        kept = tuple(one for one in self.selectors if not pattern.search(one[0]))
        return replace(self, selectors=kept) if kept else None

    def used(self, names: AbstractSet[str]) -> Self | None:
        """Return the rule without custom properties that are not among `names`; None when nothing is left."""
        kept = tuple(one for one in self.declarations if not one.name.startswith("--") or one.name in names)
        return replace(self, declarations=kept) if kept else None

    def css(self) -> str:
        """Return the rule as CSS, without the conditions around it."""
        selectors = ",".join(text for text, _needs in self.selectors)
        return f"{selectors}{{{';'.join(one.text for one in self.declarations)}}}"


@dataclass(frozen=True)
class Block:
    """Anything else, such as `@keyframes`: taken or left as a whole; left when one of its `names` is not used."""

    around: tuple[str, ...]
    names: frozenset[str]
    text: str
    inner: frozenset[str]

    def words(self) -> Iterator[Word]:
        """Yield the names that a page or its script may use."""
        return (Word("name", name) for name in self.names)

    def uses(self) -> frozenset[str]:
        """Return the names that the block itself uses."""
        return self.inner

    def matching(self, _held: AbstractSet[Word]) -> Self:
        """Return the block: it asks for nothing on the page."""
        return self

    def used(self, names: AbstractSet[str]) -> Self | None:
        """Return the block if its names are used."""
        return self if self.names <= names else None

    def css(self) -> str:
        """Return the block as CSS, without the conditions around it."""
        return self.text


Sheet = tuple[Rule | Block, ...]


def _walk(tokens: Iterable[Node]) -> Iterator[Node]:
    """Yield all tokens, also those within blocks and functions."""
    for token in tokens:
        yield token
        yield from _walk(getattr(token, "arguments", None) or getattr(token, "content", None) or ())


def _names(tokens: Iterable[Node]) -> frozenset[str]:
    """Return everything in a value that may be the name of a custom property, an animation or a typeface."""
    values = (token.value for token in _walk(tokens) if token.type in {"ident", "string"})
    return frozenset(word for value in values for word in value.split())


def _is_relative(address: str) -> bool:
    parts = urlsplit(address)
    return bool(parts.path) and not parts.scheme and not parts.netloc and not address.startswith("/")


def _from_top(name: str, tokens: Sequence[Node]) -> None:
    """Make addresses that are relative to the stylesheet `name` relative to the top of the site, in place."""
    for token in _walk(tokens):
        quoted = token.type == "function" and token.lower_name == "url" and bool(token.arguments)
        address = token.arguments[0] if quoted else token
        if (quoted or token.type == "url") and _is_relative(address.value):
            path = TOP + posixpath.normpath(posixpath.join(posixpath.dirname(name), address.value))
            address.representation = f'"{path}"' if quoted else f'url("{path}")'


def _declarations(tokens: Sequence[Node]) -> tuple[Declaration, ...]:
    """Return what a rule sets; what browsers would not understand either is left out."""
    found = tinycss2.parse_blocks_contents(tokens, skip_comments=True, skip_whitespace=True)
    kept = (Declaration(one.name, one.serialize(), _names(one.value)) for one in found if one.type == "declaration")
    return tuple(one for one, _same in groupby(kept))  # lightningcss writes some prefixed ones twice


def _block(rule: AtRule, around: tuple[str, ...]) -> Block:
    """Return an at-rule that is taken or left as a whole."""
    content, names = rule.content or [], frozenset[str]()
    if rule.lower_at_keyword in NAMED:
        names = _names(rule.prelude)
    elif rule.lower_at_keyword == "font-face":
        names = names.union(*(one.uses for one in _declarations(content) if one.name == "font-family"))
    return Block(around, names, rule.serialize(), _names(content) - names)


def _flat(name: str, rules: Iterable[QualifiedRule | AtRule], around: tuple[str, ...] = ()) -> Iterator[Rule | Block]:
    """Yield the rules of the stylesheet `name`. Raises ValueError for what cannot be used within a page."""
    for rule in rules:
        if rule.type == "error":
            raise ValueError(f"{name}: {rule.message}")
        if rule.type == "qualified-rule":
            selectors = split_at_commas(rule.prelude)
            texts = tuple((tinycss2.serialize(one).strip(), needs_of(one)) for one in selectors)
            yield Rule(around, texts, _declarations(rule.content))
        elif rule.lower_at_keyword == "import":
            raise ValueError(f"{name}: @import is not followed; list the other file under extra_css in mkdocs.yml")
        elif rule.lower_at_keyword in CONDITIONS and rule.content is not None:
            condition = f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude).rstrip()}"
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            yield from _flat(name, inner, (*around, condition))
        else:
            yield _block(rule, around)


def minified(name: str, css: str, unused: Iterable[str] = ()) -> str:
    """Return the stylesheet `name` minified. Raises ValueError with what is wrong, and in which line."""
    css = FOCUS_CLASS.sub(":focus-visible", css)
    flags = lightningcss.calc_parser_flags(nesting=True)
    try:
        small: str = lightningcss.process_stylesheet(
            css, filename=name, parser_flags=flags, unused_symbols=set(unused), browsers_list=TARGETS
        )
    except ValueError as error:
        what, _, where = str(error).partition(" at ")
        line = re.search(r":(\d+):\d+$", where)  # lightningcss counts lines from 0
        raise ValueError(f"{name}:{int(line[1]) + 1 if line else 1} {what}") from error
    return small


def read(name: str, css: str, unused: Iterable[str] = ()) -> Sheet:
    """Return the rules of the stylesheet `name`, but none of which every selector asks for a class that is `unused`.

    Raises ValueError with what is wrong, and in which line.
    """
    rules = tinycss2.parse_stylesheet(minified(name, css, unused), skip_comments=True, skip_whitespace=True)
    for rule in rules:
        _from_top(name, rule.content or [])
    return tuple(_flat(name, rules))


def trim(sheet: Sheet, held: AbstractSet[Word]) -> Sheet:
    """Return only what a page that holds these words can show."""
    sheet = tuple(kept for rule in sheet if (kept := rule.matching(held)))
    outside = {word.name for word in held if word.kind == "name"}
    before: Sheet = ()
    while sheet != before:  # what is left out may have been the only one to use something else
        before, names = sheet, outside.union(*(rule.uses() for rule in sheet))
        sheet = tuple(kept for rule in sheet if (kept := rule.used(names)))
    return sheet


def as_css(sheet: Sheet) -> str:
    """Return rules as CSS; neighbours under the same conditions share them."""
    parts = []
    for around, rules in groupby(sheet, key=lambda rule: rule.around):
        inner = "".join(rule.css() for rule in rules)
        parts.append("".join(f"{one}{{" for one in around) + inner + "}" * len(around))
    return "".join(parts)
