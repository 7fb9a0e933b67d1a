"""Titles among the first lines of a document, put together where they are broken over lines."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ...lexicon.headings import Holds, column
from ...lexicon.words import one_of, words
from ..text.numbering import printed_number
from ..text.pieces import Piece
from ..times.dates import signature_date
from .document_numbers import document_number
from .institutions import is_institution, issuer_of_title, places
from .page_lines import is_menu

YEAR = re.compile("(20[0-9][0-9])(?=年|[-—–至])")
HEAD = 60
"""So many lines at the head of a document may tell of it."""
LONGEST_TITLE = 90
_NUMBER_LINE = re.compile(r"[（〔]?[^，。；：\s]{1,24}号[）〕]?")
_SPACES = re.compile(r"\s+")


def is_title(folded: str) -> bool:
    """Tell whether a line alone reads as the title of a document."""
    return (
        4 < len(folded) <= LONGEST_TITLE
        and not re.search("[。；！|，：](?!》)", _QUOTED.sub("", folded))
        and printed_number(folded) is None
        and not is_menu(folded)
        and bool(_title_end().search(folded))
    )


def is_plan_title(folded: str) -> bool:
    """Tell whether a line alone is the title of a plan, not of the notice that brings it."""
    return (
        is_title(folded)
        and bool(plan_word().search(folded))
        and not folded.endswith(("的通知", "的函", "的意见"))
    )


_QUOTED = re.compile("《[^》]*》")


def titles_of(lines: Sequence[Piece]) -> list[str]:
    """Give the titles among the first lines; a title broken over lines is put together.

    What ends a line as a title does may be but the first half of one.
    """
    found: dict[int, str] = {}
    for at, piece in enumerate(lines):
        if not _stands_alone(piece) and not _ends_broken_title(lines, at):
            continue
        title = piece.text + _edition_behind(lines, at)
        for count, before in enumerate(_first_lines(lines, at), start=1):
            title = before.text + title
            found.pop(at - count, None)
        found[at] = _SUBJECT.sub("", _SPACES.sub("", title))
    return list(found.values())


_SUBJECT = re.compile("^【[^】]{2,30}】(?=.{8})")
"""What a site writes before a title to say what it is about."""


def _first_lines(lines: Sequence[Piece], at: int) -> Iterator[Piece]:
    """Give the lines before the last one of a title that belong to it, the nearest first."""
    parts = parts_before(lines, at)
    yield from parts
    piece = (parts or lines[at : at + 1])[-1]
    for before in reversed(lines[max(0, at - _MOST_LINES) : at - len(parts)]):
        if not _opens_title(before, piece):
            return
        yield before
        piece = before


def parts_before(lines: Sequence[Piece], at: int) -> Sequence[Piece]:
    """Give the parts of a broken title from its year and place on, the nearest first.

    Only a few characters stand in each line between these and the last one.
    """
    above = lines[max(0, at - _MOST_LINES) : at][::-1]
    for count, line in enumerate(above, start=1):
        if _year_and_place().fullmatch(line.folded):
            return above[:count]
        if _FRAGMENT.fullmatch(line.folded) is None:
            break
    return []


@cache
def _year_and_place() -> re.Pattern[str]:
    return re.compile(rf"20[0-9]{{2}}\s*年度?[\u4e00-\u9fff]{{1,8}}?(?:{places()})")


_FRAGMENT = re.compile("[\u4e00-\u9fff]{2,6}")
"""A few characters of a title that was broken into more lines than two."""
_MOST_LINES = 4
"""Before the line where a title ends it may have so many more, each issuer on its own."""


def _stands_alone(piece: Piece) -> bool:
    """Tell whether a line is a title, no cells of a row, no heading, no label of an attachment."""
    cells = "\t" in piece.text or piece.folded.startswith("附件")
    return not cells and is_title(piece.folded) and not is_heading(piece)


def is_heading(piece: Piece) -> bool:
    """Tell whether a line is the heading of a column, printed with a cell a line."""
    return column(piece.folded).holds is not Holds.UNKNOWN


def _edition_behind(lines: Sequence[Piece], at: int) -> str:
    """Give the edition that stands alone behind a title: （2026年版）, （试行）."""
    behind = lines[at + 1] if at + 1 < len(lines) else None
    return behind.text if behind and _edition().fullmatch(behind.folded) else ""


def _ends_broken_title(lines: Sequence[Piece], at: int) -> bool:
    """Tell whether a line too short for a title ends one that the line before left open."""
    ends = len(lines[at].folded) <= 4 and _title_end().search(lines[at].folded)
    if not at or not ends:
        return False
    left_open = bool(_LEFT_OPEN.search(lines[at - 1].folded))
    return left_open or (not is_heading(lines[at]) and _opens_title(lines[at - 1], lines[at]))


_LEFT_OPEN = re.compile(
    "^(?!为|现将|[按依]照|根据|经)[^，、。]*[\u4e00-\u9fff]{6}(?:的|若干|和|与|及)$"
)


def _opens_title(before: Piece, piece: Piece) -> bool:
    """Tell whether the line before is the first half of a title."""
    if _ENDS_NOTICE.fullmatch(piece.folded) and _brings().search(before.folded):
        return not is_number_line(before)
    if not _may_open(before):
        return False
    shown = _title_word().search(before.folded) or _place_first().match(before.folded)
    if all(map(is_institution, before.folded.split())):
        return _issues_title(before.folded, piece, shown=bool(shown))
    if _LEFT_OPEN.search(before.folded):
        return True
    if _place_first().match(before.folded) and _OF_YEAR.fullmatch(piece.folded):
        return YEAR.search(before.folded) is None
    return bool(shown) and not _begins_title(piece)


_ENDS_NOTICE = re.compile("的[一-鿿]{2,4}")
"""The last words of a title alone on their line: 的通知."""


@cache
def _brings() -> re.Pattern[str]:
    """Match how the title of a notice begins, behind its issuer."""
    return re.compile(f"^[一-鿿]{{0,30}}(?:{one_of(words('titles', 'notice', 'begins'))})")


_OF_YEAR = re.compile("20[0-9]{2}年度?[\u4e00-\u9fff]{2,8}")
"""A year and the kind of a document, 2026年行动计划: what it is about stands before."""


def _may_open(line: Piece) -> bool:
    """Tell whether a line may be the first half of a title: no sentence, item, number or date."""
    folded = line.folded
    whole = is_title(folded) and not _weak_end().search(folded)
    return not (
        len(folded) > _LONGEST_HALF
        or whole
        or is_number_line(line)
        or signature_date(folded)
        or _NO_TITLE.search(folded)
        or is_menu(folded)
        or printed_number(folded)
    )


_LONGEST_HALF = 40


def _issues_title(issuer: str, piece: Piece, *, shown: bool) -> bool:
    """Tell whether a title goes on behind the line of its issuer, or of one of its issuers.

    Governments issue together with governments; another body's line below one's is a site's.
    """
    if is_institution(piece.folded):
        return not issuer.endswith("政府") or piece.folded.endswith("政府")
    if piece.folded.startswith(("关于", "印发")):
        return True
    return shown and not (_begins_title(piece) or _place_first().match(piece.folded))


def _begins_title(piece: Piece) -> bool:
    """Tell whether a title is whole by itself: long, with a year or an issuer of its own."""
    long = len(piece.text) >= 24
    return long or bool(YEAR.search(piece.folded) or issuer_of_title().match(piece.folded))


_NO_TITLE = re.compile("[。；：！|]|^附件|网$|网站$|文件$")


def is_number_line(piece: Piece) -> bool:
    """Tell whether a line is a document number and nothing else."""
    return bool(_NUMBER_LINE.fullmatch(piece.folded)) and document_number(piece) is not None


@cache
def _title_end() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of(words('titles', 'endings'))})(?:（[^）]*）)*(?:的通知|的函)?$")


@cache
def plan_word() -> re.Pattern[str]:
    """Give the pattern of a word that a plan's title holds."""
    return re.compile(one_of(words("titles", "plan")))


@cache
def _title_word() -> re.Pattern[str]:
    """Match what the first half of a title holds, or ends in."""
    inside, ends = (one_of(words("titles", "first_half", key)) for key in ("inside", "endings"))
    return re.compile(f"{inside}|20[0-9]{{2}}年|(?:{ends})$")


@cache
def _place_first() -> re.Pattern[str]:
    return re.compile(f"[\u4e00-\u9fff]{{1,6}}(?:{places()}).")


@cache
def _weak_end() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of(words('titles', 'weak'))})$")


@cache
def _edition() -> re.Pattern[str]:
    return re.compile(rf"（[^（）]{{0,12}}(?:{one_of(words('titles', 'edition'))})）")
