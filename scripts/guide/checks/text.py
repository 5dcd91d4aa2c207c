"""Is the text easy to read: its grade, its sentences and paragraphs, its lists, its links and what stands out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from guide.checks.rules import at, rule
from guide.content import GLOSSARY, Guide, Page
from guide.markup import Box, Link
from guide.prose import PROSE, Run, citation_lines, runs
from guide.reading import ENDS, grade, sentences, words
from guide.report import Problem
from guide.wording import plain

# A semicolon joins two parts to one sentence; a colon comes before a list or after a label.
SENTENCE, PARAGRAPH = ".!?:", ".!?"
# A sentence of fewer words has no grade worth naming.
FEWEST_WORDS = 5
# Beyond this many years of school a number says no more.
ENDLESS = 16
# The box of links to the letters of a word list: one sign an item, and as many as there are.
LETTERS = "letters"
# Link text with one of these words tells what the hand does, which a reader on paper or by voice cannot do.
GESTURES = frozenset({"click", "tap"})


def _prose(page: Page) -> list[Run]:
    """Return the running text that is graded; the meanings in a word list have a rule of their own."""
    return [] if page.name == GLOSSARY else [run for run in runs(page) if run.kind in PROSE]


def _hardest(graded: list[Run]) -> tuple[int, str]:
    """Return the line and the words of the sentence that is hardest to read."""
    found = [place for run in graded for place in _placed(run, ENDS)]
    long_ones = [(line, sentence) for line, sentence in found if len(words(sentence)) >= FEWEST_WORDS]
    return max(long_ones or found, key=lambda place: grade([place[1]]))


def _too_hard(guide: Guide, page: Page, graded: list[Run], limit: str, line: int) -> Iterator[Problem]:
    """Yield a problem on `line` if some text is harder to read than a limit allows."""
    if sum(len(words(run.text)) for run in graded) < guide.settings.limits["section_words"].at_least:
        return
    found, most = grade(run.text for run in graded), guide.settings.limits[limit].at_most
    if found > most:
        part = "page" if limit == "page_grade" else "section"
        hard, sentence = _hardest(graded)
        years = f"{found:.1f}" if found < ENDLESS else f"more than {ENDLESS}"
        message = f"this {part} needs {years} years of school; it may need {most:g}"
        yield at(page, line, message, f"use shorter words and sentences, first on line {hard}: “{sentence}”")


@rule(
    why="The AMA and the NIH in the United States ask for sixth grade or lower in text for patients.",
    wrong="Ambulatory assistive devices facilitate temporary analgesia in appropriately selected individuals.",
    right="A stick can ease pain for a time. It does not help everyone.",
)
def page_grade(guide: Guide) -> Iterator[Problem]:
    """The text of a page can be read after six years of school (Flesch-Kincaid grade)."""
    for page in guide.pages.values():
        title = next((heading.line for heading in page.headings), page.body_line)
        yield from _too_hard(guide, page, _prose(page), "page_grade", title)


@rule(
    why="One hard section can hide in an easy page.",
    wrong="## Recovery {#recovery} and below it: Postprocedural neurological symptoms necessitate reassessment.",
    right="## Recovery {#recovery} and below it: You may feel numb. If it gets worse, call the clinic.",
)
def section_grade(guide: Guide) -> Iterator[Problem]:
    """The text under each heading can be read after eight years of school (Flesch-Kincaid grade)."""
    for page in guide.pages.values():
        for heading, graded in groupby(_prose(page), key=lambda run: run.section):
            line = heading.line if heading else page.body_line
            yield from _too_hard(guide, page, list(graded), "section_grade", line)


def _placed(run: Run, ends: str) -> Iterator[tuple[int, str]]:
    """Yield the sentences of a run, each with the line that it begins on."""
    place = 0
    for sentence in sentences(run.text, ends):
        place = max(run.text.find(sentence.split()[0], place), place)
        yield run.line_of(place), sentence
        place += len(sentence)


@rule(
    why="A long sentence has to be held in the head until its end. The NHS asks for 20 words or fewer.",
    wrong="The stick is cut to your height and the foot is put on, which takes some minutes, and then you can walk.",
    right="The stick is cut to your height and the foot is put on. This takes some minutes. Then you can walk.",
)
def sentence_length(guide: Guide) -> Iterator[Problem]:
    """A sentence has at most 20 words."""
    most = guide.settings.limits["sentence_words"].at_most
    for page in guide.pages.values():
        for run in runs(page):
            # The title and the description at the top have limits of their own, in letters.
            for line, sentence in _placed(run, SENTENCE) if run.kind != "field" else ():
                count = len(words(sentence))
                if count > most:
                    message = f"a sentence of {count} words: “{sentence}”"
                    yield at(page, line, message, f"make two sentences of it; one may have {most:g} words")


def _without_last_link(run: Run) -> str:
    """Return the text of a run without a link that stands alone behind its last sentence."""
    text = run.text.rstrip()
    start = next((start for start, end in run.links if start < len(text) <= end), len(text))
    before = text[:start].rstrip()
    return before if before.endswith(tuple(PARAGRAPH)) else text


@rule(
    why="Short paragraphs leave room for the eye to rest. The NHS asks for three sentences or fewer.",
    wrong="It is cold. It is short. It is done by day. You go home. (one paragraph)",
    right="It is cold. It is short.  (empty line)  It is done by day. You go home.",
)
def paragraph_length(guide: Guide) -> Iterator[Problem]:
    """A paragraph has at most three sentences."""
    most = guide.settings.limits["paragraph_sentences"].at_most
    for page in guide.pages.values():
        for run in runs(page):
            count = len(sentences(_without_last_link(run), PARAGRAPH))
            if run.kind == "paragraph" and count > most:
                remedy = f"leave an empty line after at most {most:g} sentences, or make a list"
                yield at(page, run.line, f"a paragraph of {count} sentences", remedy)


def _marked(page: Page, mark: str) -> Iterator[tuple[int, str]]:
    """Yield the words between a pair of marks such as `strong`, with their line."""
    exempt = citation_lines(page)
    for block in (block for block in page.blocks if block.line not in exempt):
        line, opened, inside, said = block.line, block.line, 0, list[str]()
        for token in block.token.children or []:
            line += token.type in {"softbreak", "hardbreak"}
            if token.type == f"{mark}_open":
                inside, opened, said = inside + 1, line, said if inside else []
            elif token.type == f"{mark}_close":
                inside -= 1
                yield opened, "".join(said)
            elif inside:
                said.append(token.content or " ")


@rule(
    why="Bold is for the few words that must not be missed. Where much is bold, nothing stands out.",
    wrong="**Never stop a blood thinner or any other medicine on your own.**",
    right="**Never stop a blood thinner** or any other medicine on your own.",
)
def bold_runs(guide: Guide) -> Iterator[Problem]:
    """At most six words in a row are bold."""
    most = guide.settings.limits["bold_words"].at_most
    for page in guide.pages.values():
        for line, text in _marked(page, "strong"):
            count = len(words(text))
            if count > most:
                remedy = f"keep the two stars round the {most:g} words that matter most"
                yield at(page, line, f"{count} words in a row are bold: “{text}”", remedy, words=text)


@rule(
    why="Slanted letters are hard to read for many people, and a screen reader may not tell of them.",
    wrong="It is *not* a cure.",
    right="It is **not** a cure.",
)
def italics(guide: Guide) -> Iterator[Problem]:
    """No words are in italics."""
    for page in guide.pages.values():
        for line, text in _marked(page, "em"):
            remedy = "take the single stars or underlines away, or write two stars for bold"
            yield at(page, line, f"“{text}” is in italics", remedy, words=text)


@rule(
    why="People jump from link to link, some by ear. A link has to make sense on its own.",
    wrong="To see what can go wrong, [click here](risks.md).",
    right="Read [what can go wrong](risks.md).",
)
def link_words(guide: Guide) -> Iterator[Problem]:
    """The words of a link say where it leads."""
    empty = {plain(entry) for entry in guide.settings.lists["empty_link_words"].entries}
    for page in guide.pages.values():
        for link in page.links:
            if fault := _link_fault(link, empty):
                yield at(page, link.line, *fault, words=f"[{link.text}]")


def _link_fault(link: Link, empty: set[str]) -> tuple[str, str] | None:
    """Return what is wrong with the words of a link and how to mend them, or None."""
    said = [plain(word) for word in words(link.text)]
    if link.hover:
        return f"“{link.hover}” is seen only by those who have a mouse", "say it in the text, and delete it here"
    if link.image:
        return None
    if not said:
        return "this link has no words", "write where it leads between `[` and `]`"
    if " ".join(said) in empty or GESTURES & set(said):
        return f"the link “{link.text}” does not say where it leads", "make the name of the page or section the link"
    return None


def _box(page: Page, line: int) -> Box | None:
    """Return the innermost box around a line."""
    around = (box for box in page.boxes if box.line <= line <= box.end)
    return max(around, key=lambda box: box.depth, default=None)


def _lists(page: Page) -> Iterator[list[int]]:
    """Yield the lines of the items that stand directly in each list; the parser does not see that a box ends one."""
    pending: list[list[int]] = []
    for token in page.tokens:
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            pending.append([])
        elif token.type == "list_item_open" and token.map:
            pending[-1].append(token.map[0] + page.body_line)
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            yield from (list(lines) for _, lines in groupby(pending.pop(), key=lambda line: _box(page, line)))


@rule(
    why="Nobody keeps more than about seven things in mind at once.",
    wrong="A list of twelve things to bring",
    right="Two lists, “Papers” and “Things for the way home”, each with its heading",
)
def list_length(guide: Guide) -> Iterator[Problem]:
    """A list has at most seven items."""
    most = guide.settings.limits["list_items"].at_most
    for page in guide.pages.values():
        for lines in (lines for lines in _lists(page) if len(lines) > most):
            box = _box(page, lines[0])
            if not (box and box.name == LETTERS):
                message = f"a list of {len(lines)} items"
                yield at(page, lines[0], message, f"make two lists, each of at most {most:g} items")


RULES = (
    page_grade,
    section_grade,
    sentence_length,
    paragraph_length,
    bold_runs,
    italics,
    link_words,
    list_length,
)
