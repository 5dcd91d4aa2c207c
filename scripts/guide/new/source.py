"""A new source in its group and its place in the alphabet, cited behind the sentence that it bears out."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

from guide.content import SOURCES, Page, read_guide
from guide.new.asking import Answers, Field, NewError
from guide.new.editing import group_of, groups, page_names, page_of, place_of, put, slug, the_page


def _page(root: Path) -> Page:
    return page_of(root, SOURCES, "where its sources stand")


def _groups(root: Path) -> list[str]:
    return [heading.text for heading in groups(_page(root))]


def _kinds(root: Path) -> list[str]:
    """Return the kinds of sources that docs/rules.yml knows."""
    lists = read_guide(root).settings.lists
    return sorted(lists["kinds_that_count_people"].entries + lists["kinds_that_count_no_people"].entries)


FIELDS = (
    Field("name", "Which name and year, such as Walker 2024?"),
    Field("text", "Who, what, where, when, such as: Walker W. The title. The journal, 2024; 1(2): 3–4.?"),
    Field("group", "In which group of sources?", choices=_groups),
    Field("kind", "Which kind of source?", choices=_kinds),
    Field("found", "What did it find, in a sentence?"),
    Field("doi", "Its DOI, such as 10.1000/walk.2024?", "none"),
    Field("pubmed", "Its number in PubMed?", "none"),
    Field("url", "Its address on the web, if it has no such number?", "none"),
    Field("people", "How many people took part?", "it counts none"),
    Field("care", "What should one be careful about?", "nothing"),
    Field("page", "Which page cites it?", "one does so already", choices=page_names),
    Field("words", "Behind which words on that page, letter for letter?", after="page"),
    Field("id", "Which address?", "made from the name"),
)
NO_LINK = "- Link: none known yet"
FACTS = {"kind": "Kind", "people": "People", "found": "Found", "care": "Take care"}
# How a sentence ends, with what may stand behind its last sign.
END = re.compile(r"[.!?][”\")]*(?=\s|$)")


def _links(answers: Answers) -> list[str]:
    doi, pubmed, url = (answers[name] for name in ("doi", "pubmed", "url"))
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    links = [f"[doi:{doi}](https://doi.org/{doi})"] if doi else []
    links += [f"[PubMed {pubmed}](https://pubmed.ncbi.nlm.nih.gov/{pubmed}/)"] if pubmed else []
    return [*links, f"[{host}]({url})"] if url else links


def _entry(answers: Answers, key: str) -> list[str]:
    links = _links(answers)
    described = " ".join(filter(None, (answers["text"], " · ".join(links))))
    facts = [f"- {label}: {answers[name]}" for name, label in FACTS.items() if answers[name]]
    return [f"### {answers['name']} {{#{key}}}", "", described, "", *facts, *([] if links else [NO_LINK])]


def _cite(root: Path, name: str, words: str, citation: str) -> None:
    """Put a citation behind the sentence with these words. Raises NewError unless they stand on the page once."""
    page = the_page(root, name)
    text = page.path.read_text(encoding="utf-8")
    count = text.count(words)
    if count != 1:
        raise NewError(f"“{words}” stands {count} times in docs/{page.name}; give words that stand there once")
    start = text.index(words) + len(words)
    line_end = text.find("\n", start) if "\n" in text[start:] else len(text)
    end = END.search(text, start - 1, line_end)
    place = end.end() if end else line_end
    page.path.write_text(f"{text[:place]} {citation}{text[place:]}", encoding="utf-8", newline="\n")


def write(root: Path, answers: Answers) -> None:
    """Write a source into its group, and cite it. Raises NewError when there is no such page, group or sentence."""
    page = _page(root)
    key = answers["id"] or slug(answers["name"])
    place = place_of(page, group_of(page, answers["group"]), answers["name"])
    put(page.path, place, _entry(answers, key))
    if answers["page"]:
        _cite(root, answers["page"], answers["words"], f"[{answers['name']}]({SOURCES}#{key})")
