"""Tables drawn with lines of characters, ┌─┬─┐ │ ├─┼─┤ └─┴─┘, as grids."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from unicodedata import east_asian_width

from ...documents.document import Cell, Grid
from ...lexicon.folding import fold
from ...span import Span
from ..names.names import looks_like_unit
from .table_lines import Line

_LEVEL = "─━═┄┅┈┉╌╍"
_UPRIGHT = "".join(chr(code) for code in range(0x2500, 0x2580) if chr(code) not in _LEVEL)
_DOWN = set("┌┏╔╒╓┬┳╦╤╥┐┓╗╕╖├┣╠╞╟┼╋╬╪╫┤┫╣╡╢")
_TOP = ("┌", "┏", "╔", "╒", "╓")
_BETWEEN_CELLS = re.compile(f"[{_UPRIGHT}]")
_RULE = re.compile(f"[{_LEVEL}]+")
MARK = re.compile(r"[△▲▽▼◇◆□■☆★○●◎※▪•]\s*")
"""A mark that begins each of several tasks in a cell."""


@dataclass(slots=True)
class _Drawn:
    """A cell on its way: its lines, each with its place."""

    lines: list[tuple[str, Span]] = field(default_factory=list)


Rows = list[list[_Drawn]]


def is_drawn(text: str) -> bool:
    """Tell whether a line is part of a drawn table.

    >>> is_drawn("│修缮渡口│县港航局│"), is_drawn("修缮渡口")
    (True, False)
    """
    plain = text.strip()
    return len(plain) > 1 and "─" <= plain[0] <= "╿"


def may_be_drawn(text: str) -> bool:
    """Tell whether any line of a text begins as one of a drawn table can; it is told fast."""
    return _DRAWN_LINE.search(f"\n{text}") is not None


_DRAWN_LINE = re.compile(r"\n[^\S\n]*[+─-╿]")


def as_drawn(lines: Sequence[Line]) -> list[Line]:
    """Give the lines, with tables of `+---+` and `|` drawn as the others.

    Those without a rule between their rows stay as they are: each of their lines is a row.
    """
    ruled = [_PLAIN_RULE.fullmatch(line.text.strip()) is not None for line in lines]
    if sum(ruled) <= _RULES_WITHOUT_ROWS:
        return list(lines)
    found: list[Line] = []
    inside = False
    for line, rule in zip(lines, ruled, strict=True):
        text = line.text.strip()
        inside = rule or (inside and len(text) > 1 and text[0] == text[-1] == "|")
        told = text.translate(_AS_RULE) if rule else text.replace("|", "│")
        found.append(line._replace(text=told) if inside else line)
    return found


_PLAIN_RULE = re.compile(r"\+(?:[-=]+\+)+")
_RULES_WITHOUT_ROWS = 3
_AS_RULE = str.maketrans("+-=", "┼──")


def drawn_grids(lines: Sequence[Line]) -> list[Grid]:
    """Give the drawn tables among lines as grids, merged cells as the rules draw them."""
    return [grid for part in _parts(lines) if (grid := _grid(part)) is not None]


def _parts(lines: Sequence[Line]) -> Iterator[list[Line]]:
    part: list[Line] = []
    for line in lines:
        drawn = is_drawn(line.text)
        if part and (not drawn or line.text.strip().startswith(_TOP)):
            yield part
            part = []
        if drawn:
            part.append(line)
    if part:
        yield part


def _segments(text: str) -> list[str]:
    """Give what stands between the upright lines of a line: text, or a rule."""
    return _BETWEEN_CELLS.split(text.strip())[1:-1]


def _grid(lines: Sequence[Line]) -> Grid | None:
    counts = Counter(len(_segments(line.text)) for line in lines)
    width, _ = counts.most_common(1)[0]
    if width < 2:
        return None
    columns = _Columns(lines, width)
    cells = _rows(lines, columns)
    rows = [row for row in cells if any(cell.lines for cell in row)]
    told: dict[int, Cell] = {}
    return Grid(
        tuple(
            tuple(
                _cell(drawn, told, columns, Span(0, 0, 1, i, at + 1))
                for at, drawn in enumerate(row)
            )
            for i, row in enumerate(rows, start=1)
        ),
        Span(0, 0, table=1, line=lines[0].span.line),
    )


def _cell(drawn: _Drawn, told: dict[int, Cell], columns: "_Columns", place: Span) -> Cell:
    """Give a cell, merged where it was given before."""
    before = told.get(id(drawn))
    if before is not None:
        return before._replace(merged=True)
    text = columns.joined((place.column or 1) - 1, drawn)
    at = drawn.lines[0][1] if drawn.lines else place
    paragraph = at.paragraph if at.line is None else None
    span = place._replace(end=len(text), line=at.line, paragraph=paragraph, page=at.page)
    told[id(drawn)] = Cell(text, span)
    return told[id(drawn)]


class _Columns:
    """Where the columns of a drawn table stand, and how wide they are."""

    def __init__(self, lines: Sequence[Line], width: int) -> None:
        ruled = [line.text.strip() for line in lines if _is_ruled(line.text)]
        whole = [text for text in ruled if len(_segments(text)) == width]
        self.width = width
        self._edges = _edges(whole[0]) if whole else []
        self._widths = [len(segment) for segment in _segments(whole[0])] if whole else [0] * width
        self._unit = self._unit_of(lines)

    def covered(self, text: str, above: str) -> list[range]:
        """Give the columns below each segment of a line; `above` is the rule over it."""
        count = len(_segments(text))
        if count == self.width:
            return [range(at, at + 1) for at in range(count)]
        downs = [at for at in _edges(above) if above[at] in _DOWN]
        if len(downs) == count + 1 and set(downs) <= set(self._edges):
            places = [self._edges.index(at) for at in downs]
            return [range(a, b) for a, b in pairwise(places)]
        return [range(self.width)] if count == 1 else []

    def joined(self, at: int, drawn: _Drawn) -> str:
        """Give the text of a cell: a line as long as its column is wide goes on in the next.

        A line that is a whole name does not, where the next one begins with another.
        """
        text = before = ""
        for line, _ in drawn.lines:
            full = _measure(before) * self._unit >= self._widths[at] - 1.5
            goes_on = not text or (full and not (_is_name(before) and _is_name(line)))
            text += ("" if goes_on else "\n") + line
            before = line
        return text

    def _unit_of(self, lines: Sequence[Line]) -> int:
        """Give how many signs of a rule are as wide as one character: 1, or 2 half as wide."""
        shares = [
            _measure(segment.strip()) / width
            for line in lines
            if len(segments := _segments(line.text)) == self.width
            for segment, width in zip(segments, self._widths, strict=True)
            if width and not _RULE.fullmatch(segment)
        ]
        return 1 if max(shares, default=1) > _HALF else 2


_HALF = 0.6


def _is_ruled(text: str) -> bool:
    return all(map(_RULE.fullmatch, _segments(text)))


def _edges(rule: str) -> list[int]:
    return [match.start() for match in _BETWEEN_CELLS.finditer(rule)]


def _measure(text: str) -> float:
    """Give how wide a text is, in Chinese characters."""
    return sum(1.0 if east_asian_width(one) in "WFA" else 0.5 for one in text)


def _is_name(text: str) -> bool:
    return looks_like_unit(fold(text))


def _rows(lines: Sequence[Line], columns: _Columns) -> Rows:
    """Give the rows: every rule and every mark of a task begins one in which other cells go on."""
    rows: Rows = [[_Drawn() for _ in range(columns.width)]]
    above, fresh = "", True
    for line in lines:
        text = line.text.strip()
        places = columns.covered(text, above)
        parts = list(zip(_segments(text), places, strict=len(places) > 0))
        ruled = {at for part, covered in parts if _RULE.fullmatch(part) for at in covered}
        if _is_ruled(text):
            above, ruled = text, set(range(columns.width))
        elif not ruled and parts and _counts_on(rows[-1][0], parts[0][0]):
            rows.append([_Drawn() for _ in range(columns.width)])
        for part, covered in parts:
            if part.strip() and not _RULE.fullmatch(part):
                fresh = _add(rows, (part.strip(), line.span), covered, fresh=fresh)
        if ruled:
            rows.append([_Drawn() if at in ruled else rows[-1][at] for at in range(columns.width)])
        fresh = bool(ruled)
    return rows


def _counts_on(cell: _Drawn, text: str) -> bool:
    """Tell whether a line begins with the number that follows the one of the row above it."""
    above = cell.lines[-1][0] if cell.lines else ""
    below = text.strip()
    return above.isdecimal() and below.isdecimal() and int(below) == int(above) + 1


def _add(rows: Rows, line: tuple[str, Span], covered: range, *, fresh: bool) -> bool:
    """Add a line to the cell over some columns; give whether the last row is still without text."""
    cell = rows[-1][covered[0]]
    if cell.lines and MARK.match(line[0]):
        cell = _Drawn()
        if not fresh:
            rows.append(list(rows[-1]))
    for at in covered:
        rows[-1][at] = cell
    cell.lines.append(line)
    return fresh
