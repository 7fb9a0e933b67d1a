"""What the number format of a cell shows of a date: some show the month and hide the day."""

import re

MONTH_FORMATS = frozenset({17, 27, 36, 50, 52, 57})
"""Of the formats that need no code, those of year and month (ECMA-376, part 1, 18.8.30, zh-cn)."""
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|[_*].')


def shows_month(code: str) -> bool:
    r"""Tell whether a format shows year and month only.

    >>> [shows_month(code) for code in ('yyyy"年"m"月";@', '[$-804]yyyy"年"m"月"d"日"', "0.00")]
    [True, False, False]
    """
    letters = set(_LITERAL.sub("", code).partition(";")[0].lower())
    return "m" in letters and bool(letters & set("ye")) and not letters & set("dhs")
