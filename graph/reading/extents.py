"""Where a reading begins and ends among its blocks, and the lines that stand around it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..documents.document import Block, Cell, Grid, Paragraph
from ..span import Span
from .layout import Entry, Reading
from .text.pieces import Piece

Place = tuple[object, ...]
Located = dict[Place, list[Span]]
"""The places of what was read, by the block where they stand."""


class Surroundings(NamedTuple):
    """The lines before and behind what was read, and the paragraph where it begins."""

    head: list[Paragraph]
    opening: list[Paragraph]
    tail: list[Paragraph]


def around(blocks: Sequence[Block], reading: Reading) -> Surroundings:
    """Give what stands around a reading; without entries all stands before it.

    The head has what stands in the same paragraph or table before the first requirement.
    """
    told = _located(reading)
    first, end = _extent(blocks, told)
    begins, ends = blocks[first : first + 1], blocks[end - 1 : end]
    return Surroundings(
        [*lines(blocks[:first]), *_before(begins, told)],
        [block for block in begins if isinstance(block, Paragraph)],
        [*_behind(ends, told), *lines(blocks[end:])],
    )


def extent(blocks: Sequence[Block], reading: Reading) -> tuple[int, int]:
    """Give the first block that was read and the one behind the last; all are before no reading."""
    return _extent(blocks, _located(reading))


def _located(reading: Reading) -> Located:
    """Give the places of all that was read by the block where they stand."""
    told: Located = defaultdict(list)
    for span in spans(reading.entries):
        told[place_of(span)].append(span)
    return told


def _extent(blocks: Sequence[Block], told: Located) -> tuple[int, int]:
    first = next((at for at, b in enumerate(blocks) if _holds(b, told)), len(blocks))
    backwards = range(len(blocks) - 1, first - 1, -1)
    last = next((at for at in backwards if _holds(blocks[at], told)), len(blocks))
    return first, last + 1


def _holds(block: Block, told: Located) -> bool:
    if isinstance(block, Paragraph):
        return place_of(block.span) in told
    return any(place in told for place in _places(block))


def _places(block: Block) -> set[Place]:
    """Give the places in a block: those of the lines of a table that stands in a text."""
    if isinstance(block, Grid) and block.rows and block.rows[0][0].span.line is not None:
        return {place_of(cell.span) for row in block.rows for cell in row}
    return {place_of(block.span)}


def place_of(span: Span) -> Place:
    """Give what tells a block from the others: its line or paragraph, or its table."""
    if span.line is not None:
        return ("line", span.line)
    if span.table is not None and span.paragraph is None:
        return ("table", span.sheet, span.table)
    return ("paragraph", span.page, span.paragraph)


def spans(entries: Iterable[Entry]) -> Iterable[Span]:
    """Give the places of all that was read, of headings over several entries only once."""
    above: tuple[Piece | None, ...] = ()
    for entry in entries:
        headings = (entry.section, entry.task)
        if headings != above:
            yield from (piece.span for piece in headings if piece is not None)
            above = headings
        for item in entry.items:
            for piece in item.pieces:
                yield piece.span
        for owners in entry.owners:
            yield owners.piece.span


def lines(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Give paragraphs, and the rows of tables as lines with | between the cells."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            yield from _rows(block.rows)


def _rows(rows: Iterable[Sequence[Cell]]) -> Iterator[Paragraph]:
    for row in rows:
        filled = {cell.text: cell.span for cell in row if cell.text.strip()}
        if len(filled) > 1:
            yield Paragraph(" | ".join(" ".join(text.split()) for text in filled), row[0].span)
            continue
        for text, span in filled.items():
            yield from (Paragraph(line.text, line.span) for line in Piece.of(text, span).lines())


def _before(begins: Sequence[Block], told: Located) -> Iterator[Paragraph]:
    for block in begins:
        read = _spans_in(block, told)
        if isinstance(block, Grid):
            first = min(span.row or 0 for span in read)
            yield from _rows(row for row in block.rows if _row(row) < first)
        elif (start := min(span.start for span in read)) > _LONGEST_HEADING:
            yield block._replace(text=block.text[:start])


_LONGEST_HEADING = 60
"""What is longer and stands before the first requirement of a paragraph is no mere heading."""


def _behind(ends: Sequence[Block], told: Located) -> Iterator[Paragraph]:
    for block in ends:
        if isinstance(block, Grid):
            last = max((span.row or 0 for span in _spans_in(block, told)), default=0)
            yield from _rows(row for row in block.rows if _row(row) > last > 0)


def _spans_in(block: Block, told: Located) -> list[Span]:
    return [span for place in _places(block) for span in told.get(place, ())]


def _row(row: Sequence[Cell]) -> int:
    """Give the row where the cells stand that begin in it; merged ones began above."""
    return max(cell.span.row or 0 for cell in row)
