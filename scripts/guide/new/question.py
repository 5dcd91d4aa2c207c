"""A new question with its answer, at the end of its group."""

from __future__ import annotations

from pathlib import Path

from guide.content import FAQ, read_guide
from guide.new.asking import Answers, Field, NewError
from guide.new.editing import end_of, group_of, page_of, put, slug

FIELDS = (
    Field("question", "What do people ask, with a question mark at the end?"),
    Field("answer", "What is the short answer?"),
    Field("more", "Which page says more, such as your-visit.md or your-visit.md#the-day?"),
    Field("group", "In which group of questions?"),
    Field("words", "Which words lead there? (Enter: the heading there)", needed=False),
    Field("id", "Which address? (Enter: made from the question)", needed=False),
)


def heading_at(root: Path, target: str) -> str:
    """Return the words of the heading that a link leads to. Raises NewError when it leads to none."""
    name, _, anchor = target.partition("#")
    page = read_guide(root).pages.get(name)
    headings = page.headings if page else []
    found = next((heading.text for heading in headings if heading.anchor == anchor or not anchor), None)
    if found is None:
        raise NewError(f"there is no {target} in this guide; give a page such as {FAQ}, or a part of it behind a `#`")
    return found


def write(root: Path, answers: Answers) -> None:
    """Write a question into its group. Raises NewError when there is no such page or group."""
    page = page_of(root, FAQ, "where its questions stand")
    group = group_of(page, answers["group"])
    link = f"[{answers['words'] or heading_at(root, answers['more'])}]({answers['more']})"
    address = answers["id"] or slug(answers["question"])
    entry = [f"### {answers['question']} {{#{address}}}", "", answers["answer"], "", link]
    put(page.path, end_of(page, group), entry)
