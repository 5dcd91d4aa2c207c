"""Is the text plain Markdown, with every sign in its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator
from urllib.parse import unquote

from markdown_it.token import Token

from guide.checks.rules import at, rule
from guide.content import Guide, Page
from guide.markup import ATTRIBUTES, Block, Link
from guide.remains import BRACES, KEY, SIGNS, Sign, by_line, find
from guide.report import Problem
from guide.targets import split

# A tag, a comment or a declaration in what the parser took for HTML.
TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][^\s/>]*|[!?])(?P<rest>[^>]*)")
ATTRIBUTE = re.compile(r"(?<![\w-])(style|on[a-z]+)\s*=", re.I)
# Tags that stand alone.
ALONE = frozenset({"br", "hr", "wbr"})
# The beginning of a tag that is never finished; a blank or a number behind it makes it a plain “less than”.
HALF_A_TAG = re.compile(r"<[A-Za-z/!?][^\s<>]{0,20}")
# Whatever a browser skips when it reads an address.
SKIPPED = re.compile(r"[\x00-\x20\x7f-\xa0]")
SCHEME = re.compile(r"([^/?#]*?):|//")
# What stands behind each beginning: a web site with a dot in its name, somebody at a host, a number.
SCHEMES = {
    "https": (re.compile(r"//[^/?#]*\w\.\w.*"), "https://risks.example"),
    "http": (re.compile(r"//[^/?#]*\w\.\w.*"), "https://risks.example"),
    "mailto": (re.compile(r"[^@?]+@[^@?]+\.[^@?]+(?:\?.*)?"), "mailto:anna@clinic.example"),
    "tel": (re.compile(r"\+?[\d().-]*\d"), "tel:+1-555-0100"),
}
# What the build takes for an address between < and >; it makes a tag of all else, and a tag shows nothing.
BARE = re.compile(r"(?:f|ht)tps?://[^<>]*|[^<>!\s]+@[^<>@\s]+", re.I)
# The first line of code as the build knows it; under any other it reads the code itself as Markdown and HTML.
OPENING = re.compile(r"(?:`{3,}|~{3,}) *[\w#.+-]*[ \t]*")
# Letters that nobody sees but that break a search or turn the order of a text. Some are right in a picture sign: the
# joiners and variations are looked for inside a word only, and the tags where they belong to no flag.
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u180b-\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u2069\u3164\ufeff\uffa0]"
    "|(?<=[A-Za-z])[\u200c\u200d\ufe00-\ufe0f](?=[A-Za-z])"
    "|(?<![\U0001f3f4\U000e0000-\U000e007f])[\U000e0000-\U000e007f]"
)
# What a wrong encoding leaves behind, and signs that only the program knows from which they were copied.
BROKEN = re.compile("\ufffd|â€.?|ðŸ.{0,2}|[ÃÂ][\x80-\xbf]")
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
# Letters that look like others: Cyrillic or Greek ones in a word of Latin letters, wide ones, and those for formulas.
ALIKE = re.compile(
    r"\b(?=\w*[A-Za-z])\w*[\u0400-\u04ffΑΒΕΖΗΙΚΜΝΟΡΤΥΧο]\w*|[\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff]+"
)


def _refused(guide: Guide, tag: str) -> tuple[str, str] | None:
    """Return what is wrong with a tag and what to write instead, or None if it is allowed."""
    found = TAG.match(tag)
    name = found["name"].lower() if found else ""
    attribute = ATTRIBUTE.search(found["rest"]) if found else None
    if found and not attribute and not found["rest"].strip(" /") and name in guide.settings.allowed["html"].entries:
        return None
    instead = {entry.word: entry.instead for entry in guide.settings.words["html"].words}
    shown = "<!-- -->" if name == "!" else f"<{name}>"
    said = f"`{attribute[1].lower()}=` in `{shown}`" if attribute else f"`{shown}`"
    key = ("on…" if attribute[1].lower().startswith("on") else "style") if attribute else name
    return f"{said} is HTML, which a page does without", instead.get(key, "write it in plain Markdown, or leave it out")


def _tags(token: Token, first: int) -> Iterator[tuple[int, str]]:
    """Yield the tags of a block of the page, each with its line."""
    line = (token.map or [0])[0] + first
    if token.type == "html_block":
        yield from ((line + place, found[0]) for place, found in by_line(TAG, token.content))
    for child in token.children or []:
        line += child.type in {"softbreak", "hardbreak"}
        if child.type == "html_inline":
            yield line, child.content
            line += child.content.count("\n")


def _name(tag: str) -> str:
    """Return the name of a tag in small letters."""
    return tag.strip("</> ").partition(" ")[0].lower()


def _unpaired(tags: list[tuple[int, str]], allowed: Container[str]) -> Iterator[tuple[int, str]]:
    """Yield the tags of a block, of those that are allowed, that begin or end nothing."""
    opened: list[tuple[int, str]] = []
    for line, tag in tags:
        name = _name(tag)
        if name not in allowed or name in ALONE:
            continue
        if not tag.startswith("</"):
            opened.append((line, tag))
        elif opened and _name(opened[-1][1]) == name:
            opened.pop()
        else:
            yield line, tag
    yield from opened


def _halves(token: Token, first: int) -> Iterator[tuple[int, str]]:
    """Yield the beginnings of tags that have no end, each with its line."""
    line = (token.map or [0])[0] + first
    yield from ((line + place, found[0]) for place, found in by_line(HALF_A_TAG, str(token.meta.get(KEY, ""))))


@rule(
    why="HTML can run programs, load things from elsewhere and hide text, and it does not follow the reader's colours.",
    wrong="<div style='color: red'>Call us</div>",
    right="/// urgent\n- Call us.\n///",
    stops_build=True,
)
def no_raw_html(guide: Guide) -> Iterator[Problem]:
    """A page has no HTML; only the few tags that docs/rules.yml allows, with nothing inside them."""
    for page in guide.pages.values():
        opened: set[str] = set()
        for token in page.tokens:
            tags = list(_tags(token, page.body_line))
            for line, tag in dict.fromkeys(tags):
                name = _name(tag)
                if not (tag.startswith("</") and name in opened) and (fault := _refused(guide, tag)):
                    yield at(page, line, *fault, words=tag.split("\n")[0])
                opened.add(name)
            for line, tag in dict.fromkeys(_unpaired(tags, guide.settings.allowed["html"].entries)):
                name = _name(tag)
                remedy = f"write `<{name}>` in front of the letters and `</{name}>` right behind them"
                yield at(page, line, f"`{tag}` has no partner", remedy, words=tag)
            for line, tag in dict.fromkeys(_halves(token, page.body_line)):
                message = f"`{tag}` looks like the beginning of HTML"
                yield at(page, line, message, "write “less than”, or put a blank behind the `<`", words=tag)


def _unsafe(page: Page, link: Link) -> tuple[str, str] | None:
    """Return what is wrong with where a link goes, and how to mend it, or None."""
    target = SKIPPED.sub("", unquote(link.target))
    found = SCHEME.match(target)
    if not found or link.image:  # a picture has a rule of its own
        return None
    scheme = (found[1] or "").lower()
    if not scheme:
        return "this address does not begin like one", "write the whole address: `https://…`"
    if scheme not in SCHEMES:
        return f"an address with `{scheme[:20]}:` does not lead to a page", "link to a page, or to `https://…`"
    return _misleading(page, link, scheme, target[found.end() :])


def _misleading(page: Page, link: Link, scheme: str, rest: str) -> tuple[str, str] | None:
    """Return what is wrong with what stands behind the beginning of an address, or None."""
    form, example = SCHEMES[scheme]
    if not form.fullmatch(rest):
        return f"`{link.target}` is not a whole address", f"write it like `{example}`"
    if f"<{link.text}>" in page.line(link.line) and not BARE.fullmatch(link.text):
        return f"`<{link.text}>` is no link to the build, which then shows nothing", f"write `[words]({link.text})`"
    if "@" in split(link.target).netloc:
        return "the words before the `@` in this address hide where it leads", "delete them and the `@`"
    return None


@rule(
    why="Such an address can run a program in the reader's browser, or tell others who reads this page.",
    wrong="[Call](javascript:call())",
    right="[Call](tel:+1-555-0100)",
    stops_build=True,
)
def safe_links(guide: Guide) -> Iterator[Problem]:
    """A link leads into this guide, or begins with `https:`, `http:`, `mailto:` or `tel:`."""
    for page in guide.pages.values():
        for link in page.links:
            fault = _unsafe(page, link)
            if fault:
                yield at(page, link.line, *fault, words=link.target)


def _remains(page: Page, block: Block, signs: tuple[Sign, ...]) -> Iterator[Problem]:
    """Yield the signs that were left of a block; the address of a heading is where it belongs."""
    left = str(block.token.meta.get(KEY, ""))
    for remain in find(ATTRIBUTES.sub("", left) if block.kind == "heading" else left, signs):
        shown = remain.words.split("\n")[0].strip() or remain.words
        message = f"`{shown}` is {remain.sign.name}" if "`" not in shown else f"here is {remain.sign.name}"
        yield at(page, block.line + remain.line, message, remain.sign.remedy, words=shown)


@rule(
    why="A sign without its partner is shown as it is, and the words beside it lose their meaning.",
    wrong="**Call your clinic today.",
    right="**Call your clinic today.**",
)
def finished_markdown(guide: Guide) -> Iterator[Problem]:
    """Every Markdown sign does something: no lone `**`, no `[words][ref]`, no `[^note]`."""
    for page in guide.pages.values():
        for block in page.blocks:
            yield from _remains(page, block, SIGNS)


@rule(
    why="The build takes such brackets for an order, which can change a page or even run a program in it.",
    wrong="Bring your letter. {#letter}",
    right="## What to bring {#bring}",
    stops_build=True,
)
def braces_in_place(guide: Guide) -> Iterator[Problem]:
    """Curly brackets stand only at the end of a heading, with its address, `{#like-this}`."""
    for page in guide.pages.values():
        for block in page.blocks:
            yield from _remains(page, block, BRACES)


@rule(
    why="Four blanks in front of a line turn it into computer code, which runs off the side of a phone.",
    wrong="    Bring a list of your medicines.",
    right="Bring a list of your medicines.",
    stops_build=True,
)
def code_blocks(guide: Guide) -> Iterator[Problem]:
    """Computer code stands between two lines of three backticks; no other line starts with four blanks."""
    for page in guide.pages.values():
        for token in page.tokens:
            if token.type == "code_block" and token.map:
                message = "blanks in front of this line make it computer code"
                yield at(page, token.map[0] + page.body_line, message, "delete the blanks in front of the line")
            elif token.type == "fence" and token.map:
                for place, message, remedy in _fence_faults(page.lines, token):
                    yield at(page, place + page.body_line, message, remedy)


def _fence_faults(lines: list[str], token: Token) -> Iterator[tuple[int, str, str]]:
    """Yield what is wrong with code between two marks: its place, what it is and how to mend it."""
    first, end = token.map or (0, 1)
    mark = token.markup
    last = lines[end - 1].strip(" \t>")
    if end - 1 == first or not last.startswith(mark) or last.strip(mark[0]):
        yield first, f"the code that `{mark}` begins here never ends", f"put a line `{mark}` behind it"
    elif not lines[first].startswith(mark):
        yield first, "blanks stand in front of this code", "move it to the beginning of the line, outside any list"
    elif not OPENING.fullmatch(lines[first]):
        yield first, f"too much stands behind `{mark}`, so the code would not be shown as code", f"write only `{mark}`"
    elif lines[end - 1].rstrip() != mark:
        message = f"the line that ends this code is not the same as the one that begins it, `{mark}`"
        yield end - 1, message, f"write `{mark}`, and no blank in front of it"


def _unseen(line: str) -> Iterator[tuple[str, str, str]]:
    """Yield what nobody should find in a line: the signs, what is wrong and how to mend it."""
    for sign in dict.fromkeys(UNSEEN.findall(line)):
        name = unicodedata.name(sign, f"number {ord(sign)}").lower()
        yield sign, f"a sign that nobody sees stands here ({name})", "delete it, or type the words again"
    for signs in dict.fromkeys(BROKEN.findall(line)):
        yield signs, f"“{signs}” is a letter that was saved in a wrong way", "type the letter that belongs here again"
    for sign in dict.fromkeys(PRIVATE.findall(line)):
        remedy = "delete it, or write `- ` if it began a point of a list"
        yield sign, f"a sign (number {ord(sign):x}) that only one program can show stands here", remedy
    for signs in dict.fromkeys(ALIKE.findall(line)):
        message = f"“{signs}” has letters that only look like those of the alphabet"
        yield signs, message, "type the word again"


@rule(
    why="Such signs come with pasted text. A search does not find the word, and a voice stumbles over it.",
    wrong="The patientâ€™s stick",
    right="The patient’s stick",
)
def visible_letters(guide: Guide) -> Iterator[Problem]:
    """A page has no invisible signs, no look-alike letters, and no letters broken by a wrong encoding such as “â€™”."""
    for page in guide.pages.values():
        head = (page.front_matter or "").split("\n")
        for start, lines in ((2, head), (page.body_line, page.lines)):
            for number, line in enumerate(lines, start):
                if line.isascii() and line.isprintable():
                    continue  # most lines: a quick look is enough
                for signs, message, remedy in _unseen(line):
                    yield at(page, number, message, remedy, words=signs)


RULES = (no_raw_html, safe_links, braces_in_place, finished_markdown, code_blocks, visible_letters)
