"""What a result of a check is about, in words that a reader of the plan knows."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...ontology.language import Language, language
from ...ontology.messages import say
from ...ontology.terms import DCTERMS, DUTY, OA, RDF, SKOS
from ..span import Span
from .words import class_label

if TYPE_CHECKING:
    from ..store import Store

CHUNK = 500
"""Nodes asked for at once; some endpoints refuse longer queries."""

ABOUT = """
SELECT ?node ?property ?value WHERE {{
  VALUES ?node {{ {nodes} }}
  {{ ?node ?property ?value }}
  UNION {{ ?r duty:inRow ?node ; duty:printedNumber ?value . BIND(duty:inRow AS ?property) }}
  UNION {{ ?node duty:mention ?m . ?m ?property ?value }}
  UNION {{ ?node duty:inPlan ?p . ?p dcterms:title ?value . BIND(duty:Plan AS ?property) }}
}}"""

KINDS = (
    *("Plan", "SourceFile", "Section", "Task", "Requirement", "Row"),
    *("Assignment", "Involvement", "BlanketAssignment", "GuessedAssignment", "GuessedKind"),
    *("Unit", "UnitGroup", "Post", "Regulation", "Citation", "Timing", "Mention", "AmbiguityNote"),
)
"""The classes that a subject is called by; the first that fits."""
STEPS = {
    "table": DUTY.tableIndex,
    "row": DUTY.rowIndex,
    "column": DUTY.columnIndex,
    "paragraph": DUTY.paragraphIndex,
    "page": DUTY.pageNumber,
    "line": DUTY.lineNumber,
}
SHOWN = 24
"""Characters of a requirement's text that are shown."""

Values = dict[str, set[str]]


@dataclass(frozen=True, slots=True)
class Subject:
    """A node of the graph as its reader knows it."""

    iri: str
    kind: str
    """The name of its class: `Requirement`."""
    label: str
    span: Span | None
    plan: str | None
    """The title of its plan; `None` for what plans share."""
    order: int
    """Its place in the plan among its kind; 0 when it has none."""

    def describe(self, lang: Language | None = None) -> str:
        """Name it: `要求「7 全面落实…」（表1第11行第3列）`."""
        kind = class_label(self.kind, lang or language())
        place = self.span.describe(lang) if self.span else ""
        key = "validation.what-at" if place else "validation.what"
        return say(key, lang, kind=kind, label=self.label, place=place)


def subjects(store: "Store", nodes: Collection[str]) -> dict[str, Subject]:
    """Give the subjects of some nodes, by IRI."""
    known: dict[str, Values] = defaultdict(lambda: defaultdict(set))
    for query in _queries(sorted(nodes)):
        for node, predicate, value in store.select(query).texts():
            known[node][predicate].add(value)
    return {node: _subject(node, known[node]) for node in nodes}


def _queries(nodes: list[str]) -> Iterator[str]:
    for start in range(0, len(nodes), CHUNK):
        listed = " ".join(f"<{node}>" for node in nodes[start : start + CHUNK])
        yield ABOUT.format(nodes=listed)


def _subject(iri: str, values: Values) -> Subject:
    types = {kind.removeprefix(str(DUTY)) for kind in values[RDF.type]}
    ordinal = _first(values, DUTY.ordinal)
    kind = next((kind for kind in KINDS if kind in types), "")
    return Subject(
        iri=iri,
        kind=kind,
        label=_label(values) or iri,
        span=_span(values),
        plan=_first(values, DCTERMS.title if kind == "Plan" else DUTY.Plan),
        order=int(ordinal) if ordinal and ordinal.isdigit() else 0,
    )


def _span(values: Values) -> Span | None:
    if OA.start not in values:
        return None
    steps = {name: int(n) for name, p in STEPS.items() if (n := _first(values, p))}
    return Span(0, 0, sheet=_first(values, DUTY.sheetName), **steps)


def _label(values: Values) -> str | None:
    name = _first(values, SKOS.prefLabel, DCTERMS.title, OA.exact, DUTY.fileName)
    if name:
        return name
    numbers = sorted(values[DUTY.inRow], key=lambda n: (len(n), n))
    if numbers and DUTY.shareCount in values:
        return "、".join(numbers)
    text = _first(values, DUTY.verbatimText) or ""
    shown = text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
    number = _first(values, DUTY.printedNumber)
    return " ".join(part for part in (number, shown) if part) or _first(values, DUTY.localId)


def _first(values: Values, *predicates: str) -> str | None:
    """Give the least value of the first predicate that has any."""
    return next((min(values[p]) for p in predicates if values.get(p)), None)
