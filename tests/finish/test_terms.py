"""Each link to a term gets its meaning, and each entry of the word list leads back to where its word is used."""

from __future__ import annotations

import json

from lxml import html

from guide.finish.faq import fold_questions
from guide.finish.site import Site
from guide.finish.terms import entries, home_of, tie_terms

from .conftest import Maker, page

WORDS = """
<article><h1 id="words">Word list</h1>
<h2 id="a">A</h2>
<h3 id="axon">Axon</h3><ul><li>Say it: <strong>ak</strong>-son</li><li>Also called: nerve fibre, nerve fiber</li></ul>
<p>The long <em>thread</em> of a nerve. <a href="references.html#smith">Smith 2020</a></p>
<p>A remark.</p>
<h3 id="sham">Sham</h3><p>A pretend <a class="term" href="words.html#axon">axon</a> treatment.</p>
<h2 id="u">U</h2><h3 id="unused">Unused</h3><p>Nobody says it.</p>
<p class="dates">Checked.</p></article>
"""
USES = """
<article><h1 id="top">How it <em>works</em></h1><p>A <a class="term" href="words.html#axon">nerve fibre</a>.</p>
<h2 id="part">A part</h2><p>A <a class="term" href="words.html#sham">sham</a>.</p></article>
"""
ASKS = """
<article><h1 id="q">Questions</h1><h2 id="group">Group</h2>
<h3 id="why">Why?</h3><p>An <a class="term" href="words.html#axon">axon</a>.</p></article>
"""


def _tied(make_site: Maker) -> Site:
    site = make_site({"words.html": page(WORDS), "uses.html": page(USES), "asks.html": page(ASKS)})
    fold_questions(site.pages["asks.html"], site.folder)
    tie_terms(site)
    return site


def _ways(site: Site, anchor: str) -> dict[str, str]:
    """Return the links back from an entry: the address of each and its words."""
    lines = site.pages["words.html"].xpath(f"//p[@class='used-on'][preceding-sibling::h3[1]/@id='{anchor}']")
    return {link.get("href"): link.text_content() for line in lines for link in line.findall("a")}


def test_the_word_list_is_the_page_that_the_links_lead_to(make_site: Maker) -> None:
    assert home_of(make_site({"words.html": page(WORDS), "uses.html": page(USES)})) == "words.html"
    assert home_of(Site(make_site({}).folder, {})) == ""


def test_an_entry_is_read_with_how_to_say_it_its_other_names_and_its_meaning(make_site: Maker) -> None:
    axon, sham, unused = entries(_tied(make_site))
    assert (axon.term, axon.say, axon.also) == ("Axon", "ak-son", ("nerve fibre", "nerve fiber"))
    assert axon.meaning == "The long thread of a nerve.", "the source of a meaning is not part of it"
    assert (sham.say, sham.also, sham.meaning) == ("", (), "A pretend axon treatment.")
    assert unused.meaning == "Nobody says it."


def test_each_entry_leads_back_to_the_heading_or_answer_of_each_use(make_site: Maker) -> None:
    site = _tied(make_site)
    assert _ways(site, "axon") == {
        "asks.html#why": "Questions",
        "uses.html": "How it works",
        "words.html#sham": "Word list",
    }
    assert _ways(site, "sham") == {"uses.html#part": "How it works"}
    for way in [*_ways(site, "axon"), *_ways(site, "sham")]:
        name, _, place = way.partition("#")
        assert not place or len(site.pages[name].xpath(f"//*[@id='{place}']")) == 1


def test_the_line_stands_at_the_end_of_the_entry(make_site: Maker) -> None:
    (line, _) = _tied(make_site).pages["words.html"].xpath("//p[@class='used-on']")
    assert line.getprevious().text_content() == "A remark."
    assert line.getnext().get("id") == "sham"
    assert line.text_content().startswith("Used on ")
    assert not line.text_content().endswith(", ")


def test_a_term_that_no_page_uses_gets_no_line(make_site: Maker) -> None:
    assert _ways(_tied(make_site), "unused") == {}


def test_the_panel_s_list_holds_every_entry(make_site: Maker) -> None:
    site = _tied(make_site)
    (file,) = (site.folder / "assets").glob("*.js")
    text = file.read_text(encoding="utf-8")
    listed = json.loads(text[text.index("{", text.index("=", text.index("guideLists") + 15)) :].rstrip(";\n"))
    assert listed == {
        "axon": ["Axon", "ak-son", "The long thread of a nerve."],
        "sham": ["Sham", "", "A pretend axon treatment."],
        "unused": ["Unused", "", "Nobody says it."],
    }


def test_a_site_without_terms_is_left_alone(make_site: Maker) -> None:
    site = make_site({"index.html": page('<article><h1 id="a">A</h1><h3 id="b">B</h3><p>C</p></article>')})
    before = html.tostring(site.pages["index.html"])
    tie_terms(site)
    assert html.tostring(site.pages["index.html"]) == before
    assert not (site.folder / "assets").exists()
