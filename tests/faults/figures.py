"""Faults of pictures: words and captions on the page, and what a drawing holds."""

from __future__ import annotations

from pathlib import Path

from guide.figures.files import write

from . import Edit, Fault, Good, both, put, swap, without_figure

HEIGHT, INDEX, FAQ = "docs/height.md", "docs/index.md", "docs/faq.md"
NAME = "assets/figures/wrist.svg"
DRAWING = f"docs/{NAME}"
SHEET = "assets/guide.css"
ALT = "A person stands with one arm hanging. The top of the stick is level with the wrist."
IMAGE = f"![{ALT}]({NAME})"
CAPTION = "/// caption\nThe handle is level with your wrist.\n///\n"
TEXT = '<text x="62" y="45">wrist</text>'
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="100" height="100">'


def words(alt: str) -> Edit:
    """Give the picture other words."""
    return swap("height.md", ALT, alt)


def dress(guide: Path) -> None:
    """Give each drawing the colours that it uses, as `make figures` does."""
    write(guide / "docs")


def drawn(svg: str | bytes, name: str = NAME) -> Edit:
    """Put a drawing, with the colours that it uses."""
    return both(put(name, svg), dress)


def windows_drawing(guide: Path) -> None:
    """Save the drawing as Windows does: with a byte order mark and CRLF."""
    path = guide / "docs" / NAME
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))


def draw(*lines: str, root: str = f"{SVG}<style></style>") -> Edit:
    """Draw something else; the first part stands on line 2."""
    return drawn("\n".join([root, *lines, "</svg>\n"]))


def one(rule: str, path: str, line: int) -> tuple[tuple[str, str, int], ...]:
    """Return one finding."""
    return ((rule, path, line),)


PICTURES = [
    Fault("a picture without words", words(""), one("pictures-have-words", HEIGHT, 15)),
    Fault(
        "the name of the file for words",
        words("a-picture-of-a-wrist-and-a-stick.svg"),
        one("pictures-have-words", HEIGHT, 15),
    ),
    Fault(
        "the caption for words, in bold and with another apostrophe",
        both(
            words("The person's handle is level with the wrist."),
            swap(
                "height.md", "The handle is level with your wrist.", "The person’s **handle** is level with the wrist."
            ),
        ),
        one("pictures-have-words", HEIGHT, 15),
    ),
    Fault("a word for a picture", words("A stick"), one("pictures-have-words", HEIGHT, 15)),
    Fault(
        "a picture without a caption",
        swap("height.md", CAPTION, "The handle is level with your wrist.\n"),
        one("pictures-have-a-caption", HEIGHT, 15),
    ),
    Fault(
        "a picture with an empty caption",
        both(
            swap("height.md", CAPTION, "/// caption\n///\n"),
            swap("height.md", "- The handle ends at your wrist.", "- The handle of the stick ends at your wrist."),
        ),
        (("pictures-have-a-caption", HEIGHT, 15), ("filled-boxes", HEIGHT, 17)),
    ),
    Fault(
        "a picture in a list",
        swap(
            "faq.md",
            "Look at the rubber foot now and then.",
            f"Look at the rubber foot:\n\n- once a month\n- like this: {IMAGE}",
        ),
        one("pictures-have-a-caption", FAQ, 18),
    ),
    Fault(
        "a picture in a table",
        swap("index.md", "| Wood | 400 grams |", f"| Wood {IMAGE} | 400 grams |"),
        one("pictures-have-a-caption", INDEX, 20),
    ),
    Fault(
        "a picture from another site",
        swap("height.md", f"({NAME})", "(https://other.example/wrist.svg)"),
        one("pictures-are-here", HEIGHT, 15),
    ),
    Fault(
        "a picture in the text itself",
        swap("height.md", f"({NAME})", "(data:image/gif;base64,R0lGODlhAQABAAAAACw=)"),
        one("pictures-are-here", HEIGHT, 15),
    ),
]

BROKEN = [
    Fault("a drawing that is not closed", put(NAME, f"{SVG}\n<g>\n"), one("drawings-are-whole", DRAWING, 3)),
    Fault(
        "a drawing without its name space",
        draw(TEXT, root='<svg viewBox="0 0 9 9" width="9" height="9">'),
        one("drawings-are-whole", DRAWING, 1),
    ),
    Fault(
        "a drawing without a size",
        draw(TEXT, root='<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'),
        one("drawings-are-whole", DRAWING, 1),
    ),
    Fault(
        "a bomb of names",
        put(NAME, '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>\n' + SVG + "&b;</svg>"),
        one("drawings-are-whole", DRAWING, 1),
    ),
    Fault(
        "a drawing that is not UTF-8",
        put(NAME, SVG.encode() + b"\n<text>caf\xe9</text></svg>"),
        one("drawings-are-whole", DRAWING, 2),
    ),
    Fault(
        "a program hidden from a reader of XML",
        draw("<desc><![CDATA[</desc><script>1</script>]]></desc>"),
        one("drawings-are-whole", DRAWING, 1),
    ),
    Fault(
        "a program hidden in a remark",
        draw(TEXT, "<!--><script>alert(1)</script>-->"),
        one("drawings-are-whole", DRAWING, 3),
    ),
    Fault(
        "an order to another program",
        put(NAME, f'<?xml-stylesheet href="https://other.example/x.css"?>\n{SVG}</svg>'),
        one("drawings-are-whole", DRAWING, 1),
    ),
    Fault("a program in capitals", draw(TEXT, "<SCRIPT>alert(1)</SCRIPT>"), one("drawings-are-harmless", DRAWING, 3)),
    Fault(
        "a program that waits for a touch",
        draw('<g ONCLICK="alert(1)"><path d="M0 0h9"/></g>'),
        one("drawings-are-harmless", DRAWING, 2),
    ),
    Fault(
        "a piece of a page in a drawing",
        draw("<foreignObject>", "<p>Pain</p>", "</foreignObject>"),
        one("drawings-are-harmless", DRAWING, 2),
    ),
    Fault(
        "a picture from elsewhere in a drawing",
        draw('<image xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="//other.example/x.png"/>'),
        one("drawings-are-harmless", DRAWING, 2),
    ),
    Fault(
        "a letter face from elsewhere",
        draw("<style>@import 'https://other.example/x.css';</style>"),
        one("drawings-are-harmless", DRAWING, 2),
    ),
    Fault(
        "a fill from elsewhere, in a drawing that no page shows",
        drawn(f'{SVG}<path fill="url(https://other.example/#a)" d="M0 0"/></svg>', "assets/figures/old.svg"),
        (
            ("drawings-are-harmless", "docs/assets/figures/old.svg", 1),
            ("drawings-use-our-colours", "docs/assets/figures/old.svg", 1),
        ),
    ),
]

