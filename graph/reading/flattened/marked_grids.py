"""Lines with marks between tabs or pipes as grids, whatever their headings are."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ...documents.document import Block, Grid
from ...lexicon.headings import Column, Holds
from ...lexicon.words import all_words, lexicon, one_of, words
from ..columns.alignment import Before, Loose, direct, to_grid
from ..text.blocks import Blocks
from .table_lines import Line, lines

_MARKS = ("\t", "|")
_FEWEST_ROWS = 2


def marked_grids(blocks: Sequence[Block]) -> list[Grid]:
    """Give the runs of lines of cells as grids, where some cells hold the marks of a matrix.

    Blank cells at the end of a line may be missing.
    """
    if _marked_cell().search(Blocks.of(blocks).text) is None:
        return []
    told = list(lines(blocks))
    runs = [run for mark in _MARKS for run in _runs(told, mark)]
    return [_grid(run, number) for number, run in enumerate(runs, start=1)]


def _runs(told: Sequence[Line], mark: str) -> Iterator[list[list[Loose]]]:
    run: list[list[Loose]] = []
    for line in told:
        if mark in line.text:
            run += [] if _RULE.fullmatch(line.text) else [_cells(line, mark)]
            continue
        if len(run) >= _FEWEST_ROWS:
            yield run
        run = []
    if len(run) >= _FEWEST_ROWS:
        yield run


_RULE = re.compile(r"[|\s:\-+—]+")


def _cells(line: Line, mark: str) -> list[Loose]:
    """Give the cells of a line; pipes before its first and behind its last cell stand for none."""
    text = line.text.strip(" ")
    if mark == "|" and len(text) > 1 and text.startswith("|") and text.endswith("|"):
        text = text[1:-1]
    return [Loose(part.strip(), line.span, Before.SAME) for part in text.split(mark)]


def _grid(rows: Sequence[list[Loose]], number: int) -> Grid:
    width = max(map(len, rows))
    whole = [
        row + [Loose("", row[0].span, Before.SAME) for _ in range(width - len(row))] for row in rows
    ]
    columns = [Column(Holds.UNKNOWN, "")] * width
    placed = [one for row in whole[1:] for one in direct(row, columns)]
    return to_grid(placed, whole[0], number)


@cache
def _marked_cell() -> re.Pattern[str]:
    """Match a cell of a mark or of a role between tabs or pipes, or behind one at the end."""
    signs = [*words("matrix", "marks"), *words("matrix", "told_only")]
    alike = [one for some in lexicon("matrix")["marks"]["alike"].values() for one in some]
    told = {*signs, *alike, *all_words("matrix", "words")}
    begins = re.escape("".join(sorted({word[0] for word in told})))
    return re.compile(rf"[\t|｜] *(?=[{begins}])(?:{one_of(told)}) *(?:[\t|｜]|$)", re.MULTILINE)
