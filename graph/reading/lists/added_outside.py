"""Units that the preamble or a note adds to every item: 以下任务均需各镇落实，不再逐项列出."""

import re
from collections.abc import Iterator, Sequence

from ...documents.document import Paragraph
from ...lexicon.folding import fold
from ...plan import Implied, Plan, Role
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
    if not sentences:
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
    return tuple(found.values())


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
