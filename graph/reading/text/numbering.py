"""Printed numbers at the start of a paragraph: 一、 （一） 1. 1.1 （1） ① 第三条 任务一：."""

import re
import unicodedata
from typing import NamedTuple

from ...lexicon.words import one_of, words
from .numerals import number
from .pieces import Piece

_CN = "[〇零一二三四五六七八九十百]{1,5}"
_OPENS = r"(?=[一-鿿《“「])"
_TIMED = "(?:(?![0-9])|(?=[0-9]{1,2}月|20[0-9]{2}年))"
"""Behind the point of a number stands no figure, but one of a day: 2.12月底前."""
_MEASURES = one_of(words("headings", "measures"))
_TWO, _MORE = r"[0-9]{1,2}[.．\-—–][0-9]{1,2}", r"[0-9]{1,2}(?:[.．\-—–][0-9]{1,2}){2,3}"
_DOTTED_END = rf"(?:[、.．](?![0-9])\s*|\s+{_OPENS}(?!{_MEASURES}))"
_NAMED = (
    f"(?:{one_of(words('headings', 'numbered'))})(?:{_CN}|[0-9]{{1,3}})"
    f"|第(?:{_CN}|[0-9]{{1,3}})件(?:实事|大事|事)?"
)
_BEGINS = "".join(sorted({word[0] for word in words("headings", "numbered")}))
_NUMBERED = re.compile(
    rf"\s*(?=[第〇零一二三四五六七八九十百（〔0-9①-⑳⓪㉑-㉟⒈-⒛⑴-⒇㈠-㈩●■◆▪•★·○—\-{_BEGINS}])"
    rf"(?:(?P<part>第{_CN}(?:部分|章|篇|编))[、：\s]*"
    rf"|(?P<article>第(?:{_CN}|[0-9]{{1,3}})[条项节])[、：\s]*"
    rf"|(?P<first>{_CN})(?:、|\.(?![0-9])|．|\s(?=\S))\s*"
    rf"|（\s*(?P<second>{_CN})\s*）[、.。]?\s*"
    rf"|(?P<dotted>{_TWO}){_DOTTED_END}"
    rf"|(?P<finer>(?!2[0-9]\.){_MORE})(?:{_DOTTED_END}|{_OPENS}(?!{_MEASURES}))"
    rf"|(?P<third>[0-9]{{1,3}}) ?(?:、|\.{_TIMED}|．|\s*(?=[一-鿿《“])(?=\S{{6,}})(?<=\s))\s*"
    r"|（\s*(?P<fourth>[0-9]{1,3})\s*）[、.。]?\s*"
    r"|(?P<halved>[0-9]{1,3})）[、.。]?\s*"
    r"|(?P<fifth>[①-⑳⓪㉑-㉟])[、.。]?\s*"
    r"|(?P<signed>[⒈-⒛⑴-⒇㈠-㈩])[、.。]?\s*"
    rf"|[〔（](?P<boxed>{_NAMED})[〕）]\s*|(?P<named>{_NAMED})(?:[：.]|、(?![一二三四五六七八九十0-9])|\s(?=\S))\s*"
    r"|(?P<bullet>[●■◆▪•★·○]|—{1,2}|-{1,2}(?=[一-鿿]))\s*)"
)
LEVELS = {
    "part": 0,
    "first": 1,
    "second": 2,
    "article": 2,
    "named": 3,
    "third": 4,
    "dotted": 5,
    "finer": 6,
    "fourth": 7,
    "halved": 7,
    "fifth": 8,
    "bullet": 9,
}
_SIGNED = {"⒈": "third", "⑴": "fourth", "㈠": "second"}
"""The first of each kind of number that is one character: 1. （1） （一）."""


_FIGURES = re.compile(rf"{_CN}|[0-9]+")


class Printed(NamedTuple):
    """A printed number: its level (0 is the highest), its own words, and where the text begins."""

    level: int
    number: str
    end: int
    style: str

    @property
    def value(self) -> int | None:
        """The number's value, of several parts that of the last; none where it is a sign."""
        figures = _FIGURES.findall(self.number)
        return number(figures[-1]) if figures else None


def printed_number(folded: str) -> Printed | None:
    """Give the number that a folded paragraph starts with, `None` when there is none.

    A sign that is a number with its mark is read as both: ⒈ as 1, ⑴ as （1）.

    >>> printed_number("（一）修缮渡口").number, printed_number("1.2 修缮渡口").number
    ('（一）', '1.2')
    """
    match = _NUMBERED.match(folded)
    if match is None or match.lastgroup is None:
        return None
    style, written = match.lastgroup, match[match.lastgroup]
    if style == "signed":
        style, written = _unsigned(written)
    elif style == "boxed":
        style = "named"
    elif style == "bullet":
        written = ""
    if style in {"second", "fourth"}:
        written = f"（{written}）"
    return Printed(LEVELS[style], written, match.end(), style)


def _unsigned(sign: str) -> tuple[str, str]:
    first = max(known for known in _SIGNED if known <= sign)
    return _SIGNED[first], unicodedata.normalize("NFKC", sign).strip("().")


def without_number(piece: Piece) -> Piece:
    """Give a paragraph without its printed number, which is no part of a day: 2.12月底前."""
    printed = printed_number(piece.folded)
    return piece.cut(printed.end, len(piece.text)) if printed else piece


def dotted_number(folded: str) -> Printed | None:
    """Give the number of two parts that ends right before a text: it may be a decimal, 1.5公里."""
    match = _DOTTED.match(folded)
    return Printed(LEVELS["dotted"], match[1], match.end(), "dotted") if match else None


_DOTTED = re.compile(rf"\s*({_TWO}){_OPENS}(?!{_MEASURES})")


def goes_on(dotted: Printed, before: Printed | None) -> bool:
    """Tell whether 1.2 stands behind 1.1, 2.1 behind 1.4, or 1.1 below 1."""
    head, tail = _parts(dotted)
    if before is None:
        return False
    if before.style == "third":
        return (str(head), tail) == (before.number, 1)
    return before.style == "dotted" and (head, tail) in _next(*_parts(before))


def _next(head: int, tail: int) -> tuple[tuple[int, int], ...]:
    return (head, tail + 1), (head + 1, 1)


def _parts(dotted: Printed) -> tuple[int, int]:
    head, tail = re.split(r"[^0-9]", dotted.number)
    return int(head), int(tail)


def glued_number(folded: str) -> Printed | None:
    """Give the number that ends right before a digit: it may be one, 11.5G基站, or a decimal."""
    match = _GLUED.match(folded)
    return Printed(LEVELS["third"], match[1], match.end(), "third") if match else None


_GLUED = re.compile(r"\s*([0-9]{1,2})\.(?=[0-9])")
