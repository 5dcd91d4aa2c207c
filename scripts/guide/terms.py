"""The terms of the word list: read once from its page, the only place where a term is defined.

A term is a `###` heading, a list of facts (`Say it:`, `Also called:`) and a paragraph, its meaning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from guide.alphabet import spelled
from guide.content import Page
from guide.markup import Block, Heading
from guide.report import Flaw

SAY, ALSO = "Say it:", "Also called:"
# A name without one of these names nothing.
LETTER = re.compile(r"\w")


@dataclass(frozen=True)
class Term:
    """A hard word: its address, its names (the first is the heading) and what it means, and where."""

    anchor: str
    names: tuple[str, ...]
    say: str
    meaning: str
    meaning_line: int
    line: int

    @property
    def name(self) -> str:
        """Return the name that heads the entry."""
        return self.names[0]


def _marked(block: Block) -> str:
    """Return the words of a block with `*` round what is bold, as in `an-tee-koh-*ag*-yoo-lunt`."""
    marks = {"strong_open": "*", "strong_close": "*"}
    return "".join(marks.get(token.type, token.content) for token in block.token.children or []).strip()


def _term(heading: Heading, inside: list[Block]) -> Term:
    """Return the term under one heading."""
    facts = [_marked(block) for block in inside if block.kind == "item"]
    say = next((fact.removeprefix(SAY).strip() for fact in facts if fact.startswith(SAY)), "")
    also = next((fact.removeprefix(ALSO) for fact in facts if fact.startswith(ALSO)), "")
    meanings = ((block.prose, block.line) for block in inside if block.kind == "paragraph")
    others = (name.strip() for name in also.split(","))
    names = (heading.text, *(name for name in others if name))
    return Term(heading.anchor, names, say, *next(meanings, ("", heading.line)), line=heading.line)


def read_terms(page: Page) -> Iterator[Term]:
    """Yield every term of a word list, in the order of the page."""
    for heading, following in zip_longest(page.headings, page.headings[1:]):
        if heading.level != 3:
            continue
        last = following.line if following else float("inf")
        yield _term(heading, [block for block in page.blocks if heading.line < block.line < last])


def spellings(term: Term) -> Iterator[str]:
    """Yield the names of a term as they are looked for; a name with commas names several things."""
    for name in term.names:
        yield from (part.strip() for part in name.split(",") if LETTER.search(part))


def faults(terms: list[Term]) -> Iterator[Flaw]:
    """Yield what makes a word list unusable: a term without a meaning, a name that two terms share."""
    owners: dict[str, Term] = {}
    for term in terms:
        if not term.meaning:
            remedy = "write what it means in a sentence under its heading"
            yield Flaw(term.line, f"“{term.name}” has no meaning", remedy)
        for name in sorted({name.casefold() for name in spellings(term)}):
            owner = owners.setdefault(spelled(name), term)
            if owner is not term:
                message = f"“{name}” is a name of “{owner.name}” on line {owner.line} too"
                yield Flaw(term.line, message, "leave the name to one of the two")
