"""The year of a plan: of its title, its number, its date, or of its first sentences."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from ...lexicon.folding import fold
from ...lexicon.words import one_of, words
from ...plan import DocumentNumber
from ..text.pieces import Piece
from ..times.dates import with_figures
from .page_lines import leads_elsewhere
from .titles import HEAD


def year_of(
    titles: Iterable[str], number: DocumentNumber | None, date: str | None, lines: Sequence[Piece]
) -> int | None:
    """Give the year of a plan by what tells most surely; none where a title names unlike years.

    A document may be issued at the end of the year before the one whose work it sets.
    """
    for title in titles:
        years = _years_of_title(with_figures(fold(title)))
        if years:
            return years.pop() if len(years) == 1 else None
    told = number.year if number and number.year else int(date[:4]) if date else None
    set_work = _of_preamble(lines)
    if told and set_work == told + 1:
        return set_work
    return told or _near(lines) or set_work


def _years_of_title(folded: str) -> set[int]:
    """Give the years that a title names: one of its own before the first of a span of years.

    A span that a cited title names is of that document: 落实《规划（2021—2030年）》任务分解.
    """
    cited = _without_cited_spans(folded)
    single = {int(match[1]) for match in _SINGLE.finditer(_SPAN.sub("", cited))}
    return single or {int(match[1]) for match in [_SPAN.search(cited)] if match}


def _without_cited_spans(folded: str) -> str:
    return _QUOTED.sub(lambda match: _SPAN.sub("", match[0]), folded)


_QUOTED = re.compile("《[^《》]*》(?=.)")
_SPAN = re.compile(
    "(20[0-9]{2})(?:年?(?:[-—–~～至到]{1,2}|年至)(?:20)?[0-9]{2}(?![0-9])年?度?|20[0-9]{2}年)"
)
"""A copy may lose what stands between: 20212030年."""
_SINGLE = re.compile("(20[0-9]{2})(?=年|）|[-—–至])")


def is_masked(lines: Sequence[Piece]) -> bool:
    """Tell whether a text hides its years, *年, 〔××〕3号, so that only its page has a date."""
    return any(_MASKED.search(piece.folded) for piece in lines[:HEAD])


_MASKED = re.compile("[*×＊]年|[xX]{2,4}年|〔[*×＊xX]+〕|（[*×＊]+）")


def _near(lines: Sequence[Piece]) -> int | None:
    """Give the year of a short line near the title, which is no sentence: 2026年5月."""
    if is_masked(lines):
        return None
    for piece in lines[:_NEAR]:
        if (
            len(piece.text) >= _LONGEST_DATED
            or "。" in piece.folded
            or leads_elsewhere(piece.folded)
        ):
            continue
        own = _without_cited_spans(piece.folded)
        if match := _SINGLE.search(own) or _NUMERIC_DATE.search(piece.folded):
            return int(match[1] or match[2])
    return None


_NEAR = 8
_LONGEST_DATED = 50
_NUMERIC_DATE = re.compile(
    r"(?<![0-9])(?:(20[0-9]{2})[/.][0-9]{1,2}[/.][0-9]{1,2}"
    r"|[0-9]{1,2}[/.][0-9]{1,2}[/.](20[0-9]{2}))(?![0-9])"
)


def _of_preamble(lines: Sequence[Piece]) -> int | None:
    """Give the one year whose work the first sentences set: 为做好2026年渡口安全工作.

    A sentence on the year before looks back and sets no work; unlike years give none.
    """
    told = {
        int(match["year"])
        for piece in lines[:HEAD]
        for pattern in (_set(), _ahead())
        for match in pattern.finditer(_QUOTED.sub("", piece.folded))
    }
    return told.pop() if len(told) == 1 else None


_PART = "(?:上半年|下半年|度|第?[一二三四]季度)?"


@cache
def _set() -> re.Pattern[str]:
    before, work, back = (
        one_of(words("titles", "sets_work", key)) for key in ("before", "work", "looks_back")
    )
    return re.compile(
        rf"(?:{before})(?:的|了)?\s*(?P<year>20[0-9]{{2}})年"
        rf"{_PART}[^，。；]{{0,40}}?(?:{work})(?!{back})"
    )


@cache
def _ahead() -> re.Pattern[str]:
    work, will = (one_of(words("titles", "sets_work", key)) for key in ("work", "will"))
    return re.compile(
        rf"(?:^|[。；])\s*(?P<year>20[0-9]{{2}})年{_PART}"
        rf"(?:是“|，?[^。；]{{0,60}}?(?:{work})(?:{will})(?!求|点))"
    )
