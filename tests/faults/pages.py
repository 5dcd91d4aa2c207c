"""Faults of the pages as such: their files, their front matter, headings, boxes, lists, tables and signs."""

from __future__ import annotations

import os
from pathlib import Path

from . import Edit, Fault, Good, add, both, put, swap

INDEX, HEIGHT, LIST, FAQ = "docs/index.md", "docs/height.md", "docs/glossary.md", "docs/faq.md"
EXTRA, EXCEPTIONS = "docs/extra.md", "docs/exceptions.yml"
KINDS = "## Kinds of stick {#kinds}\n"
FRONT = """---
title: One more page
description: A page that only a test of the guide about walking sticks puts here.
reviewed: 2026-03-01
next_review: 2027-03-01
status: not yet reviewed by a clinician
---

"""
WHOLE = f"{FRONT}# One more page\n\nA stick is made of wood.\n"


def say(text: str) -> Edit:
    """Put a text under a heading of the start page; it begins on line 18."""
    return swap("index.md", KINDS, f"{KINDS}\n{text}\n")


def field(old: str, new: str) -> Edit:
    """Change the front matter of the start page."""
    return swap("index.md", f"\n{old}\n", f"\n{new}\n" if new else "\n")


def extra(text: str) -> Edit:
    """Make a page of its own; its text begins on line 9."""
    return put("extra.md", FRONT + text)


def ends(line: bytes, start: bytes = b"") -> Edit:
    """Save the start page with other line ends, and with a byte order mark before it."""

    def edit(guide: Path) -> None:
        path = guide / "docs" / "index.md"
        path.write_bytes(start + path.read_bytes().replace(b"\n", line))

    return edit


def windows(edit: Edit) -> Edit:
    """Do an edit, then save the start page as Windows does: with a byte order mark and CRLF."""
    return both(edit, ends(b"\r\n", b"\xef\xbb\xbf"))


def link(name: str, target: str) -> Edit:
    """Make a symbolic link."""
    return lambda guide: (guide / "docs" / name).symlink_to(target)


def folder(name: str) -> Edit:
    """Make an empty folder."""
    return lambda guide: (guide / "docs" / name).mkdir()


def pipe(name: str) -> Edit:
    """Make a pipe, from which a reader would wait for ever."""
    return lambda guide: os.mkfifo(guide / "docs" / name)


def hollow(name: str, size: int) -> Edit:
    """Make a huge file that takes no room on the disk."""

    def edit(guide: Path) -> None:
        with (guide / "docs" / name).open("wb") as file:
            file.truncate(size)

    return edit


def once(name: str, edit: Edit, rule: str, path: str, line: int) -> Fault:
    """Return a fault with one finding."""
    return Fault(name, edit, ((rule, path, line),))


