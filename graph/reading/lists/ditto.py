"""Cells that say 同上: what stands above them in their column."""

from collections.abc import Sequence
from functools import cache

from ...documents.document import Cell
from ...lexicon.folding import fold
from ...lexicon.headings import Column, Holds
from ...lexicon.words import words
from ...plan import Doubt

_CARRIED = frozenset({Holds.OWNERS, Holds.DEADLINE})
_QUOTED = 40


class Ditto:
    """The cells of units and deadlines that stand above, and what was said of those carried."""

    def __init__(self, *, flattened: bool = False) -> None:
        self._flattened = flattened
        self.doubts: list[Doubt] = []
        self._columns: tuple[Column, ...] = ()
        self._places: list[int] = []
        self._above: dict[int, Cell] = {}

    def carry(self, row: Sequence[Cell], columns: tuple[Column, ...]) -> Sequence[Cell]:
        """Give the row, in place of each 同上 the cell above it."""
        if columns is not self._columns:
            self._columns, self._above = columns, {}
            self._places = [at for at, column in enumerate(columns) if column.holds in _CARRIED]
        places = self._places
        if not any(row[at].text.strip() for at in places):
            return row
        same = [at for at in places if says_same(row[at].text) or self._leads(at, row[at], columns)]
        if same:
            row = [self._carried(at, cell) if at in same else cell for at, cell in enumerate(row)]
        self._above = {at: row[at] for at in places}
        return row

    def _leads(self, at: int, cell: Cell, columns: tuple[Column, ...]) -> bool:
        """Tell whether a blank first cell, of times, may be merged with the one above."""
        first = at == 0 and columns[at].holds is Holds.DEADLINE
        return self._flattened and first and not cell.text.strip() and at in self._above

    def _carried(self, at: int, cell: Cell) -> Cell:
        above = self._above.get(at)
        if above is None:
            if word := cell.text.strip():
                self.doubts.append(Doubt("reading.same-as-nothing", cell.span, (("word", word),)))
            return cell._replace(text="")
        if not cell.merged or cell.span not in {doubt.span for doubt in self.doubts}:
            text = "".join(above.text.split())
            quoted = text if len(text) <= _QUOTED else f"{text[:_QUOTED]}……"
            word = cell.text.strip()
            code = "reading.same-above" if word else "reading.blank-time"
            values = (*((("word", word),) if word else ()), ("text", quoted))
            self.doubts.append(Doubt(code, cell.span, values))
        return above._replace(merged=cell.merged)


def says_same(text: str) -> bool:
    """Tell whether a whole cell says that what stands above holds for it too.

    >>> says_same(" 同上 "), says_same("县财政局")
    (True, False)
    """
    return len(text) <= _LONGEST and "".join(fold(text).split()).strip("（）。") in same_words()


_LONGEST = 12


@cache
def same_words() -> frozenset[str]:
    """Give the words that mean what stands right above."""
    return frozenset(fold(word) for word in words("ditto", "same"))
