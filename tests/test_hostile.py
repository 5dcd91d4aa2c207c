"""What a hostile pull request meets: a check that refuses it, and SECURITY.md says which."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from guide.build import BuildError, build
from guide.checks import RULES
from guide.history import last_changes
from guide.report import FOUND

from .conftest import ROOT, Run
from .faults import Edit, both, put, say
from .faults.files import hollow, link
from .faults.pages import WHOLE

TAG = "!!python/object/apply:os.mkdir"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" width="1" height="1">{}</svg>'
ESCAPE = "links-lead-somewhere"
# What somebody sends, the rule that refuses it, and whether the build stops at once.
ATTEMPTS: dict[str, tuple[Edit, str, bool]] = {
    "a script": (say("<script>x()</script>"), "no-raw-html", True),
    "a handler": (say('<img src="x" onerror="x()" alt="x">'), "no-raw-html", True),
    "a move to another site": (say('<meta http-equiv="refresh" content="0;url=https://a.example">'), "no-raw-html", True),
    "a frame": (say('<iframe src="https://a.example"></iframe>'), "no-raw-html", True),
    "a form": (say('<form action="https://a.example"><button>Send</button></form>'), "no-raw-html", True),
    "a link that runs": (say("[Oak](javascript:x())"), "safe-links", True),
    "a handler in braces": (say("[Oak](height.md){onclick=x()}"), "braces-in-place", True),
    "a page that is a link": (link("extra.md", "/etc/passwd"), "readable-files", True),
    "a folder that is a link": (link("secrets", "/etc"), "readable-files", True),
    "a tag in front matter": (put("extra.md", WHOLE.replace("title: ", f"x: {TAG} [ran]\ntitle: ")), "front-matter", True),
    "a tag in the claims": (put("claims.yml", f"- {TAG} [ran]\n"), "claims-are-whole", False),
    "a tag in the exceptions": (put("exceptions.yml", f"- {TAG} [ran]\n"), "exceptions-needed", False),
    "a line break in a name": (put("a\n::error::x.txt", "x"), "file-names", False),
    "strange signs in a name": (put("$(mkdir ran);`mkdir ran`.txt", "x"), "file-names", False),
    "a link that leads out": (say("[Settings](../mkdocs.yml)"), ESCAPE, True),
    "a picture from outside": (say("![A picture of the settings.](../../mkdocs.yml)"), ESCAPE, True),
    "a picture of 50 MB": (hollow("assets/figures/big.png", 50_000_000), "image-size", False),
    "a drawing of 50 MB": (hollow("assets/figures/big.svg", 50_000_000), "image-size", False),
    "a page of 50 MB": (hollow("extra.md", 50_000_000), "readable-files", True),
    "a drawing that runs": (put("assets/figures/a.svg", SVG.format("<script>x()</script>")), "drawings-are-harmless", False),
    "a web page with a script": (put("oak.html", "<script>x()</script>"), "known-files", True),
    "a picture that counts readers": (say("![A dot.](https://tracker.example/a.png)"), "pictures-are-here", False),
}  # fmt: skip


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_it_is_refused(guide: Path, run: Run, attempt: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(guide)
    edit, rule, stops = ATTEMPTS[attempt]
    edit(guide)
    code, said, _ = run("check", "--format", "github")
    assert code == FOUND
    assert f"title={rule}::" in said
    assert all(line.startswith(("::error file=docs/", "::warning file=docs/")) for line in said.splitlines())
    assert not (guide / "ran").exists()
    if stops:
        with pytest.raises(BuildError, match=rule):
            build(guide)


def test_security_says_what_refuses_it() -> None:
    told = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    for _, rule, stops in ATTEMPTS.values():
        assert any(rule in line and (not stops or "stop" in line) for line in told.splitlines()), rule
    names = {rule.name for rule in RULES}
    assert set(re.findall(r"`([a-z]+(?:-[a-z]+)+)`", told)) <= names


def test_git_takes_no_file_name_that_leads_out(tmp_path: Path) -> None:
    def git(*words: str, given: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(["git", *words], cwd=tmp_path, input=given, capture_output=True, text=True, check=False)

    git("init", "--quiet")
    blob = git("hash-object", "-w", "--stdin", given="x").stdout.strip()
    taken = git("update-index", "--add", "--cacheinfo", f"100644,{blob},docs/../../out.md")
    assert taken.returncode
    assert "invalid path" in taken.stderr.lower()


def test_a_name_of_a_file_gives_the_history_no_order(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "a\n--exec=x.md").write_text("x")
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    subprocess.run(["git", "add", "."], cwd=tmp_path, check=True)
    subprocess.run(["git", "commit", "--quiet", "--message", "one"], cwd=tmp_path, check=True)
    assert len(last_changes(docs)) == 1


def test_a_picture_that_no_page_shows_is_not_published(tiny: Path) -> None:
    both(hollow("assets/figures/big.png", 50_000_000), hollow("assets/film.mp4", 50_000_000))(tiny)
    site = build(tiny)
    assert not list(site.rglob("big.png"))
    assert not list(site.rglob("film.mp4"))
