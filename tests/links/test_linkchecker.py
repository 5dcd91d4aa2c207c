"""linkchecker looks at the site from a server and from the disk, and what it says is told in our words."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from urllib.request import urlopen

import pytest

from guide.links import linkchecker
from guide.links.server import copied, served
from guide.links.site import LinksError, as_problems, read_site

from .planting import both, file, swap, text

# One of each kind, all at once: linkchecker takes seconds to start.
FAULTS = both(
    text("<a href=gone.html>x</a> <a href=faq.html#gone>x</a> <a href=../other/>x</a> <a href=FAQ.html>x</a>"),
    text("<img src=assets/gone.png alt=x> <a href=https://example.net/>x</a> <a href=mailto:a@example.org>x</a>"),
    swap("/sticks/assets/favicon.svg", "/sticks/assets/gone.svg", "site/404.html"),
    text("<a href=gone.html>x</a> <a href=/sticks/faq.html>x</a>", "faq"),
    file("größe 1.html", "<p>No page leads here.<a href=none.html>x</a>"),
)


def found(guide: Path) -> list[str]:
    site = read_site(guide / "site", guide)
    return [f"{problem.path} {problem.message}" for problem in as_problems(site, linkchecker.look(site))]


def test_it_finds_what_it_can_see(guide: Path) -> None:
    FAULTS(guide)
    told = found(guide)
    gone = [line for line in told if "“gone.html”" in line]
    assert gone, "a bad target is told of at least once"
    assert set(gone) <= {"docs/height.md “gone.html” leads to nothing", "docs/faq.md “gone.html” leads to nothing"}
    assert sorted(set(told) - set(gone)) == [
        "docs/faq.md “/sticks/faq.html” leads to nothing",  # from the disk
        "docs/height.md “../other/” leads to nothing",
        "docs/height.md “FAQ.html” leads to nothing",
        "docs/height.md “assets/gone.png” leads to nothing",
        "docs/height.md “faq.html#gone” names a place that is not on its page",
        "site/404.html “/sticks/assets/gone.svg” leads to nothing",
        "site/größe 1.html “none.html” leads to nothing",
    ]


def test_it_never_passes_when_it_did_not_run(guide: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "rc"
    broken.write_text("[checking]\nthreads=many\n")
    monkeypatch.setattr(linkchecker, "CONFIG", broken)
    with pytest.raises(LinksError, match="linkchecker did not run to its end"):
        found(guide)


def test_it_asks_no_other_host_and_sends_no_page_away() -> None:
    settings = linkchecker.CONFIG.read_text()
    lines = {line for line in settings.splitlines() if line and not line.startswith("#")}
    assert {"[AnchorCheck]", r"  !^(http://127\.0\.0\.1:|file:)"} <= lines
    assert not {"[HtmlSyntaxCheck]", "[CssSyntaxCheck]"} & lines


def test_everybody_may_read_the_copy_and_it_goes_away(tmp_path: Path) -> None:
    source = tmp_path / "site"
    (source / "inner").mkdir(parents=True)
    (source / "inner" / "a.html").write_text("<p>")
    (source / "inner" / "a.html").chmod(0o600)
    (source / "away").symlink_to("/etc/passwd")
    with copied(source, "/one/two/") as top:
        page = top / "one" / "two" / "inner" / "a.html"
        assert stat.S_IMODE(page.stat().st_mode) == 0o644
        assert all(stat.S_IMODE(os.stat(folder).st_mode) == 0o755 for folder in (top, *page.parents[:3]))  # noqa: PTH116
        assert (top / "one" / "two" / "away").is_symlink()
        with served(top) as server, urlopen(f"{server}/one/two/inner/a.html") as answer:  # noqa: S310
            assert answer.read() == b"<p>"
    assert not top.exists()


def test_a_site_at_the_top_of_its_host(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>")
    with copied(tmp_path, "/") as top:
        assert (top / "a.html").is_file()
