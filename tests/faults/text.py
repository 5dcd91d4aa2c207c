"""Faults of the text: hard, long, or marked so that nothing stands out."""

from __future__ import annotations

from pathlib import Path

from . import Edit, Fault, Good, both, swap

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
            swap("index.md", KINDS, f"### Recommendations\n\n{HARD}\n\n{KINDS}"),
            swap("index.md", KINDS, f"### Organisations\n\n{HARD}\n\n{KINDS}"),
        ),
        "page-grade",
        INDEX,
        9,
    ),
    once(
        "one hard section in an easy page",
        both(
            say(f"{HARD}\n\n{HARD}\n\n### Easy"),
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
                say("### Hard\n\n" + f"- {HARD}\n" * 2 + "\n### Easy"),
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
    once("a link without words", say("Oak [](height.md) is hard."), "link-words", INDEX, 18),
    once("words under a mouse", windows(say('[Öl](height.md "a cure")')), "link-words", INDEX, 18),
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
FAULTS = [*GRADES, *SHAPE]

GOOD = [
    Good("hard words, too few to grade", say("Occupational physiotherapists individualise recommendations.")),
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
            "Take these with you on the way to the shop, the bank and the park: "
            "a stick, a hat, a coat, gloves, a scarf and good shoes."
        ),
    ),
    Good("three sentences and a link", say("Stand up. Look down. Go on.\n[Find your height](height.md)")),
    Good("abbreviations with stops do not end a sentence", say("Ask Dr. Wood, e.g. on foot. Ask him. Ask him again.")),
    Good("six bold words", say("**Never lend your stick to anybody** you meet.")),
    Good("an asterisk and an underline that are no italics", say("Write 2 \\* 3 and a snake_case_name.")),
    Good("a link that names its page and says here", say("[What is told here about the height](height.md)")),
    Good("italics in the name of a source", swap("references.md", "Journal of Walking,", "*Journal of Walking*,")),
    Good("seven items, then seven in another list", say("- a\n" * 7 + "\n### More\n\n" + "- b\n" * 7)),
    Good(
        "two boxes of points side by side",
        swap("height.md", "- The handle ends at your wrist.", "\n".join(f"- It is point {name}." for name in "abcdef")),
    ),
]
