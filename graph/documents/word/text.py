"""The text of a Word paragraph as a reader sees it: insertions kept, deletions dropped."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...plan import Doubt
from ..blocks.changes import TURN, without_turns
from ..blocks.composing import Frame
from ..blocks.numbering import numbered
from .chunks import Chunks
from .numbering import W, WordNumbering, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_VML = "{urn:schemas-microsoft-com:vml}"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DML = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"

BOX = f"{W}txbxContent"
CHUNK = f"{W}altChunk"
FALLBACK = f"{_MC}Fallback"
"""Repeats for older readers what stands before it."""
_TEXT = frozenset({f"{W}t", f"{_MATH}t"})
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
_DROPPED = frozenset(
    {
        f"{W}pPr",
        f"{W}rPr",
        f"{W}rt",
        f"{W}instrText",
        f"{W}delInstrText",
        f"{W}sdtPr",
        f"{W}sdtEndPr",
    }
)
_DELETED = frozenset({f"{W}del", f"{W}moveFrom", f"{W}delText"})
_INSERTED = frozenset({f"{W}ins", f"{W}moveTo"})
_EMBEDDED = frozenset({f"{_OFFICE}OLEObject", f"{_DIAGRAM}relIds", f"{_CHART}chart"})
_PICTURES = frozenset({f"{_DML}blip", f"{_VML}imagedata"})


@dataclass(slots=True)
class Findings:
    """What a reader of the document should be told."""

    insertions: int = 0
    deletions: int = 0
    embedded: int = 0
    struck: int = 0
    """Stretches of text that are crossed out by hand, and are read all the same."""
    hidden: int = 0
    """Stretches of text that are hidden by hand, and are not read."""
    pictures: int = 0
    doubts: list[Doubt] = field(default_factory=list)
    """Those of pages that the document takes in."""
    boxes: "list[_Element]" = field(default_factory=list)
    """Text boxes that are anchored in what was read last."""


@dataclass(slots=True)
class Writing:
    """Reads paragraphs one after the other, as their numbers count on."""

    numbering: WordNumbering
    findings: Findings
    chunks: Chunks
    crossed: bool = False
    """The run before is crossed out."""

    def paragraph(self, element: "_Element") -> str:
        """Give the text of a `w:p`, its automatic number before it."""
        self.crossed = False
        text = without_turns("".join(self._pieces(element))).strip("\n")
        properties = element.find(f"{W}pPr")
        if properties is None:
            return text
        own = properties.find(f"{W}numPr") is not None
        if not (text or own or _fills_cell(element)):
            return text
        return numbered(self.numbering.label(properties), text)

    def _pieces(self, parent: "_Element") -> Iterator[str]:
        for element in parent:
            tag = element.tag
            if tag in _TEXT:
                yield element.text or ""
            elif tag in _SIGNS:
                yield _SIGNS[tag]
            elif tag not in _DROPPED:
                yield from self._inside(element, tag)

    def _inside(self, element: "_Element", tag: str) -> Iterator[str]:
        if tag == f"{W}r":
            if _is_set(element, "vanish"):
                self.findings.hidden += _has_text(element)
                return
            yield from self._turn(_is_set(element, "strike") or _is_set(element, "dstrike"))
        if tag in _WRITTEN:
            yield _WRITTEN[tag](element)
        elif tag == f"{_MC}AlternateContent":
            yield from self._chosen(element)
        elif tag == BOX:
            self.findings.boxes.append(element)
        elif tag == f"{W}sdt" and is_placeholder(element):
            return
        elif not self.is_dropped(tag):
            yield from self._pieces(element)

    def _turn(self, crossed: bool) -> Iterator[str]:
        """Note whether a run is crossed out, and mark where that changes."""
        self.findings.struck += crossed
        if crossed != self.crossed:
            self.crossed = crossed
            yield TURN

    def _chosen(self, alternatives: "_Element") -> list[str]:
        """Give the first branch that holds something: the fallback repeats a choice."""
        findings = self.findings
        for branch in alternatives.iterchildren(f"{_MC}Choice", FALLBACK):
            before = len(findings.boxes), findings.embedded
            pieces = list(self._pieces(branch))
            if any(pieces) or before != (len(findings.boxes), findings.embedded):
                return pieces
        return []

    def chunk(self, element: "_Element") -> Sequence[str | Frame]:
        """Give what the page holds that is taken in here; note one that is no page."""
        page = self.chunks.page(element.get(f"{_RELATIONS}id", ""))
        if page is None:
            self.findings.embedded += 1
            return ()
        self.findings.doubts += (
            doubt for doubt in page.doubts if doubt not in self.findings.doubts
        )
        return page.content

    def is_dropped(self, tag: str) -> bool:
        """Note tracked changes, pictures and embedded objects; tell whether to pass over."""
        if tag in _DELETED:
            self.findings.deletions += 1
            return True
        if tag in _INSERTED:
            self.findings.insertions += 1
        elif tag in _EMBEDDED:
            self.findings.embedded += 1
        elif tag in _PICTURES:
            self.findings.pictures += 1
        return False


def _fills_cell(paragraph: "_Element") -> bool:
    """Tell whether a paragraph is all that a cell holds: its number alone may be meant."""
    parent = paragraph.getparent()
    if parent is None or parent.tag != f"{W}tc":
        return False
    return next(paragraph.itersiblings(f"{W}p"), None) is None and (
        next(paragraph.itersiblings(f"{W}p", preceding=True), None) is None
    )


def joins_next(paragraph: "_Element") -> bool:
    """Tell whether the mark at the paragraph's end is deleted, so that the next continues it."""
    return paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None


def is_placeholder(control: "_Element") -> bool:
    """Tell whether a content control only shows its prompt (单击此处输入文字)."""
    return control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


def symbol(element: "_Element") -> str:
    """Give the character of a `w:sym`; empty when its code is none."""
    try:
        return chr(int(element.get(f"{W}char", ""), 16))
    except (ValueError, OverflowError):
        return ""


def _drawn(element: "_Element") -> str:
    """Give the letters that a shape is drawn from (WordArt of older files)."""
    return element.get("string", "")


_WRITTEN = {f"{W}sym": symbol, f"{_VML}textpath": _drawn}


def _has_text(run: "_Element") -> bool:
    return any((text.text or "").strip() for text in run.iter(*_TEXT))


def _is_set(run: "_Element", name: str) -> bool:
    """Tell whether a run carries a property: hidden, crossed out."""
    found = run.find(f"{W}rPr/{W}{name}")
    return found is not None and value(found) not in {"0", "false", "off"}
