"""YAML as people write it: words, lists and fields. Copies, hidden programs and fields written twice are refused."""

from __future__ import annotations

import re
from collections.abc import Hashable
from pathlib import Path

import yaml

# Deeper nesting is no list that a person wrote, and would exhaust the parser.
MOST_LEVELS = 12
# A longer file is not read: nobody could check it by eye.
MOST_BYTES = 2_000_000
# YAML reads 060 as 48, and 1:30 as 90.
NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
# So much of a value is shown in a message.
SHOWN = 40
FORM = "write `name: text` on each line, and put quotes round a text that holds a colon"
QUOTES = "put quotes round a text that starts with `*`, `&` or `!`"
# What PyYAML says, in plain words; everything else is "not of the form" to a writer.
PLAIN = {
    "mapping values are not allowed here": "there is a colon inside a text",
    "could not find expected ':'": "a colon is missing",
    "found unexpected end of stream": "a quote is not closed",
    "found character '\\t' that cannot start any token": "a tab stands here; use spaces",
    "special characters are not allowed": "a sign that nobody can see stands here",
    "but found another document": "a line `---` stands inside",
}
# A name with its colon, and no blank behind that: YAML takes it for a text, and complains further down.
NO_BLANK = re.compile(r"^[ -]*[a-z_]+:(?=[^\s/])", re.M)
OTHERWISE = "it is not of the form `name: text`"
NEVER_CLOSED = frozenset({"found unexpected end of stream"})
DATES = "write a date as year-month-day, such as 2026-11-23, and put quotes round any other text"


class DataError(ValueError):
    """YAML that cannot be used: what is wrong, how to mend it, and the line from 1 (0 if it is the whole text)."""

    def __init__(self, message: str, remedy: str = FORM, line: int = 0) -> None:
        """Remember the parts; printed, they make one sentence."""
        place = f"line {line}: " if line else ""
        super().__init__(f"{place}{message} -> {remedy}")
        self.message, self.remedy, self.line = message, remedy, line


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


class _Loader(yaml.SafeLoader):
    """Knows the line of a value that cannot be read, and takes no field twice."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> object:  # noqa: FBT001, FBT002 - as in PyYAML
        if node.tag == "tag:yaml.org,2002:int" and not NUMBER.fullmatch(str(node.value)):
            message = f"“{str(node.value)[:SHOWN]}” is read as another number by a program"
            raise DataError(message, "write digits only, without a 0 in front; put quotes round a text", _line(node))
        try:
            return super().construct_object(node, deep)
        except DataError:
            raise
        except (ValueError, OverflowError) as error:
            message = f"“{str(node.value)[:SHOWN]}” is no date or number that exists"
            raise DataError(message, DATES, _line(node)) from error

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, object]:  # noqa: FBT001, FBT002
        seen: set[str] = set()
        for key, _ in node.value:
            name = str(key.value)
            if name in seen:
                message = f"`{name[:SHOWN]}` stands here twice"
                raise DataError(message, "leave one of the two", key.start_mark.line + 1)
            seen.add(name)
        return super().construct_mapping(node, deep)


def _refuse_tricks(text: str) -> None:
    """Raise DataError for copies (`&`, `*`), for types that a writer names (`!`) and for endless nesting."""
    depth = 0
    for event in yaml.parse(text, yaml.SafeLoader):
        line = event.start_mark.line + 1 if event.start_mark else 0
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MOST_LEVELS:
            raise DataError(f"lists lie in lists more than {MOST_LEVELS} deep", "write one plain list", line)
        if getattr(event, "anchor", None):
            raise DataError("`*` and `&` make copies here, which is not allowed", QUOTES, line)
        if getattr(event, "tag", None):
            raise DataError("`!` gives an order to the program here, which is not allowed", QUOTES, line)


def _plain(text: str, error: yaml.YAMLError) -> DataError:
    """Return what PyYAML says in plain words, with the line on which the mistake is, not the one that shows it."""
    mark = getattr(error, "problem_mark", None)
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None))
    if said in NEVER_CLOSED:
        mark = getattr(error, "context_mark", None) or mark
    line = mark.line + 1 if mark else 0
    slip = NO_BLANK.search(text)
    if slip and (at := text.count("\n", 0, slip.start()) + 1) <= line:
        return DataError("no blank stands behind the colon", FORM, at)
    return DataError(PLAIN.get(said, OTHERWISE), FORM, line)


def load(text: str) -> object:
    """Return what a YAML text holds. Raises DataError."""
    try:
        _refuse_tricks(text)
        loaded: object = yaml.load(text, _Loader)  # noqa: S506 - a SafeLoader, made stricter
    except DataError:
        raise
    except yaml.YAMLError as error:
        raise _plain(text, error) from error
    except (OverflowError, ValueError) as error:  # PyYAML reads "\U99999999" as a letter
        raise DataError("there is no letter with this number", QUOTES) from error
    return loaded


def read(path: Path) -> object:
    """Return what a YAML file holds. Raises DataError, also when the file cannot be read."""
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise DataError(f"the file has {size:,} bytes; it may have {MOST_BYTES:,}", "shorten it")
        return load(path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise DataError("the file is not saved as UTF-8", "save it again with the encoding UTF-8") from error
    except OSError as error:
        raise DataError(f"it cannot be read: {error.strerror}", "make sure that the file is there") from error
