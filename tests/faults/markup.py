"""Faults of the signs in a text: HTML, links, unfinished Markdown, code, letters."""

from __future__ import annotations

from . import Fault, Good, add, once, say, swap, windows

INDEX, HEIGHT = "docs/index.md", "docs/height.md"

FAULTS = [
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
    once("a path of Windows", say("[Oak](C:/oak.html)"), "safe-links", INDEX, 18),
    once("an address without its beginning", say("[Oak](//sticks.example/oak)"), "safe-links", INDEX, 18),
    once("a number that would not show", say("Call <tel:+1-555-0100> now."), "safe-links", INDEX, 18),
    once("a tag in the form of an address", say("<https:/onclick=x()>"), "safe-links", INDEX, 18),
    once("an address with one slash", say("- [Oak](https:/sticks.example)"), "safe-links", INDEX, 18),
    once("an address of this computer only", say("[Oak](http://localhost:8000/)"), "safe-links", INDEX, 18),
    once("an address that begins like another", say("[Oak](https://nhs.uk@x.example/)"), "safe-links", INDEX, 18),
    once("a letter to nobody", windows(say("Oak\nor [elm](mailto:)")), "safe-links", INDEX, 19),
    once("a number of letters", say("[Call](tel:oak)"), "safe-links", INDEX, 18),
    once("a small letter that never ends", say("- H<sub>2O\n- CO<sub>2</sub>"), "no-raw-html", INDEX, 18),
    once("an end of small letters", swap("index.md", "| stairs |", "| m2</SUP> |"), "no-raw-html", INDEX, 21),
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
    once("an address in a text", say("- Oak is hard. {#oak}"), "braces-in-place", INDEX, 18),
    once("an address without a blank", say("### Oak{#oak}\n\nIt is hard."), "braces-in-place", INDEX, 18),
    once("an order to run a program", say("[Oak](height.md){: onclick=x() }"), "braces-in-place", INDEX, 18),
    once(
        "an address with an order in a table",
        swap("index.md", "| stairs |", "| **up**{#a onclick=x()} |"),
        "braces-in-place",
        INDEX,
        21,
    ),
    once("the same without a colon", say("[Oak](height.md){onclick=x()}"), "braces-in-place", INDEX, 18),
    once("the same for a paragraph", say("Oak is hard.\n{onclick=x}"), "braces-in-place", INDEX, 19),
    once("the same in a template", say("[Oak](height.md){{x onclick=y}}"), "braces-in-place", INDEX, 18),
    once(
        "the same in a cell", swap("index.md", "| stairs |", "| **stairs**{onclick=x} |"), "braces-in-place", INDEX, 21
    ),
    once("a wish for a look", say("Oak is hard.\n{: .big }"), "braces-in-place", INDEX, 19),
    once("a piece of a template", say("Oak is {{ hard }}."), "braces-in-place", INDEX, 18),
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
    once(
        "code that the build takes for text",
        say("```html x=y\n<script>alert(1)</script>\n```"),
        "code-blocks",
        INDEX,
        18,
    ),
    once("an order behind the mark of code", say("```{.html onclick=x()}\nOak\n```"), "code-blocks", INDEX, 18),
    once(
        "code that ends with more marks",
        windows(say("```\n<script>alert(1)</script>\n`````")),
        "code-blocks",
        INDEX,
        20,
    ),
    once("code that ends behind a blank", say("~~~\n<script>alert(1)</script>\n  ~~~"), "code-blocks", INDEX, 20),
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


GOOD = [
    Good("signs shown as code", say("Write `**`, `{#oak}`, `[a][b]`, `{{ x }}` or `<script>` like this.")),
    Good("code with the name of its language", say("```c++ \n<br onclick=x>\n```   \n\n~~~~\n~~~\n~~~~")),
    Good("allowed tags", swap("index.md", "| stairs |", "| stairs<br>m<sup>2</sup>, m<sub>2</sub> |")),
    Good("less than and more than", say("If a < b and c > d, it bends. If p<5, too. <3")),
    Good(
        "addresses of all right kinds",
        say("[Mail](mailto:anna@sticks.example), [call](tel:+15550100), <https://sticks.example/_oak_>."),
    ),
    Good(
        "unusual addresses",
        say("[A](HTTPS://sticks.example/a@b?x=1#y), [b](mailto:a.b@c.example?subject=x%20y), <anna@sticks.example>."),
    ),
    Good("stars and lines that are meant", say("It is 2 * 3 and 2*3. Two \\*stars\\*, a snake_case_word. Name: ____")),
    Good("brackets that are meant", say("Oak [as here] (page 3) is hard [it is](height.md#measure). See [1] and (2).")),
    Good("bold in slanted in a link", say("**[Oak](height.md)** is **so `very` hard**.")),
    Good("letters from elsewhere", say("Der Stock heißt Öl. Ça va? 3 µm, ½, “Å” – 漢字 🦯.")),
    Good("a fixed blank and a joined sign", say("It has 5\u00a0parts. 👩\u200d🦯")),
]
