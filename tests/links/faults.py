"""Faults to plant in the built tiny guide, and edits that only look wrong."""

from __future__ import annotations

import base64
import hashlib

from .planting import FRAME, PAGE, Edit, Planted, both, copy, file, frame, head, swap, text

OWN = "https://example.org/sticks/"
STRANGER = "https://cdn.example.net/x"
SVG = '<svg xmlns="http://www.w3.org/2000/svg"'
SCRIPT = "alert(1)"
SCRIPT_HASH = f"'sha256-{base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()}'"
DATA = (
    f'<script type=application/ld+json>[{{"@type":"WebPage","name":"The right height","url":"{OWN}faq.html"}}]</script>'
)
# Bytes that do not get smaller.
NOISE = "".join(hashlib.sha256(bytes([number, more])).hexdigest() for number in range(160) for more in range(4))


def in_text(name: str, html: str, rule: str, line: int = 0) -> Planted:
    return Planted(name, text(html), ((rule, PAGE, line),))


def in_head(name: str, html: str, rule: str) -> Planted:
    return Planted(name, head(html), ((rule, FRAME, 1),))


def policy(name: str, old: str, new: str) -> Planted:
    return Planted(f"policy: {name}", swap(old, new), (("policy", FRAME, 1),))


TARGETS = (
    in_text("a missing page", "<a href=heigth.html>x</a>", "dead-link"),
    in_text("a missing page, in a list", "<ul><li><a href='gone.html#a'>x</a></ul>", "dead-link"),
    in_text(
        "a missing page, in a table in a fold",
        "<details><table><tr><td><a href=a.html>x</table></details>",
        "dead-link",
    ),
    in_text("a missing page, in an area of a map", "<map name=m><area href=gone.html alt=x></map>", "dead-link"),
    in_text("a missing picture", "<img src=assets/gone.svg alt=x>", "dead-link"),
    in_text(
        "a missing second size",
        "<img src=assets/favicon.svg srcset='assets/favicon.svg 1x, assets/gone.png 2x' alt=x>",
        "dead-link",
    ),
    in_text(
        "a missing size without a space",
        "<img src=assets/favicon.svg srcset='assets/gone.png,assets/favicon.svg 2x' alt=x>",
        "dead-link",
    ),
    in_text(
        "a missing source of a picture",
        "<picture><source srcset=gone.webp><img src=assets/favicon.svg alt=x></picture>",
        "dead-link",
    ),
    in_text("a missing poster", "<video poster=gone.jpg></video>", "dead-link"),
    in_text("a missing track", "<video><track src=gone.vtt></video>", "dead-link"),
    in_text("a missing object", "<object data=gone.pdf></object>", "dead-link"),
    in_text("a missing source of a quotation", "<q cite=gone.html>x</q>", "dead-link"),
    in_text("a missing page to move to", "<meta http-equiv=refresh content='3; URL=gone.html'>", "dead-link"),
    in_text("an empty address", "<a href=''>x</a>", "dead-link"),
    in_text("an address of spaces", "<a href='  '>x</a>", "dead-link"),
    in_text("an address that nobody can read", "<a href='http://[::1'>x</a>", "dead-link"),
    in_text("a port that is none", "<a href='https://example.org:port/'>x</a>", "dead-link"),
    in_text("a folder", "<a href=assets/>x</a>", "dead-link"),
    in_text("this folder", "<a href=./>x</a>", "dead-link"),
    in_text("a backslash", r"<a href='assets\favicon.svg'>x</a>", "dead-link"),
    in_text("a dead anchor on the same page", "<a href=#mesure>x</a>", "dead-anchor"),
    in_text("a dead anchor on the same page, by its name", "<a href=height.html#mesure>x</a>", "dead-anchor"),
    in_text("a dead anchor on another page", "<a href=faq.html#mesure>x</a>", "dead-anchor"),
    in_text("an anchor in other letters", "<a href=#Measure>x</a>", "dead-anchor"),
    in_text("a dead anchor that is not ASCII", "<a href=#gr%C3%B6%C3%9Fe>x</a>", "dead-anchor"),
    in_text("a dead part of a drawing", "<svg><use href=#none></use></svg>", "dead-anchor"),
    in_text("a page in other letters", "<a href=FAQ.html#which-hand>x</a>", "same-letters"),
    in_text("a picture in other letters", "<img src=assets/favicon.SVG alt=x>", "same-letters"),
    in_text("a link above the site", "<a href=../other/a.html>x</a>", "stay-inside"),
    in_text("a link above the site, in a code", "<a href=%2e%2e/a.html>x</a>", "stay-inside"),
    in_text("a link to the top of the server", "<a href=/other.html>x</a>", "stay-inside"),
    in_text("a link from the top of the server", "<a href=/sticks/faq.html>x</a>", "relative-links"),
    in_text("a whole address of a page of the site", f"<a href={OWN}faq.html>x</a>", "relative-links"),
    in_text("a whole address without http", "<a href=//EXAMPLE.org/sticks/faq.html>x</a>", "relative-links"),
    in_head(
        "a missing page in the data for search",
        f'<script type=application/ld+json>{{"url":"{OWN}gone.html"}}</script>',
        "dead-link",
    ),
    in_head(
        "a missing picture in the data for search",
        '<script type=application/ld+json>[{"@graph":[{"image":["a.png"]}]}]</script>',
        "dead-link",
    ),
    in_head("a missing next page", "<link rel=next href=gone.html>", "dead-link"),
    in_head("a missing picture for networks", f"<meta property=og:image content={OWN}gone.png>", "dead-link"),
    Planted(
        "a missing canonical page",
        swap(f"href={OWN}height.html", f"href={OWN}heights.html"),
        (("dead-link", FRAME, 1), ("search-data", FRAME, 1)),
    ),
    Planted(
        "a missing file of the error page",
        swap("/sticks/assets/favicon.svg", "/sticks/assets/gone.svg", "site/404.html"),
        (("dead-link", "site/404.html", 1),),
    ),
    Planted(
        "a dead link in the words of the error page",
        text("<a href=/sticks/gone.html>x</a>", "404"),
        (("dead-link", "overrides/404.html", 0),),
    ),
    Planted(
        "a link that the text shows",
        both(
            swap("height.html#measure", "height.html#mesure", "site/index.html"),
            swap("height.md#measure", "height.md#mesure", "docs/index.md"),
        ),
        (("dead-anchor", "docs/index.md", 13),),
    ),
    Planted("a missing page in the frame of one page", frame("<a href=gone.html>x</a>"), (("dead-link", FRAME, 1),)),
    Planted(
        "a page that the map for search engines has and the site has not",
        swap(
            f"<loc>{OWN}faq.html</loc>",
            f"<loc>{OWN}faq.html</loc></url><url><loc>{OWN}gone.html</loc>",
            "site/sitemap.xml",
        ),
        (("sitemap", "site/sitemap.xml", 0),),
    ),
    Planted("a map for search engines that is none", file("sitemap.xml", "<a"), (("sitemap", "site/sitemap.xml", 0),)),
    Planted(
        "a page that the map for search engines has not",
        swap(f"<loc>{OWN}faq.html</loc>", f"<loc>{OWN}</loc>", "site/sitemap.xml"),
        (("sitemap", "site/sitemap.xml", 0),),
    ),
)

