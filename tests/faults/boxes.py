"""Faults of boxes, lists and tables."""

from __future__ import annotations

from . import Fault, Good, once, say, swap, windows

INDEX, HEIGHT = "docs/index.md", "docs/height.md"

BOXES = [
    once(
        "a box that is not closed",
        swap("height.md", "too high.\n///\n\n## What", "too high.\n\n## What"),
        "closed-boxes",
        HEIGHT,
        23,
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
    once(
        "an order in the title of a box",
        say("/// ways | **Oak**{onclick=x}\n- Oak.\n///"),
        "first-lines-of-boxes",
        INDEX,
        18,
    ),
    once("HTML in the title of a box", say("/// ways | <img src=x>\n- Oak.\n///"), "first-lines-of-boxes", INDEX, 18),
    once(
        "a link in the title of a box",
        windows(say("/// ways | [Öl](javascript:x)\n- Oak.\n///")),
        "first-lines-of-boxes",
        INDEX,
        18,
    ),
    once("a bar without a title", say("/// help |\n- Oak.\n///"), "first-lines-of-boxes", INDEX, 18),
    Fault(
        "a caption on the first line",
        swap("index.md", "/// caption\nTwo", "/// caption | Sticks\nTwo"),
        (("first-lines-of-boxes", INDEX, 23),),
    ),
    once(
        "an order to a box",
        say("/// ways\n    attrs: {onclick: x}\n\n- Oak.\n///"),
        "first-lines-of-boxes",
        INDEX,
        19,
    ),
    once(
        "an order to a box in a list",
        windows(say("- Oak.\n\n/// ways\n    attrs:\n      onclick: x\n\n- Elm.\n///")),
        "first-lines-of-boxes",
        INDEX,
        21,
    ),
    once("an empty box", say("/// help\n///"), "filled-boxes", INDEX, 18),
    once("a sheet without a name", say("/// sheet\n- My wood is …\n///"), "named-sheets", INDEX, 18),
    once(
        "two sheets of one name",
        windows(say("/// sheet | My wood\n- Oak\n///\n\n/// sheet | My wood\n- Elm\n///")),
        "named-sheets",
        INDEX,
        22,
    ),
    once("a sheet with a text only", say("/// sheet | My wood\nOak is hard.\n///"), "sheets-to-fill-in", INDEX, 18),
    once(
        "a sheet whose points stand below it",
        windows(say("/// sheet | My wood\n### Which one\n///\n\n- Oak …")),
        "sheets-to-fill-in",
        INDEX,
        18,
    ),
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
    once("lists five deep", say("\n".join("    " * i + "- Oak" for i in range(5))), "shallow-lists", INDEX, 22),
    once(
        "a program behind many quotations",
        swap("height.md", "Which wood is best.", "Which wood is best.\n\n" + ">" * 25 + " <script>alert(1)</script>"),
        "shallow-lists",
        HEIGHT,
        36,
    ),
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

FAULTS = [*BOXES, *LISTS]

GOOD = [
    Good("a box in the middle of a text", say("Oak is hard.\n/// help | More\n- Elm is soft.\n///\nIt bends.")),
    Good(
        "two sheets, with a list and with a table",
        say(
            "/// sheet | My wood\n- Oak\n\n1. Elm …\n///\n\n/// sheet | My walk\n| Day | Steps |\n| --- | --- |\n| Monday | … |\n///"
        ),
    ),
    Good("a title with signs that are words", say("/// ways | Oak & elm: 3 ways (in all)!\n- Oak.\n///")),
    Good("slashes that are no box", say("Oak and/or elm. Write to sticks.example//oak.")),
    Good("a box shown as code", say("```\n/// warning\n{{ x }} <script> **\n```")),
    Good(
        "points of points, and a text of a point",
        say("- wood\n    - oak\n        - old oak\n\n    It is light.\n\n- steel"),
    ),
    Good("lists four deep", say("> - Oak\n>     - Elm\n>         - Ash")),
    Good("a list under a heading and under a box", say("### Wood\n- oak\n- elm\n\n/// help\n- More.\n///\n- ash")),
    Good("points with dashes, then points with stars", say("- oak\n\n* elm\n\n1. ash")),
    Good("a bar that is escaped in a table", swap("index.md", "| stairs |", "| up \\| down |")),
    Good("a table without its outer bars", say("Wood | Weight\n--- | ---\noak | heavy")),
]
