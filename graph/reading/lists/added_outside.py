"""Units that the preamble or a note adds to every item: 以下任务均需各镇落实，不再逐项列出.

A note under the items may add one with its verb, too: 以上工作由县委政法委统筹.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from ...documents.document import Paragraph
from ...lexicon.folding import fold
from ...lexicon.words import one_of, words
from ...plan import Assignment, Basis, Doubt, Implied, Plan, Role
from ..names.names import ends_as_name, is_collective, looks_like_unit
from ..names.remarks import added_units, lasts
from ..text.pieces import Piece
from .assignments import assignments
from .units import read_list

_ALL = "均"
_SENTENCE = re.compile("[^。]+")


def added_outside(
    head: Sequence[Paragraph], tail: Sequence[Paragraph], plan: Plan, text: str
) -> tuple[Implied, ...]:
    """Give the units that paragraphs before and behind the items add to all of them, each once.

    A sentence adds some when it says so of all (均) and that they are not listed again (不再), or
    when it is the only one in the text that gives all of them to somebody by a verb.
    """
    if not plan.requirements:
        return ()
    sentences = list(_sentences([*head, *tail]))
    clauses = list(_clauses(head, tail, text))
    if not sentences and not clauses:
        return ()
    beside = any(a.role in {Role.LEAD, Role.SUPPORT} for row in plan.rows for a in row.assignments)
    role = Role.SUPPORT if beside else Role.RESPONSIBLE
    told = [(one, role) for one in _told_of_all(sentences)]
    owned = {a.span for row in plan.rows for a in row.assignments}
    told += [
        (one, role if one.role is Role.RESPONSIBLE else one.role)
        for one in chain.from_iterable(map(_told_by_verbs, clauses))
        if one.span not in owned
    ]
    known = {one.unit for one in plan.implied}
    start = plan.requirements[0].id
    found: dict[str, Implied] = {}
    for one, as_role in told:
        if one.unit not in known:
            found.setdefault(one.unit, Implied(one.unit, as_role, start, one.span, one.collective))
    return tuple(found.values())


def _told_of_all(sentences: Sequence[Piece]) -> Iterator[Assignment]:
    for piece in sentences:
        added = added_units(piece)
        for one in assignments(read_list(added.units)) if added is not None else ():
            if _is_sure(one.unit):
                yield one


def notes_not_taken(
    head: Sequence[Paragraph], tail: Sequence[Paragraph], text: str
) -> Iterator[Doubt]:
    """Tell of such notes with verbs where several stand in a text, so that none is taken."""
    if len(_of_all().findall(fold(text))) > 1:
        for said in (*_matches(head, but="above"), *_matches(tail, but="below")):
            yield Doubt("reading.unread-names", said.span, (("text", said.text),))


def _clauses(head: Sequence[Paragraph], tail: Sequence[Paragraph], text: str) -> Iterator[Piece]:
    """Give who does something for all items in the words of a note: 以上工作由县财政局牵头.

    Where several say so, each may speak of the items right above it alone: none is taken.
    """
    told = [*_matches(head, but="above"), *_matches(tail, but="below")]
    if told and len(_of_all().findall(fold(text))) <= 1:
        yield from told


def _matches(paragraphs: Sequence[Paragraph], *, but: str) -> Iterator[Piece]:
    for paragraph in paragraphs:
        if "由" not in paragraph.text or len(paragraph.text) > _LONGEST:
            continue
        piece = Piece.of(paragraph.text, paragraph.span)
        for match in _of_all().finditer(piece.folded):
            if match["scope"] not in words("units", "added", but):
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
        rf"(?m:^|[。；：]|(?<=[0-9]\.))\s*(?P<scope>{scope})的?{every}[，]?[均都]?(?:统一)?由(?P<said>[^，。；由]{{3,60}})"
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
