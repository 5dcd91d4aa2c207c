"""docs/claims.yml: what people say about the subject, how well it holds, and where the guide tells it. Read once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from guide import data
from guide.report import Flaw

FILE = "claims.yml"
# The fields of a claim and what stands in each: a text, or a list of texts.
FIELDS = {"id": str, "claim": str, "verdict": str, "sources": list, "told": str, "words": list}


@dataclass(frozen=True)
class Claim:
    """A claim, with the line of each of its fields."""

    id: str
    claim: str
    verdict: str
    sources: tuple[str, ...]
    told: str
    words: tuple[str, ...]
    lines: dict[str, int]


@dataclass(frozen=True)
class Claims:
    """The claims that are of their form, and what is wrong with the others."""

    claims: tuple[Claim, ...] = ()
    flaws: tuple[Flaw, ...] = ()


def _of_its_kind(value: object, kind: type) -> bool:
    """Return whether a field holds a text, or a list of texts."""
    if kind is str:
        return isinstance(value, str) and bool(value.strip())
    return isinstance(value, list) and all(isinstance(item, str) and item.strip() for item in value)


def _flaws(entry: dict[object, object], lines: dict[str, int], line: int) -> Iterator[Flaw]:
    """Yield what is wrong with the fields of one claim."""
    for name, kind in FIELDS.items():
        if name not in entry:
            yield Flaw(line, f"this claim has no `{name}`", f"add a line `{name}: …` to it")
        elif not _of_its_kind(entry[name], kind):
            wanted = "a text" if kind is str else "a list of texts, such as `[one, two]`"
            yield Flaw(lines.get(name, line), f"`{name}` is not {wanted}", f"write {wanted} behind `{name}:`")
    for other in map(str, entry):
        if other not in FIELDS:
            remedy = f"use only these: {', '.join(FIELDS)}"
            yield Flaw(lines.get(other, line), f"`{other}` is no field of a claim", remedy)


def _claim(entry: dict[str, object], lines: dict[str, int]) -> Claim:
    texts = {name: str(entry[name]) for name, kind in FIELDS.items() if kind is str}
    lists = {name: tuple(map(str, value)) for name, value in entry.items() if isinstance(value, list)}
    return Claim(**texts, sources=lists["sources"], words=lists["words"], lines=lines)


def _read(loaded: list[object], nodes: list[yaml.Node]) -> Claims:
    claims, flaws = list[Claim](), list[Flaw]()
    for entry, node in zip(loaded, nodes, strict=True):
        line = node.start_mark.line + 1
        if not isinstance(entry, dict):
            flaws.append(Flaw(line, "this is no claim", f"write these fields, one a line: {', '.join(FIELDS)}"))
            continue
        lines = {str(key.value): value.start_mark.line + 1 for key, value in node.value}
        found = list(_flaws(entry, lines, line))
        flaws += found
        if not found:
            claims.append(_claim(entry, lines))
    return Claims(tuple(claims), tuple(flaws))


@lru_cache(maxsize=8)
def _parsed(path: Path, _stamp: tuple[int, int]) -> Claims:
    """Read the file once for each state of it."""
    try:
        loaded = data.read(path)
    except data.DataError as error:
        return Claims(flaws=(Flaw(error.line, f"the file cannot be read: {error.message}", error.remedy),))
    if not isinstance(loaded, list):
        remedy = "write one claim below the other, each beginning with `- id: …`"
        return Claims(flaws=(Flaw(1, "the file is not a list of claims", remedy),))
    node = yaml.compose(path.read_bytes().decode("utf-8-sig"), yaml.SafeLoader)
    return _read(loaded, node.value if node else [])


def read_claims(docs: Path) -> Claims:
    """Return the claims of a guide; a guide without the file has none."""
    path = docs / FILE
    if not path.exists():
        return Claims()
    state = path.stat()
    return _parsed(path, (state.st_mtime_ns, state.st_size))
