"""A new page with all its parts, and its line in the menu."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from guide.alphabet import plain
from guide.content import PAGE, Guide, read_guide
from guide.new.asking import Answers, Field, NewError
from guide.new.editing import as_value, page_names, slug, writers_day
from guide.new.question import link_to

SETTINGS, NAV = "mkdocs.yml", "nav:"
GROUP = re.compile(r"^  - (?P<name>[^:]+|\"[^\"]+\"):\s*$")
UNREVIEWED = "not yet reviewed"


def _menu(text: str) -> tuple[list[str], int, dict[str, int]]:
    """Return the lines of the settings, where the menu ends, and the place of each group by its name.

    Raises NewError when they have no menu of their own.
    """
    lines = text.split("\n")
    if NAV not in lines:
        raise NewError(f"{SETTINGS} has no menu (`{NAV}`) of its own; write the page and its line by hand")
    start = lines.index(NAV) + 1
    stop = next((place for place in range(start, len(lines)) if re.match(r"\S", lines[place])), len(lines))
    groups = {found["name"].strip('"'): place for place in range(start, stop) if (found := GROUP.match(lines[place]))}
    return lines, stop, groups


def _groups(root: Path) -> list[str]:
    return list(_menu((root / SETTINGS).read_text(encoding="utf-8"))[2])


FIELDS = (
    Field("title", "What is the title of the page?"),
    Field("description", "What does the page tell, in a sentence of 50 to 160 letters?"),
    Field("point", "What is the most important point, in a sentence?", many=True),
    Field("heading", "What does its first part say, in a few words?"),
    Field("text", "What is the text of this part? (One paragraph; write the rest in the file.)"),
    Field("next", "Which page should one read next?", choices=page_names),
    Field("why", "Why that page, in a short sentence?"),
    Field("group", "In which group of the menu?", choices=_groups),
    Field("menu", "Which words stand in the menu?", "the title"),
    Field("file", "What is the name of the file?", "made from the title"),
)


def in_a_year(day: date) -> date:
    """Return the same day of the next year; 28 February for 29 February."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def _status(guide: Guide) -> str:
    """Return how the pages of this guide say that nobody has reviewed them yet."""
    said = (str(page.fields.get("status", "")) for page in guide.pages.values())
    return next((status for status in said if status.startswith(UNREVIEWED)), UNREVIEWED)


def _page(guide: Guide, answers: Answers) -> str:
    """Return the Markdown of the page."""
    today = writers_day()
    address = slug(answers["heading"], "write its heading with letters from a to z")
    return "\n".join(
        (
            "---",
            f"title: {as_value(answers['title'])}",
            f"description: {as_value(answers['description'])}",
            f"reviewed: {today}",
            f"next_review: {in_a_year(today)}",
            f"status: {_status(guide)}",
            f"---\n\n# {answers['title']}\n\n/// in-short",
            *(f"- {point}" for point in answers.all("point")),
            f"///\n\n## {answers['heading']} {{#{address}}}\n\n{answers['text']}\n",
            f"/// next-step\n{link_to(guide.root, answers['next'])}\n\n{answers['why']}\n///\n",
        )
    )


def _into_menu(text: str, group: str, line: str) -> str:
    """Return the settings with a line at the end of a group of the menu. Raises NewError when there is no such group.

    The settings are changed as text, so that remarks and order stay.
    """
    lines, stop, groups = _menu(text)
    places = {plain(name): place for name, place in groups.items()}
    if plain(group) not in places:
        known = "; ".join(groups) or "none that has its pages one a line"
        raise NewError(f"the menu has no group “{group}”; it has: {known}")
    place = places[plain(group)] + 1
    while place < stop and lines[place].startswith("    "):
        place += 1
    return "\n".join([*lines[:place], line, *lines[place:]])


def write(root: Path, answers: Answers) -> None:
    """Write a page and its line in the menu. Raises NewError when it is there already, or the group is not."""
    guide = read_guide(root)
    instead = "name the file, such as --file what-to-bring"
    name = answers["file"].removeprefix("docs/") or slug(answers["title"], instead)
    name = name if name.endswith(PAGE) else name + PAGE
    if "/" in name or name.startswith(".") or name in guide.files:
        raise NewError(f"docs/{name} is there already, hidden, or in a folder; choose another name with --file")
    settings = root / SETTINGS
    line = f"      - {as_value(answers['menu'] or answers['title'])}: {name}"
    settings.write_text(
        _into_menu(settings.read_text(encoding="utf-8"), answers["group"], line), encoding="utf-8", newline="\n"
    )
    (root / "docs" / name).write_text(_page(guide, answers), encoding="utf-8", newline="\n")
