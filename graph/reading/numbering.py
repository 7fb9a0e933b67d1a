"""Printed numbers at the start of a paragraph: 一、 （一） 1. （1） ① 第三条."""

import re
from typing import NamedTuple

from .numerals import number

_CN = "[〇零一二三四五六七八九十百]{1,5}"
_NUMBERED = re.compile(
    rf"\s*(?:(?P<part>第{_CN}(?:部分|章|篇|编))[、：\s]*"
    rf"|(?P<article>第(?:{_CN}|[0-9]{{1,3}})[条项节])[、：\s]*"
    rf"|(?P<first>{_CN})(?:、|\.(?![0-9])|．|\s(?=\S))\s*"
    rf"|（\s*(?P<second>{_CN})\s*）[、.。]?\s*"
    r"|(?P<third>[0-9]{1,3}) ?(?:、|\.(?![0-9])|．|\s*(?=[一-鿿《“])(?=\S{6,})(?<=\s))\s*"
    r"|（\s*(?P<fourth>[0-9]{1,3})\s*）[、.。]?\s*"
    r"|(?P<halved>[0-9]{1,3})）[、.。]?\s*"
    r"|(?P<fifth>[①-⑳⓪㉑-㉟])[、.。]?\s*"
    r"|(?P<bullet>[●■◆▪•★·○]|—{1,2}|-{1,2}(?=[一-鿿]))\s*)"
)
LEVELS = {
    "part": 0,
    "first": 1,
    "second": 2,
    "article": 2,
    "third": 3,
    "fourth": 4,
    "halved": 4,
    "fifth": 5,
    "bullet": 6,
}


class Printed(NamedTuple):
    """A printed number: its level (0 is the highest), its own words, and where the text begins."""

    level: int
    number: str
    end: int
    style: str

    @property
    def value(self) -> int | None:
        """The number's value, where it is a plain one."""
        digits = self.number.strip("（）第条项节章部分篇编")
        try:
            return number(digits)
        except KeyError:
            return None


def printed_number(folded: str) -> Printed | None:
    """Give the number that a folded paragraph starts with, `None` when there is none.

    >>> printed_number("（一）修缮渡口").number
    '（一）'
    """
    match = _NUMBERED.match(folded)
    if match is None or match.lastgroup is None:
        return None
    style = match.lastgroup
    written = "" if style == "bullet" else match[style]
    if style in {"second", "fourth"}:
        written = f"（{written}）"
    return Printed(LEVELS[style], written, match.end(), style)


def glued_number(folded: str) -> Printed | None:
    """Give the number that ends right before a digit: it may be one, 11.5G基站, or a decimal."""
    match = _GLUED.match(folded)
    return Printed(LEVELS["third"], match[1], match.end(), "third") if match else None


_GLUED = re.compile(r"\s*([0-9]{1,2})\.(?=[0-9])")
