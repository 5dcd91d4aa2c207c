"""Faults of the sources: their links, kind, year, people and order."""

from __future__ import annotations

from pathlib import Path

from . import Edit, Fault, Good, add, both, swap

LIST, INDEX, HEIGHT = "docs/references.md", "docs/index.md", "docs/height.md"
FAQ, GLOSSARY = "docs/faq.md", "docs/glossary.md"
DOI = "[doi:10.1000/walk.2024](https://doi.org/10.1000/walk.2024)"
SITE = "[sticks.example](https://sticks.example/facts)"
KIND = "- Kind: cohort: a group treated and followed\n"
WALKER = "[Walker 2024](references.md#walker-2024)"
MAKERS = "[Stick Makers data (maker)](references.md#stick-makers)"
SENTENCE = "About 60 of 100 people hold their stick too high."
OAK = """### Oak 2020 {#oak-2020}

Oak O. How a stick bends. Journal of Walking, 2020; 3: 4–5. [PubMed 123](https://pubmed.ncbi.nlm.nih.gov/123/)

- Kind: laboratory study
- Found: A stick bends.
"""
FOOT = "The hand on your good side."


def link(text: str) -> Edit:
    """Give the study of Walker other links."""
    return swap("references.md", DOI, text)


def oak() -> Edit:
    """Cite one more source, and list it at the end of the page."""
    cite = swap("faq.md", FOOT, f"{FOOT} [Oak 2020](references.md#oak-2020)")
    return both(cite, add("references.md", OAK))


def windows(edit: Edit, page: str) -> Edit:
    """Do an edit, then save the page as Windows does: with a byte order mark and CRLF."""

    def again(guide: Path) -> None:
        edit(guide)
        path = guide / "docs" / page
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))

    return again


LINKS = [
    Fault(
        "a DOI that leads to another paper",
        link("[doi:10.1000/walk.2024](https://doi.org/10.1000/walk.2042)"),
        (("source-links-are-right", LIST, 24),),
    ),
    Fault(
        "a DOI with the full stop of its sentence",
        link("[doi:10.1000/walk.2024.](https://doi.org/10.1000/walk.2024.)"),
        (("source-links-are-right", LIST, 24),),
    ),
    Fault(
        "a DOI with a dash of a word processor",
        link("[doi:10.1000/walk–2024](https://doi.org/10.1000/walk–2024)"),
        (("source-links-are-right", LIST, 24),),
    ),
    Fault(
        "a year that is not the one in the name",
        swap("references.md", "Journal of Walking, 2024;", "Journal of Walking, 2014;"),
        (("sources-have-a-year", LIST, 22),),
    ),
    Fault(
        "nobody as the number of people",
        swap("references.md", "- People: 100", "- People: 0"),
        (("sources-count-their-people", LIST, 27),),
    ),
    Fault(
        "the name of a source that leads to the whole list",
        swap("faq.md", FOOT, f"{FOOT} [Walker 2024](references.md)"),
        (("citations-say-the-name", FAQ, 15),),
    ),
    Fault(
        "the name of a source that leads away",
        windows(swap("faq.md", FOOT, f"{FOOT} [Walker 2024](https://doi.org/10.1000/walk.2024)"), "faq.md"),
        (("citations-say-the-name", FAQ, 15),),
    ),
    Fault(
        "a DOI with a slip",
        link("[doi:11.1000/walk](https://doi.org/11.1000/walk)"),
        (("source-links-are-right", LIST, 24),),
    ),
    Fault(
        "a PubMed number with a letter O",
        link("[PubMed 1O3](https://pubmed.ncbi.nlm.nih.gov/103/)"),
        (("source-links-are-right", LIST, 24),),
    ),
    Fault(
        "a free text at another address",
        link("[free text PMC77](https://pmc.ncbi.nlm.nih.gov/articles/PMC78/)"),
        (("source-links-are-right", LIST, 24),),
    ),
    Fault(
        "a link that shows another site, in a file of Windows",
        windows(link("[journal.example](https://other.example/walk)"), "references.md"),
        (("source-links-are-right", LIST, 24),),
    ),
    Fault(
        "a link without encryption",
        swap("references.md", SITE, SITE.replace("https", "http")),
        (("source-links-are-right", LIST, 15),),
    ),
    Fault("a source without a link", link("Read on paper."), (("sources-without-a-link-say-so", LIST, 22),)),
    Fault(
        "a source with a link that says it has none",
        swap("references.md", KIND, f"{KIND}- Link: none known yet\n"),
        (("sources-without-a-link-say-so", LIST, 27),),
    ),
]

