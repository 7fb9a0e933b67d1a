"""Rules and requirements that do not meet: what is cited but not owned, what cites nothing."""

from collections import defaultdict
from dataclasses import dataclass

from .incidence import Incidence, Ref


@dataclass(frozen=True, slots=True)
class Unanchored:
    """A rule that a plan cites and no named owner answers for."""

    plan: str
    regulation: str
    requirements: tuple[Ref, ...]
    """The requirements that cite it, none with a named owner; empty for the preamble alone."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How rules and requirements meet."""

    unowned: tuple[Unanchored, ...]
    uncited: tuple[Ref, ...]
    """Requirements that cite no rule."""


def coverage(incidence: Incidence) -> Coverage:
    """Hold the rules that the plans cite against the requirements and their owners."""
    citing: dict[tuple[str, str], list[Ref]] = defaultdict(list)
    for plan, regulation in incidence.preamble:
        citing[plan, regulation] = []
    owned: set[tuple[str, str]] = set()
    for duty in incidence.duties:
        ties = incidence.by_requirement[duty.plan, duty.id]
        for regulation in duty.regulations:
            citing[duty.plan, regulation].append(duty.ref)
            if any(tie.named and tie.owns for tie in ties):
                owned.add((duty.plan, regulation))
    unowned = [
        Unanchored(plan, regulation, tuple(refs))
        for (plan, regulation), refs in sorted(citing.items())
        if (plan, regulation) not in owned
    ]
    return Coverage(tuple(unowned), tuple(d.ref for d in incidence.duties if not d.regulations))
