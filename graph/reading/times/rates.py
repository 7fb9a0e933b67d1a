"""The patterns of how often and for how long: 每季度, 每年不少于2次, 2次/年, 公示不少于7天."""

from ...lexicon.words import one_of, words
from .phrases import RHYTHM, event
from .words import DAY, MONTH, NUMBER, PART, QUARTER, SHORT_SPANS, TO, periods

_AMOUNT = "[0-9.]+[余多]?(?:%|个百分点|[百千万亿]*元)"
_PAID, _BOUNDED, _CHANGED, _MEASURES = (
    one_of(words("times", "money", key)) for key in ("paid", "bounded", "changed", "measures")
)
_LENGTH = "个?(?:小时|分钟)(?![之以]?内)"
_NOT_MONEY = (
    f"(?!{_PAID}|[0-9.]+[余多]?[百千万亿]*(?:{_MEASURES})|每?人|每户|每亩|不超过[0-9]"
    rf"|(?:{_BOUNDED})[0-9.]+(?!个?(?:{SHORT_SPANS}))"
    rf"|[^，。；、0-9]{{0,20}}(?:{_BOUNDED}){_AMOUNT}|[^，。；、0-9]{{0,12}}[0-9.]+{_LENGTH}"
    rf"|[^，。；、0-9]{{0,4}}(?:{_CHANGED})[^，。；、0-9]{{0,8}}{_AMOUNT}"
    "|[0-9.]+(?:万|亿)?元)"
)
OFTEN, LONG = (one_of(words("times", "least", key)) for key in ("often", "long"))
"""The words before a least number of times, and before a least length."""
_NEWS, _STOCK = (one_of(words("times", "least", key)) for key in ("news", "stock"))
_TIMES = r"(?:次|场|期|轮|回|批|篇|节课|堂课|条(?=[，。；、）\s以]|$))"
_UNCOUNTED = "[^，。；、0-9一二两三四五六七八九十]"


def frequency() -> str:
    """Give the pattern of a least number of times in a period."""
    period = one_of(periods())
    return (
        rf"(?=[每全一])(?:(?:每个?(?:{period})|全年|一年)[^，。；、]{{0,18}}?"
        rf"(?:{OFTEN}){_UNCOUNTED}{{0,12}}{NUMBER}{_TIMES}"
        rf"|(?:每个?(?:{period})|全年){_UNCOUNTED}{{0,10}}{NUMBER}{_TIMES}以上"
        rf"|每个?(?:{period}){_UNCOUNTED}{{0,8}}(?:(?:{_NEWS})(?:{OFTEN}){NUMBER}[条件份个]"
        rf"|(?:{OFTEN}){NUMBER}[条件份个](?=[^，。；、]{{0,4}}(?:{_NEWS}))))"
    )


def recurrence() -> str:
    """Give the pattern of what is done again and again."""
    period = one_of(periods())
    weekday = (
        "(?:第[一二三四五]|最后一)个?(?:周|星期|工作日)[一二三四五六日]?"
        "|[一二三四五六日](?=[，。；、前召开上下])"
    )
    month = rf"(?:{MONTH}|[首末]月)(?:{DAY}|{PART})?"
    day = rf"周[一二三四五六日]|{month}|{DAY}|{PART}|{QUARTER}末?"
    when = rf"(?:{day}|年?[底末初]|{weekday})(?:[、和及](?:{day}))*"
    begins = "".join(sorted({word[0] for word in periods()}))
    yearly = one_of(words("times", "yearly"))
    return (
        rf"(?=[每按逐季一{begins}])(?:每隔?{NUMBER}个?(?:年|月|周|星期|天|日|小时){_NOT_MONEY}"
        rf"|每个?(?:{period})(?!以来|{DAY}{TO}){_NOT_MONEY}(?:{when}(?:之前|以前|前)?|{event()})?"
        rf"|(?<![每二三四])季度[首末]月(?:{DAY}|{PART})?(?:之前|以前|前)?"
        rf"|(?<![0-9一二两三四五六七八九十每第])一?(?:{period})[一1]次(?!性)"
        rf"|(?<![0-9一二两三四五六七八九十每第])(?:半月|旬|月|季度?|半年|年)一(?:{RHYTHM})"
        rf"|(?<![0-9一二两三四五六七八九十每第])一(?:{period})一(?![个次度天年月])[一-鿿]{{2}}"
        "|按(?:日|周|旬|月度?|季度|季|半年)(?![节期历度常用份]|计划|程)"
        rf"|按年度(?=[，。；、）]|$|{yearly})"
        "|逐(?:日|周|月|季度?))"
    )


def per_period(before: str = r"(?<![0-9.])(?<!过)(?<!多于)(?<!≤)") -> str:
    """Give the pattern of a number of times before a stroke and a period: 2次/年."""
    return rf"{before}{NUMBER}(?:[-—~～至]{NUMBER})?{_TIMES}/每?(?:{one_of(periods())})"


def least_period() -> str:
    """Give the pattern of a least length of time."""
    return rf"(?:{LONG}){NUMBER}个?(?:{SHORT_SPANS}|年)(?!龄|级|的?(?:{_STOCK}))"
