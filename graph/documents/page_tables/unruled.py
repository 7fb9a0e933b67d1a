"""Tables of a PDF without lines around their cells, by where their words stand.

A row of known headings is the anchor. Columns are parted by what all lines below leave free, rows
by rules, numbers or the space between them. What is not clear is left as text, with a doubt.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ...lexicon.headings import Holds, column, outlined
from .gutters import Row, gutters, placed, runs
from .heading_rows import Heading, find_heading, words
from .headings import is_mark, names_persons, names_units, place_of_tasks
from .laid import BEHIND, Band, Laid
from .lines import Character
from .outline import least_space, outline_spans
from .row_lines import Frame, Lines
from .rows import row_starts
from .rules import Rule, ruled_spans, ruled_starts
from .tables import PdfTable

_MOST_LINES = 2_000
"""Of a page on which tables without lines are looked for."""
_WIDE = 0.6
_FILLED = 0.9
_ROOM = 2.5
"""How many characters before its limit a column may end and still be full."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of a page, the rules between them, and where its other tables begin."""

    page: int
    lines: tuple[Sequence[Character], ...]
    rules: tuple[Rule, ...] = ()
    stops: tuple[float, ...] = ()

    def end(self, heading: Heading, following: Heading | None) -> int:
        """Give the line before which the table under a heading must end."""
        end = following.first if following else len(self.lines)
        top = self.lines[heading.end][0]["top"] if heading.end < len(self.lines) else 0.0
        stop = min((stop for stop in self.stops if stop > top), default=None)
        if stop is None:
            return end
        return next((at for at in range(heading.end, end) if self.lines[at][0]["top"] > stop), end)


@dataclass(frozen=True, slots=True)
class Found:
    """The tables of a page, the characters in them, and whether one was left as text."""

    tables: tuple[PdfTable, ...] = ()
    taken: frozenset[int] = frozenset()
    unclear: bool = False


def unruled(sheet: Sheet, above: PdfTable | None) -> Found:
    """Find the tables of a page; `above` is the table that the page before ends with."""
    if not 0 < len(sheet.lines) <= _MOST_LINES:
        return Found()
    told = [words(line) for line in sheet.lines]
    heading = find_heading(told, 0)
    found: list[Laid | None] = []
    if above is not None and above.heading is not None and (heading is None or heading.first > 0):
        carried = replace(above.heading, first=0, end=0)
        found.append(_lay_out(sheet, carried, sheet.end(carried, heading), continued=True))
    while heading is not None:
        following = find_heading(told, heading.end)
        end = sheet.end(heading, following)
        goes_on = above is not None and heading.repeats(above.heading) and not found
        found.append(_lay_out(sheet, heading, end, continued=goes_on))
        heading = following
    laid = [one for one in found if one is not None]
    tables = tuple(one.table(above) for one in laid)
    taken = frozenset(id(character) for one in laid for character in one.characters)
    return Found(tables, taken, unclear=len(laid) < len(found))


def _lay_out(sheet: Sheet, heading: Heading, end: int, *, continued: bool) -> Laid | None:
    """Lay out the table under a heading, `None` where its rows or columns are not clear."""
    below = _before_text(sheet.lines[heading.end : end], heading)
    if not below:
        return None
    titled = heading.end > heading.first
    size = max(line[0]["size"] for line in below)
    told = [*map(runs, below)]
    if heading.bodies:
        told.append([(word.x0, word.x1) for word in heading.words])
    gaps = gutters([word.centre for word in heading.words], told, size)
    if gaps is None:
        return None
    written = [placed(line, gaps) for line in below]
    rest = continued and (titled or 0 not in written[0].columns)
    rows = _table_rows(written, rest=rest)
    right = max(line[-1]["x1"] for line in sheet.lines)
    frame = _frame(heading, rows, [*(end - BEHIND for _, end in gaps), right])
    if not rows or frame is None or any(row.crosses and row.several for row in rows):
        return None
    if (not titled and _is_running(rows)) or not _holds_marks(rows, heading):
        return None
    bands, guessed = _bands(rows, frame, sheet.rules, continued=continued)
    if bands is None or not _is_filled(bands, frame.text, rest=continued):
        return None
    titles = sheet.lines[heading.first : heading.end]
    return Laid(sheet.page, heading, titles, gaps, bands, right, guessed)


def _holds_marks(rows: Sequence[Row], heading: Heading) -> bool:
    """Tell whether nothing but marks stands below the bodies of a matrix."""
    told = (row.text(at) for row in rows if not row.crosses for at in heading.bodies)
    return all(is_mark("".join(text.split())) for text in told if text.strip())


