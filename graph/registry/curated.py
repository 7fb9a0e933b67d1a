"""What a person confirmed, written into the curated graph of a store."""

from typing import TYPE_CHECKING

from ...ontology.terms import DUTY, ORG, SKOS
from ..store.engine import Change
from ..table import Value
from ..triples.iris import label, shared_graph
from ..triples.quad import Encoded, Quad, Triple, chinese, code, iri
from .entries import Register

if TYPE_CHECKING:
    from ..store import Store

Nodes = dict[tuple[str, str], str]
duty, skos, org = Encoded(DUTY), Encoded(SKOS), Encoded(ORG)

NODES = """
SELECT DISTINCT ?node ?name ?issuer
WHERE {
  ?node a duty:Unit ; skos:prefLabel ?name .
  ?assignment duty:participant ?node ; duty:inPlan ?plan .
  OPTIONAL { ?plan duty:issuerName ?issuer }
}
ORDER BY ?node ?issuer
"""
HELD = """
SELECT ?node ?property ?value
WHERE {
  { ?node skos:altLabel ?value . BIND(skos:altLabel AS ?property) }
  UNION { GRAPH $curated { ?node ?property ?value } }
}
"""


def curate(store: "Store", register: Register) -> int:
    """Add names, parents and kinds of a register to the units of a store; give how many are new.

    Only units that the store holds under their registered name are touched. Plans that print an
    alias are joined to that name when they are built with the register.
    Raises `StoreError` when the store cannot be written.
    """
    nodes = {(label(name), issuer): node for node, name, issuer in store.select(NODES).texts()}
    curated = shared_graph("curated")
    rows = store.select(HELD, {"curated": Value.iri(curated)}).rows
    held = {tuple(cell.n3() for cell in row if cell) for row in rows}
    new = sorted(_facts(register, nodes) - held)
    if new:
        store.engine.apply(Change("".join(str(Quad(*fact, iri(curated))) for fact in new)))
    return len(new)


def _facts(register: Register, nodes: Nodes) -> set[Triple]:
    facts: set[Triple] = set()
    for (name, issuer), node in nodes.items():
        entry = register.find(name, issuer or None)
        if entry is None or label(entry.name) != name:
            continue
        facts |= {(iri(node), skos.altLabel, chinese(label(alias))) for alias in entry.aliases}
        parent = nodes.get((label(entry.parent or ""), issuer))
        if parent:
            facts.add((iri(node), org.subOrganizationOf, iri(parent)))
        if entry.kind:
            facts.add((iri(node), duty.unitKind, code("unit-kind", entry.kind)))
    return facts
