"""Clauses that are names of units, with the verbs of their roles among them or behind them."""

from collections.abc import Sequence
from typing import NamedTuple

from ...lexicon.words import words
from ..lists.members import Member, members
from ..names.names import is_collective
from ..times.whole import is_time
from .sentences import is_name, is_officer, is_somebody

LONGEST = 300


class Clause(NamedTuple):
    """A stretch that begins with names, cut into its members."""

    names: list[str]
    members: Sequence[Member]

    @property
    def verbs(self) -> str:
        """The verbs of roles, in order."""
        return " ".join(member.verb for member in self.members if member.verb)

    def is_of_somebody(self) -> bool:
        """Tell whether all are sure names or collectives, and one is somebody."""
        named = [name for name in self.names if not is_time(name)]
        sure = [name for name in named if is_name(name) or is_officer(name)]
        somebody = any(is_somebody(name) for name in sure if not is_officer(name))
        return somebody and all(n in sure or is_collective(n) for n in named)


def closed_verbs(folded: str, start: int, end: int, *, by: bool) -> str | None:
    """Give the verbs of a stretch that is names with a verb behind the last, else `None`."""
    clause = clause_of(folded, start, end)
    if clause is None or not clause.is_of_somebody():
        return None
    last = clause.members[-1]
    general = not by and _is_general(folded[start:end])
    if not (by and last.is_work) and (last.verb is None or general):
        return None
    return clause.verbs


def is_names(folded: str, start: int, end: int) -> bool:
    """Tell whether a clause is names alone, so that the verb may stand in a later one."""
    clause = clause_of(folded, start, end)
    return clause is not None and len(clause.names) == len(clause.members) and _sure(clause)


def joins(folded: str, start: int, end: int) -> bool:
    """Tell whether a clause names more units: 乙局配合, 会同丙局."""
    clause = clause_of(folded, start, end)
    if clause is None or not _sure(clause):
        return False
    return clause.members[0].joint or clause.members[-1].verb is not None


def _sure(clause: Clause) -> bool:
    return bool(clause.names) and all(is_name(n) or is_officer(n) for n in clause.names)


def clause_of(folded: str, start: int, end: int) -> Clause | None:
    """Give a stretch as names with verbs, `None` where it is too long or holds neither."""
    listed = folded[start:end].strip()
    if not listed or len(listed) > LONGEST:
        return None
    found = [m for m in members(listed) if m.end > m.start or m.verb or m.open]
    if not found:
        return None
    named = (member for member in found if member.end > member.start and not member.is_work)
    return Clause([listed[member.start : member.end] for member in named], found)


def _is_general(text: str) -> bool:
    """Tell whether a clause speaks of anybody: 各部门负责."""
    return text.strip().startswith(("各", *words("units", "several")))