def _frame(heading: Heading, rows: Sequence[Row], limits: Sequence[float]) -> Frame | None:
    texts = heading.texts
    holds = [found.holds for found in outlined([*map(column, texts)])]
    tasks = place_of_tasks(texts)
    if tasks is None:
        return None
    serial = holds.index(Holds.SERIAL) if Holds.SERIAL in holds else None
    rights = tuple(_broken_at(rows, at, limit) for at, limit in enumerate(limits))
    units = frozenset(
        at for at, text in enumerate(texts) if names_units(text) and not names_persons(text)
    )
    lefts = tuple(_centred_from(rows, at) for at in range(len(texts)))
    return Frame(serial, tasks, rights, units, lefts)


def _centred_from(rows: Sequence[Row], column: int) -> float | None:
    """Give where the widest line of a column of centred lines begins, `None` for one set flush."""
    found = [row.lines[column] for row in rows if column in row.lines and not row.crosses]
    left = min((line.x0 for line in found), default=0.0)
    flush = sum(line.x0 < left + line.size / 2 for line in found)
    return None if 2 * flush > len(found) else left


def _broken_at(rows: Sequence[Row], column: int, limit: float) -> float:
    """Give where the lines of a column are broken: where the furthest ends, if that is near."""
    found = [row.lines[column] for row in rows if column in row.lines and not row.crosses]
    edge = max((line.x1 for line in found), default=limit)
    size = max((line.size for line in found), default=0.0)
    return edge if edge > limit - _ROOM * size else limit


def _before_text(
    below: Sequence[Sequence[Character]], heading: Heading
) -> Sequence[Sequence[Character]]:
    """Give the lines up to the running text behind a table: two that run over its columns."""
    centres = [word.centre for word in heading.words]
    wide = [_runs_over(line, centres) for line in below]
    for at, pair in enumerate(pairwise(wide)):
        if all(pair):
            return below[:at]
    return below


def _runs_over(line: Sequence[Character], centres: Sequence[float]) -> bool:
    """Tell whether text without a gap takes most of the width of a table."""
    least = _WIDE * (centres[-1] - centres[0])
    return any(
        end - start > least and sum(start < centre < end for centre in centres) > 1
        for start, end in runs(line)
    )


def _table_rows(rows: Sequence[Row], *, rest: bool) -> list[Row]:
    """Give the lines down to the last that fills several columns, and what hangs on to it.

    `rest` tells that the first line alone may be what is left of a row of the page before:
    below repeated headings, or not in the first column, where running text would begin.
    """
    several = [at for at, row in enumerate(rows) if not row.crosses and len(row.columns) > 1]
    if not several and not (rest and rows and not rows[0].crosses):
        return []
    last = several[-1] if several else 0
    inside = [below.top - above.bottom for above, below in pairwise(rows[: last + 1])]
    widest = max(inside, default=rows[0].bottom - rows[0].top)
    while last + 1 < len(rows) and not rows[last + 1].crosses:
        if rows[last + 1].top - rows[last].bottom > widest + BEHIND:
            break
        last += 1
    return list(rows[: last + 1])


def _is_running(rows: Sequence[Row]) -> bool:
    """Tell whether text stands before the first line that fills several columns."""
    several = (at for at, row in enumerate(rows) if len(row.columns) > 1 and not row.crosses)
    return sum(row.crosses for row in rows[: next(several, len(rows))]) > 1


def _bands(
    rows: Sequence[Row], frame: Frame, rules: Sequence[Rule], *, continued: bool
) -> tuple[tuple[Band, ...] | None, bool]:
    """Part lines into rows and banners; tells also whether it took more than rules to do so."""
    least = least_space([row for row in rows if not row.crosses], frame.measured)
    made: list[Band] = []
    guessed = False
    for part in _between_banners(rows):
        if part[0].crosses:
            made.append(Band(tuple(part), (0,), {}, banner=True))
            continue
        starts = ruled_starts(part, frame, rules)
        spans = ruled_spans(part, starts, frame, rules) if starts else None
        if starts is None or spans is None:
            guessed = True
            goes_on = continued and not made
            starts = row_starts(Lines(part, frame, least, goes_on))
            spans = outline_spans(part, starts, frame, continued=goes_on) if starts else None
        if starts is None or spans is None:
            return None, guessed
        made.append(Band(tuple(part), tuple(starts), spans))
    return tuple(made), guessed


def _between_banners(rows: Sequence[Row]) -> Iterable[list[Row]]:
    part: list[Row] = []
    for row in rows:
        if row.crosses or (part and part[-1].crosses):
            if part:
                yield part
            part = []
        part.append(row)
    yield part


def _is_filled(bands: Sequence[Band], text: int, *, rest: bool) -> bool:
    """Tell whether nearly every row has a text and something beside it; `rest` leaves out one."""
    parts = [part for one in bands if not one.banner for part in one.slices()]
    filled = [{at for row in part for at in row.columns} for part in parts[rest:]]
    whole = [text in columns and len(columns) > 1 for columns in filled]
    return bool(parts) and sum(whole) >= _FILLED * len(whole)
