"""The inferred graph of a plan: guesses, each with the rule that made it and a confidence."""

from collections.abc import Iterator

from ...ontology.terms import DUTY, RDF
from ..plan import Assignment, Implied, Plan, Role, Row
from .iris import Iris
from .naming import unit_kind
from .participations import participant_of
from .quad import Encoded, Triple, code, decimal, integer, iri
from .registration import Registration

duty = Encoded(DUTY)
A = iri(RDF.type)

LEAD_CONFIDENCE = 0.6
GROUP_LEAD_CONFIDENCE = 0.3
"""A collective that is listed first leads less likely. Both are judgements, not measurements."""
BLANKET_CONFIDENCE = 0.9


def guesses(plan: Plan, iris: Iris, registry: Registration) -> Iterator[Triple]:
    """Give the triples of a plan's inferred graph."""
    for row in plan.rows:
        if first := first_listed(row):
            yield from _lead(row, first, iris, registry)
    for position, implied in enumerate(plan.implied, 1):
        yield from _expansion(plan, implied, position, iris, registry)
    for node, name in registry.units.items():
        if found := unit_kind(name):
            yield from _kind(node, *found, iris)


def first_listed(row: Row) -> Assignment | None:
    """Give the first of several owners whom the source does not tell apart."""
    owners = [a for a in row.assignments if a.role is Role.RESPONSIBLE and not a.person]
    if len(owners) < 2 or any(a.role is Role.LEAD for a in row.assignments):
        return None
    return min(owners, key=lambda a: a.position)


def _guess(node: str, kind: str, rule: str, confidence: float) -> Iterator[Triple]:
    yield node, A, duty.Guess
    yield node, A, kind
    yield node, duty.inferredBy, code("rule", rule)
    yield node, duty.confidence, decimal(confidence)
    yield node, duty.claimStatus, code("claim", "inferred")


def _lead(row: Row, first: Assignment, iris: Iris, registry: Registration) -> Iterator[Triple]:
    row_node = iris.element("row", row.id)
    node = iri(f"{row_node}/lead-by-order")
    confidence = GROUP_LEAD_CONFIDENCE if first.collective else LEAD_CONFIDENCE
    if first.confidence < LEAD_CONFIDENCE:
        confidence *= first.confidence
    yield from _guess(node, duty.GuessedAssignment, "lead-by-order", confidence)
    yield node, duty.inPlan, iri(iris.plan)
    yield node, duty.statedInRow, iri(row_node)
    yield node, duty.participant, participant_of(first, registry)
    yield node, duty.role, code("role", Role.LEAD)
    yield node, duty.roleBasis, code("role-basis", "listing-order")
    yield node, duty.position, integer(first.position)
    for local_id in row.requirements:
        yield node, duty.concerns, iri(iris.element("requirement", local_id))


def _expansion(
    plan: Plan, implied: Implied, position: int, iris: Iris, registry: Registration
) -> Iterator[Triple]:
    origin = f"{iris.plan}/blanket/{position}"
    node = iri(f"{origin}/expanded")
    yield from _guess(node, duty.GuessedAssignment, "blanket-expansion", BLANKET_CONFIDENCE)
    yield node, duty.inPlan, iri(iris.plan)
    yield node, duty.expandedFrom, iri(origin)
    yield (
        node,
        duty.participant,
        registry.participant(implied.unit, group=implied.collective),
    )
    yield node, duty.role, code("role", implied.role)
    yield node, duty.roleBasis, code("role-basis", "document-rule")
    ids = [requirement.id for requirement in plan.requirements]
    start = ids.index(implied.start) if implied.start in ids else len(ids)
    for local_id in ids[start:]:
        yield node, duty.concerns, iri(iris.element("requirement", local_id))


def _kind(unit: str, kind: str, confidence: float, iris: Iris) -> Iterator[Triple]:
    node = iri(f"{iris.plan}/kind/{unit.rpartition('/')[2][:-1]}")
    yield from _guess(node, duty.GuessedKind, "kind-by-ending", confidence)
    yield node, duty.inPlan, iri(iris.plan)
    yield node, duty.about, unit
    yield node, duty.unitKind, code("unit-kind", kind)
    yield unit, duty.unitKind, code("unit-kind", kind)
