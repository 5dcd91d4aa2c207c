"""A finished site of one page, with a picture that the page loads later."""

from __future__ import annotations

from pathlib import Path

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20"><style>.a{fill:#0a0}'
    '@media (prefers-color-scheme:dark){.a{fill:#fff}}</style><rect class="a" width="40" height="20"/></svg>'
)
PAGE = """<!doctype html><html lang=de-AT><head><meta charset=utf-8><title>Größe</title>
<meta name=description content="Über Stöcke"><style>:root{--x:#123456}.a{fill:var(--x)}:is(.a,.z){stroke:var(--x)}.plate{width:100%}</style></head>
<body><nav id=pages><p class=group>Lesen</p><ul><li><a href=index.html>Größe</a></li></ul></nav>
<article><h1 id=groesse>Größe</h1><figure><img class=plate loading=lazy alt="Ein grünes Feld" src="assets/figures/x.svg"></figure>
<figure><svg viewbox="0 0 1 1" role=img aria-label=x><path class=a d="M0 0h1"></path></svg></figure></article>
<footer><div><p>Text.</p></div></footer></body></html>"""


def small_site(folder: Path) -> Path:
    """Write the site; return its folder."""
    (folder / "assets" / "figures").mkdir(parents=True)
    (folder / "assets" / "figures" / "x.svg").write_text(DRAWING)
    (folder / "index.html").write_text(PAGE)
    return folder
