"""Faults of the text: hard, long, promising, frightening, unexplained, misspelled, or hard to compare."""

from __future__ import annotations

from pathlib import Path

from . import Edit, Fault, Good, both, put, swap

INDEX, HEIGHT, LIST, FAQ, SOURCES = (
    "docs/index.md",
    "docs/height.md",
    "docs/glossary.md",
    "docs/faq.md",
    "docs/references.md",
)
KINDS = "## Kinds of stick {#kinds}\n"
CITED = " [Walker 2024](references.md#walker-2024)"
# Words of many syllables that no list of hard words holds.
HARD = (
    "Manufacturers habitually recommend individualised customisation. "
    "Professional organisations periodically reconsider recommendations. "
    "Consequently, international specialists occasionally disagree."
)
FRONT = """---
title: A page of its own
description: A page that only a test of the guide about walking sticks puts here.
reviewed: 2026-03-01
next_review: 2027-03-01
status: not yet reviewed by a clinician
---

"""


def say(text: str) -> Edit:
    """Put a text under a heading of the start page; it begins on line 18."""
    return swap("index.md", KINDS, f"{KINDS}\n{text}\n")


def cell(old: str, new: str) -> Edit:
    """Change a cell of the table on the start page; wood is on line 20, metal on line 21."""
    return swap("index.md", f"| {old} |", f"| {new} |")


def windows(edit: Edit) -> Edit:
    """Do an edit, then save the page as Windows does: with a byte order mark and CRLF."""

    def again(guide: Path) -> None:
        edit(guide)
        path = guide / "docs" / "index.md"
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))

    return again


def once(name: str, edit: Edit, rule: str, path: str, line: int) -> Fault:
    """Return a fault with one finding."""
    return Fault(name, edit, ((rule, path, line),))