HOSTS = (
    in_text("a picture of another host", f"<img src={STRANGER}.png alt=x>", "other-hosts"),
    in_text("a picture without http", "<img src=//cdn.example.net/x.png alt=x>", "other-hosts"),
    in_text(
        "a second size of another host", f"<img src=assets/favicon.svg srcset='{STRANGER}.png 2x' alt=x>", "other-hosts"
    ),
    in_text("a poster of another host", f"<video poster={STRANGER}.jpg></video>", "other-hosts"),
    in_text("a frame of another host", f"<iframe src={STRANGER}></iframe>", "other-hosts"),
    in_text("a form that leaves", f"<form action={STRANGER}></form>", "other-hosts"),
    in_text("a link that tells", f"<a href=faq.html ping={STRANGER}>x</a>", "other-hosts"),
    in_text("a move to another host", f"<meta http-equiv=Refresh content='0;url={STRANGER}'>", "other-hosts"),
    in_text("a picture in a drawing", f"<svg><image href={STRANGER}.png></image></svg>", "other-hosts"),
    in_text("a picture in an old drawing", f"<svg><image xlink:href={STRANGER}.png></image></svg>", "other-hosts"),
    in_text("a background of old", f"<table background={STRANGER}.png></table>", "other-hosts"),
    in_text("a picture from the disk", "<img src=file:///etc/x.png alt=x>", "other-hosts"),
    in_head("a stylesheet of another host", f"<link rel=stylesheet href={STRANGER}.css>", "other-hosts"),
    in_head("an icon of another host", f"<link rel='shortcut icon' href={STRANGER}.ico>", "other-hosts"),
    in_head("a manifest of another host", f"<link rel=manifest href={STRANGER}.json>", "other-hosts"),
    in_head("a greeting to another host", f"<link rel=PRECONNECT href={STRANGER}>", "other-hosts"),
    in_head("a script of another host", f"<script src={STRANGER}.js></script>", "other-hosts"),
    Planted(
        "a drawing that asks",
        file("assets/a.svg", f'<svg xmlns="http://www.w3.org/2000/svg"><style>@import "{STRANGER}.css";</style></svg>'),
        (("other-hosts", "site/assets/a.svg", 0),),
    ),
    Planted(
        "a drawing with a picture",
        file(
            "assets/a.svg",
            f'{SVG} xmlns:x="http://www.w3.org/1999/xlink"><image x:href="{STRANGER}.png"/></svg>',
        ),
        (("other-hosts", "site/assets/a.svg", 0),),
    ),
    Planted(
        "a stylesheet that asks",
        file("assets/a.css", f"a{{background:image-set('{STRANGER}.png' 1x)}}"),
        (("other-hosts", "site/assets/a.css", 0),),
    ),
    Planted(
        "a stylesheet that hides what it asks",
        file("assets/a.css", "a{background:u\\72l(//cdn.example.net/x)}"),
        (("other-hosts", "site/assets/a.css", 0),),
    ),
    in_text("a program in a link", "<a href='javascript:alert(1)'>x</a>", "program-links"),
    in_text("a program in disguise", "<a href=' JaVa&#9;Script&#58;alert(1)'>x</a>", "program-links"),
    in_text("a page in a link", "<a href='data:text/html,x'>x</a>", "program-links"),
    in_text("a file of the disk", "<a href='file:///etc/passwd'>x</a>", "program-links"),
    in_text("a program in a drawing", "<svg><a xlink:href='javascript:alert(1)'>x</a></svg>", "program-links"),
)

