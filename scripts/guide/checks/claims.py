"""Is docs/claims.yml whole, and is each claim told where it says."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from guide.checks.rules import in_file, near, rule
from guide.claims import FILE, Claim, read_claims
from guide.content import SOURCES, Guide
from guide.report import Problem
from guide.sections import comparable, section_text
from guide.sources import sources

# The one verdict that needs no source: nobody can look an opinion up.
OPINION = "opinion"


_at = partial(in_file, FILE)


def _claims(guide: Guide) -> tuple[Claim, ...]:
    return read_claims(guide.docs).claims


@rule(
    why="A claim that cannot be read is checked by nobody.",
    wrong="- id: HEIGHT-1  (and no line `told: …`)",
    right="- id: HEIGHT-1  with the lines claim, verdict, sources, told and words",
)
def claims_are_whole(guide: Guide) -> Iterator[Problem]:
    """docs/claims.yml, if there is one, is a list of claims; each has id, claim, verdict, sources, told and words."""
    for flaw in read_claims(guide.docs).flaws:
        yield _at(flaw.line, flaw.message, flaw.remedy)


@rule(
    why="Other people quote a claim by its id.",
    wrong="- id: HEIGHT-1 … - id: HEIGHT-1",
    right="- id: HEIGHT-1 … - id: HEIGHT-2",
)
def claims_have_ids_of_their_own(guide: Guide) -> Iterator[Problem]:
    """No two claims have the same id."""
    seen: dict[str, int] = {}
    for claim in _claims(guide):
        line = seen.setdefault(claim.id, claim.lines["id"])
        if line != claim.lines["id"]:
            yield _at(claim.lines["id"], f"the id `{claim.id}` is on line {line} already", "give this claim another id")


@rule(
    why="Five fixed words can be counted and compared. A sixth would mean something to its writer only.",
    wrong="verdict: partly true",
    right="verdict: needs qualifying",
)
def claims_have_a_verdict(guide: Guide) -> Iterator[Problem]:
    """The verdict of a claim is one of the verdicts in docs/rules.yml."""
    verdicts = list(guide.settings.lists["verdicts"].entries)
    for claim in _claims(guide):
        if claim.verdict not in verdicts:
            message = f"“{claim.verdict}” is no verdict"
            yield _at(claim.lines["verdict"], message, f"write one of these: {', '.join(verdicts)}")


@rule(
    why="A verdict without a source is one more claim.",
    wrong="verdict: supported … sources: []",
    right="verdict: supported … sources: [walker-2024]",
)
def claims_have_sources(guide: Guide) -> Iterator[Problem]:
    """A claim names the keys of its sources, and each is on the page of sources; only an opinion may have none."""
    known = [source.key for source in sources(guide.pages.get(SOURCES))]
    for claim in _claims(guide):
        line = claim.lines["sources"]
        if not claim.sources and claim.verdict != OPINION:
            message = f"the claim {claim.id} has no source"
            yield _at(line, message, f"name the key of a source, or write `verdict: {OPINION}`")
        for key in claim.sources if known else ():
            if key not in known:
                remedy = f"name a key that is in `{SOURCES}`{near(key, known)}, or add the source there"
                yield _at(line, f"there is no source `{key}`", remedy)


def _told(guide: Guide, claim: Claim) -> tuple[str | None, tuple[str, str] | None]:
    """Return the words of the section where a claim is told, or else what is wrong and how to mend it."""
    name, _, anchor = claim.told.partition("#")
    page = guide.pages.get(name)
    if page is None:
        return None, (f"there is no page `{name}`", f"name a page that exists{near(name, guide.pages)}")
    text = section_text(guide, page, anchor)
    if text is None:
        anchors = [heading.anchor for heading in page.headings]
        message = f"`{name}` has no heading with the address `#{anchor}`"
        return None, (message, f"name one that exists{near(anchor, anchors)}")
    return text, None


@rule(
    why="The list says where each claim is told. A reader who looks there has to find it.",
    wrong="told: height.md#mesure",
    right="told: height.md#measure",
)
def claims_are_told_somewhere(guide: Guide) -> Iterator[Problem]:
    """`told` names a page of the guide and a heading on it."""
    for claim in _claims(guide):
        _, fault = _told(guide, claim)
        if fault and claim.told.partition("#")[0] not in guide.shut:
            yield _at(claim.lines["told"], *fault)


@rule(
    why="A page that is rewritten can lose what the evidence says without anybody noticing.",
    wrong="words: [60 of 100 people]  (and the section now says “most people”)",
    right="words: [60 of 100 people]  (and the section has these very words)",
)
def claims_are_told_in_these_words(guide: Guide) -> Iterator[Problem]:
    """Each of the `words` of a claim stands in the section where it is told, word for word."""
    for claim in _claims(guide):
        text, _ = _told(guide, claim)
        line = claim.lines["words"]
        if not claim.words:
            remedy = "name one to four short pieces of its section that would go if the claim went"
            yield _at(line, f"the claim {claim.id} has no words", remedy)
        for words in claim.words if text is not None else ():
            if text is not None and comparable(words) not in text:
                message = f"`{claim.told}` does not say “{words}”"
                yield _at(line, message, "write it there again, or put here the words that tell it now")


RULES = (
    claims_are_whole,
    claims_have_ids_of_their_own,
    claims_have_a_verdict,
    claims_have_sources,
    claims_are_told_somewhere,
    claims_are_told_in_these_words,
)
