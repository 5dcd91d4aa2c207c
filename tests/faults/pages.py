"""Faults of a page as a whole: its front matter, its title, its headings."""

from __future__ import annotations

from . import KINDS, Edit, Fault, Good, both, ends, once, put, say, swap, windows

INDEX, HEIGHT, FAQ, EXTRA = "docs/index.md", "docs/height.md", "docs/faq.md", "docs/extra.md"
FRONT = """---
title: One more page
description: A page that only a test of the guide about walking sticks puts here.
reviewed: 2026-03-01
next_review: 2027-03-01
status: not yet reviewed by a clinician
---

"""
WHOLE = f"{FRONT}# One more page\n\nA stick is made of wood.\n"


def field(old: str, new: str) -> Edit:
    """Change the front matter of the start page."""
    return swap("index.md", f"\n{old}\n", f"\n{new}\n" if new else "\n")


def extra(text: str) -> Edit:
    """Make a page of its own; its text begins on line 9."""
    return put("extra.md", FRONT + text)


STATUS, REVIEWED = "status: not yet reviewed by a clinician", "reviewed: 2026-03-01"
NEXT, TITLE = "next_review: 2027-03-01", "title: Walking sticks"
TOP = [
    once("a page without a status", field(STATUS, ""), "front-matter", INDEX, 1),
    Fault(
        "a field with a slip of the pen",
        field(TITLE, "titel: Walking sticks"),
        (("front-matter", INDEX, 1), ("front-matter", INDEX, 2)),
    ),
    once("a page without front matter", put("extra.md", "# One more page\n\nWood.\n"), "front-matter", EXTRA, 1),
    once(
        "front matter that never ends",
        put("extra.md", "---\ntitle: One more page\n\n# One more page\n\nWood.\n"),
        "front-matter",
        EXTRA,
        1,
    ),
    once("a list as front matter", put("extra.md", "---\n- One\n---\n\n# One\n\nWood.\n"), "front-matter", EXTRA, 1),
    once(
        "a colon in a title, as Windows saves it",
        windows(field(TITLE, "title: Walking: sticks")),
        "front-matter",
        INDEX,
        2,
    ),
    once("the 30th of February", field(REVIEWED, "reviewed: 2026-02-30"), "front-matter", INDEX, 4),
    once("a date in words", field(NEXT, "next_review: in a year"), "front-matter", INDEX, 5),
    once("a date with a time", field(NEXT, "next_review: 2027-03-01 10:00:00"), "front-matter", INDEX, 5),
    once("a title that YAML takes for an answer", field(TITLE, "title: Yes"), "front-matter", INDEX, 2),
    Fault(
        "a title that ends the title",
        field(TITLE, "title: Walking sticks</title><script>alert(1)</script>"),
        (("front-matter", INDEX, 2), ("same-title", INDEX, 9)),
    ),
    once(
        "a status that leaves its sentence, as Windows saves it",
        windows(field(STATUS, "status: 'not yet reviewed by a clinician<b>'")),
        "front-matter",
        INDEX,
        6,
    ),
    once("a review that names nobody", field(STATUS, "status: reviewed"), "front-matter", INDEX, 6),
    once("a review without a day", windows(field(STATUS, "status: reviewed by Dr Öl")), "front-matter", INDEX, 6),
    once("a slip in the status", field(STATUS, "status: not yet reviewd by a clinician"), "front-matter", INDEX, 6),
    once("no blank behind a colon", field(TITLE, "title:Walking sticks"), "front-matter", INDEX, 2),
    once("a quote that is never closed", field(TITLE, 'title: "Walking sticks'), "front-matter", INDEX, 2),
    once("a review in fifty years", field(NEXT, "next_review: 2076-03-01"), "review-dates", INDEX, 5),
    once("a blank status", field(STATUS, 'status: " "'), "front-matter", INDEX, 6),
    once("a title that is written twice", field(STATUS, f"{STATUS}\n{TITLE}"), "front-matter", INDEX, 7),
    once("a title in stars", field(TITLE, "title: *Walking sticks*"), "front-matter", INDEX, 2),
    once(
        "an order to run a program",
        field(TITLE, "title: !!python/object/apply:os.system [id]"),
        "front-matter",
        INDEX,
        2,
    ),
    once(
        "a small text that grows without end",
        field(STATUS, "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nstatus: [*c, *c]"),
        "front-matter",
        INDEX,
        6,
    ),
    once("lists in lists in lists", field(STATUS, f"status: {'[' * 5000}"), "front-matter", INDEX, 6),
    once("a review that is still to come", field(REVIEWED, "reviewed: 2026-11-24"), "review-dates", INDEX, 4),
    once(
        "a next review on the day of the review",
        both(field(REVIEWED, "reviewed: 2026-11-23"), field(NEXT, "next_review: 2026-11-23")),
        "review-dates",
        INDEX,
        5,
    ),
    once(
        "a review that is overdue since yesterday",
        both(field(REVIEWED, "reviewed: 2025-11-22"), field(NEXT, "next_review: 2026-11-22")),
        "review-overdue",
        INDEX,
        5,
    ),
    once(
        "a review overdue for years, with a comment behind it",
        windows(both(field(REVIEWED, "reviewed: 2001-01-01"), field(NEXT, "next_review: 2002-01-01 # soon"))),
        "review-overdue",
        INDEX,
        5,
    ),
    once(
        "another title below",
        swap("height.md", "## Measure it {#measure}", "# Measure it {#measure}"),
        "one-title",
        HEIGHT,
        11,
    ),
    once("a title in a list", say("- # Wood"), "one-title", INDEX, 18),
    once("a text above the title", extra("Wood.\n\n# One more page\n\nWood.\n"), "one-title", EXTRA, 9),
    once("no title", extra("A stick is made of wood.\n"), "one-title", EXTRA, 9),
    once("two names for one page", swap("index.md", "# Walking sticks", "# Sticks"), "same-title", INDEX, 9),
    once(
        "two names that differ in an accent",
        swap("index.md", "# Walking sticks", "# Wálking sticks"),
        "same-title",
        INDEX,
        9,
    ),
    once(
        "a title of 66 letters that a browser would cut",
        both(field(TITLE, f"title: {'Ö' * 66}"), swap("index.md", "# Walking sticks", f"# {'Ö' * 66}")),
        "title-length",
        INDEX,
        2,
    ),
    once(
        "a long title over two lines, in quotes, as Windows saves it",
        windows(
            both(
                field(TITLE, f'title: "Sticks{" and sticks" * 3}\n {" and sticks" * 3}"'),
                swap("index.md", "# Walking sticks", f"# Sticks{' and sticks' * 6}"),
            )
        ),
        "title-length",
        INDEX,
        2,
    ),
    once(
        "a description of three words",
        swap(
            "height.md",
            "How to find out how long your walking stick has to be, in two short steps.",
            "About the height.",
        ),
        "description-length",
        HEIGHT,
        3,
    ),
    once(
        "a description folded over two lines, too long",
        swap(
            "height.md",
            "description: How to find out how long your walking stick has to be, in two short steps.",
            "description: >\n  How to find out how long your walking stick has to be. You need two short steps.\n"
            "  You need a friend who looks. You need your shoes. You need a flat floor. You need a tape.",
        ),
        "description-length",
        HEIGHT,
        3,
    ),
    once("a page of headings", extra("# One more page\n\n## Wood {#wood}\n\n### Oak\n"), "pages-with-text", EXTRA, 9),
    once("a page with an empty list", extra("# One more page\n\n- \n"), "pages-with-text", EXTRA, 9),
    once("a date to be found out", say("The shop opens on TBC."), "placeholder-text", INDEX, 18),
    once("a number to be put in", windows(say("Öl:\ncall [insert number].")), "placeholder-text", INDEX, 19),
    once("words to be written", say("The best wood is TODO."), "placeholder-text", INDEX, 18),
    once("words to be written in a table", swap("index.md", "| stairs |", "| tbd |"), "placeholder-text", INDEX, 21),
    once(
        "filling text in what a picture shows",
        swap("height.md", "The top of the stick is level", "Lorem  ipsum. The stick is level"),
        "placeholder-text",
        HEIGHT,
        15,
    ),
    once(
        "words to be written at the top of the page",
        swap("height.md", "in two short steps.", "in two short steps. FIXME"),
        "placeholder-text",
        HEIGHT,
        3,
    ),
]