SHAPE = (
    Planted("an id twice in the text", text("<p id=measure>x</p>"), (("one-id", PAGE, 11),)),
    in_text("an id of the frame in the text", "<p id=pages>x</p>", "one-id"),
    Planted(
        "an id three times in the frame", frame("<p id=toc-title>x</p><p id=toc-title>x</p>"), (("one-id", FRAME, 1),)
    ),
    in_text("the same drawing twice", "<svg><path id=p></path></svg><svg><path id=p></path></svg>", "one-id"),
    Planted(
        "a page that nothing leads to",
        copy("faq.html", "lost.html"),
        (("reachable", "site/lost.html", 0), ("sitemap", "site/sitemap.xml", 0)),
    ),
    in_head("data for search that cannot be read", '<script type=application/ld+json>{"url":}</script>', "search-data"),
    in_head("data for search in a pit", f"<script type=application/ld+json>{'[' * 9999}</script>", "search-data"),
    Planted(
        "data for search with another name",
        swap('"name":"The right height"', '"name":"The best height"'),
        (("search-data", FRAME, 1),),
    ),
    in_head("data for search of another page", DATA, "search-data"),
    Planted("a heavy page", text(f"<!--{NOISE}-->"), (("page-weight", PAGE, 0),)),
    Planted(
        "a heavy script",
        file("assets/guide.js", f"//{NOISE[:20000]}"),
        tuple(
            ("page-weight", name, 0)
            for name in ("docs/faq.md", "docs/height.md", "docs/index.md", "docs/walks.md", "overrides/404.html")
        ),
    ),
)

