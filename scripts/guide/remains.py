"""Signs of Markdown that stayed plain text, because what they began was never finished or is not known here.

A reader of CommonMark has taken out everything it understands; what it left is searched for the signs a writer meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

# Stands for what is no leftover: code, a picture, a sign that the writer escaped with a backslash.
MASK = "\ufffc"
# What Python-Markdown lets a writer escape (its ESCAPED_CHARS, and | in tables); CommonMark knows more.
ESCAPABLE = frozenset("\\`*_{}[]()>#+-.!|")
# The name under which a block keeps what the parser left of it.
KEY = "remains"
# Most blocks leave nothing but letters and marks between sentences: nothing that a rule could be looking for.
PLAIN = re.compile(r"(?:[^\W_]|[\s.,;:()?!'’“”–-])*")
# Signs that are made of nothing else, and yet are looked for.
QUIET = r"^(?:!!!|\?{3}|[:–—][ \t\xa0]|-\S|\d+\.[^\W\d]|[a-z][.)] |\(\d+\) )|:\w+:|\t|www\."
_QUIET = re.compile(QUIET, re.M)
# An address of a web site in the middle of a text.
WEB = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]]+", re.I)


def record(state: StateCore) -> None:
    """Note at each block what was left as text; runs inside the parser, while it still knows what was escaped."""
    for block in state.tokens:
        if block.type == "inline":
            left = _left(block)
            if not PLAIN.fullmatch(left) or _QUIET.search(left):
                block.meta[KEY] = left


def _left(block: Token) -> str:
    """Return what a block left as text, one line for each line of the page."""
    parts, bare, linked, slash = [], False, False, "\\\n" in block.content
    for token in block.children or []:
        if token.type in {"softbreak", "hardbreak"}:
            parts.append("\\\n" if slash and token.type == "hardbreak" else "\n")
        elif token.type in {"code_inline", "image"} or bare:
            parts.append(MASK)
        elif token.type in {"text", "text_special"}:
            content = token.content if token.type == "text" else _escaped(token)
            parts.append(WEB.sub(MASK, content) if linked else content)
        bare = token.markup == "autolink" and token.nesting == 1
        linked = token.nesting == 1 if token.type in {"link_open", "link_close"} else linked
    return "".join(parts)


def _escaped(token: Token) -> str:
    """Return a mask for a sign that the writer escaped, with its backslash if that will be seen."""
    seen = token.markup.startswith("\\") and token.markup[1:] not in ESCAPABLE
    return token.markup if seen else MASK


@dataclass(frozen=True)
class Sign:
    """A sign of unfinished Markdown: how to see it, what it is, and what to write instead."""

    pattern: re.Pattern[str]
    name: str
    remedy: str


def _sign(pattern: str, name: str, remedy: str) -> Sign:
    return Sign(re.compile(pattern, re.M), name, remedy)


# Every sign below has one of these in it; most blocks have none.
ANY = re.compile(rf"[{{\[\]|~=*_`\\•‣◦▪▫·●○∙]|/{{2}}|8<|<<<|!\(|{QUIET}", re.M)
# Where an address begins, in a link that was written wrong.
_ADDRESS = r"(?:https?:|mailto:|#|[\w./-]{1,200}\.(?:md|html|svg|png|pdf)\b)"
# What Python-Markdown takes for an order to change the piece before it; it can make that piece run a program.
BRACES = (
    _sign(r"\{\{.{0,200}?\}\}|\{%.{0,200}?%\}|\{\{|\{%", "a piece of a template", "delete it: pages are plain text"),
    _sign(
        r"\{:?[ \t]*#[^{}\n]{0,200}\}?",
        "an address",
        "put it at the end of a heading, with a space in front of it: `## What to bring {#bring}`",
    ),
    _sign(
        r"\{:?[ \t]*\.[^{}\n]{0,200}\}?|\{:[^{}\n]{0,200}\}?",
        "a wish for a certain look",
        "delete it: the guide looks the same on every page",
    ),
    _sign(
        r"\{[^{}\n]{0,200}\}?", "an order to change the words before it", "delete the brackets; write ( ) round words"
    ),
)
# How other programs begin a point of a list; a dash or a letter only if the next line begins so, too.
_POINTS = "|".join(
    (
        r"^[•‣◦▪▫·●○∙].*(?:\n[•‣◦▪▫·●○∙].*)*",
        r"^[–—][ \t\xa0].*(?:\n[–—][ \t\xa0].*)+",
        r"^-[^\W\d_].*(?:\n-[^\W\d_].*)+",
        r"^\d{1,2}\.[^\W\d_].*",
        r"^[a-z][.)] .*(?:\n[a-z][.)] .*)+",
        r"^\(\d{1,2}\) .*(?:\n\(\d{1,2}\) .*)+",
    )
)
# The first sign that fits a place gives the finding, so what is special comes before what is general.
SIGNS = (
    _sign(
        r"^<{7}(?: .*)?$",
        "the mark of two changes that were not joined",
        "keep the words that are right, and delete this line and those with `=======` and `>>>>>>>`",
    ),
    _sign(
        r"^(?:!!!|\?{3}\+?)[ ]+\w.*|^=== [\"“].*|^\[!\w+\]",
        "the start of a box that this guide does not have",
        "write `/// in-short` above the text of the box, and `///` below it",
    ),
    _sign(r"^\[TOC\]$", "an order for a list of headings, which each page has", "delete it"),
    _sign(
        r"(?<!\w):[a-z][a-z_]{1,30}[a-z]:(?!\w)", "a picture by its name, which this guide does not have", "delete it"
    ),
    _sign(
        r"^:[ \t]+\S.*",
        "a meaning, written in a way that this guide does not have",
        "write a sentence, or put the word and its meaning into glossary.md",
    ),
    _sign(
        _POINTS,
        "a point of a list that would be shown as part of a text",
        "begin each point with `- `, or with `1. ` and so on, and leave a blank line above the first",
    ),
    _sign(
        r"\S{1,20}(?=\t+\S)",
        "a word with a tab behind it, as in a copied table",
        "write the table with bars, `| Kind | Weight |`, or put a blank instead of the tab",
    ),
    _sign(r"--+8<--+", "an order to copy in another file", "delete it, and write the text itself here"),
    _sign(
        r"^/{3,}", "the start or end of a box", "write the `///` at the very beginning of its line, outside any list"
    ),
    _sign(
        r"\[\^[^\]\n]{0,200}\]",
        "a footnote, which this guide does not have",
        "link to the source instead: `[Walker 2024](references.md#walker-2024)`",
    ),
    _sign(
        r"^[ \t]*\[[^\]\n]{1,200}\]:",
        "an address kept for a link",
        "write the address right at the link: `[words](risks.md)`",
    ),
    _sign(
        r"\]\(", "a link that is not closed, or has a blank in its address", "write it as `[words](risks.md#get-help)`"
    ),
    _sign(rf"\][ \t]+\({_ADDRESS}", "a link with a gap", "leave no blank between `]` and `(`"),
    _sign(
        rf"(?:\)\[|!\(){_ADDRESS}",
        "a link with its brackets mixed up",
        "write the words in `[ ]` and the address in `( )`",
    ),
    _sign(
        r"\[[^\[\]\n]{1,200}\][ ]?\[[^\[\]\n]{0,200}\]",
        "a link to an address that is not given",
        "write the address in round brackets: `[words](risks.md)`",
    ),
    _sign(r"^\[[ xX]\][ \t]", "a box to tick, which this guide does not have", "delete the `[ ]`: the list is enough"),
    _sign(
        r"^\|.*\|[ \t]*(?:\n\|.*\|[ \t]*)*$",
        "a table without its second line",
        "put a line such as `| --- | --- |` under its first line",
    ),
    _sign(WEB.pattern, "an address that nobody can click on", "write it as `[words](https://…)`"),
    _sign(r"~~", "crossed-out text, which this guide does not have", "delete the words, or the `~~`"),
    _sign(
        r"==(?=\w)|(?<=\w)==", "marked text, which this guide does not have", "write `**words**`, or delete the `==`"
    ),
    _sign(
        r"\*{2,}|(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])",
        "a star without its partner",
        "write `**words**` for bold, with no blank inside, or delete the star; a real star is `\\*`",
    ),
    _sign(
        r"(?<![\w_])_+(?=[^\W_])|(?<=[^\W_])_+(?![\w_])",
        "a line `_` without its partner",
        "write `**words**` for bold, or delete it; a real line is `\\_`",
    ),
    _sign(r"`+", "a code mark without its partner", "put one ` in front of the words and one behind them, or write '"),
    _sign(r"\\(?:[!-/:-@\[-`{-~]|$)", "a backslash that will be seen", "delete the backslash"),
)


@dataclass(frozen=True)
class Remain:
    """A sign that stayed in a block: on which line of the block (from 0), the words, and what to do."""

    line: int
    words: str
    sign: Sign


def by_line(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield what a pattern finds, with the number of its line, from 0."""
    line, done = 0, 0
    for found in pattern.finditer(text):
        line += text.count("\n", done, found.start())
        done = found.start()
        yield line, found


def find(left: str, signs: Iterable[Sign]) -> Iterator[Remain]:
    """Yield what was left of a block, under the first sign that fits it; the same words once on a line."""
    if not ANY.search(left):
        return
    for sign in signs:
        places = {(line, found[0]) for line, found in by_line(sign.pattern, left)}
        yield from (Remain(line, words, sign) for line, words in sorted(places))
        if places:
            left = sign.pattern.sub(lambda found: re.sub(r"[^\n]", MASK, found[0]), left)