HEADINGS = [
    once("a heading by accident", say("Wood is light.\n---"), "heading-form", INDEX, 18),
    once("a line right under a point", say("- Oak\n---\n\nElm."), "heading-form", INDEX, 18),
    once("a line right under a quotation", windows(say("> Öl\n>\n> Oak\n===\n\nElm.")), "heading-form", INDEX, 20),
    once("signs behind a heading", say("### Oak ### \n\nIt is hard."), "heading-form", INDEX, 18),
    once("a heading without a blank", say("###Wood\n\nOak is hard."), "heading-form", INDEX, 18),
    once("a number that becomes a title in a list", say("- Oak is the\n- #1 in our shop"), "heading-form", INDEX, 19),
    once("a heading behind blanks", say(" ### Wood {#wood}\n\nOak is hard."), "heading-form", INDEX, 18),
    once("a heading without words", say("### {#wood}\n\nOak is hard."), "heading-form", INDEX, 18),
    once("a step left out", say("#### Oak\n\nOak is hard."), "heading-levels", INDEX, 18),
    once("a heading of five", say("### Wood\n\n#### Oak\n\n##### Old oak\n\nIt is hard."), "heading-levels", INDEX, 22),
    once(
        "a box that brings a heading of three right below the title",
        extra("# One more page\n\n/// we-know\n- Oak is hard.\n///\n"),
        "heading-levels",
        EXTRA,
        11,
    ),
    once(
        "a section without an address", swap("index.md", KINDS, "## Kinds of stick\n"), "headings-with-ids", INDEX, 16
    ),
    once("a question without an address", swap("faq.md", " {#which-hand}", ""), "headings-with-ids", FAQ, 13),
    once("an address with capitals", swap("index.md", "{#kinds}", "{#Kinds}"), "headings-with-ids", INDEX, 16),
    once("an address with an accent", say("### Öl {#öl}\n\nIt helps."), "headings-with-ids", INDEX, 18),
    once("an address and a wish", swap("index.md", "{#kinds}", "{#kinds .big}"), "headings-with-ids", INDEX, 16),
    once("an address used twice", say("### Wood {#kinds}\n\nOak is hard."), "headings-with-ids", INDEX, 18),
    once("the address that a box brings", swap("index.md", "{#kinds}", "{#in-short}"), "headings-with-ids", INDEX, 16),
]

