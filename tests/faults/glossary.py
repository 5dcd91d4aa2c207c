"""Faults of the word list: meanings, order, letters, how to say a word, use, and the links to it."""

from __future__ import annotations

from pathlib import Path

from . import Edit, Fault, Good, add, both, swap

LIST, INDEX, HEIGHT = "docs/glossary.md", "docs/index.md", "docs/height.md"
MEANING = "The rubber end that keeps a stick from slipping.\n"
HANDLE = "### Handle {#handle}\n"
HOOK = "### Hook {#hook}\n\nA bent end that hangs on a chair.\n\n"
# A sentence of ten short words.
TEN = "It is made of soft rubber and it does not slip. "


def windows(edit: Edit) -> Edit:
    """Do an edit, then save the word list as Windows does: with a byte order mark and CRLF."""

    def again(guide: Path) -> None:
        edit(guide)
        path = guide / LIST
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))

    return again


def meaning(text: str) -> Edit:
    """Give the first term another meaning."""
    return swap("glossary.md", MEANING, f"{text.strip()}\n")


def used(words: str) -> Edit:
    """Use some words on another page."""
    return swap("index.md", "| 300 grams | stairs |", f"| 300 grams | stairs, {words} |")


FAULTS = [
    Fault(
        "a term without a meaning",
        meaning("[Walker 2024](references.md#walker-2024)"),
        (("terms-are-explained", LIST, 18),),
    ),
    Fault(
        "a name that two terms share, once with a hyphen",
        swap("glossary.md", HANDLE, f"{HANDLE}\n- Also called: Rubber-foot\n"),
        (("terms-are-explained", LIST, 27),),
    ),
    Fault("a long meaning", meaning("It is a small cap of " + TEN * 3), (("meanings-are-short", LIST, 23),)),
    Fault(
        "a long meaning in a file of Windows",
        windows(meaning("Here is, in not so very short words: " + TEN * 3)),
        (("meanings-are-short", LIST, 23),),
    ),
    Fault(
        "a hard meaning",
        meaning("Elastomeric termination impeding inadvertent slippage."),
        (("meanings-are-easy", LIST, 23),),
    ),
    Fault(
        "a hard meaning behind a citation",
        meaning(
            "[Walker 2024](references.md#walker-2024) Circumferential polymer termination preventing displacement."
        ),
        (("meanings-are-easy", LIST, 23),),
    ),
    Fault(
        "terms out of order",
        both(swap("glossary.md", HANDLE, HOOK + HANDLE), used("hook")),
        (("terms-in-order", LIST, 31),),
    ),
    Fault(
        "a term with an accent out of order",
        both(
            add("glossary.md", "### Hílt {#hilt}\n\nThe end.\n\n### Håft {#haft}\n\nThe long part.\n"),
            used("håft, hílt"),
        ),
        (("terms-in-order", LIST, 35),),
    ),
    Fault(
        "letters out of order",
        both(
            swap("glossary.md", "- [F](#f)\n- [H](#h)\n", "- [H](#h)\n- [C](#c)\n- [F](#f)\n"),
            swap(
                "glossary.md",
                "## F {#f}\n",
                "## H {#h}\n\n### Hook {#hook}\n\nA bent end.\n\n## C {#c}\n\n"
                "### Cane {#cane}\n\nA stick.\n\n## F {#f}\n",
            ),
            swap("glossary.md", "\n## H {#h}\n\n### Handle {#handle}\n\nThe part of a stick that you hold.\n", ""),
            used("hook on the cane"),
        ),
        (("terms-in-order", LIST, 23), ("terms-in-order", LIST, 29)),
    ),
    Fault(
        "a term under another letter",
        swap("glossary.md", HANDLE, "### Grip {#grip}\n\n- Also called: handle\n"),
        (("letters-head-their-terms", LIST, 27),),
    ),
    Fault(
        "a term under no letter",
        both(
            swap(
                "glossary.md",
                "/// letters\n",
                "## A few {#few}\n\n### Éclisse {#eclisse}\n\nA thin piece of wood.\n\n/// letters\n",
            ),
            swap("glossary.md", "- [F](#f)\n", "- [A few](#few)\n- [F](#f)\n"),
            used("éclisse"),
        ),
        (("letters-head-their-terms", LIST, 13),),
    ),
    Fault(
        "a letter with another address",
        both(swap("glossary.md", "## H {#h}", "## H {#letter-h}"), swap("glossary.md", "[H](#h)", "[H](#letter-h)")),
        (("letters-head-their-terms", LIST, 25),),
    ),
    Fault(
        "a letter twice",
        both(
            add("glossary.md", "## H {#h-two}\n\n" + HOOK),
            swap("glossary.md", "- [H](#h)\n", "- [H](#h)\n- [H](#h-two)\n"),
            used("hook"),
        ),
        (("letters-head-their-terms", LIST, 32), ("letters-head-their-terms", LIST, 32)),
    ),
    Fault(
        "a letter that is missing in the row",
        swap("glossary.md", "- [H](#h)\n", ""),
        (("letters-are-listed", LIST, 11),),
    ),
    Fault(
        "a letter in the row that leads to another",
        swap("glossary.md", "[H](#h)", "[H](#f)"),
        (("letters-are-listed", LIST, 11),),
    ),
    Fault(
        "a long word and no word on how to say it",
        swap("glossary.md", HANDLE, "### Handlebar {#handlebar}\n\n- Also called: handle\n"),
        (("long-words-say-how", LIST, 27),),
    ),
    Fault(
        "a long word behind a dash in a name of two",
        swap("glossary.md", HANDLE, "### Handle–retainer {#handle}\n\n- Also called: handle\n"),
        (("long-words-say-how", LIST, 27),),
    ),
    Fault("a term that no page uses", swap("faq.md", "rubber foot", "rubber end"), (("terms-are-used", LIST, 18),)),
    Fault(
        "a term that stands in headings only",
        both(
            swap("faq.md", "rubber foot", "rubber end"),
            swap("height.md", "## Measure it {#measure}", "## Measure it with its rubber foot {#measure}"),
            swap("index.md", "| Kind | Weight |", "| Rubber foot | Weight |"),
        ),
        (("terms-are-used", LIST, 18),),
    ),
    Fault(
        "a link in a caption that explains another word",
        swap("height.md", "The handle is", "The [handle](glossary.md#ferrule) is"),
        (("links-to-terms-fit", HEIGHT, 18),),
    ),
    Fault(
        "a link in a table whose words are no name of the term",
        swap("index.md", "| short walks |", "| short [walks](glossary.md#handle) |"),
        (("links-to-terms-fit", INDEX, 20),),
    ),
]

