"""Assignments in brackets: with words of roles, names alone, times, rules."""

import re

from ...lexicon.words import words
from ..lists.same_as import same_of
from ..names.names import looks_like_unit, names_work
from ..names.remarks import is_remark, lasts, speaks_of_all
from ..text.brackets import bracket_pairs
from ..text.pieces import Piece
from ..text.unpaired import Unpaired, unclosed, unopened
from ..times.whole import is_time
from .assigning import assigns, is_bare_list, is_list_of_offices
from .label_marks import first_label
from .mark import Mark


def bracket_mark(piece: Piece, pair: tuple[int, int]) -> Mark | None:
    """Give the assignment in a bracket of a paragraph, `pair` being its two places."""
    start, end = pair[0], pair[1] + 1
    if piece.folded[start] not in "（〔｛":
        return None
    inside = _unwrapped(piece.cut(start + 1, end - 1))
    mark = Mark(start, end, inside, labelled=False)
    if not inside.text:
        return None
    if is_time(inside.folded.rstrip("。")) and _closes_sentence(piece.folded, start, end):
        return mark._replace(is_time=True)
    if assigns(inside.folded):
        return mark
    if same_of(inside.folded) is not None and _closes_sentence(piece.folded, start, end):
        return mark._replace(is_bare=True)
    return _bare_or_rule(piece, mark)


def _unwrapped(inside: Piece) -> Piece:
    """Give what stands in a bracket that itself stands in one: （（责任单位：甲局））."""
    whole = [(0, len(inside.text) - 1)]
    double = inside.folded[:1] in ("（", "〔") and bracket_pairs(inside.folded) == whole
    return inside.cut(1, len(inside.text) - 1) if double else inside


def _bare_or_rule(piece: Piece, mark: Mark) -> Mark | None:
    folded = mark.piece.folded
    apart = _stands_apart(piece.folded, mark.start, mark.end)
    closes = apart and _ITEM_END.match(piece.folded, mark.end) is not None
    if (apart or _closes_clause(piece.folded, mark)) and is_bare_list(folded, closes=closes):
        return mark._replace(is_bare=True)
    behind_sentence = piece.folded[: mark.start].rstrip()[-1:] in _SENTENCE_ENDS
    if closes and behind_sentence and is_list_of_offices(folded):
        return mark._replace(is_bare=True)
    return mark._replace(is_remark=True) if _is_rule(piece, mark) else None


_SENTENCE_ENDS = ("。", "！")


def _is_rule(piece: Piece, mark: Mark) -> bool:
    """Tell whether a bracket states a rule; one that its sentence goes on behind defines a word."""
    folded = mark.piece.folded
    told = any(word in folded for word in words("units", "rule", "told"))
    states = is_remark(folded) and (told or (lasts(folded) and speaks_of_all(folded)))
    return states and _closes_sentence(piece.folded, mark.start, mark.end)


def _closes_sentence(folded: str, start: int, end: int) -> bool:
    return folded[end : end + 1] in "。（〔" or _stands_apart(folded, start, end)


def _stands_apart(folded: str, start: int, end: int) -> bool:
    """Tell whether a bracket stands behind a finished sentence, or ends its paragraph."""
    before = folded[max(0, start - _NEAR) : start].rstrip()
    if not before or before[-1] in "。；！？）〕.":
        return True
    rest = folded[end : end + _NEAR].strip("，。； ")
    closes = _ITEM_END.match(folded, end) or (len(folded) <= end + _NEAR and is_time(rest))
    return bool(closes) and not is_plate(before)


def _closes_clause(folded: str, mark: Mark) -> bool:
    """Tell whether a list stands at the end of a clause that begins with 一是: 一是…（甲局）；."""
    before = folded[max(0, mark.start - _LONGEST_CLAUSE) : mark.start]
    clause = re.split("[。；]", before)[-1]
    counted = _COUNTED.match(clause.lstrip()) is not None
    return counted and folded[mark.end : mark.end + 1] in "；。" and not is_plate(clause)


_LONGEST_CLAUSE = 200
_COUNTED = re.compile("[一二三四五六七八九十]{1,2}(?:是|要)|[（(]?[0-9]{1,2}[）).]|[①-⑳]")
_NEAR = 40
_ITEM_END = re.compile(
    r"[。；，.\s]*$|[。；]?\s*(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)"
)


def unpaired_marks(piece: Piece, shown: str) -> list[Mark]:
    """Give the lists whose opening or closing bracket was lost."""
    opened = unclosed(shown)
    first = first_label(shown[opened.names[0] :]) if opened else None
    inside = piece.folded[opened.names[0] :].rstrip("。；") if opened else ""
    mixed = inside.endswith(("）", "〕")) and is_bare_list(inside[:-1])
    begins = (first is not None and not first.start) or assigns(inside) or mixed
    found = [_of_list(piece, opened)] if opened and begins else []
    for closed in unopened(shown):
        mark = _of_list(piece, closed)
        if is_bare_list(mark.piece.folded):
            found.append(mark._replace(is_bare=True))
    return found


def _of_list(piece: Piece, found: Unpaired) -> Mark:
    return Mark(*found.whole, piece.cut(*found.names), labelled=False)


def is_plate(before: str) -> bool:
    """Tell whether a bracket stands behind a name, which it explains: 县财政局（县国资局）."""
    last = re.split("[，。；、]", before)[-1][-12:]
    return looks_like_unit(last) and not names_work(last)
