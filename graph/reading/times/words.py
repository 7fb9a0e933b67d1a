"""What the patterns of times are made of: years, months, days, and the words of periods."""

import re
from functools import cache

from ...lexicon.words import lexicon, one_of, words
from .dates import WRITTEN_YEAR

NUMBER = "(?:[0-9]{1,4}|[一二两三四五六七八九十]{1,3})"
YEAR = (
    "(?:20[0-9][0-9]年|2[0-9]年(?=年?[底末]|(?:1[0-2]|0?[1-9])月)"
    f"|[今本当明次翌]年|{WRITTEN_YEAR}年)"
)
MONTH = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?"
DAY = "(?:3[01]|[12][0-9]|0?[1-9]|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]"
HOUR = "(?:2[0-4]|[01]?[0-9])(?:[时点]|[:：][0-9]{2})"
PART = "(?:上旬|中旬|下旬|底|末|初|中)"
QUARTER = "(?:前[二两三23]季度|第?[一二三四1-4]季度末?|[Qq][1-4]|上半年|下半年)"
NUMERIC = r"20[0-9]{2}[-./](?:1[0-2]|0?[1-9])(?:[-./][0-9]{1,2})?(?![0-9])"
TO = "(?:[-—–~～]{1,2}|至|到)"
FIVE_YEARS = "[“‘]?十[一二三四五六七八九]五[”’]?(?:规划)?(?:时期|期)?"
_HOW = one_of(words("times", "done", "how"))
DONE = f"(?:{_HOW})*(?:{one_of(words('times', 'done'))})(?!的)"
"""What is done by a time: 9月投入使用, 9月底全面完成."""
DONE_BEGINS = "".join(
    sorted({w[0] for key in ("words", "how", "held") for w in words("times", "done", key)})
)
SHORT_SPANS = one_of(words("times", "spans"))


@cache
def periods() -> dict[str, str]:
    """Give the words of periods with their ISO 8601 durations."""
    periods: dict[str, str] = lexicon("times")["periods"]
    return periods


@cache
def periods_of_cells() -> dict[str, str]:
    """Give what a cell alone may say of a period, with its duration: 季度, 月度."""
    told: dict[str, str] = lexicon("times")["cells"]
    return told


PERIOD_WORD: re.Pattern[str] = re.compile(
    rf"(?:每个?|/每?|按|逐|全|^一?)({one_of(lexicon('times')['periods'])})"
)
