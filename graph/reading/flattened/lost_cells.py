"""Tables that lost whatever kept their cells apart: their headings stand in one run."""

import re
from collections.abc import Sequence
from functools import cache

from ...documents.document import Block, Paragraph
from ...lexicon.folding import fold
from ...lexicon.headings import Holds, column
from ...lexicon.words import lexicon, one_of, words

_NUMBERED = re.compile("序号[\u4e00-\u9fff（）]{4,60}(?:单位|部门|科室)")
_UNITS = re.compile("单位|部门|科室")
_RUN = re.compile("[\u4e00-\u9fff]+$")
_LONGEST_RUN = 20
_LONGEST_HEADING = 8
_FEWEST = 3


def lost_cells(text: str) -> bool:
    """Tell whether a line holds headings of a table in one run, one of units behind others.

    >>> lost_cells("项目名称建设内容责任单位新建渡口6座县港航局"), lost_cells("请报责任单位汇总。")
    (True, False)
    """
    return bool(_NUMBERED.search(fold(text))) or _surely(text)


def before_lost_cells(blocks: Sequence[Block]) -> Sequence[Block]:
    """Give the blocks before the first line that surely holds such headings.

    What stands behind them reads as sentences with units at their end, which they are not.
    """
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph) and _surely(block.text):
            return blocks[:at]
    return blocks


def _surely(text: str) -> bool:
    if _UNITS.search(text) is None:
        return False
    folded = fold(text)
    return _two_headings().search(folded) is not None and any(
        _ends_run(folded[max(0, match.end() - _LONGEST_RUN) : match.end()])
        for match in _UNITS.finditer(folded)
    )


def _ends_run(told: str) -> bool:
    """Tell whether text ends in several known headings, the last of them one of units."""
    run = _RUN.search(told)
    rest, kinds = run[0] if run else "", []
    while rest:
        ends = [n for n in range(2, min(_LONGEST_HEADING, len(rest)) + 1) if _heads(rest[-n:])]
        if not ends:
            break
        kinds.append(column(rest[-max(ends) :]).holds)
        rest = rest[: -max(ends)]
    return len(kinds) >= _FEWEST and kinds[0] is Holds.OWNERS and Holds.TEXT in kinds


def _heads(text: str) -> bool:
    return column(text).holds is not Holds.UNKNOWN


@cache
def _two_headings() -> re.Pattern[str]:
    """Match the end of a heading right before one of units; it is told fast."""
    bodies = (*words("roles", "bodies", "unit"), *words("roles", "bodies", "person"))
    ends = (*lexicon("headings")["made"]["heads"], *words("headings", "names", "ends"), *bodies)
    long = one_of(end for end in ends if len(end) > 1)
    return re.compile(f"(?:{long})[\u4e00-\u9fff]{{2,4}}(?:{_UNITS.pattern})")
