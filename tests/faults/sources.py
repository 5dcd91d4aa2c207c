"""Faults of the sources: their links, kind, year, people and order, and what the pages cite."""

from __future__ import annotations

from pathlib import Path

from . import Edit, Fault, Good, add, both, swap, without_figure

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

CITED = [
    Fault(
        "a citation of no source",
        swap("height.md", "#walker-2024", "#walker-2042"),
        (("cited-sources-exist", HEIGHT, 13), ("figures-agree-with-the-text", HEIGHT, 21)),
    ),
    Fault(
        "a citation of no source in a table",
        swap("index.md", "| short walks |", "| short walks [Stick Makers data (maker)](references.md#makers) |"),
        (("cited-sources-exist", INDEX, 20),),
    ),
    Fault(
        "a citation of no source on the second line of a list item in CRLF",
        windows(
            swap(
                "height.md",
                "- Which wood is best.",
                "- Which wood is best.\n  [Walker 2024](references.md#wälker-2024)",
            ),
            "height.md",
        ),
        (("cited-sources-exist", HEIGHT, 35),),
    ),
    Fault(
        "a citation under another name",
        swap("height.md", "[Walker 2024]", "[Walker and others]"),
        (("citations-say-the-name", HEIGHT, 13),),
    ),
    Fault(
        "a citation in a caption with a narrow space in its name",
        swap("index.md", "[Stick Makers data (maker)]", "[Stick Makers\u202fdata (maker)]"),
        (("citations-say-the-name", INDEX, 24),),
    ),
    Fault("a source that nothing cites", swap("index.md", " " + MAKERS, ""), (("sources-are-cited", LIST, 13),)),
    Fault(
        "a source that only the list itself cites",
        both(
            add("references.md", OAK.replace("Oak 2020 {#oak-2020}", "Zoe 2020 {#zoe-2020}")),
            swap("references.md", "- Found: 60", "- Take care: See [Zoe 2020](#zoe-2020).\n- Found: 60"),
        ),
        (("sources-are-cited", LIST, 31),),
    ),
    Fault(
        "a maker who is not named",
        both(
            swap("references.md", "### Stick Makers data (maker)", "### Stick data"),
            swap(
                "index.md",
                f"as their maker weighed them. {MAKERS}",
                "on the scales. [Stick data](references.md#stick-makers)",
            ),
        ),
        (("makers-are-named", INDEX, 24),),
    ),
    Fault(
        "a maker who is named in the next sentence only",
        both(
            swap("references.md", "### Stick Makers data (maker)", "### Stick data"),
            swap(
                "index.md",
                f"as their maker weighed them. {MAKERS}",
                "on the scales. [Stick data](references.md#stick-makers) The maker is old.",
            ),
        ),
        (("makers-are-named", INDEX, 24),),
    ),
]

NUMBERS = [
    Fault(
        "a number behind a narrow blank",
        swap("faq.md", FOOT, f"{FOOT} It takes 5\u202fweeks."),
        (("numbers-have-a-source", FAQ, 15),),
    ),
    Fault(
        "women who nobody counted",
        swap("faq.md", FOOT, f"{FOOT} We saw 50 women."),
        (("numbers-have-a-source", FAQ, 15),),
    ),
    Fault(
        "a share without a source", swap("faq.md", FOOT, f"{FOOT} {SENTENCE}"), (("numbers-have-a-source", FAQ, 15),)
    ),
    Fault(
        "a number after the last citation",
        swap("height.md", f"Let your arms hang. {SENTENCE} {WALKER}", f"{SENTENCE} {WALKER}\nIt takes 3 weeks."),
        (("numbers-have-a-source", HEIGHT, 14),),
    ),
    Fault(
        "a number on the second line of a paragraph",
        swap("faq.md", FOOT, f"{FOOT}\nIt takes 3\u00a0weeks."),
        (("numbers-have-a-source", FAQ, 16),),
    ),
    Fault(
        "a number in a list, in a file of Windows",
        windows(
            swap(
                "height.md",
                "- The handle ends at your wrist.",
                "- The handle ends at your wrist.\n- It helps for 6 months.",
            ),
            "height.md",
        ),
        (("numbers-have-a-source", HEIGHT, 31),),
    ),
    Fault(
        "a number in a table that no row and no caption sources",
        both(
            swap("index.md", "| 400 grams | short walks |", "| 400 grams | 2.5 hours |"),
            swap("index.md", f" {MAKERS}", ""),
            swap("height.md", WALKER, f"{WALKER} [Stick Makers data (maker)](references.md#stick-makers)"),
        ),
        (("numbers-have-a-source", INDEX, 20),),
    ),
    Fault(
        "a number in a caption",
        swap(
            "height.md", "The handle is level with your wrist.", "The handle is at your wrist, here at -5 °C (23 °F)."
        ),
        (("numbers-have-a-source", HEIGHT, 18),),
    ),
    Fault(
        "a number in a meaning",
        swap("glossary.md", "from slipping.", "from slipping for about 2-3 years."),
        (("numbers-have-a-source", GLOSSARY, 23),),
    ),
]

FAULTS = [*LINKS, *FACTS, *CITED, *NUMBERS]

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
    Good(
        "a source that only a claim names",
        both(
            swap("height.md", f" {WALKER}", ""),
            swap("height.md", "60 of 100 people hold", "sixty of a hundred people hold"),
            swap("claims.yml", "60 of 100 people hold", "sixty of a hundred people hold"),
            without_figure,
        ),
    ),
    Good(
        "a link to a group of sources",
        swap("height.md", WALKER, f"{WALKER}\n\nSee the [studies](references.md#studies)."),
    ),
    Good(
        "a maker who is named in the sentence",
        both(
            swap("references.md", "### Stick Makers data (maker)", "### Stick data"),
            swap("index.md", MAKERS, "[Stick data](references.md#stick-makers)"),
        ),
    ),
    Good(
        "two citations behind one sentence",
        swap("height.md", WALKER, f"{WALKER} [Stick Makers data (maker)](references.md#stick-makers)"),
    ),
    Good(
        "a question with a number",
        add(
            "faq.md",
            (
                "### Does it help after 6 months? {#help}\n\nAsk: “Will it last 6 months?”\n\n"
                "[The right height](height.md)\n"
            ),
        ),
    ),
    Good(
        "a number in words, a year, a page and a weight",
        swap("faq.md", FOOT, f"{FOOT} It takes two weeks, as in 2024, on page 3, with 400 grams."),
    ),
    Good(
        "a citation at the end of the paragraph",
        swap("height.md", f" {SENTENCE}", f"\n\n{SENTENCE} This took 3 weeks."),
    ),
    Good(
        "a citation within the sentence",
        swap(
            "height.md",
            f"{SENTENCE} {WALKER}",
            f"A study {WALKER} says that about 60 of 100 people hold their stick too high.",
        ),
    ),
    Good(
        "a citation in another cell of the row",
        swap("index.md", "| Metal | 300 grams | stairs |", f"| Metal | 300 grams {WALKER} | stairs, for 2 hours |"),
    ),
    Good("a table with its source in the caption", swap("index.md", "| short walks |", "| walks of 2.5 hours |")),
    Good(
        "a list with its source in the line that leads into it",
        swap(
            "faq.md", FOOT, (f"{FOOT} People told: {WALKER}\n\n- It helps for 6 months.\n- It hurts 2 of 100 people.\n")
        ),
    ),
]
