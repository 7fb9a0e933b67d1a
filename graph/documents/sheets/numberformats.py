"""What the number format of a cell shows of its value: a month without its day, words around it."""

import re

MONTH_FORMATS = frozenset({17, 27, 36, 50, 52, 57})
"""Of the formats that need no code, those of year and month (ECMA-376, part 1, 18.8.30, zh-cn)."""
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|[_*].')
_WORDS = r'((?:"[^"]*"|\\.|[\u2e80-\uffef])*)'
_AROUND = re.compile(rf"{_WORDS}(?:General|#?0)(?:_.)?{_WORDS}(?:_.)?(?:;.*)?", re.DOTALL)
_MARKS = re.compile(r'"([^"]*)"|\\(.)')
Words = tuple[str, str]
"""Before and behind a number."""


def shows_month(code: str) -> bool:
    r"""Tell whether a format shows year and month only.

    >>> [shows_month(code) for code in ('yyyy"年"m"月";@', '[$-804]yyyy"年"m"月"d"日"', "0.00")]
    [True, False, False]
    """
    letters = set(_LITERAL.sub("", code).partition(";")[0].lower())
    return "m" in letters and bool(letters & set("ye")) and not letters & set("dhs")


def words_around(code: str) -> Words | None:
    r"""Give the words that a format writes around a whole number.

    >>> words_around('0"月底前"'), words_around('"第"0"项"'), words_around("0.00")
    (('', '月底前'), ('第', '项'), None)
    """
    match = _AROUND.fullmatch(code)
    if match is None or not (match[1] or match[2]):
        return None
    before, behind = (
        _MARKS.sub(lambda one: one[1] or one[2] or "", part) for part in match.groups()
    )
    return before, behind
