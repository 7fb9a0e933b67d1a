"""A name for a set of requirements, from their own words."""

from collections import Counter
from collections.abc import Iterable, Mapping

from .incidence import Duty

NUMBERING = "（(一二三四五六七八九十百0123456789）)、.．． 　第章节条"
LONGEST = 30


def label(duties: Iterable[Duty], plain: Mapping[str, int]) -> str:
    """Name requirements by the heading that stands over most of them.

    `plain` counts the requirements under each heading in the whole plan: of headings with equal
    counts the one that is rarer elsewhere wins. Without headings, the first words are quoted.
    """
    held = list(duties)
    headings = Counter(duty.task or duty.section for duty in held)
    del headings[""]
    if not headings:
        return first_words(held[0].text) if held else ""
    best = min(headings, key=lambda each: (-headings[each], plain.get(each, 0), each))
    return best.lstrip(NUMBERING) or best


def first_words(text: str) -> str:
    """Give the first clause of a text, shortened.

    >>> first_words("优化市局政务网站查询功能，确保下载格式多样。")
    '优化市局政务网站查询功能'
    """
    ends = [text.find(mark) for mark in "，；。：" if mark in text]
    clause = text[: min(ends)] if ends else text
    return clause if len(clause) <= LONGEST else f"{clause[: LONGEST - 1]}…"
