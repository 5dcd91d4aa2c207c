"""The drawings of a guide (SVG files), read without following anything they point to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

FOLDER, ENDING = "assets/figures/", ".svg"
NAMESPACE = "http://www.w3.org/2000/svg"
# A larger drawing is not read: another rule says that it is too large.
MOST_BYTES = 1_000_000


class DrawingError(ValueError):
    """A drawing that cannot be used: what is wrong, how to mend it, and the line."""

    def __init__(self, message: str, remedy: str, line: int = 1) -> None:
        """Remember the parts."""
        super().__init__(message)
        self.message, self.remedy, self.line = message, remedy, line


@dataclass(frozen=True)
class Part:
    """An element of a drawing: its name without a namespace, its attributes, its line and its own text."""

    name: str
    attributes: dict[str, str]
    line: int
    text: str

    @property
    def classes(self) -> list[str]:
        """Return the classes of the element."""
        return self.attributes.get("class", "").split()


def _local(name: object) -> str:
    """Return a name without its namespace; a comment or an instruction has none."""
    return etree.QName(name).localname if isinstance(name, str) else ""


def _attribute(name: object) -> str:
    """Return the name of an attribute as a page takes it: in small letters, but for the size of a drawing."""
    local = _local(name)
    return local if local == "viewBox" else local.lower()


def _part(element: etree._Element) -> Part:
    attributes = {_attribute(name): str(value) for name, value in element.attrib.items()}
    return Part(_local(element.tag), attributes, element.sourceline or 1, element.text or "")


def _root(data: bytes) -> etree._Element:
    """Return the root of a drawing. Raises DrawingError."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        message = f"the drawing cannot be read: {error.msg}"
        raise DrawingError(message, "save it again as SVG from the drawing program", error.lineno or 1) from error
    _refuse_tricks(root, data)
    if root.tag != f"{{{NAMESPACE}}}svg":
        message = "the drawing does not begin with `<svg`, or does not say that it is SVG"
        raise DrawingError(message, f'begin it with `<svg xmlns="{NAMESPACE}" viewBox="…">`')
    return root


def _refuse_tricks(root: etree._Element, data: bytes) -> None:
    """Raise DrawingError for what a page, into which the drawing is put, would read in another way."""
    if root.getroottree().docinfo.doctype:
        raise DrawingError("the drawing begins with a `<!DOCTYPE`", "delete that line; a drawing does not need it")
    if b"<![CDATA[" in data:
        raise DrawingError("the drawing holds a `<![CDATA[`", "save it as plain SVG, without data of other programs")
    for order in root.getroottree().xpath("//processing-instruction()"):
        raise DrawingError(f"the drawing holds an order, `<?{order.target}`", "delete it", order.sourceline or 1)
    for comment in root.getroottree().xpath("//comment()"):
        if "<" in comment.text or comment.text.startswith((">", "-")):
            raise DrawingError("the drawing hides something in a comment", "delete it", comment.sourceline or 1)


def read_drawing(path: Path) -> list[Part]:
    """Return the elements of a drawing, the outermost first. Raises DrawingError; OSError when it cannot be opened."""
    data = path.read_bytes()
    if len(data) > MOST_BYTES:
        return []
    return parts_of(data)


def parts_of(data: str | bytes) -> list[Part]:
    """Return the elements of the text of a drawing, the outermost first. Raises DrawingError."""
    root = _root(data.encode() if isinstance(data, str) else data)
    return [_part(element) for element in root.iter() if isinstance(element.tag, str)]


def drawings(files: list[str]) -> Iterator[str]:
    """Yield the names of the drawings among the files of docs/."""
    yield from (name for name in files if name.lower().endswith(ENDING))