COLOURS = [
    Fault(
        "a drawing without the colours of the guide",
        put(NAME, f"{SVG}{TEXT}</svg>"),
        one("drawings-carry-our-colours", DRAWING, 1),
    ),
    Fault(
        "a colour of the guide that changed after the drawing got it",
        swap(SHEET, "--edge: #6b7f89;", "--edge: #6b7f89; --ink: #000;"),
        (("drawings-carry-our-colours", DRAWING, 1), ("figures-are-drawn-anew", "docs/figures.yml", 2)),
    ),
    Fault(
        "a colour of its own", draw('<path fill="#ff00ff" d="M0 0h9"/>'), one("drawings-use-our-colours", DRAWING, 2)
    ),
    Fault(
        "a colour by its name, in a style sheet",
        draw("<style>", ".line{fill:none;stroke:rebeccapurple}", "</style>"),
        one("drawings-use-our-colours", DRAWING, 2),
    ),
    Fault(
        "a style of its own",
        draw('<path style="fill:#12262f" d="M0 0h9"/>'),
        one("drawings-use-our-colours", DRAWING, 2),
    ),
    Fault(
        "a drawing and no palette",
        lambda guide: (guide / "docs" / SHEET).unlink(),
        one("drawings-use-our-colours", f"docs/{SHEET}", 1),
    ),
    Fault(
        "words that nothing fills", draw('<text class="line">wrist</text>'), one("drawn-words-can-be-read", DRAWING, 2)
    ),
    Fault(
        "words in the yellow of a nerve",
        draw("<g>", TEXT, '<text><tspan class="tube">wrist</tspan></text>', "</g>"),
        one("drawn-words-can-be-read", DRAWING, 4),
    ),
    Fault(
        "words one can see through", draw('<text opacity=".2">wrist</text>'), one("drawn-words-can-be-read", DRAWING, 2)
    ),
    Fault(
        "words that are pale in the dark only",
        both(
            without_figure,
            put(
                SHEET,
                ":root { --paper: #fff; --ink: #000 }\n:root[data-look=dark] { --paper: #111 }\n"
                ".plate text { fill: var(--ink) }\n",
            ),
            dress,
        ),
        one("drawn-words-can-be-read", DRAWING, 1),
    ),
]

WORDS = [
    Fault("a misspelled word in a drawing", drawn(f"{SVG}\n<text>teh wrist</text></svg>"), one("spelling", DRAWING, 2)),
    Fault(
        "an American word in a part of a text in a drawing",
        drawn(f"{SVG}\n<text>its\n<tspan>color</tspan></text></svg>"),
        one("british-spelling", DRAWING, 3),
    ),
]

FAULTS = [*PICTURES, *BROKEN, *COLOURS, *WORDS]

GOOD = [
    Good("words that say more than the caption", words("The handle is level with your wrist. The arm hangs down.")),
    Good(
        "a caption with a citation",
        swap(
            "height.md",
            CAPTION,
            "/// caption\nThe handle is level with your wrist. [Walker 2024](references.md#walker-2024)\n///\n",
        ),
    ),
    Good(
        "a photo",
        both(put("assets/figures/wrist.png", b"\x89PNG\r\n\x1a\n"), swap("height.md", "wrist.svg", "wrist.png")),
    ),
    Good(
        "the style that a drawing has when it stands alone",
        draw(
            "<style>.line{fill:none;stroke:#12262f;stroke-width:2}.skin{fill:#EFC6B0}</style>",
            "<style>text{font:700 16px sans-serif}</style>",
            TEXT,
        ),
    ),
    Good(
        "colours that stand for none",
        draw(
            '<defs><linearGradient id="a"><stop stop-color="currentColor"/></linearGradient></defs>',
            '<path fill="url(#a)" stroke="none" d="M0 0h9"/>',
            '<use href="#a"/>',
        ),
    ),
    Good("our colours by value and by name", draw('<path fill="#0A4A68" stroke="var(--frost)" d="M0 0h9"/>')),
    Good("a remark and a title in a drawing", draw("<!-- drawn by hand -->", "<title>A wrist</title>", TEXT)),
    Good(
        "a drawing as wide as its place",
        draw(TEXT, root='<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="80">'),
    ),
    Good("quiet words", draw('<text class="quiet">to the brain →</text>')),
    Good("a drawing with the mark of Windows", both(draw(TEXT), windows_drawing)),
    Good(
        "a sign outside of the figures has colours of its own",
        put(
            "assets/favicon.svg",
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="#123456" d="M0 0h9"/></svg>',
        ),
    ),
]