GRADES = [
    Fault(
        "a page and its section that only a scholar can read",
        say(f"{HARD}\n\n{HARD}"),
        (("page-grade", INDEX, 9), ("section-grade", INDEX, 16)),
    ),
    once(
        "hard words spread over short sections",
        both(
            swap("index.md", KINDS, f"## Recommendations {{#advice}}\n\n{HARD}\n\n{KINDS}"),
            swap("index.md", KINDS, f"## Organisations {{#bodies}}\n\n{HARD}\n\n{KINDS}"),
        ),
        "page-grade",
        INDEX,
        9,
    ),
    once(
        "one hard section in an easy page",
        both(
            say(f"{HARD}\n\n{HARD}\n\n### Easy {{#easy}}"),
            swap("index.md", "It takes two minutes.", "You see the sun. It is warm.\n\n" * 60 + "Go on."),
        ),
        "section-grade",
        INDEX,
        16,
    ),
    once(
        "a hard list with CRLF and a byte order mark under a heading of the third level",
        windows(
            both(
                say("### Hard {#hard}\n\n" + f"- {HARD}\n" * 2 + "\n### Easy {#easy}"),
                swap("index.md", "It takes two minutes.", "You see the sun. It is warm.\n\n" * 60 + "Go on."),
            )
        ),
        "section-grade",
        INDEX,
        18,
    ),
]
LONG = (
    "A stick that is too long lifts your arm and your shoulder, and then your neck and back may hurt "
    "by the time you are home."
)
SHAPE = [
    once("a long sentence", say(f"Look at it. {LONG}"), "sentence-length", INDEX, 18),
    once(
        "a long sentence on the second line of a point", say(f"- Look at it.\n  {LONG}"), "sentence-length", INDEX, 19
    ),
    once(
        "a long sentence in a cell, joined by a semicolon",
        cell("stairs", LONG.replace(", and", ";")),
        "sentence-length",
        INDEX,
        21,
    ),
    once(
        "a long caption with non-ASCII letters",
        swap("index.md", "Two kinds of stick, as", f"Zwölf Stöcke für Ärzte. {LONG} Two kinds, as"),
        "sentence-length",
        INDEX,
        24,
    ),
    once(
        "a long alternative text",
        swap(
            "height.md",
            "The top of the stick is level",
            "The top of the stick with its round handle of dark brown and very old wood from the hills is level",
        ),
        "sentence-length",
        HEIGHT,
        15,
    ),
    once(
        "a paragraph of four sentences", say("Stand up. Look down. Breathe in. Go on."), "paragraph-length", INDEX, 18
    ),
    once(
        "a long paragraph over four lines",
        say("Stand up!\nLook down?\nBreathe in.\n“Go on.”"),
        "paragraph-length",
        INDEX,
        18,
    ),
    once(
        "a long caption",
        swap("index.md", "Two kinds of stick,", "One. Two. Three. Two kinds of stick,"),
        "paragraph-length",
        INDEX,
        24,
    ),
    once("a bold sentence", say("**Never lend your stick to anybody else.**"), "bold-runs", INDEX, 18),
    once(
        "a bold run over two lines of a point",
        say("- Look.\n- **Never lend it\n  to anybody you meet.**"),
        "bold-runs",
        INDEX,
        19,
    ),
    once("a bold cell", cell("stairs", "__only on dry stairs in full daylight__"), "bold-runs", INDEX, 21),
    once("italics", say("A stick is *not* a toy."), "italics", INDEX, 18),
    once("italics in a caption inside bold", swap("index.md", "Two kinds", "**Two _kinds_**"), "italics", INDEX, 24),
    once("click here", say("For more [click here](height.md)."), "link-words", INDEX, 18),
    once("a link on one word in a cell", cell("stairs", "[Here!](height.md)"), "link-words", INDEX, 21),
    once("tap to read", say("- Go.\n- [Tap to see the height](height.md)"), "link-words", INDEX, 19),
    once("a list of eight", say("\n".join(f"- Stick {name}" for name in "abcdefgh")), "list-length", INDEX, 18),
    once(
        "a list of eight steps inside a point",
        say("- Walk:\n" + "\n".join(f"    {number}. Step {number}" for number in range(1, 9))),
        "list-length",
        INDEX,
        19,
    ),
]
HONEST = [
    once("a promise", say("A stick is a cure for falls."), "promise-words", INDEX, 18),
    once("a promise with a capital in a cell", cell("stairs", "Safe stairs"), "promise-words", INDEX, 21),
    once(
        "a promise in an alternative text",
        swap("height.md", "A person stands", "A safer person stands"),
        "promise-words",
        HEIGHT,
        15,
    ),
    once(
        "a promise in a description",
        swap("index.md", "A tiny guide that", "A proven guide that"),
        "promise-words",
        INDEX,
        3,
    ),
    once(
        "a promise after a not that does not belong to it",
        say("It is not only cheap but safe."),
        "promise-words",
        INDEX,
        18,
    ),
    once(
        "a promise in an answer",
        swap("faq.md", "The hand on your good side.", "The hand on your safe side."),
        "promise-words",
        FAQ,
        15,
    ),
    once("a frightening word", say("Many people suffer on stairs."), "scare-words", INDEX, 18),
    once(
        "a frightening plural in a caption",
        swap("index.md", "Two kinds of stick", "Two sticks for victims"),
        "scare-words",
        INDEX,
        24,
    ),
    once(
        "a frightening word in a meaning",
        swap("glossary.md", "keeps a stick from slipping", "kills slipping"),
        "scare-words",
        LIST,
        23,
    ),
]
PLAIN = [
    once("jargon", say("The efficacy of sticks differs."), "jargon", INDEX, 18),
    once("jargon in the plural, in a point, with a capital", say("- Look.\n- Lesions may show."), "jargon", INDEX, 19),
    once("jargon of two words with a hyphen", cell("stairs", "statistically-significant stairs"), "jargon", INDEX, 21),
    once(
        "jargon explained only later",
        say("The efficacy differs.\n\nHow well it works (efficacy) differs."),
        "jargon",
        INDEX,
        18,
    ),
    once("jargon in a remark in brackets", say("They walked (at baseline and later)."), "jargon", INDEX, 18),
    once("jargon with only its American spelling behind", say("An oedema (US: edema) may come."), "jargon", INDEX, 18),
    once("jargon in a heading only", swap("index.md", "## Kinds of stick", "## Morbidity"), "jargon", INDEX, 16),
    once("an abbreviation", say("Ask the NHS for one."), "abbreviations", INDEX, 18),
    once("an abbreviation with stops, in a cell", cell("stairs", "G.P. stairs"), "abbreviations", INDEX, 21),
    once(
        "an abbreviation in the plural on the second line",
        say("Ask for a stick.\nAsk two GPs."),
        "abbreviations",
        INDEX,
        19,
    ),
    once(
        "an abbreviation explained only later",
        say("Have an MRI.\n\nA magnet scan (MRI) is loud."),
        "abbreviations",
        INDEX,
        18,
    ),
    once(
        "an abbreviation in what a source says",
        swap("references.md", "The maker’s own page.\n", "The maker’s own page. See the HSE.\n"),
        "abbreviations",
        SOURCES,
        20,
    ),
]
SPELLED = [
    once("a misspelled word", say("You will recieve a stick."), "spelling", INDEX, 18),
    once(
        "a misspelled word with a capital, in a heading",
        swap("index.md", "## Kinds of", "## Definately a kind of"),
        "spelling",
        INDEX,
        16,
    ),
    once(
        "a misspelled half of a word with a hyphen, with CRLF",
        windows(say("- Look.\n- A well-balenced stick.")),
        "spelling",
        INDEX,
        19,
    ),
    once(
        "a misspelled alternative text",
        swap("height.md", "level with the wrist.]", "level wiht the wrist.]"),
        "spelling",
        HEIGHT,
        15,
    ),
    once("an American word", say("The color is up to you."), "british-spelling", INDEX, 18),
    once("an American word in the plural in a cell", cell("stairs", "Tumors"), "british-spelling", INDEX, 21),
    once("an American word of two", say("- Look.\n- Physical therapy may help."), "british-spelling", INDEX, 19),
]
COUNTED = [
    once("one in so many", say(f"It helps 1 in 7 people.{CITED}"), "out-of-100", INDEX, 18),
    once("one in so many in words", say(f"It helps one in seven people.{CITED}"), "out-of-100", INDEX, 18),
    once("a per cent sign in a cell", cell("stairs", f"40\u00a0% of stairs{CITED}"), "out-of-100", INDEX, 21),
    once("per cent in a point", say(f"- Look.\n- About forty percent fall.{CITED}"), "out-of-100", INDEX, 19),
    once("a risk word", say("Falls are common."), "risk-words", INDEX, 18),
    once("a risk word with a number that is not how often", say("Falls are rare in 2024."), "risk-words", INDEX, 18),
    once(
        "a risk word in a heading over no number",
        swap("faq.md", "## Using it", "## Rarely told"),
        "risk-words",
        FAQ,
        11,
    ),
    once(
        "a risk word in a point whose neighbour has a number",
        say(f"- Falls are rare.\n- Of 100 people 5 of 100 fell.{CITED}"),
        "risk-words",
        INDEX,
        18,
    ),
    once("Celsius alone", say(f"Wood bends at 60 °C.{CITED}"), "temperatures", INDEX, 18),
    once(
        "one of two in Celsius alone, in a cell",
        cell("stairs", f"0 °C (32 °F), then 5 °C{CITED}"),
        "temperatures",
        INDEX,
        21,
    ),
    once(
        "a wrong number of degrees Fahrenheit", say(f"Wood bends at 60 °C (150 °F).{CITED}"), "temperatures", INDEX, 18
    ),
    once("a minus lost in a range", say(f"Keep it at −5 to 5 °C (-23 to 41 °F).{CITED}"), "temperatures", INDEX, 18),
]
FAULTS = [*GRADES, *SHAPE, *HONEST, *PLAIN, *SPELLED, *COUNTED]

