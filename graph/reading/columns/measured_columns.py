"""Columns of figures and quantities among those of text: how much of a task, and no task."""

import re
from functools import lru_cache

from ...lexicon.headings import MEASURED, Column, Holds, outlined
from .headings import places_of
from .measures import is_measure, tells_quantity
from .text_columns import LEVELS, Rows, as_text

_FIGURES = re.compile("[^\u4e00-\u9fff]*[0-9][^\u4e00-\u9fff]*|[-—/]+")


def without_measures(columns: tuple[Column, ...], rows: Rows) -> tuple[Column, ...]:
    """Take columns of figures alone from the outline, and goals of quantities beside names.

    Such a goal, 36座 under 年度目标, is a remark on what the names beside it say is to be done.
    """
    levels = [at for at, c in enumerate(columns) if c.holds in LEVELS]
    told = {at: _filled(at, rows) for at in levels}
    taken = {at for at in levels if _are_figures(told[at])}
    goals = {at for at in levels if _say_how_much(told[at])}
    worded = {at for at in levels if goals and _are_worded(told[at])}
    taken |= {at for at in goals if worded - {at}}
    if not taken:
        return columns
    return outlined(
        [
            c._replace(holds=Holds.REMARK, rank=MEASURED) if at in taken else c
            for at, c in enumerate(as_text(columns))
        ]
    )


@lru_cache(maxsize=256)
def goal_places(columns: tuple[Column, ...]) -> tuple[int, ...]:
    """Give the columns of quantities that are goals of the tasks beside them."""
    return tuple(at for at in places_of(columns, Holds.REMARK) if columns[at].rank == MEASURED)


def _are_figures(told: list[str]) -> bool:
    return bool(told) and all(_FIGURES.fullmatch(text) for text in told)


def _say_how_much(told: list[str]) -> bool:
    """Tell whether two of three cells say no more than how much, half of these a bare measure."""
    bare = sum(map(is_measure, told))
    all_told = sum(map(tells_quantity, told)) if bare else 0
    return bare > 0 and 3 * all_told >= 2 * len(told) and 2 * bare >= all_told


def _are_worded(told: list[str]) -> bool:
    return 2 * sum(map(_is_words, told)) > len(told)


def _is_words(text: str) -> bool:
    return not (_FIGURES.fullmatch(text) or tells_quantity(text))


def _filled(place: int, rows: Rows) -> list[str]:
    return [text for row in rows if (text := row[place].text.strip())]
