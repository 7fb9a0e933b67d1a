"""The audit that management readers know as RACI: down each requirement, across each unit.

The norm is that exactly one is answerable. A plan's `lead` is the answerable one, `responsible`
one who does the work, `support` one who helps; who is consulted or informed, a plan seldom says.
"""

from dataclasses import dataclass

from ..codes import Role
from .incidence import Incidence, Ref, Tie


@dataclass(frozen=True, slots=True)
class Down:
    """Requirements by what the norm finds in them; a requirement may stand in several."""

    nobody: tuple[Ref, ...]
    """No owner at all."""
    no_lead: tuple[Ref, ...]
    """Two owners or more, none of which leads; a single owner needs no telling apart."""
    several_leads: tuple[Ref, ...]
    lead_alone: tuple[Ref, ...]
    """A lead and no named unit beside it, though a collective may stand there: the lead may end
    up as the only one that works."""
    not_supported: tuple[Ref, ...]
    """Nobody is said to support."""


@dataclass(frozen=True, slots=True)
class Across:
    """What one unit is to the requirements of the plan."""

    unit: str
    leads: tuple[Ref, ...]
    shares: tuple[Ref, ...]
    """Owned with others, nobody told apart."""
    supports: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Audit:
    """Both ways of reading the matrix."""

    down: Down
    across: tuple[Across, ...]
    """The unit with most requirements first."""


def audit(incidence: Incidence) -> Audit:
    """Audit every requirement and every named unit."""
    cells = {
        duty.ref: tuple(
            tie for tie in incidence.by_requirement[duty.plan, duty.id] if not tie.person
        )
        for duty in incidence.duties
    }
    return Audit(_down(cells), _across(cells))


def _leads(ties: tuple[Tie, ...]) -> list[Tie]:
    return [tie for tie in ties if tie.role is Role.LEAD and tie.named]


def _down(cells: dict[Ref, tuple[Tie, ...]]) -> Down:
    def those(holds: "dict[Ref, bool]") -> tuple[Ref, ...]:
        return tuple(sorted(ref for ref, held in holds.items() if held))

    owners = {ref: len({tie.unit for tie in ties if tie.owns}) for ref, ties in cells.items()}
    leads = {ref: len({tie.unit for tie in _leads(ties)}) for ref, ties in cells.items()}
    named = {ref: len({tie.unit for tie in ties if tie.named}) for ref, ties in cells.items()}
    helped = {ref: any(tie.role is Role.SUPPORT for tie in ties) for ref, ties in cells.items()}
    return Down(
        nobody=those({ref: not owners[ref] for ref in cells}),
        no_lead=those({ref: owners[ref] > 1 and not leads[ref] for ref in cells}),
        several_leads=those({ref: leads[ref] > 1 for ref in cells}),
        lead_alone=those({ref: leads[ref] == 1 and named[ref] == 1 for ref in cells}),
        not_supported=those({ref: not helped[ref] for ref in cells}),
    )


def _across(cells: dict[Ref, tuple[Tie, ...]]) -> tuple[Across, ...]:
    held: dict[str, dict[Role, set[Ref]]] = {}
    for ref, ties in cells.items():
        for tie in ties:
            if tie.named:
                held.setdefault(tie.unit, {}).setdefault(tie.role, set()).add(ref)
    rows = [
        Across(
            unit,
            *(
                tuple(sorted(roles.get(role, ())))
                for role in (Role.LEAD, Role.RESPONSIBLE, Role.SUPPORT)
            ),
        )
        for unit, roles in held.items()
    ]
    return tuple(
        sorted(rows, key=lambda u: (-len(u.leads) - len(u.shares) - len(u.supports), u.unit))
    )
