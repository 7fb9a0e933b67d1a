"""The registry graph: the nodes that plans share, each with its label, written in one place.

A shared node lives in this one graph, so that the union of all graphs holds each triple once.
"""

from functools import cache

from ...ontology.terms import DCTERMS, DUTY, RDF, SKOS
from ..plan import Citation, RegulationKind
from .iris import Iris, label, regulation_name
from .naming import quantifier
from .quad import Encoded, Triple, chinese, code, integer, iri, text, year

duty, skos, dcterms = Encoded(DUTY), Encoded(SKOS), Encoded(DCTERMS)
A = iri(RDF.type)


class Registration:
    """Gives the encoded IRIs of the shared nodes of one plan and keeps what to say of them."""

    def __init__(self, iris: Iris) -> None:
        self._iris = iris
        self._scope = iri(iris.issuer or iris.plan)
        self._kinds: dict[str, RegulationKind] = {}
        self.units: dict[str, str] = {}
        """Named units: encoded IRI → label."""
        self.triples: set[Triple] = set()
        self.unit = cache(self._unit)
        self.group = cache(self._group)
        self.post = cache(self._post)

    def participant(self, name: str, *, group: bool = False, post: bool = False) -> str:
        """Give the node of a unit, a collective, or a post or person."""
        if post:
            return self.post(name)
        return self.group(name) if group else self.unit(name)

    def _unit(self, name: str) -> str:
        node = iri(self._iris.unit(name))
        self.units[node] = label(name)
        self._named(node, duty.Unit, name)
        return node

    def _group(self, name: str) -> str:
        node = iri(self._iris.group(name))
        self._named(node, duty.UnitGroup, name)
        self.triples.add((node, duty.memberListStatus, code("member-list", "unknown")))
        found = quantifier(name)
        if found:
            self.triples.add((node, duty.groupQuantifier, code("quantifier", found)))
        return node

    def _post(self, name: str) -> str:
        node = iri(self._iris.post(name))
        self._named(node, duty.Post, name)
        return node

    def _named(self, node: str, kind: str, name: str) -> None:
        shown = label(name)
        self.triples |= {(node, A, kind), (node, skos.prefLabel, chinese(shown))}
        if name != shown:
            self.triples.add((node, skos.altLabel, chinese(name)))
        if node != self._scope:
            self.triples.add((node, duty.nameScope, self._scope))

    def regulation(self, citation: Citation) -> str:
        """Give the node of a cited document."""
        node = iri(self._iris.regulation(citation))
        self.triples.add((node, A, duty.Regulation))
        self._kind(node, citation.regulation_kind)
        if citation.title or not citation.number:
            title = label(citation.title or regulation_name(citation))
            self.triples.add((node, dcterms.title, chinese(title)))
        if citation.number:
            self.triples |= self._number(node, citation)
        return node

    def _number(self, node: str, citation: Citation) -> set[Triple]:
        number = citation.number
        if number is None:
            return set()
        found = {
            (node, duty.docNumber, text(label(str(number)))),
            (node, duty.docNumberAgency, text(label(number.agency))),
            (node, duty.docNumberSerial, integer(number.serial)),
        }
        if number.year is not None:
            found.add((node, duty.docNumberYear, year(number.year)))
        return found

    def _kind(self, node: str, kind: RegulationKind) -> None:
        known = self._kinds.get(node, RegulationKind.UNKNOWN)
        if node in self._kinds and RegulationKind.UNKNOWN in {known, kind}:
            kind = max(known, kind, key=lambda each: each != RegulationKind.UNKNOWN)
            self.triples.discard((node, duty.regulationKind, code("regulation-kind", known)))
        self._kinds[node] = kind
        self.triples.add((node, duty.regulationKind, code("regulation-kind", kind)))