FILES = [
    once("a page saved as Windows-1252", put("extra.md", WHOLE.encode() + b"\nCaf\xe9\n"), "readable-files", EXTRA, 13),
    once("a page saved as UTF-16", put("extra.md", WHOLE.encode("utf-16")), "readable-files", EXTRA, 1),
    once("a page that is a link out of docs/", link("extra.md", "/etc/hostname"), "readable-files", EXTRA, 0),
    once("a page that is a link to itself", link("extra.md", "extra.md"), "readable-files", EXTRA, 0),
    once("a folder that is a link to docs/", link("loop", "."), "readable-files", "docs/loop", 0),
    once(
        "a picture that is a link out of docs/",
        link("assets/figures/hand.svg", "/etc/hostname"),
        "readable-files",
        "docs/assets/figures/hand.svg",
        0,
    ),
    once("a folder with the name of a page", folder("extra.md"), "readable-files", EXTRA, 0),
    once("a pipe with the name of a page", pipe("extra.md"), "readable-files", EXTRA, 0),
    once("a page of 5 MB", put("extra.md", WHOLE + "Wood bends. " * 420_000), "readable-files", EXTRA, 0),
    once("a page of 100 MB", hollow("extra.md", 100_000_000), "readable-files", EXTRA, 0),
    once("an empty page", put("extra.md", ""), "readable-files", EXTRA, 0),
    once(
        "a page of blanks, as Windows saves them", put("extra.md", b"\xef\xbb\xbf \r\n\r\n"), "readable-files", EXTRA, 0
    ),
    once("a page with blanks and capitals in its name", put("One More.md", WHOLE), "file-names", "docs/One More.md", 0),
    once("an accent in the name of a file", put("assets/étude.txt", "x"), "file-names", "docs/assets/étude.txt", 0),
    once("a new line in the name of a file", put("assets/a\nb.txt", "x"), "file-names", "docs/assets/a\nb.txt", 0),
    once("two dots in the name of a file", put("assets/a..b.txt", "x"), "file-names", "docs/assets/a..b.txt", 0),
    once("a capital in the name of a folder", put("Notes/a.txt", "x"), "file-names", "docs/Notes", 0),
    once("a name that Windows keeps for itself", put("assets/con.txt", "x"), "file-names", "docs/assets/con.txt", 0),
    once("a page with another ending", put("extra.markdown", WHOLE), "file-names", "docs/extra.markdown", 0),
    once(
        "a photo straight from the camera",
        hollow("assets/photo.jpg", 4_000_000),
        "image-size",
        "docs/assets/photo.jpg",
        0,
    ),
    once("a drawing of 300,001 bytes", hollow("assets/big.svg", 300_001), "image-size", "docs/assets/big.svg", 0),
]

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

BOXES = [
    once(
        "a box that is not closed",
        swap("height.md", "wrist.\n///\n\n## What", "wrist.\n\n## What"),
        "closed-boxes",
        HEIGHT,
        17,
    ),
    once("an end without a beginning", say("///"), "closed-boxes", INDEX, 18),
    Fault(
        "a box that ends with other slashes",
        windows(swap("index.md", "/// next-step\n", "//// next-step\n")),
        (("closed-boxes", INDEX, 27), ("closed-boxes", INDEX, 31)),
    ),
    once("a box that the guide does not know", say("/// warning\nOak is hard.\n///"), "known-boxes", INDEX, 18),
    once("a box with a capital", say("/// Urgent\nOak is hard.\n///"), "known-boxes", INDEX, 18),
    once("a title without its bar", say("/// urgent Go now\nOak is hard.\n///"), "known-boxes", INDEX, 18),
    once(
        "a box in a box",
        say("/// help\nOak is hard.\n\n/// ways\nElm is soft.\n///\n\n///"),
        "flat-boxes",
        INDEX,
        21,
    ),
    once(
        "a box in a box with more slashes",
        windows(say("//// help\nOak is hard.\n\n  /// ways\nElm is soft.\n  ///\n\n////")),
        "flat-boxes",
        INDEX,
        21,
    ),
    once("an empty box", say("/// help\n///"), "filled-boxes", INDEX, 18),
    once("a box of blanks with a title", say("/// help | Öl\n \n\t\n///"), "filled-boxes", INDEX, 18),
]

LISTS = [
    once("a list right under a text", say("Kinds of wood:\n- oak\n- elm"), "lists-stand-apart", INDEX, 19),
    once(
        "a list right under a text in a box",
        say("/// help\nKinds of wood:\n- oak\n///"),
        "lists-stand-apart",
        INDEX,
        20,
    ),
    once("a list right under another", say("- oak\n1. elm"), "lists-stand-apart", INDEX, 19),
    once("a table right under a text", say("Kinds:\n| Wood |\n| --- |\n| oak |"), "lists-stand-apart", INDEX, 19),
    once(
        "a list right under a table",
        swap("index.md", "stairs |\n", "stairs |\n- Oak\n"),
        "lists-stand-apart",
        INDEX,
        22,
    ),
    once("a list in a quotation", say("> Kinds of wood:\n> - oak"), "lists-stand-apart", INDEX, 19),
    Fault(
        "points of a point with two blanks",
        say("- wood\n  - oak\n  - elm"),
        (("list-points", INDEX, 19), ("list-points", INDEX, 20)),
    ),
    once("a text of a point with two blanks", say("- wood\n\n  It is light.\n\n- steel"), "list-points", INDEX, 20),
    once("numbers with a bracket", windows(say("1) oak\n2) elm")), "list-points", INDEX, 18),
    once("a cell too many", swap("index.md", "| stairs |", "| stairs | rain |"), "table-rows", INDEX, 21),
    once("a bar that was meant", swap("index.md", "| stairs |", "| up | down |"), "table-rows", INDEX, 21),
    once(
        "a cell too few", windows(swap("index.md", "| 300 grams | stairs |", "| 300 grams |")), "table-rows", INDEX, 21
    ),
    once(
        "a text right under a table",
        swap("index.md", "stairs |\n", "stairs |\nOak is hard.\n"),
        "table-rows",
        INDEX,
        22,
    ),
]

