"""Is each question a question, in a group, asked once, and answered shortly with the page that says more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from guide.alphabet import plain
from guide.boxtypes import CAPTION, CLOSING
from guide.checks.rules import at, rule
from guide.content import FAQ, Guide, Page
from guide.markup import Block, Heading
from guide.reading import words
from guide.report import Problem
from guide.targets import split

# In a line of links only these signs may stand between them.
BETWEEN = " .,;:·|→"


@dataclass(frozen=True)
class Question:
    """A question of the page of questions, the blocks of its answer and the group it stands in."""

    heading: Heading
    answer: tuple[Block, ...]
    group: Heading | None


def _questions(guide: Guide) -> Iterator[Question]:
    """Yield the questions in the order of their page; a page that is missing has none."""
    page = guide.pages.get(FAQ)
    group: Heading | None = None
    headings = page.headings if page else []
    for heading, following in zip_longest(headings, headings[1:]):
        if heading.level == 2:
            group = heading
        if heading.level == 3 and page:
            last = following.line if following else float("inf")
            inside = (block for block in page.blocks if heading.line < block.line < last)
            yield Question(heading, tuple(block for block in inside if block.box != CLOSING), group)


def _targets(block: Block) -> list[str]:
    """Return where the links go if the block is nothing but links; else nothing."""
    inside, targets = False, []
    for token in block.token.children or []:
        if token.type == "link_open":
            inside = True
            targets.append(str(token.attrGet("href") or ""))
        elif token.type == "link_close":
            inside = False
        elif token.content.strip(BETWEEN) and not inside:
            return []
    return targets if block.kind == "paragraph" else []


def _is_html(page: Page, question: Question) -> bool:
    """Return whether an answer is HTML, which another rule tells."""
    first, last = question.heading.line, question.answer[-1].line if question.answer else 0
    lines = (token.map[0] + page.body_line for token in page.tokens if token.type == "html_block" and token.map)
    return any(first < line < last for line in lines)


@rule(
    why="A question that opens on nothing is worse than no question.",
    wrong="### Will I be awake? {#awake}  (and then the next question)",
    right="### Will I be awake? {#awake}  and below it: Usually, yes.",
    stops_build=True,
)
def questions_are_answered(guide: Guide) -> Iterator[Problem]:
    """Every question on the page of questions has an answer below it."""
    for question in _questions(guide):
        if not _answer_words(question) and not _is_html(guide.pages[FAQ], question):
            message = f"“{question.heading.text}” has no answer"
            yield at(guide.pages[FAQ], question.heading.line, message, "write the answer under the question")


@rule(
    why="Only a heading that ends with a question mark is folded up as a question.",
    wrong="### Being awake {#awake}",
    right="### Will I be awake? {#awake}",
)
def questions_end_with_a_question_mark(guide: Guide) -> Iterator[Problem]:
    """Every `###` heading on the page of questions ends with a question mark."""
    for question in _questions(guide):
        if not question.heading.text.rstrip().endswith("?"):
            message = f"“{question.heading.text}” is not a question"
            yield at(guide.pages[FAQ], question.heading.line, message, "write it as a question that ends with `?`")


@rule(
    why="Nobody reads forty questions in a row. Groups let people skip to theirs.",
    wrong="# Questions and answers … ### Will I be awake?",
    right="# Questions and answers … ## The visit {#the-visit} … ### Will I be awake?",
)
def questions_in_groups(guide: Guide) -> Iterator[Problem]:
    """Every question stands below a `##` heading that names its group."""
    for question in _questions(guide):
        if question.group is None:
            message = f"“{question.heading.text}” stands in no group"
            remedy = "put it below one of the `##` headings, or write one above it"
            yield at(guide.pages[FAQ], question.heading.line, message, remedy)
    if page := guide.pages.get(FAQ):
        yield from _odd_headings(page)


def _odd_headings(page: Page) -> Iterator[Problem]:
    """Yield the groups without questions, and the headings inside an answer: both may be questions that were meant."""
    for heading, following in zip_longest(page.headings, page.headings[1:]):
        if heading.level == 2 and (following is None or following.level <= 2):
            remedy = "write `###` in front of a question, or delete the heading"
            yield at(page, heading.line, f"no question stands below “{heading.text}”", remedy)
        elif heading.level > 3:
            remedy = "write `###` in front of a question; an answer needs no headings"
            yield at(page, heading.line, f"“{heading.text}” stands inside an answer", remedy)


@rule(
    why="The same question twice gets two answers, and one day they differ.",
    wrong="### Will I be awake? {#awake} … ### Will I be awake? {#asleep}",
    right="### Will I be awake? {#awake}",
)
def questions_asked_once(guide: Guide) -> Iterator[Problem]:
    """No question stands on the page of questions twice, in whatever capitals and signs."""
    seen: dict[str, int] = {}
    for question in _questions(guide):
        heading = question.heading
        line = seen.setdefault(plain(heading.text), heading.line)
        if line != heading.line:
            message = f"“{heading.text}” is asked on line {line} already"
            yield at(guide.pages[FAQ], heading.line, message, "keep one of the two, with one answer")


def _answer_words(question: Question) -> int:
    """Return how many words an answer has, without citations and without the line of links that closes it."""
    blocks = question.answer[:-1] if question.answer and _targets(question.answer[-1]) else question.answer
    return sum(len(words(block.prose)) for block in blocks)


@rule(
    why="People with pain want the answer first. The page it leads to has room for the rest.",
    wrong="### Will I be awake?  and below it four paragraphs",
    right="### Will I be awake?  and below it: Usually, yes. An injection numbs the spot.",
)
def answers_are_short(guide: Guide) -> Iterator[Problem]:
    """An answer has no more words than the limit for it before the line of links that closes it."""
    limit = guide.settings.limits["answer_words"]
    for question in _questions(guide):
        count = _answer_words(question)
        if count > limit.at_most:
            message = f"the answer to “{question.heading.text}” has {count} words; {limit.at_most:.0f} are the most"
            remedy = "keep the answer itself, and move the rest to the page that it leads to"
            yield at(guide.pages[FAQ], question.heading.line, message, remedy)


@rule(
    why="An answer stays folded until somebody opens it. Nobody may have to open something to see a warning.",
    wrong="### Will it hurt? {#hurt}  and below it: /// urgent … ///",
    right="### Will it hurt? {#hurt}  and below it a link to the page with the warning, which is always open",
)
def answers_without_boxes(guide: Guide) -> Iterator[Problem]:
    """No box stands in an answer on the page of questions, because answers fold."""
    page = guide.pages.get(FAQ)
    for box in page.boxes if page else ():
        above = [heading for heading in page.headings if heading.line < box.line][-1:] if page else []
        if page and above and above[0].level == 3 and box.name not in {"", CLOSING, CAPTION}:
            message = f"the box `/// {box.name}` is hidden in the answer to “{above[0].text}”"
            yield at(page, box.line, message, "move it to the page that the answer leads to")


def _leads_on(page: Page, target: str) -> bool:
    """Return whether a link leads to another page of the guide (whether that exists, another rule says)."""
    parts = split(target)
    return not parts.scheme and not parts.netloc and parts.path.endswith(".md") and parts.path != page.name


@rule(
    why="A short answer raises the next question. The page that answers it is one tap away.",
    wrong="Usually, yes.  (and then the next question)",
    right="Usually, yes.  and below it, on a line of its own: [The day itself](your-visit.md#the-day)",
)
def answers_lead_on(guide: Guide) -> Iterator[Problem]:
    """The last line of an answer is a link to a page of this guide that says more, not to the questions themselves."""
    for question in _questions(guide):
        if not question.answer:
            continue
        page, last = guide.pages[FAQ], question.answer[-1]
        targets = _targets(last)
        if not targets:
            message = f"the answer to “{question.heading.text}” leads to no page that says more"
            remedy = "end it with a link on a line of its own, such as `[The day itself](your-visit.md#the-day)`"
            yield at(page, last.line, message, remedy)
        for target in targets:
            if not _leads_on(page, target):
                message = f"the answer to “{question.heading.text}” leads to `{target}`, which is no other page"
                yield at(page, last.line, message, "link to the page of this guide that says more", words=target)


RULES = (
    questions_are_answered,
    questions_end_with_a_question_mark,
    questions_in_groups,
    questions_asked_once,
    answers_are_short,
    answers_without_boxes,
    answers_lead_on,
)
