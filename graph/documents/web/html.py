"""Web pages, and the .xls and .doc files of web sites that are web pages inside."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...errors import DocumentError
from ...plan import Doubt
from ..blocks.changes import TURN, without_turns
from ..blocks.composing import Composer, Frame
from ..blocks.numbering import numbered
from ..file import Content, File
from ..plain.plaintext import damage
from .decoding import decode_page, parse_page
from .marks import WebMarks, is_deleted
from .office import frames, is_aside, is_list_number, is_padding, is_sheet, list_number
from .tables import WebTable
from .text import BREAKS, Listing, collapse, holds_table, is_unseen

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST_PIECES, _LONGEST_NUMBER = 8, 40
"""Of the number of a list item with the white space around it."""
_MOST_FRAMES = 6
_LISTS = frozenset({"ol", "ul"})
_CELLS = frozenset({"td", "th"})


@dataclass(frozen=True, slots=True)
class WebPage:
    """A page before its blocks are numbered."""

    content: list[str | Frame]
    doubts: tuple[Doubt, ...]
    frames: tuple[str, ...]
    """The addresses of the pages that it shows in frames, as written."""


def read(file: File) -> Content:
    """Read a web page as a browser shows it: tables with their spans, the rest as paragraphs.

    Raises `DocumentError` when it is too large, its tables stand too deep inside each other, or
    its text stands elsewhere: in frames, or in a script.
    """
    composer = Composer(file)
    page = read_page(file)
    composer.flow(page.content)
    if composer.is_blank and page.frames:
        frames = "、".join(page.frames[:_MOST_FRAMES])
        raise DocumentError("documents.frames", path=file.path, frames=frames)
    if composer.is_blank:
        scripted = b"<script" in file.data.lower()
        key = "documents.scripted" if scripted else "documents.page-without-text"
        raise DocumentError(key, path=file.path)
    return Content(tuple(composer.blocks), page.doubts)


def read_page(file: File) -> WebPage:
    """Give the text and the tables of a page. Raises `DocumentError` beyond the limits."""
    if len(file.data) > file.limits.part_bytes:
        raise DocumentError(
            "documents.file-too-large", path=file.path, n=file.limits.part_bytes >> 20
        )
    decoded = decode_page(file)
    root = parse_page(decoded.text, file)
    walk = _Walk(file, WebMarks.of(root), is_sheet(root))
    walk.over(root)
    return WebPage(walk.content, (*damage(decoded), *walk.doubts()), tuple(frames(root)))


@dataclass(slots=True)
class _Walk:
    """Goes over a page without recursion, so that no depth of tags can harm it."""

    file: File
    marks: WebMarks
    is_sheet: bool
    content: list[str | Frame] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    label: str = ""
    """The number of a list item that begins."""
    number: str = ""
    """The number of the line, as Word writes those of its own lists."""
    lists: list[Listing] = field(default_factory=list)
    tables: list[WebTable] = field(default_factory=list)
    preformatted: int = 0
    hidden_rows: int = 0
    """Of tables, which were read all the same."""
    hidden_tables: int = 0
    """Which were not read."""

    def over(self, root: "HtmlElement") -> None:
        from lxml import etree

        walker = etree.iterwalk(root, events=("start", "end"))
        passed = None
        for event, element in walker:
            if event == "start":
                if self._passes(element):
                    passed = element
                    walker.skip_subtree()
                else:
                    self._enter(element)
            else:
                if element is not passed:
                    self._leave(element)
                self._text(element.tail)
        self._flush()

    def doubts(self) -> Iterator[Doubt]:
        yield from self.marks.doubts()
        if self.hidden_rows:
            yield Doubt("documents.hidden-table-rows", values=(("n", str(self.hidden_rows)),))
        if self.hidden_tables:
            yield Doubt("documents.hidden-tables", values=(("n", str(self.hidden_tables)),))

    def _passes(self, element: "HtmlElement") -> bool:
        """Tell whether an element is passed over, and keep what it says of the text."""
        if is_unseen(element):
            keeps = self.is_sheet and element.tag == "tr" and element.text_content().strip()
            self.hidden_rows += bool(keeps)
            self.hidden_tables += not keeps and holds_table(element)
            return not keeps
        if is_list_number(element):
            self.number = list_number(element, element.text_content())
            return True
        if is_padding(element) and _is_short(self.line):
            self.number = list_number(element, without_turns("".join(self.line)))
            self.line.clear()
            return True
        self.marks.deletions += is_deleted(element)
        return is_deleted(element) or is_aside(element)

    def _enter(self, element: "HtmlElement") -> None:
        tag = element.tag
        if tag in BREAKS:
            self._flush()
        if tag == "table":
            self._open_table()
        elif tag == "tr" and self.tables:
            self.tables[-1].begin_row()
        elif tag in _CELLS and self.tables:
            self.content = []
        elif tag in _LISTS:
            self.lists.append(Listing.of(element))
        elif tag == "li" and self.lists:
            self.label = self.lists[-1].label(element)
        self.preformatted += tag == "pre"
        self.marks.enter(element)
        self._text(element.text)

    def _leave(self, element: "HtmlElement") -> None:
        tag = element.tag
        if tag in BREAKS:
            self._flush()
        if tag == "table":
            self._close_table()
        elif tag in _CELLS and self.tables:
            self._close_cell(element)
        elif tag in _LISTS:
            self.lists.pop()
        elif tag == "li":
            self._end_item()
        self.marks.leave(element)
        self.preformatted -= tag == "pre"

    def _end_item(self) -> None:
        """Leave the number of an item without text where it stands, before no later text."""
        if self.label:
            self.content.append(self.label)
            self.label = ""

    def _open_table(self) -> None:
        self._end_item()
        self.tables.append(WebTable(self.content))
        if len(self.tables) > self.file.limits.depth:
            raise DocumentError("documents.too-deep", path=self.file.path)

    def _close_cell(self, cell: "HtmlElement") -> None:
        table = self.tables[-1]
        table.place(cell, self.content)
        self.content = table.content
        if table.steps > 4 * self.file.limits.grid_cells:
            raise DocumentError(
                "documents.table-too-large", path=self.file.path, n=self.file.limits.grid_cells
            )

    def _close_table(self) -> None:
        table = self.tables.pop()
        self.content = table.content
        if table.cells:
            self.content.append(Frame(tuple(table.cells)))

    def _text(self, text: str | None) -> None:
        if not text:
            return
        if self.marks.text(text):
            self.line.append(TURN)
        if not self.preformatted:
            self.line.append(text)
            return
        first, *others = text.splitlines()
        self.line.append(first)
        for line in others:
            self._flush(keep=True)
            self.line.append(line)

    def _flush(self, *, keep: bool = False) -> None:
        """End the line: add it unless it is blank."""
        joined = without_turns("".join(self.line))
        self.line.clear()
        text = joined.rstrip() if self.preformatted else collapse(joined)
        text = numbered(self.number, text)
        self.number = ""
        if text or keep:
            self.content.append(numbered(self.label, text))
            self.label = ""


def _is_short(line: list[str]) -> bool:
    """Tell whether all that stands in a line can be a number, without joining long ones."""
    return len(line) <= _MOST_PIECES and sum(map(len, line)) <= _LONGEST_NUMBER
