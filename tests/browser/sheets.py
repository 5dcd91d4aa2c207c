"""The page of sheets to fill in: its parts by their names, and what a reader does there."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from .conftest import Visit

QUESTION = "What did my test injection (diagnostic nerve block) show?"
OTHER = "How will we tell whether it has worked for me?"
STATEMENT = "I want to wait until more is known about who it helps."
SHEETS = ("My questions", "What matters to me", "My diary")
NO_PRINTER = "window.print = () => {};"  # what a printer would do here is done by `emulate_media` and `pdf`
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
# Of each element the smaller one of its width and height, and what it is.
SIZES = """all => all.map(one => {
  const box = one.getBoundingClientRect();
  return [Math.min(box.width, box.height), one.outerHTML];
})"""
# The words on paper and nothing else, as a reader would see them.
PAPER = "() => document.body.innerText"


def open_sheets(visit: Visit, base: str) -> Page:
    """Open the page of sheets in a window that prints nothing."""
    visit.page.add_init_script(NO_PRINTER)
    visit.page.goto(f"{base}decide.html")
    return visit.page


def sheet(page: Page, title: str = "My questions") -> Locator:
    """Return the sheet of this name."""
    return page.get_by_role("form", name=title)


def ends(page: Page, title: str = "My questions") -> Locator:
    """Return what stands below a sheet: its buttons, and whether to keep the answers."""
    return page.get_by_role("group", name=title)


def press(page: Page, words: str, title: str = "My questions") -> None:
    """Press a button below a sheet."""
    ends(page, title).get_by_role("button", name=words).click()


def keep(page: Page, title: str = "My questions") -> Locator:
    """Return the box that asks the browser to keep the answers of a sheet."""
    return ends(page, title).get_by_role("checkbox", name="Keep my answers on this device")


def status(page: Page, title: str = "My questions") -> Locator:
    """Return where a sheet says what became of the answers."""
    return ends(page, title).get_by_role("status")


def own(page: Page, number: int = 1) -> Locator:
    """Return a line for a question of one’s own."""
    return page.get_by_label(f"My own questions {number}", exact=True)


def say_yes(page: Page, *, yes: bool = True) -> None:
    """Answer the next question of the browser."""
    page.once("dialog", lambda dialog: dialog.accept() if yes else dialog.dismiss())


def fill_in(page: Page) -> None:
    """Answer something on each sheet."""
    page.get_by_label(QUESTION).check()
    page.get_by_label(OTHER).check()
    own(page).fill("Can my dog come?")
    page.get_by_label(STATEMENT).check()
    page.get_by_label("What worries me most is").fill("numb toes")
    page.get_by_label("Tuesday, Pain, 0 to 10").fill("7")
    page.get_by_label("Tuesday, Medicine").fill("none")


def is_filled_in(page: Page, *, filled: bool) -> None:
    """Check that each sheet holds what `fill_in` answered, or nothing."""
    for name in (QUESTION, OTHER, STATEMENT):
        expect(page.get_by_label(name)).to_be_checked(checked=filled)
    for name, words in {
        "My own questions 1": "Can my dog come?",
        "What worries me most is": "numb toes",
        "Tuesday, Pain, 0 to 10": "7",
        "Tuesday, Medicine": "none",
    }.items():
        expect(page.get_by_label(name)).to_have_value(words if filled else "")


def print_sheet(page: Page, title: str = "My questions") -> str:
    """Press the button; return the words on paper, with how many pages they fill."""
    page.emulate_media(media="screen")
    press(page, "Print this sheet", title)
    page.emulate_media(media="print")
    return str(page.evaluate(PAPER))