POLICY = (
    Planted("no policy", swap("http-equiv=Content-Security-Policy", "name=x"), (("policy", FRAME, 1),)),
    in_head("two policies", "<meta http-equiv=content-security-policy content=\"default-src 'none'\">", "policy"),
    policy("scripts of the page", "script-src 'self'", "script-src 'self' 'unsafe-inline'"),
    policy("programs made of text", "script-src 'self'", "script-src 'self' 'unsafe-eval'"),
    policy("any host", "connect-src 'self'", "connect-src *"),
    policy("one host", "img-src 'self'", "img-src 'self' cdn.example.net"),
    policy("all of https", "img-src 'self'", "img-src https:"),
    policy("a script in an address", "script-src 'self'", "script-src 'self' data:"),
    policy("a word of the day", "script-src 'self'", "script-src 'self' 'nonce-abc'"),
    policy("open by default", "default-src 'none'", "default-src 'self'"),
    policy("closed by default, but said second", "default-src 'none'", "default-src 'self'; default-src 'none'"),
    policy("no word on the base", "; base-uri 'none'", ""),
    policy("forms may go anywhere", "; form-action 'none'", "; form-action 'self'"),
    policy("not of the head", "<meta charset=utf-8>", "<meta charset=utf-8><p>"),
    policy("a script before it", "<meta charset=utf-8>", "<meta charset=utf-8><script src=assets/guide.js></script>"),
    policy("a script that was changed later", 'classList.add("js")', 'classList.add("JS")'),
    policy("a style that was changed later", "<style>", "<style>p{color:red}"),
    Planted(
        "a script of the text that the policy lets in",
        both(swap("script-src 'self'", f"script-src 'self' {SCRIPT_HASH}"), text(f"<script>{SCRIPT}</script>")),
        (("policy", PAGE, 0),),
    ),
    in_text("a script of the text", f"<script>{SCRIPT}</script>", "policy"),
    in_text("a style of the text", "<style>p{color:red}</style>", "policy"),
    Planted(
        "a text that ends its article", text(f"</article><script>{SCRIPT}</script><article>"), (("policy", FRAME, 1),)
    ),
    in_text("a program in an attribute", "<p onclick='x()'>x</p>", "inline-code"),
    in_text("a style in an attribute", "<p style='color:red'>x</p>", "inline-code"),
    in_head("another base", "<base href=assets/>", "inline-code"),
)

GOOD: dict[str, Edit] = {
    "other pages of the web": text("<a href=https://example.net/a#b>x</a> <a href=http://example.net>x</a>"),
    "another site of the same host": text("<a href=https://example.org/other/>x</a>"),
    "a letter and a telephone": text("<a href=mailto:a@b.org>x</a> <a href=tel:+441>x</a> <a href='sms:112'>x</a>"),
    "the top of the page": text("<a href=#top>x</a> <a href=#>x</a>"),
    "a piece of text": text("<a href='faq.html#:~:text=hand'>x</a> <a href='#measure:~:text=shoes'>x</a>"),
    "a question in an address": text("<a href='faq.html?from=height#which-hand'>x</a>"),
    "an anchor that is not ASCII": text("<p id=größe>x</p><a href=#gr%C3%B6%C3%9Fe>x</a> <a href=#größe>x</a>"),
    "an anchor with a code in its name": text("<p id=a%20b>x</p><a href=#a%20b>x</a>"),
    "an anchor of old": text("<a name=old>x</a><a href=#old>x</a>"),
    "a file with a space": both(file("assets/a b.svg", "<svg/>"), text("<img src='assets/a%20b.svg' alt=x>")),
    "a link with spaces around": text("<a href=' faq.html\n'>x</a>"),
    "a picture within the page": text(
        "<img src='data:image/png;base64,iVBO' srcset='data:image/png,B,O 2x, assets/favicon.svg 3x' alt=x>"
    ),
    "links that are not there": text("<!-- <a href=gone.html> --><code>&lt;a href=gone.html></code>"),
    "a link in a drawing": text("<svg><a xlink:href=faq.html>x</a><use href=#measure></use></svg>"),
    "a drawing that asks for itself": file(
        "assets/a.svg", f'{SVG}><a href="https://example.net"/><use href="#a"/></svg>'
    ),
    "a drawing that no browser shows": file("assets/a.svg", "<svg"),
    "a stylesheet with its own files": file(
        "assets/a.css", "@import 'b.css'; a{background:url(a.png);content:'https://example.net'}"
    ),
    "data for search": head(
        f'<script type=application/ld+json>{{"@id":"#a","url":"{OWN}height.html","sameAs":["https://example.net"],"image":"assets/favicon.svg"}}</script>'
    ),
    "a licence and a start page": head(f"<link rel=license href=https://example.net><link rel=start href={OWN}>"),
    "a policy in capital letters": swap("http-equiv=Content-Security-Policy", "http-equiv=CONTENT-SECURITY-POLICY"),
    "a policy with more room": swap("img-src 'self' data:;", ";; IMG-SRC 'none' ; font-src data:;"),
    "a page that moves": text("<meta http-equiv=refresh content='0; url=faq.html'>"),
    "a text that is not a program": text("<p title='onclick=x()'>javascript:</p>"),
    "an article in an article": text("<article><p>x</p></article>"),
}