GOOD = [
    Good("hard words, too few to grade", say("Occupational physiotherapists individualise recommendations.")),
    Good(
        "a hard word list", swap("glossary.md", "The part of a stick that you hold.", "Manual manipulation apparatus.")
    ),
    Good(
        "a hard citation line",
        swap(
            "references.md",
            "How people hold their sticks.",
            "Unilateral ambulatory assistance: a multicenter randomized cohort.",
        ),
    ),
    Good(
        "twenty words",
        say("A stick that is too long lifts your arm, and then your neck may hurt when you are home again."),
    ),
    Good(
        "a long list of short sentences after a colon",
        say(
            "Take these with you on the way to the shop, the bank and the park each day: a stick, a hat, a coat, gloves and good shoes."
        ),
    ),
    Good("three sentences and a link", say("Stand up. Look down. Go on.\n[Find your height](height.md)")),
    Good("abbreviations with stops do not end a sentence", say("Ask Dr. Wood, e.g. on foot. Ask him. Ask him again.")),
    Good("six bold words", say("**Never lend your stick to anybody** you meet.")),
    Good("an asterisk and an underline that are no italics", say("Write 2 \\* 3 and a snake_case_name.")),
    Good("a link that names its page and says here", say("[What is told here about the height](height.md)")),
    Good("italics in the name of a source", swap("references.md", "Journal of Walking,", "*Journal of Walking*,")),
    Good("seven items, then seven in another list", say("- a\n" * 7 + "\n### More {#more}\n\n" + "- b\n" * 7)),
    Good(
        "two boxes of points side by side",
        swap("height.md", "- The handle ends at your wrist.", "\n".join(f"- It is point {name}." for name in "abcdef")),
    ),
    Good("it is not so", say("A stick is not a cure. No stick is proven. Nobody is safe on ice.")),
    Good("a reader asks", swap("faq.md", "### Which hand holds the stick?", "### Is a stick safe?")),
    Good("the words of others", say("The maker calls it “a painless miracle, proven in 9% of victims”.")),
    Good("a quotation of its own", say("> The cure for horrible stairs: efficacy, NHS, color, 1 in 7.")),
    Good("a word that only begins like one", say("Safeguards and kilts are no curettes.")),
    Good(
        "code and addresses", say("See `recieve 50% color` and <https://nhs.example/safe-cure/NHS/wiht?color=50%25>.")
    ),
    Good("jargon in brackets", say("How well it works (efficacy) differs. The efficacy is not known.")),
    Good(
        "jargon with its meaning behind",
        say("The efficacy (how well it works) differs.\n\nA lesion is a sore spot. A cohort means a group."),
    ),
    Good(
        "jargon with its meaning in a part",
        say("Ask about fibrosis, which is scarring. A swelling called oedema may come."),
    ),
    Good(
        "jargon that is in the word list",
        both(
            swap("glossary.md", "- Also called: rubber foot", "- Also called: rubber foot, topical foot"),
            say("Look at the topical foot now and then."),
        ),
    ),
    Good(
        "jargon in the title of a source",
        swap("references.md", "Facts about sticks.", "Efficacy of percutaneous sticks: 1 in 7, 50%."),
    ),
    Good("an abbreviation behind its words", say("The health service (NHS) has some. Ask the NHS.")),
    Good("an abbreviation before its words", say("The NHS (health service) has some.")),
    Good("countries, numbers of records and names with capitals", say("In the US and UK, see NCT03449667 and PubMed.")),
    Good(
        "British words that a machine might stop",
        say("The colour and the fibre of a judgement, organised at the centre."),
    ),
    Good("American words beside British ones", say("The colour (US: color) and the centre, US: center, differ.")),
    Good("an American name", say("Ask the Center for Color in Boston.")),
    Good("how a word sounds", swap("glossary.md", "**ferr**-ool", "**teh**-adn-shwon")),
    Good("counts of a small group and of 100", say(f"It helped 2 of 13 people, and 14 of 100 in all.{CITED}")),
    Good(
        "two in one, in years and in days",
        say(f"It is two in one, first sold in 2019. Pain fell by 2 in 14 days.{CITED}"),
    ),
    Good("a risk word beside a number", say(f"Falls are common: 40 of 100 people fell.{CITED}")),
    Good(
        "a risk word whose number comes next",
        say(f"Falls are common. In a study of 100 people, 40 of 100 fell.{CITED}"),
    ),
    Good(
        "a risk word beside an honest gap",
        say("Falls are rare, but nobody has a good number.\n\nThe two have much in common."),
    ),
    Good("a risk word in the name of a page", say("[Common ways to hold it](height.md)")),
    Good("a temperature in both", say(f"Wood bends at -5 °C and 60 °C (23 °F and 140 °F), or 104 °F (40 °C).{CITED}")),
    Good("a difference of temperatures", say(f"It fell by 10 °C (18 °F).{CITED}")),
    Good("a page of non-ASCII letters", put("zz.md", FRONT.encode() + "# A page of its own\n\nÖÄß. 漢字 ﷽ 🦯.\n".encode())),
]
