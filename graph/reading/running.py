"""Assignments that are clauses of a sentence: 推行准入，由甲局牵头，乙局配合."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from ..lexicon.words import one_of, words
from .brackets import HIDDEN, hide
from .mark import Mark
from .members import members
from .names import is_collective
from .pieces import Piece
from .sentences import is_name, is_somebody, owns
from .times import is_time

_CLAUSE = re.compile("[^，；。！？：—]+")
_STOPS = "。；！？"
_LONGEST = 300
_MOST_CLAUSES = 60


class Run(NamedTuple):
    """Clauses side by side that only say who does what."""

    start: int
    """Where the first name begins, behind 由."""
    end: int


def leading_marks(piece: Piece) -> list[Mark]:
    """Give the runs of a paragraph, and sentences that begin with who leads them: 甲局牵头实施."""
    return running_marks(piece, leads=True)


def running_marks(piece: Piece, *, leads: bool = False) -> list[Mark]:
    """Give the runs of clauses of a paragraph that name units with verbs of their roles.

    A run holds for its sentence and for what follows, up to the sentence of the next run.
    """
    shown = hide(piece.folded)
    if "由" not in shown and not owns(shown):
        return []
    runs = list(_runs(piece.folded, shown, leads=leads))
    starts = [_sentence_start(shown, run.start) for run in runs]
    return [
        Mark(
            run.start,
            end,
            piece.cut(run.start, run.end),
            labelled=False,
            in_sentence=True,
        )
        for run, end in zip(runs, [*starts, len(shown)][1:], strict=False)
    ]


def _runs(folded: str, shown: str, *, leads: bool) -> Iterator[Run]:
    clauses = [match.span() for match in _CLAUSE.finditer(shown)]
    at = 0
    while at < len(clauses):
        run, count = _run_from(folded, shown, clauses[at : at + _MOST_CLAUSES])
        if run is None and leads:
            run = _leading_run(folded, shown, clauses[at][0])
        if run is not None:
            yield run
        at += count


def _run_from(
    folded: str, shown: str, clauses: Sequence[tuple[int, int]]
) -> tuple[Run | None, int]:
    """Give the run that begins with the first of the clauses, and how many it takes."""
    start, end = clauses[0]
    opening = _opening().match(shown, start, end)
    first = opening.end() if opening else start
    named = _names_with_verb(folded, first, end, told=opening is not None)
    waiting = 1
    while named is None and waiting < len(clauses) and _lists(folded, first, end):
        end = clauses[waiting][1]
        waiting += 1
        named = _names_with_verb(folded, first, end, told=opening is not None)
    if named is None or not (opening or owns(named)):
        return None, 1
    for begins, ends in clauses[waiting:]:
        if shown[end] in _STOPS or not _goes_on(folded[begins:ends]):
            break
        end, waiting = ends, waiting + 1
    return Run(first, end), waiting


def _leading_run(folded: str, shown: str, start: int) -> Run | None:
    """Give the names at the start of a sentence whose verb goes on in its task: 甲局牵头实施."""
    match = _leads().match(shown, start)
    opens = not shown[:start].strip() or shown[:start].rstrip()[-1] in _STOPS
    if match is None or not opens or HIDDEN in match[0]:
        return None
    named = _names_with_verb(folded, start, match.end(), told=True)
    return Run(start + len(match["blank"]), match.end()) if named is not None else None


def _names_with_verb(folded: str, start: int, end: int, *, told: bool) -> str | None:
    """Give the verbs of a stretch that is names with a verb behind the last, else `None`."""
    listed = folded[start:end].strip()
    if not listed or len(listed) > _LONGEST:
        return None
    found = members(listed)
    names = [listed[m.start : m.end] for m in found if m.end > m.start and not m.is_work]
    names = [name for name in names if not is_time(name)]
    sure = [name for name in names if is_name(name)]
    if not any(map(is_somebody, sure)) or not all(n in sure or is_collective(n) for n in names):
        return None
    if not (told and found[-1].is_work) and (found[-1].verb is None or _is_general(listed)):
        return None
    return " ".join(member.verb for member in found if member.verb)


def _is_general(listed: str) -> bool:
    """Tell whether a clause speaks of anybody: 各部门负责."""
    return listed.startswith(("各", *words("units", "several")))


def _lists(folded: str, start: int, end: int) -> bool:
    """Tell whether a clause is names alone, so that the verb may stand in a later one."""
    listed = folded[start:end].strip()
    found = members(listed) if len(listed) <= _LONGEST else ()
    names = [listed[m.start : m.end] for m in found]
    return bool(names) and all(names) and all(map(is_name, names))


def _goes_on(clause: str) -> bool:
    """Tell whether a clause behind a run names more units: 乙局配合, 会同丙局."""
    listed = clause.strip()
    found = members(listed) if len(listed) <= _LONGEST else ()
    names = [listed[m.start : m.end] for m in found if m.end > m.start]
    if not names or not all(map(is_name, names)):
        return False
    return found[0].joint or found[-1].verb is not None


def _sentence_start(shown: str, at: int) -> int:
    return max(shown.rfind(stop, 0, at) for stop in _STOPS) + 1


@cache
def _leads() -> re.Pattern[str]:
    verbs = one_of(words("sentences", "core", "leads"))
    names = rf"[^，；。！？：0-9]{{2,{_LONGEST}}}?"
    return re.compile(rf"(?P<blank>\s*){names}(?:{verbs})(?=[^，；。！？：的])")


@cache
def _opening() -> re.Pattern[str]:
    linked = "[则并而再]?"
    return re.compile(rf"\s*{linked}(?:{one_of(words('sentences', 'opening'))})")
