"""Puts into each page the rules of its stylesheets that can match there, so that no request holds up the first paint.

A rule stays when all that one of its selectors asks for is on the page or is a word of the page's scripts:
so what a script makes later is styled too. Everything else is left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from pathlib import Path

import rjsmin
from lxml import etree, html
from lxml.html import builder

from guide.finish.addresses import all_files, find
from guide.finish.rules import TOP, Rule, Sheet, as_css, read, trim
from guide.finish.selectors import Word
from guide.finish.site import Site

# Browsers make these themselves: the first where it is missing, the others when a reader opens something.
MADE_BY_BROWSERS = {
    "table": Word("tag", "tbody"),
    "details": Word("attribute", "open"),
    "dialog": Word("attribute", "open"),
}
# Of the theme's own stylesheet a page keeps the resets of what the guide's stylesheet does not name; the rest is drawn
# anew there, which would otherwise have to undo it rule by rule in every page.
THEME = "assets/stylesheets/"
THEME_CLASS = re.compile(r"\.(md-[\w-]+)")
DRAWN_ANEW = re.compile(r"\.md-|^(?:[*:]|(?:html|body|button|input|small|a|label|img|table|t[dh])\b)|\[dir|\[data-md")
CUSTOM_PROPERTY = re.compile(r"--[\w-]+")
# Would end the `<style>` from within, for instance in a drawing.
END_TAG = re.compile("</(?=style)", re.I)
SCRIPT_WORD = re.compile(r"[\w-]+")

VALUE_TESTS: dict[str, Callable[[str, str], bool]] = {
    "=": lambda have, ask: have == ask,
    "~=": lambda have, ask: ask in have.split(),
    "|=": lambda have, ask: f"{have}-".startswith(f"{ask}-"),
    "^=": lambda have, ask: have.startswith(ask),
    "$=": lambda have, ask: have.endswith(ask),
    "*=": lambda have, ask: ask in have,
}


@dataclass
class Tree:
    """What stands in the tree of a page."""

    words: set[Word] = field(default_factory=set)
    values: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add_attribute(self, name: str, value: str) -> None:
        """Add all that a selector could ask for in an attribute, and the custom properties in its value."""
        self.values[name.lower()].add(value.lower())
        if name == "class":
            self.words |= {Word("class", one) for one in value.split()}
        elif name == "id":
            self.words.add(Word("id", value))
        if "--" in value:
            self.words |= {Word("name", one) for one in CUSTOM_PROPERTY.findall(value)}

    def holds(self, word: Word) -> bool:
        """Tell whether the word is here."""
        if word.operator:
            return any(VALUE_TESTS[word.operator](value, word.value) for value in self.values.get(word.name, ()))
        return word in self.words


def read_tree(page: html.HtmlElement) -> Tree:
    """Return all that a selector could ask for in a page."""
    found = Tree()
    for element in page.iter(etree.Element):
        tag = str(element.tag).lower()
        found.words.add(Word("tag", tag))
        if tag in MADE_BY_BROWSERS:
            found.words.add(MADE_BY_BROWSERS[tag])
        for name, value in element.items():
            found.add_attribute(name, value)
    found.words |= {Word("attribute", name) for name in found.values}
    return found


class Script:
    """The words of a page's scripts, without their comments: any of them may become part of the page."""

    def __init__(self, code: str) -> None:
        """Take the scripts' code."""
        text = rjsmin.jsmin(code)
        self.words = frozenset(SCRIPT_WORD.findall(text))
        self.text = text.lower()
        self.folded = frozenset(SCRIPT_WORD.findall(self.text))

    def _names(self, attribute: str) -> bool:
        """Tell whether the attribute is named: `aria-current` or `ariaCurrent`, `data-look` or `dataset.look`."""
        bare = attribute.replace("-", "")
        return not self.folded.isdisjoint({attribute, bare, bare.removeprefix("data")})

    def may_make(self, word: Word) -> bool:
        """Tell whether the scripts may make what the word stands for."""
        if word.kind == "attribute":
            return self._names(word.name) and word.value in self.text
        return word.name in (self.folded if word.kind == "tag" else self.words)


