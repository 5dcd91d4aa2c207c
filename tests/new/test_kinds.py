"""Each kind writes its Markdown in the right place and passes the checks; a bad answer changes nothing."""

from __future__ import annotations

import errno
import os
import pty
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

import pytest

from guide.cli import main

from ..conftest import Run, sentence

TERM = {"name": "Side wall", "meaning": "The side of a tyre.", "also": "rough place"}
QUESTION = {
    "question": "How long does it last?", "answer": "Often a year.", "more": "patch.md#steps", "group": "At home",
}  # fmt: skip
SOURCE = {
    "name": "Rimmer 2023", "text": "Rimmer R. On rims. Journal of Tyres, 2023; 1(1): 1–2.", "group": "#studies",
    "kind": "cohort: a group treated and followed", "people": "50", "found": "Rims last.", "doi": "10.1000/rims.2023",
    "page": "patch.md", "words": "Put all back",
}  # fmt: skip
PAGE = {
    "title": "Buy a tube: which one?", "description": "Which tube fits your bicycle, and how to read the numbers on the old one.",
    "point": "The numbers say which tube fits.", "heading": "Read the numbers", "text": "Take one with the same numbers.",
    "next": "patch.md", "why": "It says how to put it in.", "group": "read", "menu": "Buy a tube",
}  # fmt: skip
KINDS = {"term": TERM, "question": QUESTION, "source": SOURCE, "page": PAGE}


def words(kind: str, /, **changed: str | None) -> list[str]:
    given = {**KINDS[kind], **changed}
    return ["new", kind, *(word for name, text in given.items() if text is not None for word in (f"--{name}", text))]


def files(guide: Path) -> dict[str, bytes]:
    return {path.relative_to(guide).as_posix(): path.read_bytes() for path in guide.rglob("*") if path.is_file()}


