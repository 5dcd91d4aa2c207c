"""Faults of the words: promising, frightening, unexplained, misspelled, or hard to compare."""

from __future__ import annotations

from . import Good, both, swap
from .text import CITED, FAQ, HEIGHT, INDEX, LIST, SOURCES, cell, once, say, windows

HONEST = [
    once("a promise", say("A stick is a cure for falls."), "promise-words", INDEX, 18),
    once("a promise with a capital in a cell", cell("stairs", "Safe stairs"), "promise-words", INDEX, 21),
    once(
        "a promise in an alternative text",
        swap("height.md", "A person stands", "A safer person stands"),
        "promise-words",
        HEIGHT,
        15,
    ),
    once(
        "a promise in a description",
        swap("index.md", "A tiny guide that", "A proven guide that"),
        "promise-words",
        INDEX,
        3,
    ),
    once(
        "a promise after a not that does not belong to it",
        say("It is not only cheap but safe."),
        "promise-words",
        INDEX,
        18,
    ),
    once(
        "a promise in an answer",
        swap("faq.md", "The hand on your good side.", "The hand on your safe side."),
        "promise-words",
        FAQ,
        15,
    ),
    once("a frightening word", say("Many people suffer on stairs."), "scare-words", INDEX, 18),
    once(
        "a frightening plural in a caption",
        swap("index.md", "Two kinds of stick", "Two sticks for victims"),
        "scare-words",
        INDEX,
        24,
    ),
    once(
        "a frightening word in a meaning",
        swap("glossary.md", "keeps a stick from slipping", "kills slipping"),
        "scare-words",
        LIST,
        23,
    ),
]
PLAIN = [
    once("jargon", say("The efficacy of sticks differs."), "jargon", INDEX, 18),
    once("jargon in the plural, in a point, with a capital", say("- Look.\n- Lesions may show."), "jargon", INDEX, 19),
    once("jargon of two words with a hyphen", cell("stairs", "statistically-significant stairs"), "jargon", INDEX, 21),
    once(
        "jargon explained only later",
        say("The efficacy differs.\n\nHow well it works (efficacy) differs."),
        "jargon",
        INDEX,
        18,
    ),
    once("jargon in a remark in brackets", say("They walked (at baseline and later)."), "jargon", INDEX, 18),
    once("jargon with only its American spelling behind", say("An oedema (US: edema) may come."), "jargon", INDEX, 18),
    once("jargon in a heading only", swap("index.md", "## Kinds of stick", "## Morbidity"), "jargon", INDEX, 16),
    once("an abbreviation", say("Ask the NHS for one."), "abbreviations", INDEX, 18),
    once("an abbreviation with stops, in a cell", cell("stairs", "G.P. stairs"), "abbreviations", INDEX, 21),
    once(
        "an abbreviation in the plural on the second line",
        say("Ask for a stick.\nAsk two GPs."),
        "abbreviations",
        INDEX,
        19,
    ),
    once(
        "an abbreviation explained only later",
        say("Have an MRI.\n\nA magnet scan (MRI) is loud."),
        "abbreviations",
        INDEX,
        18,
    ),
    once(
        "an abbreviation in what a source says",
        swap("references.md", "The maker’s own page.\n", "The maker’s own page. See the HSE.\n"),
        "abbreviations",
        SOURCES,
        20,
    ),
]
SPELLED = [
    once("a misspelled word", say("You will recieve a stick."), "spelling", INDEX, 18),
    once(
        "a misspelled word with a capital, in a heading",
        swap("index.md", "## Kinds of", "## Definately a kind of"),
        "spelling",
        INDEX,
        16,
    ),
    once(
        "a misspelled half of a word with a hyphen, with CRLF",
        windows(say("- Look.\n- A well-balenced stick.")),
        "spelling",
        INDEX,
        19,
    ),
    once(
        "a misspelled alternative text",
        swap("height.md", "level with the wrist.]", "level wiht the wrist.]"),
        "spelling",
        HEIGHT,
        15,
    ),
    once("an American word", say("The color is up to you."), "british-spelling", INDEX, 18),
    once("an American word in the plural in a cell", cell("stairs", "Tumors"), "british-spelling", INDEX, 21),
    once("an American word of two", say("- Look.\n- Physical therapy may help."), "british-spelling", INDEX, 19),
]
COUNTED = [
    once("one in so many", say(f"It helps 1 in 7 people.{CITED}"), "out-of-100", INDEX, 18),
    once("one in so many in words", say(f"It helps one in seven people.{CITED}"), "out-of-100", INDEX, 18),
    once("a per cent sign in a cell", cell("stairs", f"40\u00a0% of stairs{CITED}"), "out-of-100", INDEX, 21),
    once("per cent in a point", say(f"- Look.\n- About forty percent fall.{CITED}"), "out-of-100", INDEX, 19),
    once("more people than there are", say(f"About 120 of 100 people fell.{CITED}"), "possible-shares", INDEX, 18),
    once(
        "more than there are in a cell",
        swap("index.md", "| stairs |", "| 13 out of the 12 |"),
        "possible-shares",
        INDEX,
        21,
    ),
    once("Fahrenheit alone", say(f"It is\n68 °F warm.{CITED}"), "temperatures", INDEX, 19),
    once("another sign for degrees", say(f"It is 20 ºC warm.{CITED}"), "temperatures", INDEX, 18),
    once("a minus lost behind a dash", say(f"It is –20 °C (4 °F) cold.{CITED}"), "temperatures", INDEX, 18),
    once("a promise of no risk", say("Oak is without any risk."), "promise-words", INDEX, 18),
    once("a risk word", say("Falls are common."), "risk-words", INDEX, 18),
    once("a risk word with a number that is not how often", say("Falls are rare in 2024."), "risk-words", INDEX, 18),
    once(
        "a risk word in a heading over no number",
        swap("faq.md", "## Using it", "## Rarely told"),
        "risk-words",
        FAQ,
        11,
    ),
    once(
        "a risk word in a point whose neighbour has a number",
        say(f"- Falls are rare.\n- Of 100 people 5 of 100 fell.{CITED}"),
        "risk-words",
        INDEX,
        18,
    ),
    once("Celsius alone", say(f"Wood bends at 60 °C.{CITED}"), "temperatures", INDEX, 18),
    once(
        "one of two in Celsius alone, in a cell",
        cell("stairs", f"0 °C (32 °F), then 5 °C{CITED}"),
        "temperatures",
        INDEX,
        21,
    ),
    once(
        "a wrong number of degrees Fahrenheit", say(f"Wood bends at 60 °C (150 °F).{CITED}"), "temperatures", INDEX, 18
    ),
    once("a minus lost in a range", say(f"Keep it at −5 to 5 °C (-23 to 41 °F).{CITED}"), "temperatures", INDEX, 18),
]
FAULTS = [*HONEST, *PLAIN, *SPELLED, *COUNTED]