SIGNS = [
    once("a program", say("<script>alert(1)</script>"), "no-raw-html", INDEX, 18),
    once("a program in a picture", say('Oak <img src="x.png" onerror="alert(1)"> is hard.'), "no-raw-html", INDEX, 18),
    once(
        "a page of somebody else in a table",
        swap("index.md", "| stairs |", "| <iframe src=x> |"),
        "no-raw-html",
        INDEX,
        21,
    ),
    once("a colour", windows(say("Oak is\n<sub style=color:red>hard</sub>.")), "no-raw-html", INDEX, 19),
    once("a remark", say("<!-- ask Anna -->"), "no-raw-html", INDEX, 18),
    once("a tag in a list", say("- Oak\n- <DIV>elm"), "no-raw-html", INDEX, 19),
    once("an end of a tag", say("Oak is hard.</div>"), "no-raw-html", INDEX, 18),
    once("half a tag", say("Oak is <img src=x hard."), "no-raw-html", INDEX, 18),
    once("a link that runs a program", say("[Oak](javascript:alert(1))"), "safe-links", INDEX, 18),
    once("the same in other letters", say("[Oak](&#106;aVascript&colon;alert(1))"), "safe-links", INDEX, 18),
    once(
        "the same in a list of addresses", say("Oak is [hard][1].\n\n[1]: javascript:alert(1)"), "safe-links", INDEX, 18
    ),
    once("a page inside a link", say("- [Oak](data:text/html,x)"), "safe-links", INDEX, 18),
    once(
        "a picture from elsewhere",
        swap("height.md", "(assets/figures/wrist.svg)", "(https://sticks.example/wrist.svg)"),
        "safe-links",
        HEIGHT,
        15,
    ),
    once("a path of Windows", say("[Oak](C:/oak.html)"), "safe-links", INDEX, 18),
    once("an address without its beginning", say("[Oak](//sticks.example/oak)"), "safe-links", INDEX, 18),
    once("bold that never ends", say("**Oak is hard."), "finished-markdown", INDEX, 18),
    once("bold with blanks inside", windows(say("Oak is\nvery ** hard **.")), "finished-markdown", INDEX, 19),
    once("slanted words that never end", say("Oak is *hard."), "finished-markdown", INDEX, 18),
    once(
        "slanted words in a caption",
        swap("index.md", "Two kinds of stick, as", "Two kinds of _stick, as"),
        "finished-markdown",
        INDEX,
        24,
    ),
    once("an address that is not given", say("Oak is [hard][oak]."), "finished-markdown", INDEX, 18),
    once("a footnote in a table", swap("index.md", "| stairs |", "| stairs[^1] |"), "finished-markdown", INDEX, 21),
    Fault(
        "a footnote with its text",
        say("Oak is hard.[^oak]\n\n[^oak]: In winter."),
        (("finished-markdown", INDEX, 18), ("finished-markdown", INDEX, 20)),
    ),
    once("a blank in an address", say("[Oak](oak tree.md)"), "finished-markdown", INDEX, 18),
    once("a gap in a link", say("[Oak] (height.md)"), "finished-markdown", INDEX, 18),
    once("brackets mixed up", say("(Oak)[height.md]"), "finished-markdown", INDEX, 18),
    once("an address in a text", say("- Oak is hard. {#oak}"), "finished-markdown", INDEX, 18),
    once("an address without a blank", say("### Oak{#oak}\n\nIt is hard."), "finished-markdown", INDEX, 18),
    once("a wish for a look", say("Oak is hard.\n{: .big }"), "finished-markdown", INDEX, 19),
    once("a piece of a template", say("Oak is {{ hard }}."), "finished-markdown", INDEX, 18),
    once("an order to copy a file", say('--8<-- "mkdocs.yml"'), "finished-markdown", INDEX, 18),
    once("a box in a list", say("- oak\n\n    /// help\n\n- elm"), "finished-markdown", INDEX, 20),
    once("a code mark for an apostrophe", say("Don`t buy oak."), "finished-markdown", INDEX, 18),
    once("a box to tick", say("- [ ] Buy oak."), "finished-markdown", INDEX, 18),
    once("a table without its second line", say("| Oak | Elm |\n| hard | soft |"), "finished-markdown", INDEX, 18),
    once("a backslash at the end", say("Oak is hard.\\\nElm is soft."), "finished-markdown", INDEX, 18),
    once("words crossed out", say("Oak is ~~soft~~ hard."), "finished-markdown", INDEX, 18),
    once("code by accident", say("Kinds:\n\n    Oak is hard."), "code-blocks", INDEX, 20),
    once("code that never ends", add("index.md", "```\nmake site\n"), "code-blocks", INDEX, 33),
    once("code in a list", say("- Do this:\n\n    ```\n    make\n    ```"), "code-blocks", INDEX, 20),
    once("a blank that nobody sees", say("Oak is ha\u200brd."), "visible-letters", INDEX, 18),
    once("a soft hyphen in a table", swap("index.md", "| stairs |", "| sta\u00adirs |"), "visible-letters", INDEX, 21),
    once("a text that turns round", windows(say("Oak is \u202edrah.")), "visible-letters", INDEX, 18),
    once(
        "a broken apostrophe",
        swap("height.md", "how long your", "how long the stickâ€™s length and your"),
        "visible-letters",
        HEIGHT,
        3,
    ),
]


