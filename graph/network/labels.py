"""A name for a set of requirements, from their own words."""

from collections import Counter
from collections.abc import Mapping, Sequence

from .incidence import Duty

NUMBERING = "（(一二三四五六七八九十百0123456789）)、.．． 　第章节条"
LONGEST = 30


def label(duties: Sequence[Duty], plain: Mapping[str, int]) -> str:
    """Name requirements by the heading that stands over more than half of them.

    The narrowest such heading is taken; where none does, the most frequent one, of equal ones
    the rarer in the whole plan (`plain` counts requirements by heading). Without headings the
    first words are quoted.
    """
    levels = (Counter(duty.task for duty in duties), Counter(duty.section for duty in duties))
    for held in levels:
        heading = _most(held, plain)
        if heading and held[heading] > len(duties) / 2:
            return _bare(heading)
    heading = _most(levels[0], plain) or _most(levels[1], plain)
    if heading:
        return _bare(heading)
    return first_words(duties[0].text) if duties else ""


def _most(held: Counter[str], plain: Mapping[str, int]) -> str:
    named = [heading for heading in held if heading]
    return min(named, key=lambda each: (-held[each], plain.get(each, 0), each), default="")


def _bare(heading: str) -> str:
    return heading.lstrip(NUMBERING) or heading


def first_words(text: str) -> str:
    """Give the first clause of a text, shortened.

    >>> first_words("优化市局政务网站查询功能，确保下载格式多样。")
    '优化市局政务网站查询功能'
    """
    ends = [text.find(mark) for mark in "，；。：" if mark in text]
    clause = text[: min(ends)] if ends else text
    return clause if len(clause) <= LONGEST else f"{clause[: LONGEST - 1]}…"
