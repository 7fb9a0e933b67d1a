"""The derived graph of a plan: computed from what is stated, so that no query needs to.

Counting owners in a query takes negation, which some engines evaluate in quadratic time;
pairs of units take a self-join. Both are computed here, once, in linear time per row.
"""

import json
from collections.abc import Iterator
from itertools import permutations

from ...ontology.terms import DUTY, RDF
from ..plan import OWNING_ROLES, Doubt, Plan, Requirement, Role, Row
from .iris import Iris
from .mentions import mention
from .participations import participant_of
from .quad import Encoded, Triple, code, integer, iri, text
from .registration import Registration

duty = Encoded(DUTY)
A = iri(RDF.type)


def derivations(plan: Plan, iris: Iris, registry: Registration) -> Iterator[Triple]:
    """Give the triples of a plan's derived graph."""
    pairs: set[tuple[str, str]] = set()
    for row in plan.rows:
        pairs |= coordinating(row, registry)
        yield from _counts(row, iris)
        yield from _ambiguities(row, iris)
    for one, other in pairs:
        yield one, duty.coordinatesWith, other
    for requirement in plan.requirements:
        yield from _unlisted_actors(plan, requirement, iris)
    for position, doubt in enumerate(plan.doubts, 1):
        yield from _doubt(doubt, position, iris)


def coordinating(row: Row, registry: Registration) -> set[tuple[str, str]]:
    """Give the pairs, both ways, of named units that stand in one row."""
    named = [a for a in row.assignments if not a.collective and not a.person]
    return set(permutations({participant_of(a, registry) for a in named}, 2))


def _counts(row: Row, iris: Iris) -> Iterator[Triple]:
    owners = [a for a in row.assignments if a.role in OWNING_ROLES]
    counts = (
        (duty.ownerCount, len(owners)),
        (duty.namedOwnerCount, sum(not a.collective for a in owners)),
        (duty.leadCount, sum(a.role is Role.LEAD for a in owners)),
    )
    for local_id in row.requirements:
        for predicate, count in counts:
            yield iri(iris.element("requirement", local_id)), predicate, integer(count)


def _note(node: str, kind: str, iris: Iris) -> Iterator[Triple]:
    note = f"{node}/ambiguity/{kind}"
    yield iri(node), duty.ambiguity, iri(note)
    yield iri(note), A, duty.AmbiguityNote
    yield iri(note), duty.inPlan, iri(iris.plan)
    yield iri(note), duty.ambiguityKind, code("ambiguity", kind)


def _ambiguities(row: Row, iris: Iris) -> Iterator[Triple]:
    owners = [a for a in row.assignments if a.role in OWNING_ROLES]
    found = {
        "shared-cell": len(row.requirements) > 1,
        "lead-not-told-apart": len(owners) > 1 and all(a.role is not Role.LEAD for a in owners),
        "open-group": any(a.collective for a in row.assignments),
        "open-list": row.open,
    }
    for kind, holds in found.items():
        if holds:
            yield from _note(iris.element("row", row.id), kind, iris)


def _unlisted_actors(plan: Plan, requirement: Requirement, iris: Iris) -> Iterator[Triple]:
    listed = {a.name for a in plan.assignments(requirement)}
    acting = {actor.name for actor in requirement.actors if actor.role is Role.ACTOR}
    if acting - listed:
        node = iris.element("requirement", requirement.id)
        yield from _note(node, "actor-not-in-cell", iris)


def _doubt(doubt: Doubt, position: int, iris: Iris) -> Iterator[Triple]:
    node = iri(f"{iris.plan}/doubt/{position}")
    yield iri(iris.plan), duty.ambiguity, node
    yield node, A, duty.AmbiguityNote
    yield node, duty.inPlan, iri(iris.plan)
    yield node, duty.ambiguityKind, code("ambiguity", "doubtful-reading")
    yield node, duty.doubtCode, text(doubt.code)
    yield node, duty.position, integer(position)
    if doubt.values:
        yield node, duty.doubtValues, text(json.dumps(doubt.values, ensure_ascii=False))
    if doubt.span is not None:
        yield from mention(node, iri(iris.file), doubt.span)
