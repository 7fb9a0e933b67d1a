"""Assignments that stand as a sentence of their own: 甲局牵头，乙局配合，6月底前完成."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ...lexicon.words import one_of, words
from ..lists.members import Member, members
from ..lists.persons import names_post
from ..lists.same_as import may_be_same, same_of
from ..names.classes import is_class
from ..names.names import closes_name, is_collective, looks_like_unit, tells_task
from ..names.person_names import names_officeholder
from ..names.roles import verb_slots
from ..text.brackets import HIDDEN, hide
from ..text.pieces import Piece
from ..times.whole import is_time
from .mark import Mark

_SENTENCE = re.compile("[^。；！？]+[。；！？]?")
_LONGEST = 200
_GAP = 8


def sentence_marks(piece: Piece, known: Sequence[Mark] = ()) -> list[Mark]:
    """Give the sentences of a paragraph that only assign, between the marks already known.

    Such sentences side by side, and a sentence behind them that only tells a time, are one mark.
    """
    if not owns(hide(piece.folded)) and not may_be_same(piece.folded):
        return []
    found: list[Mark] = []
    for start, end in _between(piece, known):
        sentence = piece.folded[start:end]
        near = bool(found) and start - found[-1].end <= _GAP
        joins = near and not piece.folded[found[-1].end : start].strip()
        if joins and (_is_deadline(sentence) or is_assignment(sentence, goes_on=True)):
            start = found.pop().start
        elif not is_assignment(sentence) and not _is_label_of_same(sentence):
            continue
        found.append(Mark(start, end, _listed(piece, start, end), labelled=False, stated=True))
    return found


def _is_label_of_same(sentence: str) -> bool:
    """Tell whether a sentence says that the units are those of another item: 责任单位同上."""
    same = same_of(sentence.rstrip("！？"))
    return same is not None and bool(same.slots)


def owns(folded: str) -> bool:
    """Tell whether a text holds a verb of who leads or is responsible."""
    return _owning().search(folded) is not None


def is_assignment(folded: str, *, goes_on: bool = False) -> bool:
    """Tell whether a sentence consists of names of units and verbs of roles, and nothing else.

    It tells who leads or is responsible, unless it goes on from a sentence that did.

    >>> is_assignment("县卫健局牵头，县医保局配合，12月底前完成。")
    True
    >>> is_assignment("支持行业协会牵头制定标准。")
    False
    """
    sentence = folded.strip().rstrip("。；！？")
    opening = _opening().match(sentence)
    listed = sentence[opening.end() :] if opening else sentence
    if not listed or len(listed) > _LONGEST or "：" in listed:
        return False
    told = [m for m in members(listed) if not _is_deadline(listed[slice(*m.whole)])]
    named = [listed[m.start : m.end] for m in told if m.end > m.start]
    return (
        bool(named)
        and _closed_by_verbs(told, _any_verb() if goes_on else _owning())
        and all(is_name(name) or is_officer(name) for name in named)
        and any(is_name(name) and is_somebody(name) for name in named)
    )


def _closed_by_verbs(told: Sequence[Member], core: re.Pattern[str]) -> bool:
    verbs = [m.verb for m in told if m.verb]
    return told[-1].verb is not None and any(core.search(verb) for verb in verbs)


def is_name(folded: str) -> bool:
    """Tell whether a member is surely a name, more strictly than in a bracket."""
    shown = hide(folded).replace(HIDDEN, "")
    return (
        looks_like_unit(folded)
        and "—" not in folded
        and "--" not in folded
        and (closes_name(shown) or is_collective(folded))
        and not (tells_task(shown) and len(shown) > _LONGEST_NAME)
        and not _running().search(shown)
        and not (_generic().search(shown) and _with_place().match(shown) is None)
    )


_LONGEST_NAME = 3


def is_officer(folded: str) -> bool:
    """Tell whether a member surely is a post or a person with a post: 副县长陶亮."""
    return names_post(folded) or names_officeholder(folded)


def is_somebody(folded: str) -> bool:
    """Tell whether a name is that of one body, or of the governments of places."""
    return not (is_collective(folded) or is_class(folded)) or bool(_places().search(folded))


@cache
def _places() -> re.Pattern[str]:
    return re.compile(f"(?:{one_of(words('sentences', 'places', 'endings'))})）?$")


def _between(piece: Piece, known: Sequence[Mark]) -> Iterator[tuple[int, int]]:
    """Give the sentences outside the known marks, without white space around them."""
    shown = list(hide(piece.folded))
    for mark in known:
        shown[mark.start : mark.end] = "。" * (mark.end - mark.start)
    for match in _SENTENCE.finditer("".join(shown)):
        start, end = match.span()
        while start < end and piece.folded[start].isspace():
            start += 1
        if start < end:
            yield start, end


def _listed(piece: Piece, start: int, end: int) -> Piece:
    """Give the names of sentences without what opens and closes them."""
    opening = _opening().match(piece.folded, start, end)
    listed = piece.cut(opening.end() if opening else start, end)
    return listed.cut(0, len(listed.folded.rstrip("。；！？")))


def _is_deadline(folded: str) -> bool:
    """Tell whether a text is a time and names no work: not 年内完成改造50家."""
    told = folded.strip().rstrip("。；！？")
    return is_time(told) and bool(_time_end().search(told))


@cache
def _time_end() -> re.Pattern[str]:
    """Match how a deadline ends: with a part of a date, or with a word for what is done by then."""
    return re.compile(f"(?:[前底末内年月日号度季旬]|{one_of(words('times', 'demanded'))})$")


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of(words('sentences', 'opening'))})")


@cache
def _owning() -> re.Pattern[str]:
    return re.compile(one_of(words("sentences", "core", "owner")))


@cache
def _any_verb() -> re.Pattern[str]:
    """Match any verb of a role: behind a sentence that assigns, 各镇实施 goes on with it."""
    return re.compile(one_of(verb_slots()))


@cache
def _running() -> re.Pattern[str]:
    """Give the pattern of words of running text in or before a name."""
    whole, starts, inside = (
        one_of(words("sentences", "generic", key)) for key in ("whole", "starts", "inside")
    )
    organised = one_of(words("sentences", "generic", "organised"))
    level = one_of(words("units", "prefixes"))
    return re.compile(
        rf"^(?:{whole})$|^(?:{starts})|.(?:{inside})|.以(?:{level})|组织(?!{organised})"
    )


@cache
def _generic() -> re.Pattern[str]:
    """Give the pattern of words that speak of anybody: 行业协会, 龙头企业."""
    return re.compile(one_of(words("sentences", "generic", "within")))


@cache
def _with_place() -> re.Pattern[str]:
    """Give the pattern of a name that begins with its level or place: 省民营经济发展局."""
    innocent = one_of(words("units", "prefixes", "innocent"))
    prefixes = one_of(words("units", "prefixes"))
    place = one_of(words("units", "places", "upper"))
    ends = one_of(words("sentences", "bodies", "endings"))
    return re.compile(
        rf"(?!{innocent})(?:[\u4e00-\u9fff]{{2,3}}(?:{place})|{prefixes}).+(?:{ends})$"
    )