GOOD = [
    Good(
        "a link to a term in the plural",
        swap("height.md", "The handle is", "Look at [Handles](glossary.md#handle). Yours is"),
    ),
    Good("a meaning of just as many words as fit", meaning("It is the end of it. " + TEN.strip() + " It is soft.")),
    Good(
        "a term with an accent in its place",
        both(
            swap(
                "glossary.md",
                HANDLE,
                HANDLE + "\nThe part that you hold.\n\n### Hàsp {#hasp}\n\nA hook.\n\n### Hilt {#hilt}\n",
            ),
            used("hasp or hàsp, and at the hilt"),
        ),
    ),
    Good(
        "small letters and capitals in one order",
        both(swap("glossary.md", HANDLE, "### haft {#haft}\n\nThe long part.\n\n" + HANDLE), used("haft")),
    ),
    Good(
        "letters said one by one",
        both(
            swap("glossary.md", "### Ferrule {#ferrule}", "### FSW tip {#ferrule}"),
            swap("glossary.md", "rubber foot", "rubber foot, ferrule"),
        ),
    ),
    Good(
        "a long word that everybody knows",
        both(
            add("glossary.md", "## U {#u}\n\n### Ultrasound {#ultrasound}\n\nSound that nobody can hear.\n"),
            swap("glossary.md", "- [H](#h)\n", "- [H](#h)\n- [U](#u)\n"),
            used("ultrasound"),
        ),
    ),
    Good("a link to a letter and to the whole list", used("words with [F](glossary.md#f) in the [list](glossary.md)")),
]
