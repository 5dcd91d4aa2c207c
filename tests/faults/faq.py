"""Faults of the page of questions: no question, no group, no answer, too long, leading nowhere."""

from __future__ import annotations

from pathlib import Path

from . import Edit, Fault, Good, add, both, swap

FAQ = "docs/faq.md"
QUESTION = "### Which hand holds the stick? {#which-hand}\n"
ANSWER = "The hand on your good side. Look at the rubber foot now and then.\n"
MORE = "[The right height](height.md#measure)\n"
NINE = "Hold it on the side that does not hurt. "
OTHER = "### Does it help? {#help}\n\n"


def windows(edit: Edit) -> Edit:
    """Do an edit, then save the questions as Windows does: with a byte order mark and CRLF."""

    def again(guide: Path) -> None:
        edit(guide)
        path = guide / FAQ
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))

    return again


FAULTS = [
    Fault("a question without an answer", add("faq.md", OTHER), (("questions-are-answered", FAQ, 19),)),
    Fault(
        "a question with nothing but the next step",
        add("faq.md", f"{OTHER}/// next-step\n[Find your height](height.md)\n\nIt takes two minutes.\n///\n"),
        (("questions-are-answered", FAQ, 19),),
    ),
    Fault("a question with a link for its answer", add("faq.md", OTHER + MORE), (("questions-are-answered", FAQ, 19),)),
    Fault(
        "a warning in a fold",
        add("faq.md", f"{OTHER}It does.\n\n/// urgent\n- you fell\n///\n\n{MORE}"),
        (("answers-without-boxes", FAQ, 23),),
    ),
    Fault(
        "a box that is the answer",
        windows(add("faq.md", f"{OTHER}/// ways\n- Öl.\n///\n\n{MORE}")),
        (("answers-without-boxes", FAQ, 21),),
    ),
    Fault(
        "a question in the place of a group",
        add("faq.md", f"## Does it help? {{#help}}\n\nIt does.\n\n{MORE}"),
        (("questions-in-groups", FAQ, 19),),
    ),
    Fault(
        "a question inside an answer",
        add("faq.md", f"#### Does it help? {{#help}}\n\nIt does.\n\n{MORE}"),
        (("questions-in-groups", FAQ, 19),),
    ),
    Fault(
        "a heading that asks nothing",
        swap("faq.md", "holds the stick?", "holds the stick"),
        (("questions-end-with-a-question-mark", FAQ, 13),),
    ),
    Fault(
        "a question mark of another script",
        swap("faq.md", "holds the stick?", "holds the stick？"),
        (("questions-end-with-a-question-mark", FAQ, 13),),
    ),
    Fault(
        "a question above the groups",
        swap("faq.md", "## Using it {#using}\n\n" + QUESTION, QUESTION + "\n## Using it {#using}\n"),
        (
            ("questions-in-groups", FAQ, 11),
            ("heading-levels", FAQ, 11),
            ("questions-are-answered", FAQ, 11),
            ("questions-in-groups", FAQ, 13),
        ),
    ),
    Fault(
        "questions without any group, in a file of Windows",
        windows(swap("faq.md", "## Using it {#using}\n\n", "")),
        (("questions-in-groups", FAQ, 11), ("heading-levels", FAQ, 11)),
    ),
    Fault(
        "the same question twice, in other letters",
        add("faq.md", f"### Which hand holds “The Stick”? {{#again}}\n\nThe good one.\n\n{MORE}"),
        (("questions-asked-once", FAQ, 19),),
    ),
    Fault(
        "the same question twice, in two groups",
        add("faq.md", f"## Buying it {{#buying}}\n\n{QUESTION.replace('which-hand', 'hand')}\nThe good one.\n\n{MORE}"),
        (("questions-asked-once", FAQ, 21),),
    ),
    Fault(
        "a long answer",
        swap("faq.md", ANSWER, f"{NINE * 3}\n\n{NINE * 3}\n\n{ANSWER}"),
        (("answers-are-short", FAQ, 13),),
    ),
    Fault(
        "a long answer in a list",
        swap("faq.md", ANSWER, ANSWER + "\n" + f"- {NINE}\n" * 6),
        (("answers-are-short", FAQ, 13),),
    ),
    Fault("an answer that leads nowhere", swap("faq.md", "\n" + MORE, ""), (("answers-lead-on", FAQ, 15),)),
    Fault(
        "an answer whose link stands in a sentence",
        swap("faq.md", MORE, f"See {MORE}"),
        (("answers-lead-on", FAQ, 17),),
    ),
    Fault(
        "an answer that leads to another question",
        both(swap("faq.md", MORE, "[Does it help?](faq.md#help)\n"), add("faq.md", f"{OTHER}It does.\n\n{MORE}")),
        (("answers-lead-on", FAQ, 17),),
    ),
    Fault(
        "an answer that leads out of the guide",
        swap("faq.md", MORE, "[Sticks](https://sticks.example/facts)\n"),
        (("answers-lead-on", FAQ, 17),),
    ),
]

GOOD = [
    Good(
        "an answer of just as many words as fit",
        swap("faq.md", ANSWER, f"{NINE * 3}\n\n{NINE * 2}It is not so hard.\n\nLook at the rubber foot.\n"),
    ),
    Good(
        "an answer with citations, which do not count",
        swap(
            "faq.md",
            ANSWER,
            (
                f"{NINE * 3}\n\n{NINE * 2}It is not so hard.\n\n"
                "Look at the rubber foot. [Walker 2024](references.md#walker-2024)\n"
            ),
        ),
    ),
    Good(
        "two links in the last line", swap("faq.md", MORE, "[The right height](height.md) · [Kinds](index.md#kinds)\n")
    ),
    Good("a question about a word, with quotes", swap("faq.md", "Which hand holds the stick?", "What is a “ferrule”?")),
    Good("like questions that differ", add("faq.md", f"### Which hand holds two sticks? {{#two}}\n\nBoth.\n\n{MORE}")),
]
