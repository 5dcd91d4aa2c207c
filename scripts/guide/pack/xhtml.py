"""Turns a piece of a finished page into XHTML, in which the letters of every name count."""

from __future__ import annotations

from lxml import etree, html

from guide.drawings import NAMESPACE as SVG

XHTML, OPS = "http://www.w3.org/1999/xhtml", "http://www.idpf.org/2007/ops"
# A reader of HTML writes all names in small letters and sets these right in drawings; nobody does so for XHTML.
# All others that are written with capitals: html.spec.whatwg.org/multipage/parsing.html#adjust-svg-attributes
IN_DRAWINGS = {
    name.lower(): name
    for name in (
        *("viewBox", "preserveAspectRatio", "pathLength", "textLength", "lengthAdjust", "startOffset"),
        *("gradientUnits", "gradientTransform", "spreadMethod", "patternUnits", "patternTransform"),
        *("patternContentUnits", "clipPathUnits", "maskUnits", "maskContentUnits", "markerUnits"),
        *("markerWidth", "markerHeight", "refX", "refY", "stdDeviation", "filterUnits", "primitiveUnits"),
        *("linearGradient", "radialGradient", "clipPath", "textPath", "foreignObject"),
    )
}


def as_xhtml(element: html.HtmlElement, *, drawing: bool = False) -> etree._Element:
    """Return an element and all below it as XHTML; a drawing keeps its own language. Comments are left out."""
    drawing = drawing or element.tag == "svg"
    language, right = (SVG, IN_DRAWINGS) if drawing else (XHTML, {})
    tag = str(element.tag)
    made = etree.Element(f"{{{language}}}{right.get(tag, tag)}", nsmap={None: language})
    made.text = element.text
    for name, value in element.attrib.items():
        if not str(name).startswith("xmlns"):
            made.set(right.get(str(name), str(name)), str(value))
    for child in element:
        _add(made, child, drawing=drawing)
    return made


def _add(parent: etree._Element, child: html.HtmlElement, *, drawing: bool) -> None:
    """Add a child, or of a comment only the text after it."""
    if isinstance(child.tag, str):
        made = as_xhtml(child, drawing=drawing)
        made.tail = child.tail
        parent.append(made)
    elif len(parent):
        parent[-1].tail = (parent[-1].tail or "") + (child.tail or "")
    else:
        parent.text = (parent.text or "") + (child.tail or "")


def document(title: str, language: str, *content: etree._Element) -> bytes:
    """Return a whole XHTML file with this title and content."""
    root = etree.Element(f"{{{XHTML}}}html", nsmap={None: XHTML, "epub": OPS})
    root.set("lang", language)
    root.set("{http://www.w3.org/XML/1998/namespace}lang", language)
    head = etree.SubElement(root, f"{{{XHTML}}}head")
    etree.SubElement(head, f"{{{XHTML}}}title").text = title
    etree.SubElement(head, f"{{{XHTML}}}link", rel="stylesheet", type="text/css", href="style.css")
    etree.SubElement(root, f"{{{XHTML}}}body").extend(content)
    text: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, doctype="<!DOCTYPE html>")
    return text