def let_pass(*entries: str) -> Edit:
    """Write a list of exceptions."""
    return put("exceptions.yml", "# Why, and since when.\n" + "".join(f"- {{{entry}}}\n" for entry in entries))


def entry(rule: str, words: str, page: str = "index.md", date: str = "2026-11-01") -> str:
    """Return an exception."""
    return f'rule: {rule}, page: {page}, words: "{words}", reason: a test, date: {date}'


SCRIPT = say("<script>x()</script>\n\nOak is ~~soft~~ hard.")
EXCEPTED = [
    once(
        "an exception that lets nothing pass",
        let_pass(entry("no-raw-html", "<script>")),
        "exceptions-needed",
        EXCEPTIONS,
        2,
    ),
    once(
        "an exception without a reason",
        let_pass("rule: no-raw-html, page: index.md, words: x"),
        "exceptions-needed",
        EXCEPTIONS,
        2,
    ),
    once(
        "an exception with a date to come",
        both(SCRIPT, let_pass(entry("finished-markdown", "~~"), entry("no-raw-html", "<script>", date="2027-01-01"))),
        "exceptions-needed",
        EXCEPTIONS,
        3,
    ),
    once(
        "exceptions in disorder",
        both(SCRIPT, let_pass(entry("no-raw-html", "<script>"), entry("finished-markdown", "~~"))),
        "exceptions-needed",
        EXCEPTIONS,
        3,
    ),
    once(
        "an exception for a rule that there is not",
        let_pass(entry("no-html", "<script>")),
        "exceptions-needed",
        EXCEPTIONS,
        2,
    ),
    once(
        "an exception for a page that there is not",
        let_pass(entry("no-raw-html", "<script>", page="oak.md")),
        "exceptions-needed",
        EXCEPTIONS,
        2,
    ),
    once(
        "exceptions that are a bomb",
        put("exceptions.yml", "- &a [x]\n- [*a, *a]\n"),
        "exceptions-needed",
        EXCEPTIONS,
        1,
    ),
    once("exceptions that are no list", put("exceptions.yml", "none"), "exceptions-needed", EXCEPTIONS, 0),
    Fault(
        "an exception for other words on the page",
        both(SCRIPT, let_pass(entry("finished-markdown", "~~"), entry("no-raw-html", "<style>"))),
        (("no-raw-html", INDEX, 18), ("exceptions-needed", EXCEPTIONS, 3)),
    ),
]

