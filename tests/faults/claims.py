"""Faults of docs/claims.yml: its form, ids, verdicts and sources, and whether each claim is told where it says."""

from __future__ import annotations

from pathlib import Path

from . import Edit, Fault, Good, both, put, swap

CLAIMS = "docs/claims.yml"
WORDS = "60 of 100 people hold their stick too high"
ID, VERDICT = "- id: HEIGHT-1\n", "  verdict: contradicted\n"
SOURCES, TOLD = "  sources: [walker-2024]\n", "  told: height.md#measure\n"
SECOND = """
- id: HEIGHT-2
  claim: A stick ends at the wrist.
  verdict: supported
  sources: [walker-2024]
  told: height.md#measure
  words: [level with your wrist]
"""


def change(old: str, new: str) -> Edit:
    """Change the claims."""
    return swap("claims.yml", old, new)


def second(old: str = "", new: str = "") -> Edit:
    """Add a claim; it begins on line 8."""
    assert old in SECOND
    text = SECOND.replace(old, new) if old else SECOND

    def edit(guide: Path) -> None:
        path = guide / CLAIMS
        path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")

    return edit


def windows(edit: Edit) -> Edit:
    """Do an edit, then save the claims as Windows does: with a byte order mark and CRLF."""

    def again(guide: Path) -> None:
        edit(guide)
        path = guide / CLAIMS
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))

    return again


FAULTS = [
    Fault("a claim without its words", change(f"  words: [{WORDS}]\n", ""), (("claims-are-whole", CLAIMS, 1),)),
    Fault("sources that are no list", change("[walker-2024]", "walker-2024"), (("claims-are-whole", CLAIMS, 4),)),
    Fault(
        "a number among the words",
        second("[level with your wrist]", "[level with your wrist, 60]"),
        (("claims-are-whole", CLAIMS, 13),),
    ),
    Fault(
        "a field with a slip",
        change("  verdict:", "  verdit:"),
        (("claims-are-whole", CLAIMS, 1), ("claims-are-whole", CLAIMS, 3)),
    ),
    Fault("claims that are no list", put("claims.yml", "id: HEIGHT-1\n"), (("claims-are-whole", CLAIMS, 1),)),
    Fault(
        "claims that cannot be read", change("  claim: Most", "  claim: Most: all"), (("claims-are-whole", CLAIMS, 2),)
    ),
    Fault("claims with copies", change("[walker-2024]", "&a [walker-2024]"), (("claims-are-whole", CLAIMS, 4),)),
    Fault(
        "claims that are not UTF-8",
        put("claims.yml", ID.encode() + b"  claim: caf\xe9\n"),
        (("claims-are-whole", CLAIMS, 0),),
    ),
    Fault("an id twice", second("HEIGHT-2", "HEIGHT-1"), (("claims-have-ids-of-their-own", CLAIMS, 8),)),
    Fault(
        "an id twice, in a file of Windows",
        windows(second("HEIGHT-2", "'HEIGHT-1'")),
        (("claims-have-ids-of-their-own", CLAIMS, 8),),
    ),
    Fault("a verdict of its own", change("contradicted", "partly true"), (("claims-have-a-verdict", CLAIMS, 3),)),
    Fault("a verdict in capitals", second("supported", "Supported"), (("claims-have-a-verdict", CLAIMS, 10),)),
    Fault("a source with a slip", change("[walker-2024]", "[walker-2042]"), (("claims-have-sources", CLAIMS, 4),)),
    Fault("a verdict without a source", change("[walker-2024]", "[]"), (("claims-have-sources", CLAIMS, 4),)),
    Fault(
        "a group in place of a source",
        second("[walker-2024]", "[walker-2024, studies]"),
        (("claims-have-sources", CLAIMS, 11),),
    ),
    Fault(
        "a page that is not there",
        change("told: height.md", "told: hight.md"),
        (("claims-are-told-somewhere", CLAIMS, 5),),
    ),
    Fault("a heading that is not there", change("#measure", "#mesure"), (("claims-are-told-somewhere", CLAIMS, 5),)),
    Fault(
        "a page without a heading",
        change("height.md#measure", "height.md"),
        (("claims-are-told-somewhere", CLAIMS, 5),),
    ),
    Fault(
        "words that are gone",
        swap("height.md", "hold their stick too high", "hold it too high"),
        (("claims-are-told-in-these-words", CLAIMS, 6),),
    ),
    Fault(
        "words that stand in the next section",
        second("level with your wrist", "The handle ends at your wrist"),
        (("claims-are-told-in-these-words", CLAIMS, 13),),
    ),
    Fault(
        "no words at all", second("[level with your wrist]", "[]"), (("claims-are-told-in-these-words", CLAIMS, 13),)
    ),
]

GOOD = [
    Good("a guide without claims", lambda guide: (guide / CLAIMS).unlink()),
    Good("an opinion without a source", both(change(SOURCES, "  sources: []\n"), change("contradicted", "opinion"))),
    Good(
        "words over a line break, with another apostrophe and bold",
        both(
            swap(
                "height.md", "The handle is level with your wrist.", "The stick’s handle\nis **level with** your wrist."
            ),
            second("level with your wrist", "The stick's handle is level with your wrist"),
        ),
    ),
    Good(
        "words in the box at the top",
        second(
            "height.md#measure\n  words: [level with your wrist]",
            ("index.md#in-short\n  words: ['A stick takes weight off one leg', The right height matters most]"),
        ),
    ),
    Good(
        "words in a table below a smaller heading",
        both(
            swap("index.md", "| Kind | Weight |", "### Two of them {#two}\n\n| Kind | Weight |"),
            second(
                "height.md#measure\n  words: [level with your wrist]",
                "index.md#kinds\n  words: [400 grams, short walks]",
            ),
        ),
    ),
    Good("words on several lines", second("[level with your wrist]", "\n    - level with\n    - your wrist")),
    Good("claims of Windows", windows(second())),
]
