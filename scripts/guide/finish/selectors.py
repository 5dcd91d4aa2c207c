"""Says what a page must hold so that a selector of a stylesheet can match something in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import NamedTuple

from tinycss2.ast import Node, SquareBracketsBlock

# Of what stands in the brackets of these, one alternative has to match. What stands in others, `:not()`
# above all, is not asked for: a rule may stay for nothing, but none may go that is needed.
ONE_OF = {"is", "where", "matches", "any", "-webkit-any", "-moz-any", "has"}
OPERATORS = {"=", "~=", "|=", "^=", "$=", "*="}


class Word(NamedTuple):
    """One thing that a selector asks for: a `tag`, `class`, `id` or `attribute`, or a `name` that CSS itself uses."""

    kind: str
    name: str
    operator: str = ""
    value: str = ""


@dataclass(frozen=True)
class Needs:
    """What a selector asks for: every one of `words`, and of each list in `choices` one alternative."""

    words: frozenset[Word]
    choices: tuple[tuple[Needs, ...], ...] = ()

    def met_by(self, held: AbstractSet[Word]) -> bool:
        """Tell whether a page that holds the words `held` can be matched."""
        return self.words <= held and all(any(one.met_by(held) for one in choice) for choice in self.choices)

    def every_word(self) -> Iterator[Word]:
        """Yield all words that are asked for somewhere, also in alternatives."""
        yield from self.words
        for choice in self.choices:
            for one in choice:
                yield from one.every_word()


def split_at_commas(tokens: Sequence[Node]) -> list[list[Node]]:
    """Return the parts of a list of selectors."""
    parts: list[list[Node]] = [[]]
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _attribute(block: SquareBracketsBlock) -> Word:
    """Return what `[name]`, `[name=value]`, `[name^="value"]` and so on ask for."""
    name, *rest = [token for token in block.content if token.type != "whitespace"]
    if rest and rest[0].value in OPERATORS:
        return Word("attribute", name.lower_value, rest[0].value, rest[1].value.lower())
    return Word("attribute", name.lower_value)


def needs_of(tokens: Sequence[Node]) -> Needs:
    """Return what one selector asks for."""
    words: set[Word] = set()
    choices: list[tuple[Needs, ...]] = []
    before = ""
    for token in tokens:
        if token.type == "ident" and before == ".":
            words.add(Word("class", token.value))
        elif token.type == "ident" and before != ":":
            words.add(Word("tag", token.lower_value))
        elif token.type == "hash":
            words.add(Word("id", token.value))
        elif token.type == "[] block":
            words.add(_attribute(token))
        elif token.type == "function" and token.lower_name in ONE_OF:
            choices.append(tuple(needs_of(part) for part in split_at_commas(token.arguments)))
        before = token.value if token.type == "literal" else ""
    return Needs(frozenset(words), tuple(choices))
