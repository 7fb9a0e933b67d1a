"""The incidence of plans that are at hand as values, without a store."""

from typing import TYPE_CHECKING

from .incidence import Duty, Incidence, Tie

if TYPE_CHECKING:
    from ..plan import Assignment, Plan, Requirement


def incidence_of(*plans: "Plan") -> Incidence:
    """Gather the stated assignments of plans: what a store with them holds."""
    keyed = [(_plan_key(plan), plan) for plan in plans if plan.requirements]
    duties = (
        _duty(key, plan, ordinal, requirement)
        for key, plan in keyed
        for ordinal, requirement in enumerate(plan.requirements, 1)
    )
    ties = (
        _tie(key, plan, requirement, assignment)
        for key, plan in keyed
        for requirement, assignment in plan.pairs()
    )
    preamble = ((key, rule) for key, plan in keyed for rule in _regulations(plan))
    return Incidence.of(duties, ties, ((key, plan.title) for key, plan in keyed), preamble)


def _plan_key(plan: "Plan") -> str:
    from ..triples.iris import plan_iri

    return plan_iri(plan).rpartition("/")[2]


def _duty(key: str, plan: "Plan", ordinal: int, requirement: "Requirement") -> Duty:
    section = plan.section_by_id.get(requirement.section or "")
    task = plan.task_by_id.get(requirement.task or "")
    return Duty(
        plan=key,
        ordinal=ordinal,
        id=requirement.id,
        number=requirement.number,
        row=requirement.row,
        text=requirement.text,
        section=section.title if section else "",
        task=task.title if task else "",
        regulations=_regulations(requirement),
        span=requirement.span,
    )


def _regulations(citing: "Requirement | Plan") -> tuple[str, ...]:
    from ..triples.iris import label, regulation_name

    return tuple(sorted({label(regulation_name(found)) for found in citing.citations}))


def _tie(key: str, plan: "Plan", requirement: "Requirement", assignment: "Assignment") -> Tie:
    from ..triples.iris import label

    return Tie(
        plan=key,
        row=requirement.row,
        requirement=requirement.id,
        unit=label(assignment.name),
        role=assignment.role,
        position=assignment.position,
        collective=assignment.collective,
        person=assignment.person,
        scope=label(plan.issuer) if plan.issuer else plan.title,
    )
