"""Plans out of a store: the inverse of `triples` for all that a plan holds.

A plan comes back equal to what was put in, but for the folder of its source. One query a plan
fetches what was stated and derived of it; the rest is done in memory.
"""

import json
import re
from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

from ...ontology.terms import DCTERMS, DUTY
from ..errors import StoreError
from ..plan import (
    Actor,
    Assignment,
    Basis,
    Citation,
    CitationKind,
    DocumentNumber,
    Doubt,
    Implied,
    Plan,
    RegulationKind,
    Requirement,
    Role,
    Row,
    Section,
    Source,
    Task,
    Timing,
    TimingKind,
)
from .facts import Facts, Node, shared_kinds

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..store import Store

T = TypeVar("T")

PLANS = "SELECT DISTINCT ?plan WHERE { ?plan a duty:Plan } ORDER BY ?plan"
_NUMBER = re.compile(
    r"(.*)〔(\d{4})〕(\d+)号|(.*(?:令|公告|通告))(\d{4})年第(\d+)号|(.*)第(\d+)号", re.DOTALL
)

TIMING_KINDS = {
    DUTY.Deadline: TimingKind.DEADLINE,
    DUTY.Recurrence: TimingKind.RECURRENCE,
    DUTY.MinimumFrequency: TimingKind.MINIMUM_FREQUENCY,
    DUTY.MinimumPeriod: TimingKind.MINIMUM_PERIOD,
    DUTY.OngoingTiming: TimingKind.ONGOING,
    DUTY.VagueTiming: TimingKind.VAGUE,
}


def plans_in(store: "Store") -> tuple[Plan, ...]:
    """Give the plans of a store, in the order of their IRIs.

    Raises `StoreError` when a plan in the store is incomplete.
    """
    shared = shared_kinds(store)
    return tuple(_recalled(store, iri, shared) for (iri,) in store.select(PLANS).texts())


def plan_in(store: "Store", iri: str) -> Plan:
    """Give one plan of a store. Raises `StoreError` when it is missing or incomplete."""
    return _recalled(store, iri, shared_kinds(store))


def _recalled(store: "Store", iri: str, shared: dict[str, frozenset[str]]) -> Plan:
    facts = Facts(store, iri, shared)
    try:
        return _plan(facts, Node(facts, iri))
    except (KeyError, ValueError, IndexError) as error:
        raise StoreError("graph.incomplete", plan=iri, detail=error) from error


def _plan(facts: Facts, node: Node) -> Plan:
    citations = _grouped(facts, DUTY.Citation, DUTY.citingElement, _citation)
    year, number = node.text(DUTY.planYear), node.text(DUTY.docNumber)
    return Plan(
        title=node[DCTERMS.title],
        source=_source(Node(facts, node[DUTY.fromFile])),
        issuer=node.text(DUTY.issuerName),
        year=None if year is None else int(year),
        document_number=None if number is None else document_number(number),
        date=node.text(DCTERMS.issued),
        addressees=tuple(n[DUTY.verbatimText] for n in facts.of_kind(DUTY.Addressee)),
        ownership_heading=node.text(DUTY.ownershipHeading),
        sections=tuple(map(_section, facts.of_kind(DUTY.Section))),
        tasks=tuple(map(_task, facts.of_kind(DUTY.Task))),
        rows=_rows(facts),
        requirements=_requirements(facts, citations),
        implied=tuple(map(_implied, facts.of_kind(DUTY.BlanketAssignment))),
        citations=citations[node.iri],
        doubts=_doubts(facts),
    )


def _grouped(
    facts: Facts, kind: str, by: str, made: "Callable[[Node], T]"
) -> "dict[str, tuple[T, ...]]":
    found: dict[str, tuple[T, ...]] = defaultdict(tuple)
    for node in facts.of_kind(kind):
        found[node[by]] += (made(node),)
    return found


def document_number(written: str) -> DocumentNumber:
    """Take a document number apart again. Raises `ValueError` for any other text.

    >>> document_number("国办公开办函〔2021〕30号")
    DocumentNumber(agency='国办公开办函', serial=30, year=2021)
    """
    found = _NUMBER.fullmatch(written)
    if found is None:
        raise ValueError(written)
    *dated, plain_agency, plain_serial = found.groups()
    if plain_agency is not None:
        return DocumentNumber(plain_agency, int(plain_serial))
    agency, year, serial = filter(None, dated)
    return DocumentNumber(agency, int(serial), int(year))