def read(guide: Path, name: str) -> str:
    return (guide / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_it_passes_the_checks_and_lists_its_address(guide: Path, run: Run, kind: str) -> None:
    before = files(guide)
    code, said, complaint = run(*words(kind))
    assert (code, complaint) == (0, "")
    changed = sorted(name for name, text in files(guide).items() if before.get(name) != text)
    assert said.splitlines()[:-1] == [f"Wrote {name}" for name in changed]
    assert "docs/permalinks.txt" in changed
    assert main(["--root", str(guide), "check"]) == 0


def test_a_term_stands_under_its_letter(guide: Path, run: Run) -> None:
    assert run(*words("term", say="**side** wall"))[0] == 0
    text = read(guide, "docs/glossary.md")
    assert "- [R](#r)\n- [S](#s)\n- [T](#t)\n///" in text
    entry = "### Side wall {#side-wall}\n\n- Say it: **side** wall\n- Also called: rough place\n\nThe side of a tyre.\n"
    assert f"\n\n## S {{#s}}\n\n{entry}\n## T {{#t}}\n" in text


@pytest.mark.parametrize(
    ("name", "above", "below"),
    [
        ("Air", "///\n\n## A {#a}\n\n", "\n\n## R {#r}"),
        ("Ridge", "## R {#r}\n\n", "\n\n### Rim {#rim}"),
        ("Rubber", "which holds the tyre.\n\n", "\n\n## T {#t}"),
        ("Valve", "lifts the tyre.\n\n## V {#v}\n\n", "\n"),
    ],
)
def test_the_alphabet_is_kept(guide: Path, run: Run, name: str, above: str, below: str) -> None:
    (guide / "docs" / "faq.md").write_text(read(guide, "docs/faq.md").replace("Mostly not.", f"Mostly not, {name}."))
    assert run("new", "term", "--name", name, "--meaning", "A thing.")[0] == 0
    text = read(guide, "docs/glossary.md")
    assert f"{above}### {name} {{#{name.lower()}}}\n\nA thing.{below}" in text
    assert text.endswith(".\n")


def test_a_question_stands_at_the_end_of_its_group_and_above_the_closing_box(guide: Path, run: Run) -> None:
    page = guide / "docs" / "faq.md"
    page.write_text(f"{page.read_text()}\n/// next-step\n[Start](index.md)\n\nRead it all.\n///\n")
    assert run(*words("question"))[0] == 0
    entry = "### How long does it last? {#how-long-does-it-last}\n\nOften a year.\n\n[The four steps](patch.md#steps)\n"
    assert f"(patch.md#steps)\n\n{entry}\n/// next-step\n" in page.read_text()


def test_a_source_stands_in_its_place_and_behind_the_sentence(guide: Path, run: Run) -> None:
    assert run(*words("source"))[0] == 0
    assert "4. Put all back, and fill it with air. [Rimmer 2023](references.md#rimmer-2023)\n" in read(
        guide, "docs/patch.md"
    )
    text = read(guide, "docs/references.md")
    assert (
        "## Studies {#studies}\n\n### Rimmer 2023 {#rimmer-2023}\n\nRimmer R. On rims. Journal of Tyres, 2023; 1(1): 1–2. "
        "[doi:10.1000/rims.2023](https://doi.org/10.1000/rims.2023)\n\n- Kind: cohort: a group treated and followed\n"
        "- People: 50\n- Found: Rims last.\n\n### Tyler 2024"
    ) in text


def test_a_source_that_is_cited_already_needs_no_page(guide: Path, run: Run) -> None:
    assert run(*words("source", page=None, words=None))[0] == 1
    page = guide / "docs" / "patch.md"
    page.write_text(page.read_text().replace("the rim with", "the rim [Rimmer 2023](references.md#rimmer-2023) with"))
    assert run(*words("source", page=None, words=None, doi=None))[0] == 0
    assert "- Link: none known yet\n" in read(guide, "docs/references.md")


def test_a_page_has_all_its_parts_and_a_line_in_the_menu(guide: Path, run: Run) -> None:
    before = read(guide, "mkdocs.yml")
    assert run(*words("page"))[0] == 0
    text = read(guide, "docs/buy-a-tube-which-one.md")
    assert text.startswith('---\ntitle: "Buy a tube: which one?"\n')
    assert (
        "\nreviewed: 2027-12-05\nnext_review: 2028-12-05\nstatus: not yet reviewed by anybody\n---\n\n# Buy a tube: which one?\n"
        in text
    )
    assert text.endswith("[Patch the tube](patch.md)\n\nIt says how to put it in.\n///\n")
    line = "      - Buy a tube: buy-a-tube-which-one.md\n"
    above = "      - Patch the tube: patch.md\n"
    assert read(guide, "mkdocs.yml") == before.replace(above, above + line)


REFUSED = {
    "a term that is there": (words("term", name="Rim"), "the address `#rim` is on line"),
    "a term that no page uses": (words("term", also=None), "no other page uses the word “Side wall”"),
    "a hard meaning": (words("term", meaning="Circumferential elastomeric reinforcement interface."), "reads at grade"),
    "a name without letters": (words("term", name="???"), "no address can be made from “???”; give one with --id"),
    "a bad address": (words("term", id="Side Wall"), "is not an address that works everywhere"),
    "no meaning": (words("term", meaning=""), "--meaning is empty"),
    "nothing": (["new", "term"], "--name is missing: Which word or words?"),
    "two lines": (words("term", meaning="One.\n## Two {#two}"), "--meaning has a line break"),
    "no question mark": (words("question", question="It lasts"), "“It lasts” is not a question"),
    "an unknown group": (words("question", group="Abroad"), "has no group “Abroad”; it has: At home."),
    "a page that is not there": (words("question", more="gone.md"), "there is no page gone.md; did you mean"),
    "a part that is not there": (words("question", more="patch.md#gone"), "has no part with the address #gone; it has: #steps"),
    "a number without a source": (words("question", answer="For 90 of 100 people, a year."), "nobody is named for “90 of 100”"),
    "a script": (words("question", answer="A year. <script>x()</script>"), "is HTML"),
    "an unknown kind": (words("source", kind="rumour"), "“rumour” is no kind of source"),
    "words that stand nowhere": (words("source", words="no such words"), "stands 0 times in docs/patch.md"),
    "words that stand twice": (words("source", words="the"), "times in docs/patch.md; give words that stand there once"),
    "a citing page that is not there": (words("source", page="gone.md"), "there is no page gone.md"),
    "a citing page without words": (words("source", words=None), "--words is missing: Behind which words"),
    "a short description": (words("page", description="Tubes."), "`description` has 6 letters"),
    "a group that the menu has not": (words("page", group="Write"), "the menu has no group “Write”; it has: Read; Look things up"),
    "a file that is there": (words("page", file="patch.md"), "docs/patch.md is there already"),
    "a file outside": (words("page", file="../patch.md"), "is there already, hidden, or in a folder"),
    "a hidden file": (words("page", file=".tubes"), "docs/.tubes.md is there already, hidden"),
    "a title without letters": (words("page", title="😀"), "name the file, such as --file"),
    "a heading without letters": (words("page", heading="😀"), "write its heading with letters from a to z"),
    "a title with an order": (words("page", title="Tubes {{ x }}", file="tubes.md"), "docs/tubes.md"),
}  # fmt: skip


@pytest.mark.parametrize("fault", REFUSED)
def test_a_bad_answer_is_refused_in_one_sentence_and_changes_nothing(guide: Path, run: Run, fault: str) -> None:
    given, said = REFUSED[fault]
    before = files(guide)
    code, out, complaint = run(*given)
    assert (code, out) == (1, "")
    assert said in sentence(complaint)
    assert files(guide) == before


def test_a_guide_that_has_faults_can_still_grow(guide: Path, run: Run) -> None:
    page = guide / "docs" / "index.md"
    page.write_text(page.read_text().replace("You can patch", "TODO. You can patch"))
    assert run(*words("question"))[0] == 0
    assert run("check")[0] == 1


def test_a_page_may_be_named_as_it_lies_in_docs(guide: Path, run: Run) -> None:
    assert run(*words("question", more="docs/patch.md#steps"))[0] == 0
    assert run(*words("page", next="patch"))[0] == 0
    assert "[The four steps](patch.md#steps)\n" in read(guide, "docs/faq.md")
    assert "[Patch the tube](patch.md)\n" in read(guide, "docs/buy-a-tube-which-one.md")


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_a_page_was_checked_on_the_day_of_its_writer(guide: Path, monkeypatch: pytest.MonkeyPatch, zone: str) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        days = {date.today()}
        assert main(["--root", str(guide), *words("page")]) == 0
        days.add(date.today())
    finally:
        monkeypatch.undo()
        time.tzset()
    found = re.search(r"^reviewed: (.+)$", read(guide, "docs/buy-a-tube-which-one.md"), re.M)
    assert found
    assert date.fromisoformat(found[1]) in days


@contextmanager
def at_a_terminal(guide: Path, *said: str) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """Run the command with a terminal to type in; yield it, and the keyboard."""
    command = [str(Path(sys.executable).with_name("guide")), "--root", str(guide), "new", *said]
    keyboard, terminal = pty.openpty()
    with subprocess.Popen(command, stdin=terminal, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as asking:
        os.close(terminal)
        try:
            yield asking, keyboard
        finally:
            asking.kill()  # or a test that fails would wait for it for ever
    os.close(keyboard)


def typed(guide: Path, keys: str, *said: str) -> tuple[int, str]:
    """Type keys into the command; return its exit and all that it wrote."""
    with at_a_terminal(guide, *said) as (asking, keyboard):
        os.write(keyboard, keys.encode())
        wrote, _ = asking.communicate(timeout=60)
    return asking.returncode, wrote.decode()


def test_what_is_missing_is_asked(guide: Path) -> None:
    keys = "\nHow long does it last?\nOften a year.\npatch.md\n\n\n"
    code, said = typed(guide, keys, "question", "--group", "At home")
    assert code == 0
    assert "Wrote docs/faq.md\n" in said
    assert said.count("?") >= 5
    assert "This is needed. What do people ask" in said
    assert "Often a year.\n\n[Patch the tube](patch.md)\n" in read(guide, "docs/faq.md")


def test_what_there_is_to_choose_from_is_shown_and_chosen_by_its_number(guide: Path) -> None:
    keys = "How long does it last?\nOften a year.\n5\n1\n\n\n"
    code, said = typed(guide, keys, "question")
    assert code == 0
    assert "\n  5 patch.md\n" in said
    assert "\n  1 At home\nIts number:" in said
    assert "Often a year.\n\n[Patch the tube](patch.md)\n" in read(guide, "docs/faq.md")


def test_a_bad_answer_is_told_and_the_others_are_kept(guide: Path) -> None:
    keys = "It lasts\nOften a year.\npatch.md\n1\nthe steps\n\n" + "How long does it last?\n\n\n\n-\n\n"
    code, said = typed(guide, keys, "question")
    assert code == 0
    assert "“It lasts” is not a question" in said
    assert "Answer once more" in said
    entry = "### How long does it last? {#how-long-does-it-last}\n\nOften a year.\n\n[Patch the tube](patch.md)\n"
    assert entry in read(guide, "docs/faq.md")


def test_signs_that_nobody_can_see_are_asked_again(guide: Path) -> None:
    code, said = typed(guide, "Mostly\x1b[D?\n\x04", "question")
    assert (code, "a sign that nobody can see" in said) == (1, True)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("way", ["control-c", "end"])
def test_who_stops_is_told_in_a_line_that_nothing_changed(guide: Path, kind: str, way: str) -> None:
    before = files(guide)
    with at_a_terminal(guide, kind) as (asking, keyboard):
        assert asking.stdout
        while asking.stdout.read(1) != b"?":
            assert asking.poll() is None
        for _ in range(20):  # the first may come just before the program listens
            if way == "control-c":
                asking.send_signal(signal.SIGINT)
            else:
                os.write(keyboard, b"\x04")
            with suppress(subprocess.TimeoutExpired):
                asking.wait(timeout=3)
                break
        wrote, _ = asking.communicate(timeout=60)
    assert (asking.returncode, wrote.decode().strip()) == (1, "guide: stopped; nothing was changed.")
    assert files(guide) == before


def test_a_full_disk_leaves_nothing_half_written(guide: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = files(guide)
    copy = shutil.copyfile

    def full(source: Path, target: Path, **more: bool) -> None:
        copy(source, target, **more)
        if str(target).endswith("permalinks.txt.part"):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(target))

    monkeypatch.setattr(shutil, "copyfile", full)
    assert main(["--root", str(guide), *words("question")]) == 2
    assert files(guide) == before
