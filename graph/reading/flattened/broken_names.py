"""Names that a narrow column broke over lines, put together: 市政, 府办, 公厅."""

from collections.abc import Iterator, Sequence

from ...lexicon.words import words
from ..columns.alignment import Before, Loose
from ..names.names import closes_name, looks_like_unit

_LONGEST_PIECE = 3
_MOST_PIECES = 4


def with_whole_names(cells: Sequence[Loose]) -> Iterator[Loose]:
    """Give the cells, pieces of one name as one cell.

    The first piece begins with the level of a unit, no piece behind it does, and only all of them
    together are a name.
    """
    at = 0
    while at < len(cells):
        count = _pieces_of_name(cells[at : at + _MOST_PIECES])
        name = "".join(cell.text for cell in cells[at : at + count])
        yield cells[at]._replace(text=name) if count > 1 else cells[at]
        at += count


def _pieces_of_name(cells: Sequence[Loose]) -> int:
    """Give how many of the cells make one name, 1 when the first stands for itself."""
    if not _is_piece(cells[0].text) or not _begins_name(cells[0].text):
        return 1
    if looks_like_unit(cells[0].text):
        return 1
    name, found = cells[0].text, 1
    for count, cell in enumerate(cells[1:], start=2):
        apart = cell.before in {Before.SAME, Before.MARK}
        if apart or not _is_piece(cell.text) or _begins_name(cell.text):
            break
        name += cell.text
        if closes_name(name):
            found = count
    return found


def _is_piece(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_PIECE and all("\u4e00" <= mark <= "\u9fff" for mark in text)


def _begins_name(text: str) -> bool:
    return text.startswith(tuple(words("units", "prefixes")))
