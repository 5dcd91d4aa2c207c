"""A new question with its answer, at the end of its group."""

from __future__ import annotations

from pathlib import Path

from guide.content import FAQ, Page
from guide.new.asking import Answers, Field, NewError
from guide.new.editing import end_of, group_of, groups, page_names, page_of, put, slug, the_page


def _page(root: Path) -> Page:
    return page_of(root, FAQ, "where its questions stand")


def _groups(root: Path) -> list[str]:
    return [heading.text for heading in groups(_page(root))]


FIELDS = (
    Field("question", "What do people ask, with a question mark at the end?"),
    Field("answer", "What is the short answer?"),
    Field(
        "more", "Which page says more? (For a part of it, its address, such as risks.md#get-help.)", choices=page_names
    ),
    Field("group", "In which group of questions?", choices=_groups),
    Field("words", "Which words lead there?", "the heading there"),
    Field("id", "Which address?", "made from the question"),
)


def link_to(root: Path, target: str, words: str = "") -> str:
    """Return a link to a page or a part of it, with its heading for words. Raises NewError when nothing is there."""
    name, _, anchor = target.partition("#")
    page = the_page(root, name)
    found = next((heading.text for heading in page.headings if heading.anchor == anchor or not anchor), None)
    if found is None:
        known = ", ".join(f"#{heading.anchor}" for heading in page.headings if heading.explicit)
        raise NewError(f"docs/{page.name} has no part with the address #{anchor}; it has: {known or 'none'}")
    return f"[{words or found}]({page.name}{f'#{anchor}' if anchor else ''})"


def write(root: Path, answers: Answers) -> None:
    """Write a question into its group. Raises NewError when there is no such page or group."""
    page = _page(root)
    group = group_of(page, answers["group"])
    address = answers["id"] or slug(answers["question"])
    link = link_to(root, answers["more"], answers["words"])
    put(page.path, end_of(page, group), [f"### {answers['question']} {{#{address}}}", "", answers["answer"], "", link])
