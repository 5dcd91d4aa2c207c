"""Each page carries the styles that it can show, and asks for none."""

from __future__ import annotations

import pytest

from guide.finish.site import Site
from guide.finish.styles import inline_styles

from .conftest import Maker, page

LINK = '<link rel="stylesheet" href="assets/guide.css">'


def _style(site: Site, name: str = "index.html") -> str:
    inline_styles(site)
    (style,) = site.pages[name].xpath("//head/style")
    return str(style.text)


def test_the_links_become_one_style_in_their_place(make_site: Maker) -> None:
    links = f'<title>x</title><link rel="stylesheet" href="a.css?v=1">{LINK}<link rel="icon" href="i.svg">'
    site = make_site(
        {"index.html": page("<p>", links), "a.css": "p{margin:0}i{margin:0}", "assets/guide.css": "p{x:y}"}
    )
    assert _style(site) == "p{margin:0}p{x:y}"
    assert [element.tag for element in site.pages["index.html"].xpath("/html/head/*")] == [
        "meta",
        "title",
        "style",
        "link",
    ]


def test_a_page_without_stylesheets_gets_none(make_site: Maker) -> None:
    site = make_site({"index.html": page("<p>")})
    inline_styles(site)
    assert site.pages["index.html"].xpath("//style") == []


def test_each_page_gets_its_own_rules(make_site: Maker) -> None:
    pages = {name: page(f'<p class="{name}">', LINK) for name in ("one", "two")}
    site = make_site({f"{name}.html": text for name, text in pages.items()} | {"assets/guide.css": ".one,.two{x:y}"})
    assert _style(site, "one.html") == ".one{x:y}"
    assert site.pages["two.html"].xpath("string(//style)") == ".two{x:y}"


def test_the_error_page_finds_its_stylesheet_below_any_sub_path(make_site: Maker) -> None:
    link = '<link rel="stylesheet" href="/a-guide/assets/guide.css">'
    css = "p{background:url(dots.png)}"
    site = make_site(
        {"404.html": page("<p>", link), "deep/page.html": page("<p>", LINK.replace("assets", "../assets"))}
    )
    site = make_site({"assets/guide.css": css})
    assert _style(site, "404.html") == 'p{background:url("/a-guide/assets/dots.png")}'
    assert site.pages["deep/page.html"].xpath("string(//style)") == 'p{background:url("../assets/dots.png")}'


def test_a_stylesheet_for_paper_stays_one(make_site: Maker) -> None:
    site = make_site({"index.html": page("<p>", LINK.replace(">", ' media="print">')), "assets/guide.css": "p{x:y}"})
    assert _style(site) == "@media print{p{x:y}}"


def test_of_the_theme_only_the_resets_stay(make_site: Maker) -> None:
    css = "p{x:y}.md-typeset p{x:y}body{x:y}p,.md-grid{margin:0}"
    name = "assets/stylesheets/main.css"
    site = make_site(
        {"index.html": page('<p class="md-grid md-typeset">', LINK.replace("assets/guide.css", name)), name: css}
    )
    assert _style(site) == "p{x:y}p{margin:0}"


SCRIPT = """
// A comment may name a .class-in-a-comment, too.
const panel = document.createElement("aside");
panel.className = `panel ${open ? "is-open" : ""}`;
root.dataset.look = "dark";
panel.ariaExpanded = true;
panel.style.setProperty("--left", "1px");
"""


def test_a_word_of_a_comment_makes_nothing(make_site: Maker) -> None:
    css = ".class-in-a-comment{x:y}"
    site = make_site({"index.html": page("<p>", f"{LINK}<script>{SCRIPT}</script>"), "assets/guide.css": css})
    assert not _style(site)


@pytest.mark.parametrize(
    "css",
    [
        *("aside.panel.is-open{x:y}", ":root[data-look=dark]{x:y}"),
        *("p[aria-expanded=true]{x:y}", ":root{--left:0px}"),
    ],
)
def test_what_the_script_makes_is_styled(make_site: Maker, css: str) -> None:
    inside = make_site({"index.html": page("<p>", f"{LINK}<script>{SCRIPT}</script>"), "assets/guide.css": css})
    assert _style(inside) == css
    loaded = f'{LINK}<script src="assets/guide.js" defer></script>'
    files = {"index.html": page("<p>", loaded), "assets/guide.css": css, "assets/guide.js": SCRIPT}
    assert _style(make_site(files)) == css


@pytest.mark.parametrize(
    "css",
    [
        "p.closed{x:y}",
        ":root[data-look=sepia]{x:y}",
        ":root[data-mood=dark]{x:y}",
        ":root{--right:0px}",
        "p.look-x{x:y}",
    ],
)
def test_what_it_does_not_make_is_not(make_site: Maker, css: str) -> None:
    site = make_site({"index.html": page("<p>", f"{LINK}<script>{SCRIPT}</script>"), "assets/guide.css": css})
    assert _style(site) == ""


def test_data_for_search_engines_make_nothing(make_site: Maker) -> None:
    data = '<script type="application/ld+json">{"a": "panel"}</script>'
    assert _style(make_site({"index.html": page("<p>", LINK + data), "assets/guide.css": ".panel{x:y}"})) == ""


def test_properties_in_the_attributes_of_a_drawing_stay(make_site: Maker) -> None:
    svg = '<svg><path fill="var(--frost, #fff)"/></svg>'
    css = ":root{--frost:#b9dfec;--nerve:red}"
    assert _style(make_site({"index.html": page(svg, LINK), "assets/guide.css": css})) == ":root{--frost:#b9dfec}"


def test_a_style_cannot_end_itself(make_site: Maker) -> None:
    site = make_site({"index.html": page("<p>", LINK), "assets/guide.css": "p::after{content:'</STYLE><b>'}"})
    assert _style(site) == r'p:after{content:"<\/STYLE><b>"}'


def test_a_missing_stylesheet_is_named(make_site: Maker) -> None:
    with pytest.raises(FileNotFoundError, match=r"index\.html: there is no stylesheet assets/guide\.css in the site"):
        inline_styles(make_site({"index.html": page("<p>", LINK)}))


def test_a_broken_stylesheet_is_named(make_site: Maker) -> None:
    site = make_site({"index.html": page("<p>", LINK), "assets/guide.css": "p{x:y}}"})
    with pytest.raises(ValueError, match=r"assets/guide\.css:1 "):
        inline_styles(site)