FAULTS = [*FILES, *TOP, *HEADINGS, *BOXES, *LISTS, *SIGNS, *EXCEPTED]

GOOD = [
    Good("a page saved by Windows", windows(say("Oak is hard."))),
    Good("a page with the line ends of an old Mac", ends(b"\r")),
    Good("hidden files that nobody publishes", both(put(".DS_Store", b"\x00\xff"), put(".draft/Old Page.md", b"\xff"))),
    Good("a picture of just the right size", hollow("assets/big.svg", 300_000)),
    Good("a file with two endings", put("assets/guide.min.js", "x")),
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
    Good("a rule between two blank lines", say("Oak is hard.\n\n---\n\nElm is soft.")),
    Good("a heading of four", say("### Wood\n\nIt bends.\n\n#### Oak\n\nOak is hard.")),
    Good(
        "two headings with the same words",
        say("### Wood {#wood}\n\nOak is hard.\n\n### Wood {#more-wood}\n\nElm is soft."),
    ),
    Good("a box in the middle of a text", say("Oak is hard.\n/// help | More\n- Elm is soft.\n///\nIt bends.")),
    Good("slashes that are no box", say("Oak and/or elm. Write to sticks.example//oak.")),
    Good("a box shown as code", say("```\n/// warning\n{{ x }} <script> **\n```")),
    Good("signs shown as code", say("Write `**`, `{#oak}`, `[a][b]`, `{{ x }}` or `<script>` like this.")),
    Good(
        "points of points, and a text of a point",
        say("- wood\n    - oak\n        - old oak\n\n    It is light.\n\n- steel"),
    ),
    Good("a list under a heading and under a box", say("### Wood\n- oak\n- elm\n\n/// help\n- More.\n///\n- ash")),
    Good("points with dashes, then points with stars", say("- oak\n\n* elm\n\n1. ash")),
    Good("a bar that is escaped in a table", swap("index.md", "| stairs |", "| up \\| down |")),
    Good("a table without its outer bars", say("Wood | Weight\n--- | ---\noak | heavy")),
    Good("allowed tags", swap("index.md", "| stairs |", "| stairs<br>m<sup>2</sup>, m<sub>2</sub> |")),
    Good("less than and more than", say("If a < b and c > d, it bends. If p<5, too. <3")),
    Good(
        "addresses of all right kinds",
        say("[Mail](mailto:anna@sticks.example), [call](tel:+15550100), <https://sticks.example/_oak_>."),
    ),
    Good("stars and lines that are meant", say("It is 2 * 3 and 2*3. Two \\*stars\\*, a snake_case_word. Name: ____")),
    Good("brackets that are meant", say("Oak [as here] (page 3) is hard [it is](height.md#measure). See [1] and (2).")),
    Good("bold in slanted in a link", say("**[Oak](height.md)** is **so `very` hard**.")),
    Good("letters from elsewhere", say("Der Stock heißt Öl. Ça va? 3 µm, ½, “Å” – 漢字 🦯.")),
    Good("a fixed blank and a joined sign", say("It has 5\u00a0parts. 👩\u200d🦯")),
    Good(
        "an exception that is needed",
        both(SCRIPT, let_pass(entry("finished-markdown", "~~"), entry("no-raw-html", "<script>"))),
    ),
    Good(
        "an exception for a file",
        both(hollow("assets/big.svg", 300_001), let_pass(entry("image-size", "300,001 bytes", page="assets/big.svg"))),
    ),
    Good("no exceptions at all", put("exceptions.yml", "# None yet.\n[]\n")),
]