GOOD = [
    Good("it is not so", say("A stick is not a cure. No stick is proven. Nobody is safe on ice.")),
    Good("it is not so, in short", say("A stick doesn’t cure falls. It won't be safe.")),
    Good("a year before a count", say("In 2024, people walked more.")),
    Good("a reader asks", swap("faq.md", "### Which hand holds the stick?", "### Is a stick safe?")),
    Good("the words of others", say(f"The maker calls it “a painless miracle, proven in 9% of victims”.{CITED}")),
    Good("a quotation of its own", say("> The cure for horrible stairs: efficacy, NHS, color, 1 in 7.")),
    Good("a word that only begins like one", say("Safeguards and kilts are no curettes.")),
    Good(
        "code and addresses",
        say(f"See `recieve 50% color` and <https://nhs.example/safe-cure/NHS/wiht?color=50%25>.{CITED}"),
    ),
    Good("jargon in brackets", say("How well it works (efficacy) differs. The efficacy is not known.")),
    Good(
        "jargon with its meaning behind",
        say("The efficacy (how well it works) differs.\n\nA lesion is a sore spot. A cohort means a group."),
    ),
    Good(
        "jargon with its meaning in a part",
        say("Ask about fibrosis, which is scarring. A swelling called oedema may come."),
    ),
    Good(
        "jargon that is in the word list",
        both(
            swap("glossary.md", "- Also called: rubber foot", "- Also called: rubber foot, topical foot"),
            say("Look at the topical foot now and then."),
        ),
    ),
    Good(
        "jargon in the title of a source",
        swap("references.md", "Facts about sticks.", "Efficacy of percutaneous sticks: 1 in 7, 50%."),
    ),
    Good("an abbreviation behind its words", say("The health service (NHS) has some. Ask the NHS.")),
    Good("an abbreviation before its words", say("The NHS (health service) has some.")),
    Good("countries, numbers of records and names with capitals", say("In the US and UK, see NCT03449667 and PubMed.")),
    Good(
        "British words that a machine might stop",
        say("The colour and the fibre of a judgement, organised at the centre."),
    ),
    Good("American words beside British ones", say("The colour (US: color) and the centre, US: center, differ.")),
    Good("an American name", say("Ask the Center for Color in Boston.")),
    Good("how a word sounds", swap("glossary.md", "**ferr**-ool", "**teh**-adn-shwon")),
    Good("counts of a small group and of 100", say(f"It helped 2 of 13 people, and 14 of 100 in all.{CITED}")),
    Good(
        "two in one, in years and in days",
        say(f"It is two in one, first sold in 2019. Pain fell by 2 in 14 days.{CITED}"),
    ),
    Good("a risk word beside a number", say(f"Falls are common: 40 of 100 people fell.{CITED}")),
    Good(
        "a risk word whose number comes next",
        say(f"Falls are common. In a study of 100 people, 40 of 100 fell.{CITED}"),
    ),
    Good(
        "a risk word beside an honest gap",
        say("Falls are rare, but nobody has a good number.\n\nThe two have much in common."),
    ),
    Good("a risk word in the name of a page", say("[Common ways to hold it](height.md)")),
    Good("a temperature in both", say(f"Wood bends at -5 °C and 60 °C (23 °F and 140 °F), or 104 °F (40 °C).{CITED}")),
    Good("a part of a larger number", say(f"In 2019 of 30 people 12 fell. 1,000 of 1,200 people did.{CITED}")),
    Good("Fahrenheit in a column", swap("index.md", "| stairs |", "| below 68 °F |")),
    Good("a difference of temperatures", say(f"It fell by 10 °C (18 °F).{CITED}")),
    Good("letters of other languages", say("Äß. 漢字 ﷽ 🦯. Ёлки.")),
]
