"""What a selector asks for is never more than what it needs."""

from __future__ import annotations

import pytest
import tinycss2
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from guide.finish.selectors import Needs, needs_of
from guide.finish.styles import read_tree


def _needs(selector: str) -> Needs:
    return needs_of(tinycss2.parse_component_value_list(selector))


PAGE = html.document_fromstring(
    '<html class="no-js"><body dir="ltr"><nav id="pages"><a class="here" href="a.html#top">x</a></nav>'
    '<table><tr><td lang="en-GB" title="One Two">x</td></tr></table><details><p>x</p></details></body></html>'
)
HELD_TREE = read_tree(PAGE)


def _can_match(selector: str) -> bool:
    needs = _needs(selector)
    return needs.met_by({word for word in needs.every_word() if HELD_TREE.holds(word)})


@pytest.mark.parametrize(
    "selector",
    [
        *("*", ":root", "::selection", "a", "A", ".here", "#pages", "nav a.here", "nav > a + .here ~ #pages"),
        *("a:hover", "a::before", ":not(.gone)", "a:not(.gone, .lost):focus"),
        *(":is(.gone, .here)", ":where(.gone,a) .here", ":has(> .gone, .here)", ":is(:is(.here), .gone)"),
        *("[href]", "[HREF]", "[dir=ltr]", '[dir="LTR" i]', "[href^=a]", '[href$="#top"]', "[href*='.html']"),
        *("[title~=two]", "[lang|=en]", "a:nth-child(2n + 1 of .gone)", "a:lang(de)"),
        *("table tbody", "details[open]", "details::details-content"),
        ".no-js nav",
    ],
)
def test_what_is_on_the_page_can_match(selector: str) -> None:
    assert _can_match(selector)


@pytest.mark.parametrize(
    "selector",
    [
        *("b", ".gone", ".Here", "#Pages", "nav .gone", "a.here.gone", ".here:is(.gone, .lost)", ":has(.gone) a"),
        *(":where(b, i) a", "a:is(.here):is(.gone)", ":is(:is(.gone), .lost)", ":not(.gone) .gone"),
        *("[hidden]", "[dir=rtl]", "[href^=b]", '[href$="#end"]', "[href*=css]", "[title~=tw]", "[lang|=e]"),
    ],
)
def test_what_is_not_there_cannot(selector: str) -> None:
    assert not _can_match(selector)


PARTS = st.sampled_from(["a", "td", "*", ".here", ".gone", "#pages", "[href]", "[dir=ltr]", '[href$="top"]', "b"])
STATES = st.sampled_from(
    ["", ":not(.gone)", ":not(a)", ":is(.here, b)", ":is(nav, table)", ":has(a)", ":has(b, .here)"]
)
SELECTORS = st.lists(st.tuples(PARTS, STATES), min_size=1, max_size=3)


@given(SELECTORS)
def test_a_selector_that_matches_is_never_dropped(parts: list[tuple[str, str]]) -> None:
    selector = " ".join(part + state for part, state in parts)
    assert _can_match(selector) or not PAGE.cssselect(selector)
