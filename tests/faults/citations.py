"""Faults of what the pages cite: where a citation leads, what it says, and numbers that have none."""

from __future__ import annotations

from . import Fault, Good, add, both, swap, without_figure
from .sources import (
    FAQ,
    FOOT,
    GLOSSARY,
    HEIGHT,
    INDEX,
    LIST,
    MAKERS,
    OAK,
    SENTENCE,
    WALKER,
    windows,
)

CITED = [
    Fault(
        "a citation of no source",
        swap("height.md", "#walker-2024", "#walker-2042"),
        (("cited-sources-exist", HEIGHT, 13), ("figures-agree-with-the-text", HEIGHT, 21)),
    ),
    Fault(
        "a citation of no source in a table",
        swap("index.md", "| short walks |", "| short walks [Stick Makers data (maker)](references.md#makers) |"),
        (("cited-sources-exist", INDEX, 20),),
    ),
    Fault(
        "a citation of no source on the second line of a list item in CRLF",
        windows(
            swap(
                "height.md",
                "- Which wood is best.",
                "- Which wood is best.\n  [Walker 2024](references.md#wälker-2024)",
            ),
            "height.md",
        ),
        (("cited-sources-exist", HEIGHT, 35),),
    ),
    Fault(
        "a citation under another name",
        swap("height.md", "[Walker 2024]", "[Walker and others]"),
        (("citations-say-the-name", HEIGHT, 13),),
    ),
    Fault(
        "a citation in a caption with a narrow space in its name",
        swap("index.md", "[Stick Makers data (maker)]", "[Stick Makers\u202fdata (maker)]"),
        (("citations-say-the-name", INDEX, 24),),
    ),
    Fault("a source that nothing cites", swap("index.md", " " + MAKERS, ""), (("sources-are-cited", LIST, 13),)),
    Fault(
        "a source that only the list itself cites",
        both(
            add("references.md", OAK.replace("Oak 2020 {#oak-2020}", "Zoe 2020 {#zoe-2020}")),
            swap("references.md", "- Found: 60", "- Take care: See [Zoe 2020](#zoe-2020).\n- Found: 60"),
        ),
        (("sources-are-cited", LIST, 31),),
    ),
    Fault(
        "a maker who is not named",
        both(
            swap("references.md", "### Stick Makers data (maker)", "### Stick data"),
            swap(
                "index.md",
                f"as their maker weighed them. {MAKERS}",
                "on the scales. [Stick data](references.md#stick-makers)",
            ),
        ),
        (("makers-are-named", INDEX, 24),),
    ),
    Fault(
        "a maker who is named in the next sentence only",
        both(
            swap("references.md", "### Stick Makers data (maker)", "### Stick data"),
            swap(
                "index.md",
                f"as their maker weighed them. {MAKERS}",
                "on the scales. [Stick data](references.md#stick-makers) The maker is old.",
            ),
        ),
        (("makers-are-named", INDEX, 24),),
    ),
]

NUMBERS = [
    Fault(
        "a number behind a narrow blank",
        swap("faq.md", FOOT, f"{FOOT} It takes 5\u202fweeks."),
        (("numbers-have-a-source", FAQ, 15),),
    ),
    Fault(
        "women who nobody counted",
        swap("faq.md", FOOT, f"{FOOT} We saw 50 women."),
        (("numbers-have-a-source", FAQ, 15),),
    ),
    Fault(
        "a share without a source", swap("faq.md", FOOT, f"{FOOT} {SENTENCE}"), (("numbers-have-a-source", FAQ, 15),)
    ),
    Fault(
        "a number after the last citation",
        swap("height.md", f"Let your arms hang. {SENTENCE} {WALKER}", f"{SENTENCE} {WALKER}\nIt takes 3 weeks."),
        (("numbers-have-a-source", HEIGHT, 14),),
    ),
    Fault(
        "a number on the second line of a paragraph",
        swap("faq.md", FOOT, f"{FOOT}\nIt takes 3\u00a0weeks."),
        (("numbers-have-a-source", FAQ, 16),),
    ),
    Fault(
        "a number in a list, in a file of Windows",
        windows(
            swap(
                "height.md",
                "- The handle ends at your wrist.",
                "- The handle ends at your wrist.\n- It helps for 6 months.",
            ),
            "height.md",
        ),
        (("numbers-have-a-source", HEIGHT, 31),),
    ),
    Fault(
        "a number in a table that no row and no caption sources",
        both(
            swap("index.md", "| 400 grams | short walks |", "| 400 grams | 2.5 hours |"),
            swap("index.md", f" {MAKERS}", ""),
            swap("height.md", WALKER, f"{WALKER} [Stick Makers data (maker)](references.md#stick-makers)"),
        ),
        (("numbers-have-a-source", INDEX, 20),),
    ),
    Fault(
        "a number in a caption",
        swap(
            "height.md", "The handle is level with your wrist.", "The handle is at your wrist, here at -5 °C (23 °F)."
        ),
        (("numbers-have-a-source", HEIGHT, 18),),
    ),
    Fault(
        "a number in a meaning",
        swap("glossary.md", "from slipping.", "from slipping for about 2-3 years."),
        (("numbers-have-a-source", GLOSSARY, 23),),
    ),
]

FAULTS = [*CITED, *NUMBERS]

GOOD = [
    Good(
        "a source that only a claim names",
        both(
            swap("height.md", f" {WALKER}", ""),
            swap("height.md", "60 of 100 people hold", "sixty of a hundred people hold"),
            swap("claims.yml", "60 of 100 people hold", "sixty of a hundred people hold"),
            without_figure,
        ),
    ),
    Good(
        "a link to a group of sources",
        swap("height.md", WALKER, f"{WALKER}\n\nSee the [studies](references.md#studies)."),
    ),
    Good(
        "a maker who is named in the sentence",
        both(
            swap("references.md", "### Stick Makers data (maker)", "### Stick data"),
            swap("index.md", MAKERS, "[Stick data](references.md#stick-makers)"),
        ),
    ),
    Good(
        "two citations behind one sentence",
        swap("height.md", WALKER, f"{WALKER} [Stick Makers data (maker)](references.md#stick-makers)"),
    ),
    Good(
        "a question with a number",
        add(
            "faq.md",
            (
                "### Does it help after 6 months? {#help}\n\nAsk: “Will it last 6 months?”\n\n"
                "[The right height](height.md)\n"
            ),
        ),
    ),
    Good(
        "a number in words, a year, a page and a weight",
        swap("faq.md", FOOT, f"{FOOT} It takes two weeks, as in 2024, on page 3, with 400 grams."),
    ),
    Good(
        "a citation at the end of the paragraph",
        swap("height.md", f" {SENTENCE}", f"\n\n{SENTENCE} This took 3 weeks."),
    ),
    Good(
        "a citation within the sentence",
        swap(
            "height.md",
            f"{SENTENCE} {WALKER}",
            f"A study {WALKER} says that about 60 of 100 people hold their stick too high.",
        ),
    ),
    Good(
        "a citation in another cell of the row",
        swap("index.md", "| Metal | 300 grams | stairs |", f"| Metal | 300 grams {WALKER} | stairs, for 2 hours |"),
    ),
    Good("a table with its source in the caption", swap("index.md", "| short walks |", "| walks of 2.5 hours |")),
    Good(
        "a list with its source in the line that leads into it",
        swap(
            "faq.md", FOOT, (f"{FOOT} People told: {WALKER}\n\n- It helps for 6 months.\n- It hurts 2 of 100 people.\n")
        ),
    ),
]
