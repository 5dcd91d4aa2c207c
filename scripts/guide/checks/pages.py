"""Is each page whole: the lines at its top, its dates, its title, its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches

from guide.checks.rules import at, rule
from guide.content import Guide, Page
from guide.data import DataError
from guide.markup import Heading
from guide.prose import runs
from guide.report import WARNING, Problem
from guide.settings import Limit
from guide.wording import Lexicon, plain

# What a page says of itself between the two --- at its top, and the type of each.
REQUIRED = {"title": str, "description": str, "reviewed": date, "next_review": date, "status": str}
EXAMPLE = {
    "title": "title: Your visit",
    "description": "description: One sentence of 50 to 160 letters that says what the page tells.",
    "reviewed": "reviewed: 2026-11-23",
    "next_review": "next_review: 2027-11-23",
    "status": "status: not yet reviewed by a clinician",
}
REVIEWED = "status: reviewed by A. Name, pain specialist, on 23 November 2026"
KIND = {str: "a text", date: "a date"}
# Nobody has read the page yet, or somebody with a name has, on a day: more than that, or less, would mislead.
STATUS = re.compile(r"not yet reviewed by \S.*|reviewed by \S.*, on \d{1,2} [A-Z][a-z]+ \d{4}")


def _fits(value: object, kind: type) -> bool:
    """Return whether a value is of a kind, and not a blank; a date with a time is none."""
    return type(value) is kind and bool(str(value).strip())


def _lacking(page: Page, meta: dict[str, object]) -> Iterator[Problem]:
    """Yield the fields that a page lacks or that hold something else."""
    for name, kind in REQUIRED.items():
        if name not in meta:
            yield at(page, 1, f"the front matter has no `{name}`", f"add a line such as `{EXAMPLE[name]}`")
        elif not _fits(meta[name], kind):
            message = f"`{name}` in the front matter is not {KIND[kind]}"
            yield at(page, page.field_line(name), message, f"write a line such as `{EXAMPLE[name]}`")


def _unknown(page: Page, meta: dict[str, object]) -> Iterator[Problem]:
    """Yield the fields that no page has."""
    for name in sorted(meta.keys() - REQUIRED):
        near = get_close_matches(name.lower(), REQUIRED, n=1)
        remedy = f"write `{near[0]}`, or delete the line" if near else "delete the line"
        message = f"`{name}` is nothing that a page says of itself"
        yield at(page, page.field_line(name), message, remedy)


def _coded(page: Page, meta: dict[str, object]) -> Iterator[Problem]:
    """Yield the fields with a letter that means something in HTML: the theme writes them into the page as they are."""
    for name, value in meta.items():
        letter = next((letter for letter in '<>"' if isinstance(value, str) and letter in value), None)
        if letter:
            message = f"`{name}` in the front matter holds a {letter}, which a browser takes for code"
            yield at(page, page.field_line(name), message, f"say it without the {letter} (quotation marks: “ and ”)")


def _dishonest(page: Page) -> Iterator[Problem]:
    """Yield a status that does not say who read the page, and when."""
    status = page.fields.get("status")
    if isinstance(status, str) and status.strip() and not STATUS.fullmatch(status.strip()):
        remedy = f"write `{EXAMPLE['status']}`; who has read it as CONTRIBUTING.md says writes `{REVIEWED}`"
        yield at(
            page, page.field_line("status"), f"“{status}” does not say who has reviewed this page, and when", remedy
        )


def _absent(page: Page) -> Problem:
    """Return the problem of a page that has no fields at its top."""
    if page.lines[0].startswith("---"):
        return at(page, 1, "the front matter never ends", "put a line `---` after its last field")
    remedy = "start the page with a line `---`, then `title: …` and the other fields, then a line `---`"
    return at(page, 1, "the page has no front matter", remedy)


@rule(
    why="These lines become the page's title elsewhere, its dates and the honest line under its heading.",
    wrong="title: Risks: what can go wrong",
    right="title: What can go wrong",
    stops_build=True,
)
def front_matter(guide: Guide) -> Iterator[Problem]:
    """A page starts with its title, description, two dates and status between two `---` lines (its front matter)."""
    for page in guide.pages.values():
        try:
            meta = page.meta()
        except DataError as error:
            line = error.line + 1 if error.line else 1
            yield at(page, line, f"the front matter cannot be read: {error.message}", error.remedy)
            continue
        if not isinstance(meta, dict):
            yield _absent(page)
            continue
        yield from _lacking(page, page.fields)
        yield from _unknown(page, page.fields)
        yield from _dishonest(page)
        yield from _coded(page, {name: value for name, value in page.fields.items() if name in REQUIRED})


def _dates(page: Page) -> tuple[date, date] | None:
    """Return when a page was reviewed and when it will be, if it says so."""
    reviewed, following = page.fields.get("reviewed"), page.fields.get("next_review")
    if type(reviewed) is date and type(following) is date:
        return reviewed, following
    return None


@rule(
    why="A reader trusts these dates. Nobody can have checked a page tomorrow.",
    wrong="reviewed: 2026-11-23 and next_review: 2025-11-23",
    right="reviewed: 2026-11-23 and next_review: 2027-11-23",
)
def review_dates(guide: Guide) -> Iterator[Problem]:
    """A page was reviewed today or before, and its next review comes after that, within a year."""
    for page in guide.pages.values():
        reviewed, following = _dates(page) or (date.min, date.max)
        if reviewed > guide.today:
            message = f"`reviewed` is {reviewed}, which is still to come"
            yield at(page, page.field_line("reviewed"), message, "write the day on which somebody checked the page")
        most = guide.settings.limits["review_days"].at_most
        if (following - reviewed).days > most and following != date.max:
            message = f"`next_review` is {following}, more than {most:g} days after `reviewed`"
            yield at(page, page.field_line("next_review"), message, "write a day at most a year after the review")
        if following <= reviewed:
            message = f"`next_review` is {following}, which is not after `reviewed`"
            yield at(page, page.field_line("next_review"), message, "write a day about a year after the review")


@rule(
    why="Medicine moves on. A page that nobody has looked at for long may be wrong by now.",
    wrong="next_review: 2020-01-01",
    right="A page that was read against its sources again, with both dates set anew.",
)
def review_overdue(guide: Guide) -> Iterator[Problem]:
    """The next review of a page is not past: a warning at first, an error in the weekly run (`--scheduled`)."""
    for page in guide.pages.values():
        _, following = _dates(page) or (None, date.max)
        if following < guide.today:
            line = page.field_line("next_review")
            remedy = "check the page against its sources, then set `reviewed` and `next_review`"
            message = f"this page was to be checked by {following}"
            yield Problem(f"docs/{page.name}", line, 1, "", message, remedy, WARNING)


def _titles(page: Page) -> list[Heading]:
    return [heading for heading in page.headings if heading.level == 1]


def _first_line(page: Page) -> int:
    """Return the first line of the text that is not blank."""
    return next((line for line, text in enumerate(page.lines, page.body_line) if text.strip()), page.body_line)


@rule(
    why="The title is what a reader hears and sees first; two of them make two pages in one.",
    wrong="# First part … # Second part",
    right="# The page … ## First part {#first} … ## Second part {#second}",
    stops_build=True,
)
def one_title(guide: Guide) -> Iterator[Problem]:
    """A page begins with a heading with a single `#`, and has no other one."""
    for page in guide.pages.values():
        titles = _titles(page)
        if not titles:
            yield at(page, _first_line(page), "the page has no title", "start its text with `# Title`")
        elif page.front_matter is not None and titles[0].line > (first := _first_line(page)):
            yield at(
                page, first, "this stands above the title of the page", "move it below the line that starts with `#`"
            )
        for extra in titles[1:]:
            message = f"the page has a second title, “{extra.text}”"
            yield at(page, extra.line, message, "write `##` in front of it instead of `#`")


def _same(one: str, other: str) -> bool:
    """Return whether two titles have the same words."""
    return plain(one).split() == plain(other).split()


@rule(
    why="A reader who follows a result of a search wants to land on the page that it named.",
    wrong="title: Your visit … # What happens on the day",
    right="title: Your visit … # Your visit",
)
def same_title(guide: Guide) -> Iterator[Problem]:
    """The heading with a single `#` has the words of the `title` at the top of the page."""
    for page in guide.pages.values():
        title = page.fields.get("title")
        for heading in _titles(page)[:1]:
            if isinstance(title, str) and not _same(title, heading.text):
                message = f"the page is called “{title}” at its top and “{heading.text}” here"
                yield at(page, heading.line, message, "write the same words in both places")


def _length(guide: Guide, field: str, limit: Limit) -> Iterator[Problem]:
    """Yield the pages whose field is too short or too long."""
    for page in guide.pages.values():
        text = page.fields.get(field)
        if not isinstance(text, str) or limit.at_least <= len(text) <= limit.at_most:
            continue
        short = len(text) < limit.at_least
        asked = f"at least {limit.at_least:.0f}" if short else f"at most {limit.at_most:.0f}"
        message = f"`{field}` has {len(text)} letters and blanks; it should have {asked}"
        yield at(
            page, page.field_line(field), message, "say more of what is on the page" if short else "leave out words"
        )


@rule(
    why="A longer title is cut off in a list of results and in a browser tab.",
    wrong="title: Everything that you might want to know about your visit to the clinic and after",
    right="title: Your visit",
)
def title_length(guide: Guide) -> Iterator[Problem]:
    """A title is short enough to be shown whole."""
    yield from _length(guide, "title", guide.settings.limits["title_letters"])


@rule(
    why="People choose a page by this sentence in a list of results. Too long, it is cut; too short, it says nothing.",
    wrong="description: About your visit.",
    right="description: What happens before, during and after your visit, and what to bring with you.",
)
def description_length(guide: Guide) -> Iterator[Problem]:
    """A description is long enough to say something and short enough to be shown whole."""
    yield from _length(guide, "description", guide.settings.limits["description_letters"])


@rule(
    why="A page of headings sends the reader away with nothing.",
    wrong="# Your visit  (and nothing below it)",
    right="# Your visit  and below it: Wear loose clothes. Bring a list of your medicines.",
)
def pages_with_text(guide: Guide) -> Iterator[Problem]:
    """A page has some text under its headings."""
    for page in guide.pages.values():
        if all(block.kind == "heading" or not block.text for block in page.blocks):
            yield at(
                page,
                _first_line(page),
                "the page has no text",
                "write it, or delete the page and its line in mkdocs.yml",
            )


@rule(
    why="Text that was meant to be replaced looks as if nobody had read the page.",
    wrong="Call us on TODO.",
    right="Call the number on your letter.",
)
def placeholder_text(guide: Guide) -> Iterator[Problem]:
    """No words stand in for text that is still to be written, such as “TODO” or “lorem ipsum”."""
    lexicon = Lexicon(guide.settings.words["placeholder"].words)
    for page in guide.pages.values():
        found = {
            (run.line_of(hit.start), run.text[hit.start : hit.end]): hit
            for run in runs(page)
            for hit in lexicon.find(run)
        }
        for (line, words), hit in found.items():
            yield at(page, line, f"“{words}” waits for text that is not there", hit.entry.instead, words=words)


RULES = (
    front_matter,
    review_dates,
    review_overdue,
    one_title,
    same_title,
    title_length,
    description_length,
    pages_with_text,
    placeholder_text,
)