def _source(node: Node) -> Source:
    return Source(
        path=node[DUTY.fileName],
        sha256=node[DUTY.sha256],
        format=node[DCTERMS.format],
        layout=node.text(DUTY.layout) or "",
        layout_score=float(node[DUTY.layoutScore]),
        reader=node.text(DUTY.readerRoute) or "",
    )


def _section(node: Node) -> Section:
    number = node.text(DUTY.printedNumber) or ""
    return Section(node[DUTY.localId], number, node[DUTY.verbatimText], node.span)


def _task(node: Node) -> Task:
    number, section = node.text(DUTY.printedNumber) or "", node.local(DUTY.parentElement)
    return Task(node[DUTY.localId], number, node[DUTY.verbatimText], section, node.span)


def _rows(facts: Facts) -> tuple[Row, ...]:
    assignments = _grouped(facts, DUTY.Assignment, DUTY.statedInRow, _assignment)
    shared = _grouped(facts, DUTY.Requirement, DUTY.inRow, lambda node: node[DUTY.localId])
    return tuple(
        Row(
            id=node[DUTY.localId],
            requirements=shared[node.iri],
            assignments=assignments[node.iri],
            span=node.span,
            open=node.text(DUTY.openList) is not None,
        )
        for node in facts.of_kind(DUTY.Row)
    )


def _assignment(node: Node) -> Assignment:
    return Assignment(
        unit=node.exact,
        role=Role(node.code(DUTY.role)),
        basis=Basis(node.code(DUTY.roleBasis)),
        span=node.span,
        position=int(node[DUTY.position]),
        collective=node.names(DUTY.UnitGroup),
        full_name=node.text(DUTY.fullName),
        person=node.names(DUTY.Post),
        confidence=float(node[DUTY.confidence]),
    )


def _requirements(
    facts: Facts, citations: dict[str, tuple[Citation, ...]]
) -> tuple[Requirement, ...]:
    actors = _grouped(facts, DUTY.Involvement, DUTY.concerns, _actor)
    return tuple(
        Requirement(
            id=node[DUTY.localId],
            number=node.text(DUTY.printedNumber) or "",
            text=node[DUTY.verbatimText],
            row=Node(facts, node[DUTY.inRow])[DUTY.localId],
            span=node.span,
            section=node.local(DUTY.inSection),
            task=_task_of(node),
            part=node.number(DUTY.part),
            timing=tuple(map(_timing, node.targets(DUTY.timing))),
            citations=citations[node.iri],
            actors=actors[node.iri],
            remark=node.text(DUTY.remark),
        )
        for node in facts.of_kind(DUTY.Requirement)
    )


def _task_of(node: Node) -> str | None:
    parent = node.target(DUTY.parentElement)
    return parent[DUTY.localId] if parent is not None and parent.is_a(DUTY.Task) else None


def _timing(node: Node) -> Timing:
    return Timing(
        kind=next(kind for term, kind in TIMING_KINDS.items() if node.is_a(term)),
        raw=node[DUTY.verbatimText],
        span=node.span,
        period=node.text(DUTY.statedPeriod),
        count=node.number(DUTY.minCount),
        duration=node.text(DUTY.statedDuration),
        date=node.text(DUTY.statedDate),
        hedge=node.text(DUTY.hedge),
        activity=node.text(DUTY.regulatedActivity),
    )


def _citation(node: Node) -> Citation:
    number = node.text(DUTY.docNumber)
    return Citation(
        raw=node[DUTY.verbatimText],
        kind=CitationKind(node.code(DUTY.citationKind)),
        span=node.span,
        title=node.text(DUTY.citedTitle),
        number=None if number is None else document_number(number),
        cue=node.text(DUTY.cueText),
        regulation_kind=RegulationKind(node.code(DUTY.regulationKind)),
    )


def _actor(node: Node) -> Actor:
    return Actor(node.exact, Role(node.code(DUTY.role)), node.span, node.names(DUTY.Post))


def _implied(node: Node) -> Implied:
    role, group = Role(node.code(DUTY.role)), node.names(DUTY.UnitGroup)
    start = node.local(DUTY.appliesFrom) or ""
    return Implied(node.exact, role, start, node.span, group)


def _doubts(facts: Facts) -> tuple[Doubt, ...]:
    notes = (n for n in facts.of_kind(DUTY.AmbiguityNote) if n.text(DUTY.doubtCode) is not None)
    return tuple(map(_doubt, notes))


def _doubt(node: Node) -> Doubt:
    span = None if node.text(DUTY.mention) is None else node.span
    values = json.loads(node.text(DUTY.doubtValues) or "[]")
    return Doubt(node[DUTY.doubtCode], span, tuple((name, value) for name, value in values))
