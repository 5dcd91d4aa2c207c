"""Is the word list whole, in order, easy to read and of use, and does each link to it fit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from guide.alphabet import out_of_place, spelled
from guide.checks.rules import at, rule
from guide.content import GLOSSARY, Guide, Page
from guide.glossary import Matcher
from guide.markup import Heading, Link
from guide.reading import grade, syllables, words
from guide.report import Problem
from guide.targets import split
from guide.terms import Term, faults, read_terms

# A word of so many syllables is hard to say at sight.
LONG_WORD = 3
# What stands in these is not running text, so it does not show how a term is used.
LABELS = frozenset({"heading", "head"})


def _terms(guide: Guide) -> list[Term]:
    page = guide.pages.get(GLOSSARY)
    return list(read_terms(page)) if page else []


def _letters(page: Page) -> list[tuple[Heading, list[Heading]]]:
    """Return the `##` headings that have terms below them, each with these terms."""
    groups: list[tuple[Heading, list[Heading]]] = []
    for heading in page.headings:
        if heading.level == 2:
            groups.append((heading, []))
        elif heading.level == 3 and groups:
            groups[-1][1].append(heading)
    return [group for group in groups if group[1]]


def initial(name: str) -> str:
    """Return the capital letter under which a name stands."""
    return spelled(name)[:1].upper()


@rule(
    why="A word that is linked but not explained leaves the reader where they were.",
    wrong="### Ferrule {#ferrule}  (and then the next heading)",
    right="### Ferrule {#ferrule}  and below it: The rubber foot of a stick.",
    stops_build=True,
)
def terms_are_explained(guide: Guide) -> Iterator[Problem]:
    """Every term of the word list has a meaning, and a name belongs to one term only."""
    if page := guide.pages.get(GLOSSARY):
        for fault in faults(_terms(guide)):
            yield at(page, fault.line, fault.message, fault.remedy)


@rule(
    why="The meaning opens in a small panel over the text; a long one hides what the reader was reading.",
    wrong="A medicine that …, which is to say …, and that is also … (60 words)",
    right="Medicine that slows blood clots, so you may bleed more.",
)
def meanings_are_short(guide: Guide) -> Iterator[Problem]:
    """The meaning of a term has no more words than the limit for it."""
    limit = guide.settings.limits["meaning_words"]
    for term in _terms(guide):
        count = len(words(term.meaning))
        if count > limit.at_most:
            message = f"the meaning of “{term.name}” has {count} words; {limit.at_most:.0f} fit"
            remedy = "say it in fewer words, and tell the rest on a page"
            yield at(guide.pages[GLOSSARY], term.meaning_line, message, remedy)


@rule(
    why="Somebody looks a word up because it is hard. A meaning as hard as the word does not help.",
    wrong="Antislip elastomeric terminal attachment of ambulatory appliances.",
    right="The rubber foot of a stick, which stops it from slipping.",
)
def meanings_are_easy(guide: Guide) -> Iterator[Problem]:
    """The meaning of a term is no harder to read than the limit for it (a school grade)."""
    limit = guide.settings.limits["meaning_grade"]
    for term in _terms(guide):
        hard = grade([term.meaning])
        if hard > limit.at_most:
            message = f"the meaning of “{term.name}” reads at grade {hard:.1f}; {limit.at_most:.0f} is the most"
            remedy = "use short words and short sentences, as for a child of twelve"
            yield at(guide.pages[GLOSSARY], term.meaning_line, message, remedy)


@rule(
    why="People look for a word where the alphabet puts it.",
    wrong="### Handle … ### Ferrule",
    right="### Ferrule … ### Handle",
)
def terms_in_order(guide: Guide) -> Iterator[Problem]:
    """The terms under a letter stand in the order of the alphabet, and so do the letters."""
    page = guide.pages.get(GLOSSARY)
    groups = _letters(page) if page else []
    lists = [[letter for letter, _ in groups], *(terms for _, terms in groups)]
    for headings in lists:
        names = [heading.text for heading in headings]
        for place in out_of_place(names):
            after = next(name for name in names if spelled(name) > spelled(names[place]))
            message = f"“{names[place]}” stands after “{after}”"
            yield at(guide.pages[GLOSSARY], headings[place].line, message, f"move it up, in front of “{after}”")


def _no_words(page: Page) -> Iterator[tuple[int, str, str]]:
    """Yield the headings that are neither a word of the list nor the letter above some: a word may be meant."""
    filled = {letter for letter, _ in _letters(page)}
    for heading in page.headings:
        if heading.level > 3 or (heading.level == 2 and heading not in filled):
            message = f"“{heading.text}” is no word of the word list, and no word stands below it"
            yield heading.line, message, "write `###` in front of a word, or delete the heading"


def _letter_faults(page: Page) -> Iterator[tuple[int, str, str]]:
    """Yield what is wrong with the headings for letters: line, message and remedy."""
    groups = _letters(page)
    first = groups[0][0].line if groups else float("inf")
    for heading in page.headings:
        if heading.level == 3 and heading.line < first:
            yield heading.line, f"“{heading.text}” stands under no letter", _under(initial(heading.text))
    for letter, terms in groups:
        for term in terms:
            if initial(term.text) != letter.text.upper():
                message = f"“{term.text}” stands under “{letter.text}”"
                yield term.line, message, _under(initial(term.text))
        if len(letter.text) == 1 and letter.anchor != letter.text.lower():
            message = f"the letter “{letter.text}” has the address `#{letter.anchor}`"
            yield letter.line, message, f"write `{{#{letter.text.lower()}}}`"
    for text, count in Counter(letter.text for letter, _ in groups).items():
        if count > 1:
            again = [letter.line for letter, _ in groups if letter.text == text][-1]
            yield again, f"the letter “{text}” has {count} headings", "put their terms under one of them"


def _under(letter: str) -> str:
    return f"put it under a heading `## {letter} {{#{letter.lower()}}}`"


@rule(
    why="The letters are how people find their way in a long list.",
    wrong="## G {#g}  and below it: ### Ferrule {#ferrule}",
    right="## F {#f}  and below it: ### Ferrule {#ferrule}",
)
def letters_head_their_terms(guide: Guide) -> Iterator[Problem]:
    """Each term stands under a heading that is its first letter, with that letter as its address."""
    if page := guide.pages.get(GLOSSARY):
        for line, message, remedy in (*_no_words(page), *_letter_faults(page)):
            yield at(page, line, message, remedy)


@rule(
    why="A letter that is missing from the row at the top cannot be jumped to.",
    wrong="/// letters … - [A](#a) …  while there is a heading ## B {#b}",
    right="/// letters … - [A](#a) - [B](#b) …",
)
def letters_are_listed(guide: Guide) -> Iterator[Problem]:
    """The row of letters at the top of the word list (`/// letters`) holds each letter once, in order."""
    page = guide.pages.get(GLOSSARY)
    for box in page.boxes if page else []:
        if page is None or box.name != "letters":
            continue
        listed = [(link.text, link.target) for link in page.links if box.line < link.line < box.end]
        wanted = [(letter.text, f"#{letter.anchor}") for letter, _ in _letters(page)]
        if listed != wanted:
            odd = next((pair for pair in [*wanted, *listed] if pair not in listed or pair not in wanted), None)
            message = f"the row of letters is wrong at “{odd[0]}”" if odd else "the row of letters is out of order"
            row = " ".join(f"[{text}]({target})" for text, target in wanted)
            yield at(page, box.line, message, f"list these, one a line: {row}")


def _long_word(term: Term, everyday: set[str]) -> str:
    """Return the first word of a term that is hard to say, or nothing; letters said one by one are not."""
    long = (word for word in words(term.name) if not word.isupper() and word.lower() not in everyday)
    return next((word for word in long if syllables(word) >= LONG_WORD), "")


@rule(
    why="Somebody who can say a word can ask about it.",
    wrong="### Allodynia {#allodynia}  and below it only its meaning",
    right="### Allodynia {#allodynia}  and below it: - Say it: al-oh-**din**-ee-uh",
)
def long_words_say_how(guide: Guide) -> Iterator[Problem]:
    """A term with a word of three syllables or more tells how to say it, unless everybody knows that word."""
    everyday = set(guide.settings.lists["everyday_words"].entries)
    for term in _terms(guide):
        word = _long_word(term, everyday)
        if word and not term.say:
            message = f"“{term.name}” does not tell how to say “{word}”"
            remedy = "add `- Say it: …` under the heading, with the loudest part in bold"
            yield at(guide.pages[GLOSSARY], term.line, message, remedy)


def _used(guide: Guide, terms: list[Term]) -> set[str]:
    """Return the addresses of the terms that stand in the text of other pages; stop when all are found."""
    matcher, used = Matcher(terms), set[str]()
    for page in guide.pages.values():
        if page.name == GLOSSARY:
            continue
        for block in page.blocks:
            if block.kind not in LABELS:
                used.update(term.anchor for _, _, term in matcher.find(block.prose))
        if len(used) == len(terms):
            break
    return used


@rule(
    why="A word that no page uses only makes the list longer to search.",
    wrong="### Gantry {#gantry}  (a word that stands on no page)",
    right="### Gantry {#gantry}  (and on another page: You lie in the ring, the gantry.)",
)
def terms_are_used(guide: Guide) -> Iterator[Problem]:
    """Each term, or another name for it, stands in the text of at least one other page."""
    terms = _terms(guide)
    if guide.shut or any(faults(terms)):  # what is used, or who owns a name, is open
        return
    used = _used(guide, terms)
    for term in terms:
        if term.anchor not in used:
            message = f"no other page uses the word “{term.name}”"
            remedy = "add the name that pages do use after `Also called:`, use the word on a page, or delete it here"
            yield at(guide.pages[GLOSSARY], term.line, message, remedy)


def _named(link: Link, terms: dict[str, Term], matcher: Matcher) -> tuple[str, str] | None:
    """Return what is wrong with a link to a term and how to mend it, or None."""
    term = terms.get(split(link.target).fragment)
    if term is None:
        return None
    found = [other for _, _, other in matcher.find(link.text)]
    if term in found:
        return None
    right = found[0] if found else None
    remedy = f"link to `{GLOSSARY}#{right.anchor}`" if right else f"use one of its names: {', '.join(term.names)}"
    return f"“{link.text}” leads to the word “{term.name}”", remedy


@rule(
    why="A link that opens the meaning of another word misleads.",
    wrong="[rubber foot](glossary.md#handle)",
    right="[rubber foot](glossary.md#ferrule)",
)
def links_to_terms_fit(guide: Guide) -> Iterator[Problem]:
    """The words of a link to the word list are a name of the term that it leads to."""
    listed = _terms(guide)
    terms, matcher = {term.anchor: term for term in listed}, Matcher(listed) if listed else None
    for page in guide.pages.values() if matcher else ():
        for link in page.links:
            path = split(link.target).path
            if matcher is None or path.rpartition("/")[2] != GLOSSARY:
                continue
            if fault := _named(link, terms, matcher):
                yield at(page, link.line, *fault, words=link.target)


RULES = (
    terms_are_explained,
    meanings_are_short,
    meanings_are_easy,
    terms_in_order,
    letters_head_their_terms,
    letters_are_listed,
    long_words_say_how,
    terms_are_used,
    links_to_terms_fit,
)
