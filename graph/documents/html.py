"""Web pages, and the .xls and .doc files of web sites that are web pages inside."""

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ..errors import DocumentError
from .composing import Composer, Frame, Placed
from .decoding import Decoded, decode, widened
from .file import Content, File, check_tags
from .numbering import numbered
from .plaintext import damage
from .webtext import BREAKS, Listing, collapse, is_unseen, whole

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_HEAD = 4096
_MOST_COLUMNS, _MOST_ROWS = 1000, 65534
"""What the HTML standard makes of larger spans."""
_LISTS = frozenset({"ol", "ul"})
_CELLS = frozenset({"td", "th"})


def read(file: File) -> Content:
    """Read a web page as a browser shows it: tables with their spans, the rest as paragraphs.

    Raises `DocumentError` when it is too large or its tables stand too deep inside each other.
    """
    if len(file.data) > file.limits.part_bytes:
        raise DocumentError(
            "documents.file-too-large", path=file.path, n=file.limits.part_bytes >> 20
        )
    decoded = decode_page(file)
    page = _Page(file)
    page.walk(_parse(decoded.text, file))
    composer = Composer(file)
    composer.flow(page.content)
    return Content(tuple(composer.blocks), damage(decoded))


def decode_page(file: File) -> Decoded:
    """Decode a page: the wish of the user, UTF-8 that is sound, the page's own word, the guess."""
    declared = _CHARSET.search(file.data[:_HEAD])
    if file.encoding or not declared or _is_sound(file.data):
        return decode(file)
    try:
        return decode(replace(file, encoding=widened(declared[1].decode("ascii"))))
    except (DocumentError, LookupError):
        return decode(file)


def _is_sound(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeError:
        return False
    return True


def _parse(text: str, file: File) -> "HtmlElement":
    from lxml import html

    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    data = text.replace("\0", "").encode("utf-8", errors="replace")
    check_tags(data, file)
    root = html.document_fromstring(data or b"<p></p>", parser=parser)
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise DocumentError("documents.too-deep", path=file.path)
    return root


@dataclass(slots=True)
class _Table:
    """A table while its cells are being placed, by the rules of the HTML standard, 4.9.12."""

    content: list[str | Frame]
    """Of whatever the table stands in."""
    cells: list[Placed] = field(default_factory=list)
    busy: dict[int, int] = field(default_factory=dict)
    """Column → the first row in which it is free again."""
    row: int = -1
    column: int = 0
    steps: int = 0

    def begin_row(self) -> None:
        self.row += 1
        self.column = 0

    def place(self, cell: "HtmlElement", content: list[str | Frame]) -> None:
        self.row = max(self.row, 0)
        while self.busy.get(self.column, 0) > self.row:
            self.column += 1
        width = min(max(whole(cell.get("colspan"), 1), 1), _MOST_COLUMNS)
        height = min(whole(cell.get("rowspan"), 1) or _MOST_ROWS, _MOST_ROWS)
        self.cells.append(Placed(self.row, self.column, tuple(content), height, width))
        self.steps += width
        end = self.column + width
        self.busy |= dict.fromkeys(range(self.column, end), self.row + height)
        self.column = end


@dataclass(slots=True)
class _Page:
    """Walks a page without recursion, so that no depth of tags can harm it."""

    file: File
    content: list[str | Frame] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    label: str = ""
    lists: list[Listing] = field(default_factory=list)
    tables: list[_Table] = field(default_factory=list)
    preformatted: int = 0

    def walk(self, root: "HtmlElement") -> None:
        from lxml import etree

        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                if is_unseen(element):
                    walker.skip_subtree()
                else:
                    self._enter(element)
            else:
                if not is_unseen(element):
                    self._leave(element)
                self._text(element.tail)
        self._flush()

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
        self.preformatted -= tag == "pre"

    def _open_table(self) -> None:
        self.tables.append(_Table(self.content))
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
        joined = "".join(self.line)
        self.line.clear()
        text = joined.rstrip() if self.preformatted else collapse(joined)
        if text or keep:
            self.content.append(numbered(self.label, text))
            self.label = ""
