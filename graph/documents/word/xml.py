"""Word files in one XML file, as systems fill them from templates and call them .doc.

There are two kinds: the parts of a .docx one after the other (flat OPC), and the older
WordprocessingML of Word 2003, whose elements are nearly those of a .docx.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from ...errors import DocumentError
from ..blocks.numbering import numbered
from ..containers.package import parse_xml
from ..file import Content, File
from . import docx
from .numbering import W
from .text import BOX

if TYPE_CHECKING:
    from lxml.etree import _Element

_OLD = "{http://schemas.microsoft.com/office/word/2003/wordml}"
_HINT = "{http://schemas.microsoft.com/office/word/2003/auxHint}"
_PART = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_ANNOTATION = "{http://schemas.microsoft.com/aml/2001/core}annotation"
_BINARY = re.compile(rb"(<(?:w:binData|pkg:binaryData)\b[^<>]*>)[^<]+")
"""Pictures, which are larger than a parser takes for text."""
_RENAMED = {"vmerge": f"{W}vMerge", "footnote": BOX, "endnote": BOX}
"""A note stands inside its paragraph; as a box it is read behind it."""
_CHANGES = {"Word.Insertion": f"{W}ins", "Word.Deletion": f"{W}del"}
_BULLETS = ("Symbol", "Wingdings", "Courier New")


def read(file: File) -> Content:
    """Read a Word file in XML as the .docx that holds the same.

    Raises `DocumentError` when it is damaged, too large or declares an XML entity.
    """
    data = _BINARY.sub(rb"\1", file.data)
    if len(data) > file.limits.part_bytes:
        n = file.limits.part_bytes >> 20
        raise DocumentError("documents.file-too-large", path=file.path, n=n)
    root = parse_xml(data, file)
    if root.tag == f"{_PART}package":
        return docx.read(replace(file, data=_packed(root, file)))
    body = root.find(f"{_OLD}body")
    if body is None:
        raise DocumentError("documents.damaged", path=file.path)
    _renew(body)
    return docx.read_body(body, file)


def _packed(root: "_Element", file: File) -> bytes:
    """Pack the parts of a flat file as a .docx has them."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, data in _parts(root, file):
            package.writestr(name, data)
    return stream.getvalue()


def _parts(root: "_Element", file: File) -> Iterator[tuple[str, bytes]]:
    from lxml import etree

    for part in root.iterchildren(f"{_PART}part"):
        name = part.get(f"{_PART}name", "").lstrip("/")
        tree = part.find(f"{_PART}xmlData/*")
        if name and tree is not None:
            yield name, etree.tostring(tree)


def _renew(body: "_Element") -> None:
    """Give the elements of Word 2003 the names that they have in a .docx."""
    for element in list(body.iter(f"{_OLD}*", _ANNOTATION)):
        if element.tag == _ANNOTATION:
            _renew_annotation(element)
            continue
        name = element.tag.removeprefix(_OLD)
        for key, told in list(element.items()):
            element.set(str(key).replace(_OLD, W), told)
        element.tag = _RENAMED.get(name, W + name)
        if name == "listPr":
            _write_number(element)


def _renew_annotation(annotation: "_Element") -> None:
    """Make changes of annotations; comments are no text."""
    kind = annotation.get(f"{_OLD}type", "")
    if kind in _CHANGES:
        annotation.tag = _CHANGES[kind]
    elif kind == "Word.Comment":
        for inner in list(annotation):
            annotation.remove(inner)


def _write_number(listed: "_Element") -> None:
    """Write the number that Word keeps beside an automatic list before its paragraph."""
    hint, font = listed.find(f"{_HINT}t"), listed.find(f"{_HINT}font")
    label = "" if hint is None else hint.get(f"{_HINT}val", "")
    sign = "" if font is None else font.get(f"{_HINT}val", "")
    properties = listed.getparent()
    if label and not sign.startswith(_BULLETS) and properties is not None:
        after = properties.itersiblings()
        text = next((t.text for run in after for t in run.iter(f"{_OLD}t") if t.text), "")
        run = properties.makeelement(f"{W}r")
        written = run.makeelement(f"{W}t")
        written.text = numbered(label, text).removesuffix(text)
        run.append(written)
        properties.addnext(run)
