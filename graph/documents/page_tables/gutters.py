"""The gaps between columns: stretches of a page that its lines leave free from top to bottom."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from .lines import Character, Line, lines, middle

_TOUCHING = 0.2
_APART = 0.45
_NARROWEST = 0.28
"""Shares of a character's size: what parts runs, what parts cells, the least gap of columns."""
_CROSSING = 0.34
"""Share of the lines that may run over a gap: banners, and text behind the table."""

_HALF_WHITE = "、，。；：！？）》】」』〕"

Stretch = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Row:
    """The characters at one height, in the columns of a table."""

    columns: dict[int, list[Character]]
    lines: dict[int, Line]
    """The same characters as text."""
    crosses: bool
    """Text runs over a gap between columns."""
    several: bool
    """It is of more than one cell."""
    top: float
    bottom: float
    middle: float

    def reach(self, columns: Iterable[int]) -> Stretch | None:
        """Give where the characters of some columns begin and end from top to bottom."""
        found = [one for at in columns for one in self.columns.get(at, ())]
        if not found:
            return None
        return min(one["top"] for one in found), max(one["bottom"] for one in found)

    def text(self, column: int) -> str:
        """Give what stands in a column."""
        return self.lines[column].text if column in self.lines else ""


def runs(row: Sequence[Character]) -> list[Stretch]:
    """Give the stretches of a line that are written without a gap."""
    found: list[list[Character]] = []
    for one in row:
        if not one["text"].strip():
            continue
        if found and one["x0"] - found[-1][-1]["x1"] <= _TOUCHING * one["size"]:
            found[-1].append(one)
        else:
            found.append([one])
    return [(run[0]["x0"], _ink_end(run[-1])) for run in found]


def _ink_end(last: Character) -> float:
    """Give where a character ends: the right half of a closing mark is white."""
    return float(last["x1"] - last["size"] / 2 * (last["text"] in _HALF_WHITE))


def gutters(
    centres: Sequence[float], lines: Sequence[Sequence[Stretch]], size: float
) -> tuple[Stretch, ...] | None:
    """Give the gap between each pair of headings, `None` where one pair has none.

    Where the lines leave one strip of text for each heading, the strips are the columns; else each
    gap is looked for between the middles of two headings.
    """
    least = _NARROWEST * size
    several = [at for at, line in enumerate(lines) if _are_several(line, size)]
    strips = _strips([stretch for at in several for stretch in lines[at]], least)
    others = sorted({*range(max(several, default=0))} - {*several})
    alone = [(lines[at][0][0], lines[at][-1][1]) for at in others]
    inside = [one for one in alone if sum(_overlap(one, strip) for strip in strips) == 1]
    strips = _strips([*strips, *inside], least)
    if len(strips) == len(centres):
        gaps = tuple((left[1], right[0]) for left, right in pairwise(strips))
        starts = [-inf, *(gap[0] for gap in gaps)]
        ends = [*(gap[1] for gap in gaps), inf]
        reached = zip(starts, centres, ends, strict=True)
        if all(start < centre < end for start, centre, end in reached):
            return gaps
    found = [_gap(left, right, lines) for left, right in pairwise(centres)]
    wide = [gap for gap in found if gap is not None and gap[1] - gap[0] >= least]
    return tuple(wide) if len(wide) == len(found) else None


def _strips(stretches: Sequence[Stretch], least: float) -> list[Stretch]:
    """Give the stretches from left to right in which some line has text."""
    strips: list[Stretch] = []
    for start, end in sorted(stretches):
        if strips and start - strips[-1][1] < least:
            strips[-1] = (strips[-1][0], max(strips[-1][1], end))
        else:
            strips.append((start, end))
    return strips


def _are_several(line: Sequence[Stretch], size: float) -> bool:
    return any(right[0] - left[1] > _APART * size for left, right in pairwise(line))


def _overlap(one: Stretch, other: Stretch) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _gap(left: float, right: float, lines: Sequence[Sequence[Stretch]]) -> Stretch | None:
    """Give the widest of the stretches that the fewest lines cross."""
    events = [(left, 0), (right, 0)]
    for line in lines:
        for start, end in line:
            if start < right and end > left:
                events += [(max(start, left), 1), (min(end, right), -1)]
    events.sort()
    height, free = 0, []
    for (at, step), (following, _) in pairwise(events):
        height += step
        if following > at:
            free.append((height, at - following, at, following))
    if not free:
        return None
    count, _, start, end = min(free)
    return (start, end) if count <= _CROSSING * len(lines) else None


def placed(row: Sequence[Character], gaps: Sequence[Stretch]) -> Row:
    """Tell the characters of a line apart by column."""
    middles = [sum(gap) / 2 for gap in gaps]
    columns: dict[int, list[Character]] = {}
    for one in row:
        columns.setdefault(bisect_left(middles, (one["x0"] + one["x1"]) / 2), []).append(one)
    written = {at: (lines(found, 0), found) for at, found in columns.items()}
    shown = [one for one in row if one["text"].strip()]
    written_runs = runs(shown)
    return Row(
        {at: found for at, (line, found) in written.items() if line},
        {at: line[0] for at, (line, _) in written.items() if line},
        any(start < at < end for start, end in written_runs for at in middles),
        _are_several(written_runs, shown[0]["size"]),
        min(one["top"] for one in shown),
        max(one["bottom"] for one in shown),
        middle(shown[0]),
    )
