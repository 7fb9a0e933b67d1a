"""Flattened tables with one row a line and a single space between cells."""

from collections.abc import Iterator, Mapping, Sequence

from ...documents.document import Block
from ...lexicon.folding import fold
from ...lexicon.headings import Column, Holds
from ...lexicon.roles import Slot
from ..columns.alignment import Before, Loose
from ..columns.fitness import looks, looks_like_list
from ..columns.headings import share_known
from ..layout import Fit, Reading
from ..tables.grids import read_grids
from .below import closing_line
from .spaced_headings import heading_lines
from .table_lines import Line, lines
from .to_grids import to_grids

NAME = "flattened-table"
Found = tuple[list[Loose], tuple[Column, ...], list[list[Loose]]]


def recognise(blocks: Sequence[Block]) -> Fit | None:
    """Give the share of known headings when they stand in one line with spaces between."""
    found = _find(blocks)
    return Fit(0.9 * share_known(found[1]), found) if found and found[2] else None


def read(found: Found) -> Reading:
    """Read the rows below the headings; two spaces stand around a blank cell."""
    return read_grids(*to_grids(*found))


def _find(blocks: Sequence[Block]) -> Found | None:
    told = list(lines(blocks))
    for at in range(len(told)):
        found = heading_lines(told, at)
        if found is not None:
            headings, columns, used = found
            printed = [line.text for line in told[at : at + used]]
            return headings, columns, list(_rows(told[at + used :], printed, columns))
    return None


def _rows(
    told: Sequence[Line], headings: Sequence[str], columns: Sequence[Column]
) -> Iterator[list[Loose]]:
    persons = any(c.slot is Slot.PERSON for c in columns)
    numbered = columns[0].holds is Holds.SERIAL
    repeated = {text.strip() for text in headings}
    row: list[Loose] = []
    for line in _within(told, numbered=numbered):
        if line.text.strip() in repeated:
            continue
        cells = _with_persons(_split(line)) if persons else _split(line)
        if row and numbered and _is_next(row, cells, len(columns)):
            row = [*row, cells[0]._replace(before=Before.SAME)]
            continue
        if row and (_lists_more(cells) or (numbered and _goes_on(row, cells, len(columns)))):
            row = _join(row, cells)
            continue
        if row and numbered and (broken := _left_open(row, cells, len(columns))):
            row = _with_rests(row, dict(zip(broken, cells, strict=True)))
            continue
        if row:
            yield row
        row = cells
    if row:
        yield row


def _within(told: Sequence[Line], *, numbered: bool) -> Sequence[Line]:
    """Give the lines down to the last that names units, or that a number begins, and lists below.

    What stands behind it is no row: it would take the units of the row above.
    """
    kept = told[: closing_line([line.text for line in told])]
    split = [[cell.text for cell in _split(line)] for line in kept]
    rows = [at for at, texts in enumerate(split) if _is_row(texts, numbered=numbered)]
    end = rows[-1] + 1 if rows else 0
    while end < len(split) and len(split[end]) == 1 and looks_like_list(fold(split[end][0])):
        end += 1
    return kept[:end]


def _is_row(texts: Sequence[str], *, numbered: bool) -> bool:
    begins = looks(texts[0]) == "number"
    units = any(looks(text) == "units" for text in texts)
    return len(texts) > 1 and (units or (numbered and begins))


def _lists_more(cells: Sequence[Loose]) -> bool:
    return len(cells) == 1 and looks_like_list(fold(cells[0].text))


def _is_next(row: Sequence[Loose], cells: Sequence[Loose], width: int) -> bool:
    """Tell whether a line is the next cell of a row that was broken behind its units."""
    filled = [cell for cell in row if cell.text]
    closed = looks(row[-1].text) == "units" and len(filled) < width
    return closed and len(cells) == 1 and looks(cells[0].text) == "short"


def _goes_on(row: Sequence[Loose], cells: Sequence[Loose], width: int) -> bool:
    """Tell whether a line without a number is the rest of a row of which a cell was broken."""
    kinds = {looks(row[-1].text), looks(cells[0].text)}
    both = len(row) + len(cells) - 1
    if kinds == {"units"}:
        return len(row) < width and both <= width
    more = len(cells) == 1 and not row[-1].text.endswith("。")
    return kinds <= _WORDS and (more or (len(row) < width and both == width))


def _left_open(row: Sequence[Loose], cells: Sequence[Loose], width: int) -> list[int]:
    """Give which cells of a full row end in a mark, where the cells of a line go on in them."""
    broken = [at for at, cell in enumerate(row) if cell.text.endswith(_OPEN)]
    if len(row) != width or len(broken) != len(cells) or looks(cells[0].text) == "number":
        return []
    kinds = (
        (looks(row[at].text), looks(cell.text)) for at, cell in zip(broken, cells, strict=True)
    )
    alike = all(("units" in pair) == (set(pair) == {"units"}) for pair in kinds)
    return broken if alike else []


_OPEN = ("、", "，", ",")


def _with_rests(row: Sequence[Loose], rests: Mapping[int, Loose]) -> list[Loose]:
    return [
        cell._replace(text=f"{cell.text}\n{rests[at].text}") if at in rests else cell
        for at, cell in enumerate(row)
    ]


_WORDS = {"short", "long", "timed"}


def _join(row: Sequence[Loose], cells: Sequence[Loose]) -> list[Loose]:
    """Give a row of which the last cell goes on in the first of a line."""
    last = row[-1]._replace(text=f"{row[-1].text}\n{cells[0].text}")
    return [*row[:-1], last, *cells[1:]]


_SPACES = str.maketrans("　\u00a0", "  ")


def _split(line: Line) -> list[Loose]:
    return [
        Loose(part, line.span, Before.SPACE if i else Before.ROW)
        for i, part in enumerate(line.text.translate(_SPACES).rstrip().split(" "))
    ]


def _with_persons(cells: list[Loose]) -> list[Loose]:
    """Put names together that are spaced out to the width of longer ones: 丁 岚."""
    found: list[Loose] = []
    at = 0
    while at < len(cells):
        end = _end_of_name(cells, at)
        text = " ".join(cell.text for cell in cells[at:end] if cell.text)
        found.append(cells[at]._replace(text=text))
        at = end
    return found


def _end_of_name(cells: Sequence[Loose], at: int) -> int:
    """Give the place behind the characters that stand one by one from here on."""
    end = at + 1
    if _is_character(cells[at].text):
        for place in range(at + 1, len(cells)):
            if _is_character(cells[place].text):
                end = place + 1
            elif cells[place].text:
                break
    return end


def _is_character(text: str) -> bool:
    one = len(text) == 1 and "\u4e00" <= text <= "\u9fff"
    return one and looks(text) not in {"number", "nothing"}
