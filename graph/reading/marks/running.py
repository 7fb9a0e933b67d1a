"""Assignments that are clauses of a sentence: 推行准入，由甲局牵头，乙局配合."""

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from functools import cache
from typing import NamedTuple

from ...lexicon.roles import Slot
from ...lexicon.words import one_of, words
from ..text.brackets import hide
from ..text.pieces import Piece
from .acting import Acting, acting, opening
from .mark import Mark
from .named_clauses import closed_verbs, is_names, joins
from .sentences import owns

_CLAUSE = re.compile("[^，；。！？：—]+")
_STOPS = "。；！？"
_MOST_CLAUSES = 60
Place = tuple[int, int]


class Leads(IntEnum):
    """Where units may be told with their work behind them: 县港航局牵头修缮渡口."""

    NOWHERE = 0
    INSIDE = 1
    """Behind 由 inside a clause: 渡口修缮由县港航局负责."""
    ITEM = 2
    """At the start of an item, if they lead."""
    SENTENCE = 3
    """At the start of any sentence, if they lead."""
    CLAUSE = 4
    """Behind 由, and in any clause if they lead or are responsible."""
    TASK = 5
    """There, and at the start of an item with any work: 县教育局推进校船更新."""


class Run(NamedTuple):
    """Clauses of one sentence that say who does what, each from its first name to its verb."""

    start: int
    """Where the first name begins, behind 由."""
    clauses: tuple[Place, ...]
    joint: bool = False
    """会同 and no verb of a role tells who leads."""


def clauses_of(shown: str) -> list[Place]:
    """Give where the clauses of a text stand, its brackets hidden."""
    return [match.span() for match in _CLAUSE.finditer(shown)]


def running_marks(piece: Piece, leads: Leads = Leads.NOWHERE) -> list[Mark]:
    """Give the runs of clauses of a paragraph that name units with verbs of their roles.

    A run holds for its sentence and for what follows, up to the sentence of the next run.
    """
    shown = hide(piece.folded)
    joint = leads >= Leads.ITEM and _may_join(shown)
    if not joint and leads < Leads.TASK and "由" not in shown and not owns(shown):
        return []
    runs = _runs(piece.folded, shown, leads)
    starts = [_sentence_start(shown, run.start) for run in runs]
    ends = [*starts, len(shown)][1:]
    return [mark for run, end in zip(runs, ends, strict=False) for mark in _marks(piece, run, end)]


def _marks(piece: Piece, run: Run, end: int) -> Iterator[Mark]:
    start, slot = run.start, Slot.LEAD if run.joint else None
    for place in run.clauses:
        yield Mark(start, end, piece.cut(*place), labelled=False, slot=slot, in_sentence=True)
        start, slot = end, None


def _runs(folded: str, shown: str, leads: Leads) -> list[Run]:
    clauses = clauses_of(shown)
    found: list[Run] = []
    at, behind = 0, -1
    while at < len(clauses):
        here = clauses[at : at + _MOST_CLAUSES]
        run, count = _run(folded, shown, here, leads)
        if run is not None:
            found.append(run)
        elif at == behind and joins(folded, *here[0]):
            found[-1] = found[-1]._replace(clauses=(*found[-1].clauses, here[0]))
        at += count
        behind = at if run is not None else -1
    return found


def _run(folded: str, shown: str, clauses: Sequence[Place], leads: Leads) -> tuple[Run | None, int]:
    """Give the run that the first of the clauses begins in its sentence, and how many it takes."""
    place, count = _run_from(folded, shown, clauses)
    told = _leader(folded, shown, clauses[0], leads) if place is None else None
    place = (told.start, told.end) if told else place
    if place is None:
        return None, count
    later = _rest_of_sentence(shown, clauses, count)
    joint = told is not None and told.joint and not told.verbs
    more = later_clauses(folded, shown, later)
    return Run(place[0], (place, *more), joint), count + len(later)


def _run_from(folded: str, shown: str, clauses: Sequence[Place]) -> tuple[Place | None, int]:
    """Give the run that begins with the first of the clauses, and how many it takes."""
    start, end = clauses[0]
    opened = opening(shown, start, end)
    by = opened is not None
    first = opened.end() if opened else start
    named = closed_verbs(folded, first, end, by=by)
    waiting = 1
    while named is None and waiting < len(clauses) and is_names(folded, first, end):
        end = clauses[waiting][1]
        waiting += 1
        named = closed_verbs(folded, first, end, by=by)
    if named is None or not (by or owns(named)):
        return None, 1
    for begins, ends in clauses[waiting:]:
        if shown[end] in _STOPS or not joins(folded, begins, ends):
            break
        end, waiting = ends, waiting + 1
    return (first, end), waiting


def _leader(folded: str, shown: str, clause: Place, leads: Leads) -> Acting | None:
    """Give the names of a clause whose work stands behind them, where it tells who leads it."""
    told = acting(folded, shown, *clause, leads=True) if leads else None
    if told is None:
        return None
    before = shown[: clause[0]].rstrip()
    if told.by:
        inside = leads is Leads.INSIDE and bool(told.verbs or told.joint)
        assigns = inside or leads >= Leads.CLAUSE
    elif leads >= Leads.CLAUSE:
        begins = leads is Leads.TASK and _opens(before)
        assigns = begins or told.joint or _tells(told, "acts")
    else:
        begins = _opens(before) or (leads is Leads.SENTENCE and before[-1] in _STOPS)
        assigns = leads > Leads.INSIDE and begins and (told.joint or _tells(told, "leads"))
    return told if assigns else None


def _opens(before: str) -> bool:
    """Tell whether nothing stands before a clause, or only the heading of its item."""
    short = len(before) <= _LONGEST_HEADING
    return not before or (short and _HEADING.fullmatch(before) is not None)


_LONGEST_HEADING = 24
_HEADING = re.compile("[^，；。！？]+。")


def _tells(told: Acting, verbs: str) -> bool:
    return _core(verbs).search(told.verbs) is not None


def _rest_of_sentence(shown: str, clauses: Sequence[Place], count: int) -> list[Place]:
    """Give the clauses behind the first ones, up to the end of their sentence."""
    rest: list[Place] = []
    end = clauses[count - 1][1]
    for place in clauses[count:]:
        if any(stop in shown[end : place[0]] for stop in _STOPS):
            break
        rest.append(place)
        end = place[1]
    return rest


def later_clauses(folded: str, shown: str, clauses: Sequence[Place]) -> Iterator[Place]:
    """Give where units act in later clauses of a sentence, too: 乙局配合, 丙局保障经费."""
    for place in clauses:
        if joins(folded, *place):
            yield place
        elif told := acting(folded, shown, *place):
            yield told.start, told.end


def _sentence_start(shown: str, at: int) -> int:
    return max(shown.rfind(stop, 0, at) for stop in _STOPS) + 1


def _may_join(shown: str) -> bool:
    return any(word in shown for word in words("roles", "inner", "joint") if len(word) > 1)


@cache
def _core(key: str) -> re.Pattern[str]:
    return re.compile(one_of(words("sentences", "core", key)))
