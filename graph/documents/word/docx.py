"""Word documents (.docx): the main text, then footnotes and endnotes."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...errors import DocumentError
from ...plan import Doubt
from ..blocks.changes import change_doubts
from ..blocks.composing import Composer, Frame
from ..containers.package import Package
from ..file import Content, File
from .chunks import Chunks
from .numbering import W, WordNumbering
from .tables import flow
from .text import Findings, Writing

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAIN = "/officeDocument"
_NOTES = (("footnotes", f"{W}footnote"), ("endnotes", f"{W}endnote"))


def read(file: File) -> Content:
    """Read a Word document: automatic numbers written out, tracked changes accepted and told.

    Raises `DocumentError` when the file is damaged, too large or holds an XML entity.
    """
    package = Package(file)
    main = _main_part(package)
    folder = main.rpartition("/")[0]
    body = _tree(package, main)
    numbering = WordNumbering(
        package.tree(f"{folder}/numbering.xml"), package.tree(f"{folder}/styles.xml")
    )
    writing = Writing(numbering, Findings(), Chunks(package, main))
    composer = Composer(file)
    composer.flow(flow(body, writing))
    for name, tag in _NOTES:
        composer.flow(_notes(package.tree(f"{folder}/{name}.xml"), tag, writing))
    return Content(tuple(composer.blocks), tuple(_doubts(writing.findings)))


def read_body(body: "_Element", file: File) -> Content:
    """Read the body of a document that has no other parts."""
    writing = Writing(WordNumbering(None, None), Findings(), Chunks(Package(file), ""))
    composer = Composer(file)
    composer.flow(flow(body, writing))
    return Content(tuple(composer.blocks), tuple(_doubts(writing.findings)))


def _main_part(package: Package) -> str:
    """Find the main part as the package names it; nearly always `word/document.xml`."""
    for relation in package.relations(""):
        if relation.kind.endswith(_MAIN):
            return relation.part
    return "word/document.xml"


def _tree(package: Package, name: str) -> "_Element":
    tree = package.tree(name)
    if tree is None:
        raise DocumentError("documents.damaged", path=package.file.path)
    return tree


def _notes(notes: "_Element | None", tag: str, writing: Writing) -> Iterator[str | Frame]:
    """Give the texts of footnotes; those with a type are only the lines above them."""
    for note in () if notes is None else notes.iterchildren(tag):
        if note.get(f"{W}type") in {None, "normal"}:
            yield from flow(note, writing)


def _doubts(findings: Findings) -> Iterator[Doubt]:
    yield from change_doubts(
        findings.insertions, findings.deletions, findings.struck, findings.hidden
    )
    yield from findings.doubts
    if findings.embedded:
        yield Doubt("documents.embedded", values=(("n", str(findings.embedded)),))
