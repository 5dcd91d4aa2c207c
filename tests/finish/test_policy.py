"""A page lets run what its templates made, and nothing that stands in its text."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

from guide.finish.compact import compact
from guide.finish.policy import add_policies
from guide.finish.site import Site, as_text

from .conftest import Maker, page

ARTICLE = "<article><p>Text</p></article>"
LOOK = "<script>\n  start()  \n</script>"


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _policy(site: Site, name: str = "index.html") -> dict[str, list[str]]:
    add_policies(site)
    (content,) = site.pages[name].xpath("//head/meta[@http-equiv='Content-Security-Policy']/@content")
    return {rule.split()[0]: rule.split()[1:] for rule in content.split("; ")}


def test_nothing_is_allowed_but_this_site(make_site: Maker) -> None:
    assert _policy(make_site({"index.html": page(ARTICLE)})) == {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }


def test_it_stands_right_after_the_encoding_and_once(make_site: Maker) -> None:
    site = make_site({"index.html": f"<html><head><title>x</title><meta charset=utf-8>{LOOK}</head><body>"})
    add_policies(site)
    add_policies(site)
    head = site.pages["index.html"].xpath("/html/head/*")
    assert [(element.tag, *element.attrib) for element in head][:3] == [
        ("meta", "charset"),
        ("meta", "http-equiv", "content"),
        ("title",),
    ]
    assert len(site.pages["index.html"].xpath("//meta[@http-equiv]")) == 1


def test_the_hashes_are_of_what_stands_in_the_file(make_site: Maker) -> None:
    head = f"<style>\n p {{ x: y }}\n</style>{LOOK}<script> a && b < c </script>"
    site = make_site({"index.html": page(ARTICLE, head)})
    policy = _policy(site)
    text = compact(as_text(site.pages["index.html"]))
    scripts = re.findall(r"<script>(.*?)</script>", text, re.S)
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.S)
    assert scripts == ["start()", "a && b < c"]
    assert policy["script-src"] == ["'self'", *map(_hash, scripts)]
    assert policy["style-src"] == [_hash(style)]


def test_only_scripts_that_run_get_a_hash(make_site: Maker) -> None:
    data = '<script type="application/ld+json">{}</script><script src="assets/guide.js" defer></script>'
    assert _policy(make_site({"index.html": page(ARTICLE, data + LOOK)}))["script-src"] == ["'self'", _hash("start()")]


def test_what_a_text_brings_along_gets_no_hash(make_site: Maker) -> None:
    bad = "<script>bad()</script><style>p{}</style>"
    planted = {
        "index.html": f"<article>{bad}</article>",
        "closed-early.html": f"<article></article>{bad}<article></article>",
        "after.html": f"<article></article><div>{bad}</div>",
        "same-as-ours.html": f"<article>{LOOK}</article>",
    }
    site = make_site({name: page(body, LOOK) for name, body in planted.items()})
    for name in planted:
        assert _policy(site, name)["script-src"] == ["'self'", _hash("start()")], name
        assert "style-src" not in _policy(site, name), name


def test_what_a_title_brings_along_gets_no_hash(make_site: Maker) -> None:
    site = make_site(
        {
            "index.html": page(ARTICLE, f"<title></title><script>bad()</script>{LOOK}"),
            "404.html": page(ARTICLE, f"<title>x</title>{LOOK}"),
        }
    )
    assert _policy(site)["script-src"] == ["'self'", _hash("start()")]


def test_a_site_without_new_pages_is_left_alone(tmp_path: Path) -> None:
    add_policies(Site(tmp_path, {}))
