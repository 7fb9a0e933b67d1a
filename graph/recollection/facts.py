"""What a store holds of one plan, by node: what `plans` makes its values of."""

from collections import defaultdict
from typing import TYPE_CHECKING

from ...ontology.terms import DUTY, OA, RDF
from ..span import Span
from ..triples.iris import plan_graphs
from ..triples.ntriples import statements

if TYPE_CHECKING:
    from ..store import Store

SHARED = "SELECT ?node WHERE {{ ?node a <{kind}> }}"


class Node:
    """One node and its values; a missing value is `None` or, with `[]`, a `KeyError`."""

    def __init__(self, facts: "Facts", iri: str) -> None:
        self.iri = iri
        self._facts = facts
        self._values = facts.values[iri]

    def __getitem__(self, predicate: str) -> str:
        return self._values[predicate][0]

    def text(self, predicate: str) -> str | None:
        """Give a text or an IRI."""
        found = self._values.get(predicate)
        return found[0] if found else None

    def number(self, predicate: str) -> int | None:
        """Give a whole number."""
        found = self._values.get(predicate)
        return int(found[0]) if found else None

    def code(self, predicate: str) -> str:
        """Give a code without its list."""
        return self[predicate].rpartition("/")[2]

    def target(self, predicate: str) -> "Node | None":
        """Give the node that a predicate points at."""
        found = self._values.get(predicate)
        return Node(self._facts, found[0]) if found else None

    def targets(self, predicate: str) -> "list[Node]":
        """Give the nodes that a predicate points at, in their order."""
        found = self._values.get(predicate, ())
        return sorted((Node(self._facts, iri) for iri in found), key=_order)

    def local(self, predicate: str) -> str | None:
        """Give the id, in its plan, of the element that a predicate points at."""
        found = self.target(predicate)
        return None if found is None else found[DUTY.localId]

    def is_a(self, kind: str) -> bool:
        """Tell whether the node has a type."""
        return kind in self._values.get(RDF.type, ())

    def names(self, kind: str) -> bool:
        """Tell whether the participant is of a shared kind."""
        return self[DUTY.participant] in self._facts.shared[kind]

    @property
    def exact(self) -> str:
        """The words of the mention."""
        return self._mention[OA.exact]

    @property
    def span(self) -> Span:
        """The place of the mention."""
        found = self._mention
        return Span(
            start=int(found[OA.start]),
            end=int(found[OA.end]),
            table=found.number(DUTY.tableIndex),
            row=found.number(DUTY.rowIndex),
            column=found.number(DUTY.columnIndex),
            paragraph=found.number(DUTY.paragraphIndex),
            page=found.number(DUTY.pageNumber),
            sheet=found.text(DUTY.sheetName),
            line=found.number(DUTY.lineNumber),
        )

    @property
    def _mention(self) -> "Node":
        return Node(self._facts, self[DUTY.mention])


class Facts:
    """All that was stated and derived of one plan."""

    def __init__(self, store: "Store", plan: str, shared: dict[str, frozenset[str]]) -> None:
        self.shared = shared
        self.values: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for graph in plan_graphs(plan)[::2]:  # what is guessed is no part of a plan
            for statement in statements(store.graph(graph)):
                self.values[statement.iri][statement.predicate].append(statement.text)
        self._by_kind: dict[str, list[str]] = defaultdict(list)
        for iri, values in self.values.items():
            for kind in values[RDF.type]:
                self._by_kind[kind].append(iri)

    def of_kind(self, kind: str) -> list[Node]:
        """Give the nodes of a type in their order."""
        return sorted((Node(self, iri) for iri in self._by_kind[kind]), key=_order)


def shared_kinds(store: "Store") -> dict[str, frozenset[str]]:
    """Give the collectives and the posts that the store knows, by kind."""
    return {
        kind: frozenset(row[0] for row in store.select(SHARED.format(kind=kind)).texts())
        for kind in (DUTY.UnitGroup, DUTY.Post)
    }


def _order(node: Node) -> tuple[int, int, str]:
    ordinal = node.number(DUTY.ordinal) or node.number(DUTY.position) or 0
    return ordinal, len(node.iri), node.iri
