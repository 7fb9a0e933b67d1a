"""Runs of lines with as many cells between tabs or pipes: grids, whatever their headings are."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from ...documents.document import Block, Grid, Paragraph
from ...lexicon.headings import Column, Holds
from ..columns.alignment import Before, Loose, direct, to_grid
from ..text.blocks import Blocks
from .delimited import is_rule, unbordered
from .table_lines import Line, lines

_MARKS = ("\t", "|")
_FEWEST_ROWS = 3


def marked_runs(blocks: Sequence[Block]) -> list[Grid]:
    """Give the runs of three lines or more with three cells or more as grids."""
    whole = Blocks.of(blocks)
    if not _may_be_marked(whole.text) or sum(map(_is_marked, whole.paragraphs)) < _FEWEST_ROWS:
        return []
    told = list(lines(blocks))
    rows = [run for mark in _MARKS for run in _runs(told, mark)]
    return [_grid(run, number) for number, run in enumerate(rows, start=1)]


def _may_be_marked(text: str) -> bool:
    """Tell at once whether marks may part cells of any line: a tab that begins one parts none."""
    parting = text.count("\t") > text.count("\n\t") + text.startswith("\t")
    return parting or "|" in text or "｜" in text


def _is_marked(paragraph: Paragraph) -> bool:
    """Tell fast whether a line may have three cells."""
    text = paragraph.text
    return text.count("\t") > 1 or text.count("|") > 1 or text.count("｜") > 1


def _runs(told: Sequence[Line], mark: str) -> Iterator[list[list[Loose]]]:
    plain = [line if mark == "\t" else unbordered(line) for line in told]
    kept = [line for line in plain if not is_rule(line.text, mark)]
    for count, run in groupby(kept, key=lambda line: line.text.count(mark)):
        rows = [_cells(line, mark) for line in run] if count > 1 else []
        if len(rows) >= _FEWEST_ROWS:
            yield rows


def _cells(line: Line, mark: str) -> list[Loose]:
    return [Loose(text.strip(), line.span, Before.SAME) for text in line.text.split(mark)]


def _grid(rows: Sequence[list[Loose]], number: int) -> Grid:
    columns = [Column(Holds.UNKNOWN, "")] * len(rows[0])
    placed = [one for row in rows[1:] for one in direct(row, columns)]
    return to_grid(placed, rows[0], number)
