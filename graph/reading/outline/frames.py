"""Headings of what frames the tasks and assigns nothing itself: 总体要求, 保障措施."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Protocol, Self

from ...lexicon.words import one_of, words
from ..text.pieces import Piece


class Heading(Protocol):
    """What a node of the outline has, as far as its heading goes."""

    paragraphs: list[Piece]

    def ancestors(self) -> Sequence[Self]:
        """Give the headings above."""


def is_frame(heading: Heading) -> bool:
    """Tell whether a heading opens what frames the tasks: nobody expects it to name a unit."""
    told = heading.paragraphs[0].folded if heading.paragraphs else ""
    return _frame().match(told) is not None


def in_frame(heading: Heading) -> bool:
    """Tell whether a heading, or one above it, opens what frames the tasks."""
    return any(map(is_frame, (heading, *heading.ancestors())))


@cache
def _frame() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of(words('titles', 'frame'))})")
