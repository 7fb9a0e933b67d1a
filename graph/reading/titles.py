"""Titles among the first lines of a document, and what stands there and is none."""

import re
from collections.abc import Sequence
from functools import cache

from ..lexicon.folding import fold
from ..lexicon.words import one_of, words
from .citations import document_number
from .dates import signature_date
from .names import looks_like_unit
from .numbering import printed_number
from .pieces import Piece

YEAR = re.compile("(20[0-9][0-9])(?=年|[-—–至])")
HEAD = 60
"""So many lines at the head of a document may tell of it."""
_LONGEST_TITLE = 90
_NUMBER_LINE = re.compile(r"[（〔]?[^，。；：\s]{1,24}号[）〕]?")
_SPACES = re.compile(r"\s+")


def tells_of_page(folded: str) -> bool:
    """Tell whether a line is the page's own: 来源：县政府办, 发布时间：2026-03-01."""
    return _about_page().match(folded) is not None


def is_title(folded: str) -> bool:
    """Tell whether a line alone reads as the title of a document."""
    return (
        4 < len(folded) <= _LONGEST_TITLE
        and not re.search("[。；！|，：](?!》)", _QUOTED.sub("", folded))
        and printed_number(folded) is None
        and _breadcrumb().search(folded) is None
        and bool(_title_end().search(folded))
    )


def is_plan_title(folded: str) -> bool:
    """Tell whether a line alone is the title of a plan, not of the notice that brings it."""
    return (
        is_title(folded)
        and bool(_plan_word().search(folded))
        and not folded.endswith(("的通知", "的函", "的意见"))
    )


_QUOTED = re.compile("《[^》]*》")


def titles_of(lines: Sequence[Piece]) -> list[str]:
    """Give the titles among the first lines; a title broken over lines is put together."""
    found: list[str] = []
    for at, piece in enumerate(lines):
        if not is_title(piece.folded):
            continue
        title = piece.text
        for before in reversed(lines[max(0, at - 2) : at]):
            if not _opens_title(before, piece):
                break
            title, piece = before.text + title, before
        found.append(_SPACES.sub("", title) if _SPACES.search(title) else title)
    return found


def _opens_title(before: Piece, piece: Piece) -> bool:
    """Tell whether the line before is the first half of a title."""
    folded = before.folded
    if len(folded) > 40 or is_number_line(before) or signature_date(folded):
        return False
    if is_title(folded) and not _weak_end().search(folded):
        return False
    if _NO_TITLE.search(folded) or _breadcrumb().search(folded) or printed_number(folded):
        return False
    if piece.folded.startswith(("关于", "印发")) and is_institution(folded.split()[0]):
        return True
    if _begins_title(piece):
        return False
    return bool(_title_word().search(folded) or _place_first().match(folded))


def _begins_title(piece: Piece) -> bool:
    """Tell whether a title is whole by itself: long, with a year or an issuer of its own."""
    long = len(piece.text) >= 24
    return long or bool(YEAR.search(piece.folded) or issuer_of_title().match(piece.folded))


_NO_TITLE = re.compile("[。；：！|]|^附件|网$|网站$|文件$")


def own_title(titles: Sequence[str]) -> str:
    """Of a notice's title and the title of the plan that it brings, give the plan's."""
    plans = [t for t in titles if _plan_word().search(t) and not t.endswith(("通知", "函"))]
    return next(iter([*plans, *titles]), "")


def first_line(lines: Sequence[Piece]) -> str:
    """Give the first line that may name a document without a title; items and menus name none."""
    return next((p.text[:_LONGEST_TITLE] for p in lines[:HEAD] if _may_name(p.folded)), "")


def _may_name(folded: str) -> bool:
    return (
        not _SENTENCE.search(folded)
        and not folded.endswith(("：", "通知"))
        and printed_number(folded) is None
        and _breadcrumb().search(folded) is None
        and not tells_of_page(folded)
        and signature_date(folded) is None
        and not is_institution(folded)
    )


_SENTENCE = re.compile(r"[|。]")


def is_number_line(piece: Piece) -> bool:
    """Tell whether a line is a document number and nothing else."""
    return bool(_NUMBER_LINE.fullmatch(piece.folded)) and document_number(piece) is not None


def is_institution(name: str) -> bool:
    """Tell whether a name is that of a body that issues documents."""
    folded = fold(name)
    return len(folded) > 2 and looks_like_unit(folded) and bool(_institution().search(folded))


@cache
def _breadcrumb() -> re.Pattern[str]:
    """Match the way to a page: 首页 > 政务公开."""
    return re.compile(f"[>›»→]|^[^〈]*〉|^首页|{one_of(words('titles', 'breadcrumb'))}")


@cache
def _title_word() -> re.Pattern[str]:
    """Match what the first half of a title holds, or ends in."""
    inside, ends = (one_of(words("titles", "first_half", key)) for key in ("inside", "endings"))
    return re.compile(f"{inside}|20[0-9]{{2}}年|(?:{ends})$")


@cache
def _place_first() -> re.Pattern[str]:
    place = one_of((*words("units", "places", "upper"), *words("units", "places", "lower")))
    return re.compile(f"[\u4e00-\u9fff]{{1,6}}(?:{place}).")


@cache
def _about_page() -> re.Pattern[str]:
    return re.compile(one_of(words("titles", "page")))


@cache
def _title_end() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of(words('titles', 'endings'))})(?:（[^）]*）)*(?:的通知|的函)?$")


@cache
def _plan_word() -> re.Pattern[str]:
    return re.compile(one_of(words("titles", "plan")))


@cache
def issuer_of_title() -> re.Pattern[str]:
    """Give the pattern of a title that begins with its issuer."""
    ends = one_of(words("titles", "issuer", "endings"))
    before = one_of(words("titles", "issuer", "before"))
    return re.compile(rf"(.{{2,30}}?(?:{ends}))(?={before})")


@cache
def _institution() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of(words('titles', 'issuer', 'endings'))})$")


@cache
def _weak_end() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of(words('titles', 'weak'))})$")
