"""How much work a unit answers for, and what only it holds. Counted by requirement."""

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field

from ..codes import Role
from .incidence import ROLE_WEIGHT, Incidence, Ref, Tie


@dataclass(frozen=True, slots=True)
class Load:
    """The work of one unit."""

    unit: str
    requirements: tuple[Ref, ...]
    """All on which it is named, in any role."""
    rows: tuple[Ref, ...]
    fractional: float
    """Σ w/Σw over its requirements: each requirement counts 1, shared among its named units;
    support counts half a share, supervision none (weights are ours). What has no owner at all is
    nobody's load: a unit that only supports does not carry it instead."""
    led: int
    """Requirements that the source says it leads."""
    supported: int
    alone: tuple[Ref, ...]
    """Held by it as the only name, collectives counted."""
    orphans: tuple[Ref, ...]
    """Left without any named owner if the unit is removed; a collective may remain."""
    rank: tuple[int, int]
    """Best and worst rank by load, whoever leads where no lead is told apart."""


@dataclass
class _Tally:
    requirements: set[Ref] = field(default_factory=set)
    fractional: float = 0.0
    least: float = 0.0
    most: float = 0.0
    led: set[Ref] = field(default_factory=set)
    supported: set[Ref] = field(default_factory=set)
    alone: set[Ref] = field(default_factory=set)
    orphans: set[Ref] = field(default_factory=set)


def loads(incidence: Incidence, *, collectives: bool = False) -> dict[str, Load]:
    """Give the load of every named unit, by name."""
    tallies: dict[str, _Tally] = defaultdict(_Tally)
    for duty in incidence.duties:
        ties = [
            tie
            for tie in incidence.by_requirement[duty.plan, duty.id]
            if tie.named or (tie.collective and collectives)
        ]
        _count(tallies, duty.ref, ties)
        others = incidence.by_requirement[duty.plan, duty.id]
        if any(tie.owns for tie in others):
            _count_shares(tallies, ties)
        _count_holders(tallies, duty.ref, ties, sum(not tie.person for tie in others))
    row_of = {duty.ref: row for row, duties in incidence.by_row.items() for duty in duties}
    ranks = _ranks({unit: (tally.least, tally.most) for unit, tally in tallies.items()})
    return {unit: _load(unit, tallies[unit], row_of, ranks[unit]) for unit in sorted(tallies)}


def _load(unit: str, tally: _Tally, row_of: dict[Ref, Ref], rank: tuple[int, int]) -> Load:
    return Load(
        unit=unit,
        requirements=tuple(sorted(tally.requirements)),
        rows=tuple(sorted({row_of[ref] for ref in tally.requirements})),
        fractional=tally.fractional,
        led=len(tally.led),
        supported=len(tally.supported),
        alone=tuple(sorted(tally.alone)),
        orphans=tuple(sorted(tally.orphans)),
        rank=rank,
    )


def _count(tallies: dict[str, _Tally], ref: Ref, ties: list[Tie]) -> None:
    for tie in ties:
        tally = tallies[tie.unit]
        tally.requirements.add(ref)
        if tie.role is Role.LEAD:
            tally.led.add(ref)
        elif tie.role is Role.SUPPORT:
            tally.supported.add(ref)


def _count_shares(tallies: dict[str, _Tally], ties: list[Tie]) -> None:
    for unit, (share, least, most) in _shares(ties).items():
        tallies[unit].fractional += share
        tallies[unit].least += least
        tallies[unit].most += most


def _shares(ties: list[Tie]) -> dict[str, tuple[float, float, float]]:
    """Give each unit's share of a requirement, and its bounds when the lead is in doubt.

    In doubt, one of the undistinguished owners leads and counts 1, the others support and count ½.
    """
    weight = {tie.unit: ROLE_WEIGHT.get(tie.role, 0.0) for tie in ties}
    total = sum(weight.values())
    if total == 0:
        return {}
    shares = {unit: (value / total,) * 3 for unit, value in weight.items()}
    doubtful = {tie.unit for tie in ties if tie.role is Role.RESPONSIBLE}
    if len(doubtful) < 2 or any(tie.role is Role.LEAD for tie in ties):
        return shares
    told = total - len(doubtful) + 1 + (len(doubtful) - 1) / 2
    for unit in doubtful:
        shares[unit] = (weight[unit] / total, 0.5 / told, 1 / told)
    for unit in weight.keys() - doubtful:
        shares[unit] = (weight[unit] / total,) + (weight[unit] / told,) * 2
    return shares


def _count_holders(tallies: dict[str, _Tally], ref: Ref, ties: list[Tie], names: int) -> None:
    owners = {tie.unit for tie in ties if tie.owns}
    if len(owners) == 1:
        (owner,) = owners
        tallies[owner].orphans.add(ref)
        if names == 1:
            tallies[owner].alone.add(ref)


def _ranks(bounds: dict[str, tuple[float, float]]) -> dict[str, tuple[int, int]]:
    """Give best and worst rank: who surely carries more, and who perhaps does."""
    slack = 1e-9
    least = sorted(low for low, _ in bounds.values())
    most = sorted(high for _, high in bounds.values())
    return {
        unit: (
            1 + len(least) - bisect_right(least, high + slack),
            len(most) - bisect_right(most, low - slack),
        )
        for unit, (low, high) in bounds.items()
    }