class Source:
    """The stylesheets of one or more pages, joined, and what was made of them already."""

    def __init__(self, sheet: Sheet) -> None:
        """Take the rules, and collect what they can ask for: pages that differ only in other things share a result."""
        self.sheet = sheet
        self.vocabulary = frozenset(word for rule in sheet for word in rule.words())
        self.from_script = cache(lambda script: frozenset(filter(script.may_make, self.vocabulary)))
        self.made: dict[frozenset[Word], str] = {}

    def css_for(self, tree: Tree, script: Script) -> str:
        """Return the CSS that a page with this tree and these scripts needs."""
        held = self.from_script(script) | frozenset(filter(tree.holds, self.vocabulary))
        if held not in self.made:
            self.made[held] = as_css(trim(self.sheet, held))
        return self.made[held]


def _read(name: str, css: str) -> Sheet:
    """Return a stylesheet, or of the theme's the rules that the guide does not draw anew."""
    if THEME not in name:
        return read(name, css)
    # The classes are given too, because most rules are gone then before they are read one by one.
    rules = read(name, css, THEME_CLASS.findall(css))
    kept = (rule.without(DRAWN_ANEW) if isinstance(rule, Rule) else rule for rule in rules)
    return tuple(rule for rule in kept if rule is not None)


class Files:
    """The stylesheets and scripts of a site, each read once."""

    def __init__(self, folder: Path) -> None:
        """Take the folder of the site."""
        self.folder = folder
        self.names = all_files(folder)
        self.source = cache(self._source)
        self.script = cache(Script)

    def text(self, name: str) -> str:
        """Return the text of a file."""
        return (self.folder / name).read_text(encoding="utf-8")

    def _source(self, sheets: tuple[tuple[str, str], ...]) -> Source:
        """Return stylesheets, given as names and the `media` for which they hold, as one."""
        texts = ((name, self.text(name), media) for name, media in sheets)
        parts = (_read(name, f"@media {media}{{{css}}}" if media else css) for name, css, media in texts)
        return Source(tuple(chain.from_iterable(parts)))

    def script_of(self, page: str, tree: html.HtmlElement) -> Script:
        """Return the scripts of a page: those of the site that it loads, and those within it."""
        texts = []
        for script in tree.iterfind(".//script"):
            if "json" not in script.get("type", ""):
                name = find(self.names, page, script.get("src", ""))
                texts.append(self.text(name) if name else script.text or "")
        return self.script("\n".join(texts))


def _stylesheet(files: Files, page: str, link: html.HtmlElement) -> tuple[str, str]:
    """Return the file and the `media` of a link. Raises FileNotFoundError when the site has no such file."""
    name = find(files.names, page, link.get("href", ""))
    if name is None:
        where = f"{page}: there is no stylesheet {link.get('href')} in the site"
        raise FileNotFoundError(f"{where}; put it below docs/assets/ and name it under extra_css in mkdocs.yml")
    return name, link.get("media", "")


def inline_styles(site: Site) -> None:
    """Replace the stylesheets in the head of each page by one `<style>` with what the page can show.

    Raises FileNotFoundError for a stylesheet that is not there, ValueError for one that cannot be read.
    """
    files = Files(site.folder)
    for page, tree in site.pages.items():
        links = tree.xpath("//head/link[@rel='stylesheet']")
        if not links:
            continue
        sheets = tuple(_stylesheet(files, page, link) for link in links)
        css = files.source(sheets).css_for(read_tree(tree), files.script_of(page, tree))
        # The way from the page to the top of the site is what stands in the link before the file's name.
        top = links[0].get("href").partition("?")[0].removesuffix(sheets[0][0])
        links[0].addprevious(builder.STYLE(END_TAG.sub(r"<\\/", css.replace(TOP, top))))
        for link in links:
            link.drop_tree()
