"""A stylesheet loses what a page cannot show, and nothing else."""

from __future__ import annotations

import pytest

from guide.finish.rules import TOP, as_css, read, trim
from guide.finish.selectors import Word

HELD = {Word("class", "here"), Word("tag", "a")}


def _trimmed(css: str, *names: str) -> str:
    held = HELD | {Word("name", name) for name in names}
    return as_css(trim(read("assets/guide.css", css), held))


@pytest.mark.parametrize(
    "css",
    [
        ".here{color:red}",
        "a{color:red!important}",
        "a{text-wrap:balance}",
        "a::details-content{content-visibility:visible}",
        "@supports (display:grid){@media print{a{color:red}}}",
        "@media (forced-colors:active){:root:root{color:canvas}}",
        "@media (prefers-color-scheme:dark){a{color:red}}",
        "@media (min-width:700px){a{color:red}}",
        "@page{margin:16mm}",
        ":root{--a:var(--b);--b:1px}a{margin:calc(var(--a) + 1px)}",
        ":root{--b:1px}a{margin:var(--a,var(--b))}",
        "@keyframes x{to{color:red}}a{animation:1s x}",
        "@font-face{font-family:One Two;src:url(data:x)}a{font-family:One Two}",
    ],
)
def test_what_a_page_can_show_stays(css: str) -> None:
    assert _trimmed(css) == css


@pytest.mark.parametrize(
    ("css", "left"),
    [
        (".here{color:red}.gone{color:red}", ".here{color:red}"),
        (".gone,.here,a.gone{color:red}", ".here{color:red}"),
        ("@media print{.gone{color:red}}@media print{.here{color:red}}", "@media print{.here{color:red}}"),
        ("a{}", ""),
        (":root{--a:1px;--b:2px}a{margin:var(--a)}", ":root{--a:1px}a{margin:var(--a)}"),
        (":root{--a:var(--b);--b:var(--c);--c:1px}a{margin:0}", "a{margin:0}"),
        (":root{--a:1px}.gone{margin:var(--a)}", ""),
        ("@media print{:root{--a:1px}}", ""),
        ("@keyframes x{to{color:red}}a{animation:1s y}", "a{animation:1s y}"),
        ("@font-face{font-family:One;src:url(data:x)}a{font-family:Two}", "a{font-family:Two}"),
    ],
)
def test_what_it_cannot_show_goes(css: str, left: str) -> None:
    assert _trimmed(css) == left


def test_the_class_that_material_s_bundle_would_set_becomes_the_state() -> None:
    css = "a.focus-visible{color:red}.here:not(.focus-visible){color:red}.focus-visible-ring{color:red}"
    assert _trimmed(css) == "a:focus-visible,.here:not(:focus-visible){color:red}"


def test_names_that_the_page_uses_stay() -> None:
    assert _trimmed(":root{--a:1px;--b:1px}", "--a") == ":root{--a:1px}"
    assert _trimmed("@keyframes x{to{color:red}}", "x") == "@keyframes x{to{color:red}}"


def test_rules_only_for_classes_named_as_unused_are_not_read() -> None:
    css = ".here,.gone{x:y}.here:not(.gone){x:y}.gone,.here .gone{x:y}"
    assert as_css(read("a.css", css, {"gone"})) == ".here,.gone,.here:not(.gone){x:y}"


def test_the_order_of_rules_stays() -> None:
    css = "a{color:red}@media print{a{color:blue}}a{margin:0}@media print{a{margin:1px}}"
    assert _trimmed(css) == css.replace("blue", "#00f")


def test_addresses_are_seen_from_the_top_of_the_site() -> None:
    css = _trimmed("a{background:url(img/x.png)}.here{background:url('../y z.png')}")
    assert f'url("{TOP}assets/img/x.png")' in css
    assert f'"{TOP}y z.png"' in css
    kept = 'a{background:url(https://x.org/a.png),url(/b.png),url("data:image/svg+xml,<svg/>"),url(#c)}'
    assert TOP not in _trimmed(kept)


@pytest.mark.parametrize(
    ("css", "said"),
    [
        ("a{color:red}\nb{*zoom:1}\n", "assets/guide.css:2 "),
        ("@import 'other.css';", "assets/guide.css: @import is not followed; list the other file under extra_css"),
    ],
)
def test_what_cannot_be_used_is_named(css: str, said: str) -> None:
    with pytest.raises(ValueError, match=r"assets/guide\.css") as error:
        read("assets/guide.css", css)
    assert said in str(error.value)
