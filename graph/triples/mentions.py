"""The words that a fact stands on: a Mention node for each, with its place in the source."""

from collections.abc import Iterator
from functools import lru_cache

from ...ontology.terms import DUTY, OA, RDF
from ..span import Span
from .quad import Encoded, Triple, chinese, integer, iri, text

duty, oa = Encoded(DUTY), Encoded(OA)
A = iri(RDF.type)

INDEXES = {
    "table": duty.tableIndex,
    "row": duty.rowIndex,
    "column": duty.columnIndex,
    "paragraph": duty.paragraphIndex,
    "page": duty.pageNumber,
    "line": duty.lineNumber,
}


def mention(node: str, file: str, span: Span, exact: str | None = None) -> Iterator[Triple]:
    """Give the mention of a node: `<node>/mention`, its characters, and its place."""
    found = f"{node[:-1]}/mention>"
    yield node, duty.mention, found
    yield found, A, duty.Mention
    yield found, oa.hasSource, file
    yield found, oa.start, integer(span.start)
    yield found, oa.end, integer(span.end)
    if exact is not None:
        yield found, oa.exact, chinese(exact)
    where = (span.table, span.row, span.column, span.paragraph, span.page, span.sheet, span.line)
    for predicate, value in _place(*where):
        yield found, predicate, value


def place(span: Span) -> str:
    """Encode the place in words: 表1第3行第4列（原文第17行）."""
    return chinese(span.describe("zh"))


@lru_cache(maxsize=4096)
def _place(
    table: int | None,
    row: int | None,
    column: int | None,
    paragraph: int | None,
    page: int | None,
    sheet: str | None,
    line: int | None,
) -> tuple[tuple[str, str], ...]:
    span = Span(0, 0, table, row, column, paragraph, page, sheet, line)
    numbers = [
        (predicate, integer(value))
        for name, predicate in INDEXES.items()
        if (value := getattr(span, name)) is not None
    ]
    if sheet is not None:
        numbers.append((duty.sheetName, text(sheet)))
    return (*numbers, (duty.place, place(span)))
