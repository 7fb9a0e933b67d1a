"""Tables that lost whatever kept their cells apart: their headings stand in one run."""

import re

from ..lexicon.folding import fold
from ..lexicon.headings import Holds, column

_SURE = re.compile("序号[\u4e00-\u9fff（）]{4,60}(?:单位|部门|科室)")
_UNITS = re.compile("(?:单位|部门|科室)")
_RUN = re.compile("[\u4e00-\u9fff]+$")
_LONGEST_RUN = 20
_LONGEST_HEADING = 8
_FEWEST = 3


def lost_cells(text: str) -> bool:
    """Tell whether a line holds headings of a table in one run, one of units behind others.

    >>> lost_cells("项目名称建设内容责任单位新建渡口6座县港航局"), lost_cells("请报责任单位汇总。")
    (True, False)
    """
    folded = fold(text)
    return bool(_SURE.search(folded)) or any(
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
