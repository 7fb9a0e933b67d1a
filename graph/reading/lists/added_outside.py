"""Units that the preamble or a note adds to every item: 以下任务均需各镇落实，不再逐项列出.

A note under the items may add one with its verb, too: 以上工作由县委政法委统筹.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ...documents.document import Paragraph
from ...lexicon.folding import fold
from ...lexicon.words import one_of, words
from ...plan import Assignment, Basis, Implied, Plan, Role
from ..names.names import ends_as_name, is_collective, looks_like_unit
from ..names.remarks import added_units, lasts
from ..text.pieces import Piece
from .assignments import assignments
from .units import read_list

_ALL = "均"
_SENTENCE = re.compile("[^。]+")


def added_outside(around: Sequence[Paragraph], plan: Plan) -> tuple[Implied, ...]:
    """Give the units that paragraphs around the items add to all of them, each once.

    A sentence adds some when it says so of all (均) and that they are not listed again (不再).
    """
    if not plan.requirements:
        return ()
    sentences = list(_sentences(around))
    clauses = list(_clauses(around))
    if not sentences and not clauses:
        return ()
    known = {one.unit for one in plan.implied}
    beside = any(a.role in {Role.LEAD, Role.SUPPORT} for row in plan.rows for a in row.assignments)
    role = Role.SUPPORT if beside else Role.RESPONSIBLE
    found: dict[str, Implied] = {}
    for piece in sentences:
        added = added_units(piece)
        for one in assignments(read_list(added.units)) if added is not None else ():
            if one.unit not in known and _is_sure(one.unit):
                start = plan.requirements[0].id
                found.setdefault(one.unit, Implied(one.unit, role, start, one.span, one.collective))
    owned = {a.span for row in plan.rows for a in row.assignments}
    for one in (one for said in clauses for one in _told_by_verbs(said)):
        if one.unit not in known and one.span not in owned:
            told = role if one.role is Role.RESPONSIBLE else one.role
            start = plan.requirements[0].id
            found.setdefault(one.unit, Implied(one.unit, told, start, one.span, one.collective))
    return tuple(found.values())


def _clauses(around: Sequence[Paragraph]) -> Iterator[Piece]:
    """Give who does something for all items in the words of a note: 以上工作由县财政局牵头."""
    for paragraph in around:
        if "由" in paragraph.text and len(paragraph.text) <= _LONGEST:
            piece = Piece.of(paragraph.text, paragraph.span)
            for match in _of_all().finditer(piece.folded):
                yield piece.cut(*match.span("said"))


_LONGEST = 400


def _told_by_verbs(said: Piece) -> Sequence[Assignment]:
    """Give the units of a clause whose verbs all tell what they do, else nothing."""
    listing = read_list(said, None, Basis.BARE_LIST)
    found = assignments(listing)
    verbs = all(one.basis is Basis.INLINE_MARKER and _is_sure(one.unit) for one in found)
    return found if verbs and not listing.lost else ()


@cache
def _of_all() -> re.Pattern[str]:
    scope, work = (one_of(words("units", "added", key)) for key in ("scope", "work"))
    every = f"(?:各项|所有|全部|各)?(?:重点)?(?:{work})"
    return re.compile(
        rf"(?:^|[。；：]|(?<=[0-9]\.))\s*(?:{scope})的?{every}[，]?[均都]?(?:统一)?由(?P<said>[^，。；由]{{3,60}})"
    )


def _sentences(around: Sequence[Paragraph]) -> Iterator[Piece]:
    for paragraph in around:
        if _ALL not in paragraph.text:
            continue
        piece = Piece.of(paragraph.text, paragraph.span)
        for match in _SENTENCE.finditer(piece.folded):
            if _ALL in match[0] and lasts(match[0]):
                yield piece.cut(*match.span())


def _is_sure(unit: str) -> bool:
    folded = fold(unit)
    return looks_like_unit(folded) and (is_collective(folded) or ends_as_name(folded))
