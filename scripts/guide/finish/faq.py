"""Folds each question: a `###` heading that ends with a question mark becomes a native <details> with its answer.

The address stands on the answer, inside the fold, because browsers open a fold when a link or the page search
leads into it, with or without a script. The heading stays a heading, so that screen readers list the questions.
"""

from __future__ import annotations

from pathlib import Path

from lxml import html
from lxml.html import builder

from guide.boxtypes import CLOSING

# The place of the button of the script that opens all answers.
ROOM = "all-answers"


def _answer(question: html.HtmlElement) -> list[html.HtmlElement]:
    """Return what follows a question up to the next heading or box."""
    found = []
    for element in question.itersiblings():
        if element.tag in {"h1", "h2", "h3", "section"} or element.get("class") in {CLOSING, "dates"}:
            break
        found.append(element)
    return found


def _fold(question: html.HtmlElement) -> None:
    """Put a question and its answer into a fold in the same place."""
    answer = builder.DIV(*_answer(question), builder.CLASS("answer"), id=question.attrib.pop("id"))
    fold = builder.DETAILS(builder.CLASS("question"))
    question.addprevious(fold)
    question.tail = None
    fold.extend([builder.SUMMARY(question), answer])


def _keep_room(tree: html.HtmlElement) -> None:
    """Keep a place for the button that opens all answers, so that nothing moves when it comes."""
    for first in tree.xpath("(//article/h2 | //article/details)[1]"):
        first.addprevious(builder.P(builder.CLASS(ROOM)))


def fold_questions(tree: html.HtmlElement, _folder: Path) -> None:
    """Fold every question of a page. A question without an address stays as it is."""
    headings = tree.xpath("//article//h3[@id][not(ancestor::summary)]")
    questions = [heading for heading in headings if heading.text_content().strip().endswith("?")]
    for question in questions:
        _fold(question)
    if questions:
        _keep_room(tree)
