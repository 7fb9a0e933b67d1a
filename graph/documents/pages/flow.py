"""The pages of a fixed layout (PDF, OFD) become blocks; what page breaks cut is joined."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ...errors import DocumentError
from ...plan import Doubt
from ...span import Span
from ..blocks.composing import Composer
from ..file import Content, File
from ..page_tables.lines import Line, joined, runs_on
from ..page_tables.tables import PdfTable
from .pages import Drawn, PageContent

_UNMAPPED = re.compile(r"\(cid:\d+\)")


def compose_pages(file: File, pages: Iterable[Drawn]) -> Content:
    """Give the blocks of all pages, and what is doubtful in them.

    Raises `DocumentError` for a scan, and beyond the limits.
    """
    flow = _Flow()
    for page in pages:
        flow.add(PageContent.of(page, flow.table))
    if not flow.blocks:
        raise DocumentError("documents.scanned", path=file.path)
    return _composed(file, flow)


@dataclass(slots=True)
class _Text:
    text: str
    page: int


@dataclass(slots=True)
class _Flow:
    """Collects paragraphs and tables over the pages."""

    blocks: list[_Text | PdfTable] = field(default_factory=list)
    unclear: list[int] = field(default_factory=list)
    """The pages on which something like a table was left as text."""
    _last: Line | None = None
    _right: float = 0.0

    @property
    def table(self) -> PdfTable | None:
        """The table that the pages so far end with."""
        last = self.blocks[-1] if self.blocks else None
        return last if isinstance(last, PdfTable) else None

    def add(self, page: PageContent) -> None:
        """Add a page; what the page break cut is joined."""
        for at, part in enumerate(page.parts):
            if isinstance(part, PdfTable):
                self._add_table(part, first=at == 0)
            else:
                self._add_line(part, page)
        self._right = page.right
        self.unclear += [page.unclear] if page.unclear is not None else []

    def _add_table(self, table: PdfTable, *, first: bool) -> None:
        above = self.blocks[-1] if self.blocks else None
        if first and isinstance(above, PdfTable) and table.continues(above):
            above.append(table)
        else:
            self.blocks.append(table)
        self._last = None

    def _add_line(self, line: Line, page: PageContent) -> None:
        above = self.blocks[-1] if self.blocks else None
        right = page.right if self._last is None or self._last.page == line.page else self._right
        indented = line.x0 > page.left + 0.8 * line.size
        goes_on = self._last is not None and not indented and runs_on(self._last, line, right)
        if goes_on and isinstance(above, _Text):
            above.text = joined(above.text, line.text)
        else:
            self.blocks.append(_Text(line.text, line.page))
        self._last = line


def _composed(file: File, flow: _Flow) -> Content:
    composer = Composer(file)
    doubts: list[Doubt] = []
    for block in flow.blocks:
        if isinstance(block, _Text):
            composer.place = Span(0, 0, page=block.page)
            composer.paragraph(block.text)
        else:
            composer.place = Span(0, 0, page=block.page)
            doubts += block.told(composer.tables + 1)
            composer.table(block.frame())
    doubts += (Doubt("documents.unclear-table", Span(0, 0, page=page)) for page in flow.unclear)
    return Content(tuple(composer.blocks), (*doubts, *_unmapped(flow.blocks)))


def _unmapped(blocks: Iterable[_Text | PdfTable]) -> Iterator[Doubt]:
    """Tell of characters whose meaning the file does not give."""
    texts = (
        text
        for block in blocks
        for text in (
            [block.text]
            if isinstance(block, _Text)
            else {id(cell): cell.text for row in block.rows for cell in row}.values()
        )
    )
    count = sum(len(_UNMAPPED.findall(text)) for text in texts)
    if count:
        yield Doubt("documents.unmapped-characters", values=(("n", str(count)),))