FACTS = [
    Fault(
        "a kind of its own",
        swap("references.md", KIND, "- Kind: clinical study\n"),
        (("sources-have-a-kind", LIST, 26),),
    ),
    Fault(
        "no kind, in bold",
        swap("references.md", KIND, "- **Sort:** cohort: a group treated and followed\n"),
        (("sources-have-a-kind", LIST, 22), ("lines-of-sources", LIST, 26)),
    ),
    Fault(
        "no year",
        swap("references.md", "Journal of Walking, 2024; 1(2)", "Journal of Walking; 1(2)"),
        (("sources-have-a-year", LIST, 22),),
    ),
    Fault(
        "a year in the title only",
        swap(
            "references.md",
            "hold their sticks. Journal of Walking, 2024;",
            "held their sticks in 1999. Journal of Walking;",
        ),
        (("sources-have-a-year", LIST, 22),),
    ),
    Fault(
        "a year that has not come",
        swap("references.md", "Walking, 2024;", "Walking, 2042;"),
        (("sources-have-a-year", LIST, 22),),
    ),
    Fault(
        "no number of people", swap("references.md", "- People: 100\n", ""), (("sources-count-their-people", LIST, 22),)
    ),
    Fault(
        "people that nobody can count",
        swap("references.md", "- People: 100\n", "- People: １００\n"),
        (("sources-count-their-people", LIST, 27),),
    ),
    Fault("sources out of order", oak(), (("sources-in-order", LIST, 30),)),
    Fault(
        "a source with an accent out of order",
        both(
            swap("references.md", "### Walker 2024", "### Ábel 2024"), swap("height.md", "[Walker 2024]", "[Ábel 2024]")
        ),
        (("sources-in-order", LIST, 22),),
    ),
    Fault(
        "the same paper twice",
        both(
            swap("faq.md", FOOT, f"{FOOT} [Zoe 2020](references.md#zoe-2020)"),
            add(
                "references.md",
                OAK.replace("Oak 2020 {#oak-2020}", "Zoe 2020 {#zoe-2020}").replace(
                    "[PubMed 123](https://pubmed.ncbi.nlm.nih.gov/123/)", DOI
                ),
            ),
        ),
        (("sources-listed-once", LIST, 30),),
    ),
    Fault(
        "two sources of one name, in other letters",
        both(
            swap("faq.md", FOOT, f"{FOOT} [WALKER 2024](references.md#walker-two)"),
            add(
                "references.md",
                OAK.replace("Oak 2020 {#oak-2020}", "WALKER 2024 {#walker-two}").replace(" 2020;", " 2024;"),
            ),
        ),
        (("sources-listed-once", LIST, 30),),
    ),
]

FAULTS = [*LINKS, *FACTS]

GOOD = [
    Good(
        "a DOI with brackets, and capitals in a site",
        both(
            link("[doi:10.1000/S1474-4422(14)70251-0](https://doi.org/10.1000/S1474-4422(14)70251-0)"),
            swap("references.md", "[sticks.example]", "[Sticks.example]"),
        ),
    ),
    Good(
        "a site that is known without encryption only",
        both(
            swap("references.md", SITE, SITE.replace("https", "http")),
            swap("references.md", "- People: 12\n", "- People: 12\n- Link: known without https only.\n"),
        ),
    ),
    Good(
        "a source without a link that says so",
        both(link("Read on paper."), swap("references.md", KIND, f"{KIND}- Link: none known yet\n")),
    ),
    Good(
        "a year and people that are not known yet",
        both(
            swap("references.md", "Walking, 2024; 1(2)", "Walking; 1(2)"),
            swap("references.md", "- People: 100\n", "- Not known yet: year, number of people\n"),
        ),
    ),
    Good("a number of people with a comma", swap("references.md", "- People: 100\n", "- People: 2,049\n")),
]
