"""What stands below a table and is none of its cells: signatures, copies, links of the page."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from ...lexicon.folding import fold
from ...lexicon.headings import Column, Holds
from ...lexicon.words import one_of, words
from ..columns.alignment import Before, Loose
from ..columns.fitness import looks
from ..times.dates import signature_date

_IN_ROW = {Before.SAME, Before.MARK}
_NEAR_END = 6


def is_below(text: str) -> bool:
    """Tell whether a line begins what stands below a table.

    >>> is_below("抄送：县委办公室。"), is_below("【打印本页】"), is_below("打印标识")
    (True, True, False)
    """
    return len(text) <= _LONGEST and bool(_below().match(fold(text).strip()))


_LONGEST = 400


def is_link(folded: str) -> bool:
    """Tell whether a text is the links of a page and nothing else: 【打印】【关闭】."""
    return bool(_link().fullmatch(folded.strip()))


@cache
def _link() -> re.Pattern[str]:
    link = rf"[【〔（]?(?:{one_of(_told('links'))})[】〕）]?"
    return re.compile(rf"{link}(?:[\s/|]*{link})*")


@cache
def _below() -> re.Pattern[str]:
    labels, opens = (one_of(_told(key)) for key in ("labels", "opens"))
    return re.compile(rf"(?:{labels})[0-9]{{0,2}}\s*：|{_link().pattern}$|[（【]?(?:{opens})")


@cache
def _note() -> re.Pattern[str]:
    """Match what is below a table only behind its last row: a note, or who keeps the page."""
    notes, hosts, keepers = one_of(words("headings", "note")), *map(one_of, _kept())
    return re.compile(rf"[（【]?(?:{notes})\s*[0-9]{{0,2}}\s*[：】]|(?:{hosts})：.*(?:{keepers})")


def _kept() -> tuple[Sequence[str], Sequence[str]]:
    return _told("hosts"), _told("keepers")


def _told(key: str) -> Sequence[str]:
    return words("headings", "below", key)


def closing_line(lines: Sequence[str]) -> int:
    """Give which of the lines behind a row is the first that closes the document; else their count.

    Such are copies, links, notes, and the unit and date that sign it.
    """
    closes = (at for at, line in enumerate(lines) if _closes(line) or _signs(lines[at : at + 2]))
    return next(closes, len(lines))


def _closes(text: str) -> bool:
    return is_below(text) or is_note(text)


def is_note(text: str) -> bool:
    """Tell whether a line is a note below a table, or who keeps the page.

    >>> is_note("注：长期坚持的每年报告一次。"), is_note("注重实效。")
    (True, False)
    """
    return len(text) <= _LONGEST and _note().match(fold(text).strip()) is not None


def _signs_alone(text: str) -> bool:
    """Tell whether one cell holds the unit and the date that sign a document."""
    return signature_date(fold(text)) is None and _signs([text])


def _signs(lines: Sequence[str]) -> bool:
    """Tell whether the first of one line or two signs a document, with a date or for the party."""
    line = fold(lines[0]).strip()
    if len(line) > _LONGEST or signature_date(line):
        return len(line) <= _LONGEST
    name, _, date = line.partition(" ")
    dates = [date.strip().removesuffix("印发"), *map(fold, lines[1:])]
    dated = any(len(day) <= _LONGEST and signature_date(day) is not None for day in dates)
    signs = dated or (name == line and name.startswith(_PARTY))
    return signs and looks(name) == "units"


_PARTY = "中共"
"""Where a name begins so, it is written out as in a signature."""


def within_table(cells: Sequence[Loose], columns: Sequence[Column]) -> list[Loose]:
    """Leave out the cells that stand below the table of one cell a line: a full row is closed."""
    rows = _without_notes(_to_label(cells, columns), columns)
    kept = _without_signature(rows, columns)
    if columns[-1].holds is Holds.DEADLINE:
        return _with_last_row(_to_last_time(kept), kept, columns)
    if columns[-1].holds is not Holds.OWNERS:
        return kept
    timed = any(c.holds is Holds.DEADLINE for c in columns)
    ends = {"units", "nothing", "time"} if timed else {"units", "nothing"}
    return _with_last_row(_to_last(kept, ends), kept, columns)


def _with_last_row(
    table: list[Loose], cells: list[Loose], columns: Sequence[Column]
) -> list[Loose]:
    """Give a table with its last row, of which merged cells left out the units: 8, 培训船员."""
    numbers = [cell.text for cell in table if cell.text.isdecimal()]
    behind = cells[len(table) :]
    begins = behind and numbers and behind[0].text == str(int(numbers[-1]) + 1)
    if not begins or not any(c.holds is Holds.SERIAL for c in columns):
        return table
    most = sum(c.holds in _OUTLINE for c in columns)
    told = takewhile(lambda cell: looks(cell.text) in _WORDED, behind[1 : most + 1])
    return [*table, behind[0], *told]


_OUTLINE = {Holds.SECTION, Holds.TASK, Holds.REQUIREMENT}
_WORDED = {"short", "long", "timed"}


def _to_label(cells: Sequence[Loose], columns: Sequence[Column]) -> list[Loose]:
    """Cut at what stands below the table; a note does so only where no number is behind it."""
    numbered = any(c.holds is Holds.SERIAL for c in columns)
    numbers = [at for at, cell in enumerate(cells) if looks(cell.text) == "number"]
    last = numbers[-1] if numbers and numbered else len(cells)
    places = (
        at
        for at, cell in enumerate(cells)
        if (cell.before not in _IN_ROW and is_below(cell.text))
        or (at > last and (_closes(cell.text) or _signs_alone(cell.text)))
    )
    return list(cells[: next(places, len(cells))])


def _without_notes(cells: list[Loose], columns: Sequence[Column]) -> list[Loose]:
    """Leave out a note on a line of its own between two rows."""
    if any(c.holds is Holds.REMARK for c in columns):
        return cells
    return [
        cell
        for at, cell in enumerate(cells)
        if not (_note().match(fold(cell.text)) and _is_closed(cells, at, columns))
    ]


def _to_last(cells: list[Loose], kinds: set[str]) -> list[Loose]:
    ends = [at for at, cell in enumerate(cells) if looks(cell.text) in kinds]
    return cells[: ends[-1] + 1] if ends else []


def _to_last_time(cells: list[Loose]) -> list[Loose]:
    """Cut behind the last unit or time; units alone behind a time are of no row."""
    told = _to_last(cells, {"units", "time", "timed", "nothing"})
    timed = _to_last(told, {"time", "timed"})
    behind = told[len(timed) :]
    alone = all(looks(cell.text) == "units" and cell.before not in _IN_ROW for cell in behind)
    return timed if timed and behind and alone else told


def _without_signature(cells: list[Loose], columns: Sequence[Column]) -> list[Loose]:
    """Cut from the unit and date that sign a document below the table."""
    for at in range(max(1, len(cells) - _NEAR_END), len(cells)):
        signed = cells[at].before is not Before.SAME and signature_date(fold(cells[at].text))
        if signed and _is_closed(cells, at - 1, columns):
            return cells[: at - 1]
    return cells


def _is_closed(cells: Sequence[Loose], at: int, columns: Sequence[Column]) -> bool:
    """Tell whether the row is full before a cell: its last column is filled, or a gap stands."""
    if cells[at].before is Before.SAME:
        return False
    if cells[at].before in {Before.GAP, Before.BREAK}:
        return True
    last = {
        Holds.DEADLINE: {"time", "timed"},
        Holds.OWNERS: {"units", "nothing"},
        Holds.REQUIREMENT: {"long", "short"},
    }
    return at > 0 and looks(cells[at - 1].text) in last.get(columns[-1].holds, {"time"})