FAULTS = [*TOP, *HEADINGS]

GOOD = [
    Good("a page saved by Windows", windows(say("Oak is hard."))),
    Good("a page with the line ends of an old Mac", ends(b"\r")),
    Good(
        "a quoted title with a colon",
        both(
            field(TITLE, 'title: "Sticks: how to walk"'), swap("index.md", "# Walking sticks", "# Sticks: how to walk")
        ),
    ),
    Good(
        "an apostrophe of each kind in a title",
        both(field(TITLE, "title: The walker's stick"), swap("index.md", "# Walking sticks", "# The walker’s stick")),
    ),
    Good("a review by somebody", field(STATUS, "status: reviewed by A. Öl, nurse, on 3 March 2026")),
    Good("a review of today", field(REVIEWED, "reviewed: 2026-11-23")),
    Good(
        "a next review due today", both(field(REVIEWED, "reviewed: 2025-11-23"), field(NEXT, "next_review: 2026-11-23"))
    ),
    Good(
        "a title of 65 letters",
        both(field(TITLE, f"title: {'o' * 65}"), swap("index.md", "# Walking sticks", f"# {'o' * 65}")),
    ),
    Good(
        "a description over two lines", swap("height.md", "description: How to find", "description: >-\n  How to find")
    ),
    Good("a remark in the front matter", field(STATUS, f"{STATUS} # by Anna")),
    Good("a number sign that is meant", say("Oak is \\#1. It is number #2 too.")),
    Good("a line under a heading and in code", say("### Oak ###\n---\n\n```\nOak\n---\n```\n\n- Oak\n\n---")),
    Good("a rule between two blank lines", say("Oak is hard.\n\n---\n\nElm is soft.")),
    Good("a heading of four", say("### Wood\n\nIt bends.\n\n#### Oak\n\nOak is hard.")),
    Good(
        "two headings with the same words",
        say("### Wood {#wood}\n\nOak is hard.\n\n### Wood {#more-wood}\n\nElm is soft."),
    ),
]
