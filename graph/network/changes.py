"""Changes to who does what, thought through before they are made: 机构改革 on paper."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, get_args

from ..errors import UsageError
from ..questions.nearness import nearest
from .incidence import ROLE_WEIGHT, Duty, Incidence, Tie

Kind = Literal["remove", "merge", "split", "overload"]
KINDS: tuple[Kind, ...] = get_args(Kind)
FORM = re.compile(rf"({'|'.join(KINDS)})[:：](.+)", re.DOTALL)
EQUALS, PLUS = re.compile("[=＝]"), re.compile("[+＋]")


@dataclass(frozen=True, slots=True)
class Change:
    """One change: `remove:甲`, `merge:甲+乙=丙`, `split:甲=乙+丙`, `overload:甲`."""

    kind: Kind
    units: tuple[str, ...]
    """The units as they are now."""
    into: tuple[str, ...] = ()
    """What they become."""

    def __str__(self) -> str:
        before = "+".join(self.units)
        return f"{self.kind}:{before}" + (f"={'+'.join(self.into)}" if self.into else "")


def is_change(word: str) -> bool:
    """Tell whether a word of the command line is meant as a change."""
    return FORM.fullmatch(word) is not None


def read_change(word: str) -> Change:
    """Read a change. Raises `UsageError` when it has not the form of its kind.

    >>> read_change("merge:甲局+乙局=丙局")
    Change(kind='merge', units=('甲局', '乙局'), into=('丙局',))
    """
    found = FORM.fullmatch(word)
    if found is None:
        raise UsageError("network.change-form", change=word)
    kind = next(each for each in KINDS if each == found[1])
    before, *after = (_names(part) for part in EQUALS.split(found[2], maxsplit=1))
    into = after[0] if after else ()
    wanted = {
        "remove": (len(before) == 1, not into),
        "overload": (len(before) == 1, not into),
        "merge": (len(before) > 1, len(into) == 1),
        "split": (len(before) == 1, len(into) > 1),
    }
    if not all(wanted[kind]) or not all((*before, *into)):
        raise UsageError("network.change-form", change=word)
    return Change(kind, before, into)


def _names(part: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in PLUS.split(part))


def apply(change: Change, incidence: Incidence) -> Incidence:
    """Give the incidence after a change. Raises `UsageError` for a unit that is not there."""
    for unit in change.units:
        if unit not in incidence.units:
            near = "、".join(nearest(unit, incidence.units)) or "–"
            raise UsageError("network.no-unit", unit=unit, near=near)
    steps = {"remove": _removed, "merge": _merged, "split": _split, "overload": _overloaded}
    ties = steps[change.kind](change, incidence)
    return replace(incidence, ties=tuple(sorted(set(ties))))


def _removed(change: Change, incidence: Incidence) -> Iterable[Tie]:
    return (tie for tie in incidence.ties if tie.unit not in change.units)


def _merged(change: Change, incidence: Incidence) -> Iterable[Tie]:
    """Give one name to all; on one requirement the strongest role stays."""
    (name,) = change.into
    kept: dict[tuple[str, str], Tie] = {}
    for tie in incidence.ties:
        if tie.unit not in change.units and tie.unit != name:
            yield tie
            continue
        place = tie.plan, tie.requirement
        if place not in kept or _strength(tie) > _strength(kept[place]):
            kept[place] = replace(tie, unit=name)
    yield from kept.values()


def _strength(tie: Tie) -> tuple[float, bool, int]:
    return ROLE_WEIGHT.get(tie.role, 0.0), tie.role == "lead", -tie.position


def _split(change: Change, incidence: Incidence) -> Iterable[Tie]:
    """Deal the unit's work by section, the largest first, to whoever has least so far.

    Where it works in one section only, its rows are dealt.
    """
    (unit,) = change.units
    duty_of = {(duty.plan, duty.id): duty for duty in incidence.duties}
    held = [tie for tie in incidence.ties if tie.unit == unit]
    sections = {_section(duty_of[tie.plan, tie.requirement]) for tie in held}
    part = _section if len(sections) > 1 else _row
    work: dict[tuple[str, str], int] = defaultdict(int)
    for tie in held:
        work[part(duty_of[tie.plan, tie.requirement])] += 1
    dealt = dict.fromkeys(change.into, 0)
    owner: dict[tuple[str, str], str] = {}
    for piece in sorted(work, key=lambda each: (-work[each], each)):
        least = min(dealt, key=lambda name: (dealt[name], change.into.index(name)))
        dealt[least] += work[piece]
        owner[piece] = least
    for tie in incidence.ties:
        if tie.unit != unit:
            yield tie
        else:
            yield replace(tie, unit=owner[part(duty_of[tie.plan, tie.requirement])])


def _section(duty: Duty) -> tuple[str, str]:
    return duty.plan, duty.section


def _row(duty: Duty) -> tuple[str, str]:
    return duty.plan, duty.row


def _overloaded(change: Change, incidence: Incidence) -> Iterable[Tie]:
    """Leave to the unit only what no other named owner can carry on."""
    (unit,) = change.units
    for tie in incidence.ties:
        others = incidence.by_requirement[tie.plan, tie.requirement]
        shared = any(each.named and each.owns and each.unit != unit for each in others)
        if tie.unit != unit or not shared:
            yield tie
