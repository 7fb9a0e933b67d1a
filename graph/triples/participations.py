"""Who takes part in a requirement, as nodes with role and evidence, and as plain shortcuts."""

from collections.abc import Iterator

from ...ontology.terms import DUTY, RDF
from ..plan import Actor, Assignment, Implied, Role, Row
from .iris import Iris
from .mentions import mention
from .quad import Encoded, Triple, chinese, code, decimal, integer, iri
from .registration import Registration

duty = Encoded(DUTY)
A = iri(RDF.type)

SHORTCUTS = {
    Role.LEAD: (duty.ledBy, duty.ownedBy),
    Role.RESPONSIBLE: (duty.ownedBy,),
    Role.SUPPORT: (duty.supportedBy,),
    Role.SUPERVISE: (duty.supervisedBy,),
}


def participant_of(assignment: Assignment, registry: Registration) -> str:
    """Give the node of the unit, collective, or person that an assignment names."""
    return registry.participant(
        assignment.name, group=assignment.collective, post=assignment.person
    )


def assignment(
    found: Assignment, index: int, row: Row, iris: Iris, registry: Registration
) -> Iterator[Triple]:
    """Give an assignment of a row, once for all requirements that share the row."""
    row_node = iris.element("row", row.id)
    node, who = iri(f"{row_node}/a{index}"), participant_of(found, registry)
    yield node, A, duty.Participation
    yield node, A, duty.Assignment
    yield node, duty.inPlan, iri(iris.plan)
    yield node, duty.statedInRow, iri(row_node)
    yield node, duty.participant, who
    yield node, duty.role, code("role", found.role)
    yield node, duty.roleBasis, code("role-basis", found.basis)
    yield node, duty.position, integer(found.position)
    yield node, duty.claimStatus, code("claim", "stated")
    yield node, duty.confidence, decimal(found.confidence)
    yield node, duty.distribution, _distribution(row)
    if found.full_name is not None:
        yield node, duty.fullName, chinese(found.full_name)
    yield from mention(node, iri(iris.file), found.span, found.unit)
    for local_id in row.requirements:
        requirement = iri(iris.element("requirement", local_id))
        yield node, duty.concerns, requirement
        yield requirement, duty.carriedBy, who
        for shortcut in SHORTCUTS.get(found.role, ()):
            yield requirement, shortcut, who


def _distribution(row: Row) -> str:
    shared = len(row.requirements) > 1
    return code("distribution", "shared-unspecified" if shared else "single")


def involvement(
    actor: Actor, position: int, requirement: str, iris: Iris, registry: Registration
) -> Iterator[Triple]:
    """Give someone named only in the wording of a requirement; never an owner."""
    node = f"{requirement[:-1]}/i{position}>"
    yield node, A, duty.Participation
    yield node, A, duty.Involvement
    yield node, duty.inPlan, iri(iris.plan)
    yield node, duty.concerns, requirement
    yield node, duty.participant, registry.participant(actor.name, post=actor.post)
    yield node, duty.role, code("role", actor.role)
    yield node, duty.position, integer(position)
    yield from mention(node, iri(iris.file), actor.span, actor.name)


def blanket(
    implied: Implied, position: int, iris: Iris, registry: Registration
) -> Iterator[Triple]:
    """Give a unit that the document adds once to all later items, as the document says it."""
    node = iri(f"{iris.plan}/blanket/{position}")
    yield node, A, duty.BlanketAssignment
    yield node, duty.inPlan, iri(iris.plan)
    yield node, duty.participant, registry.participant(implied.unit, group=implied.collective)
    yield node, duty.role, code("role", implied.role)
    yield node, duty.appliesFrom, iri(iris.element("requirement", implied.start))
    yield node, duty.position, integer(position)
    yield from mention(node, iri(iris.file), implied.span, implied.unit)
