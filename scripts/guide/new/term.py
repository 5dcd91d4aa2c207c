"""A new term in the word list, under its letter and in its place in the alphabet."""

from __future__ import annotations

import re
from pathlib import Path

from guide.alphabet import spelled
from guide.checks.glossary import initial
from guide.content import GLOSSARY, Page, read_page
from guide.new.asking import Answers, Field
from guide.new.editing import page_of, place_of, put, slug
from guide.terms import ALSO, SAY

FIELDS = (
    Field("name", "Which word or words?"),
    Field("meaning", "What does it mean, in a sentence or two?"),
    Field("say", "How does one say it, such as an-tee-koh-**ag**-yoo-lunt?", "everybody knows"),
    Field("also", "What else is it called, with commas between?", "nothing"),
    Field("id", "Which address?", "made from the name"),
)
LETTERS = "letters"
ITEM = re.compile(r"- \[(.)\]\(#")


def _add_letter(path: Path, page: Page, letter: str) -> None:
    """Add a heading for a letter, and the letter to the row at the top."""
    groups = [heading for heading in page.headings if heading.level == 2]
    later = (heading.line for heading in groups if spelled(heading.text) > spelled(letter))
    put(path, next(later, page.body_line + len(page.lines)), [f"## {letter} {{#{letter.lower()}}}"])
    row = next((box for box in page.boxes if box.name == LETTERS), None)
    if row:
        lines = path.read_text(encoding="utf-8").split("\n")
        items = ((number, ITEM.match(lines[number])) for number in range(row.line, row.end - 1))
        place = next((number for number, item in items if item and item[1] > letter), row.end - 1)
        lines.insert(place, f"- [{letter}](#{letter.lower()})")
        path.write_text("\n".join(lines), encoding="utf-8", newline="\n")


def _entry(answers: Answers) -> list[str]:
    facts = [f"- {label} {answers[name]}" for name, label in (("say", SAY), ("also", ALSO)) if answers[name]]
    heading = f"### {answers['name']} {{#{answers['id'] or slug(answers['name'])}}}"
    return [heading, "", *facts, *([""] if facts else []), answers["meaning"]]


def write(root: Path, answers: Answers) -> None:
    """Write a term into the word list. Raises NewError when there is no such list."""
    page = page_of(root, GLOSSARY, "where its hard words are explained")
    path, letter = page.path, initial(answers["name"])
    if not any(heading.level == 2 and heading.text == letter for heading in page.headings):
        _add_letter(path, page, letter)
        page = read_page(path, GLOSSARY)
    group = next(heading for heading in page.headings if heading.level == 2 and heading.text == letter)
    put(path, place_of(page, group, answers["name"]), _entry(answers))
