"""The union of a store's graphs as JSON-LD that reads like plain JSON.

The document carries its context, so it opens offline. A value whose type is the one that the
context names stands bare; any other is written in full.
"""

import json
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from ..graph.triples.ntriples import statements
from ..ontology.files import CONTEXT, ontology_text
from ..ontology.terms import RDF, XSD

if TYPE_CHECKING:
    from ..graph.store import Store
    from ..graph.table import Value

Json = str | int | dict[str, str]


def jsonld(store: "Store") -> bytes:
    """Give the document: one object a node, sorted, with the context of the ontology."""
    nodes: dict[str, dict[str, list[Json]]] = defaultdict(lambda: defaultdict(list))
    for statement in statements(store.dump("ntriples")):
        key, found = _member(statement.predicate, statement.value)
        nodes[statement.subject][key].append(found)
    document = {"@context": _context(), "@graph": [_node(iri, nodes[iri]) for iri in sorted(nodes)]}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _node(iri: str, members: Mapping[str, list[Json]]) -> dict[str, Any]:
    ordered = {key: sorted(members[key], key=json.dumps) for key in sorted(members)}
    return {"@id": iri} | {
        key: found[0] if len(found) == 1 else found for key, found in ordered.items()
    }


def _member(predicate: str, value: "Value") -> tuple[str, Json]:
    if predicate == RDF.type:
        return "@type", _terms().get(value.text, value.text)
    term = _terms().get(predicate)
    if term is not None and _coercion(term) == _type_of(value):
        return term, _bare(value)
    return predicate, _full(value)


def _bare(value: "Value") -> Json:
    if value.datatype == XSD.integer:
        return int(value.text)
    return _id(value)


def _id(value: "Value") -> str:
    return f"_:{value.text}" if value.kind == "blank" else value.text


def _full(value: "Value") -> Json:
    if value.kind != "literal":
        return {"@id": _id(value)}
    if value.language:
        return {"@value": value.text, "@language": value.language}
    if value.datatype:
        return {"@value": value.text, "@type": value.datatype}
    return value.text


def _type_of(value: "Value") -> str | None:
    if value.kind != "literal":
        return "@id"
    return f"@{value.language}" if value.language else value.datatype


@cache
def _context() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(ontology_text(CONTEXT))["@context"]
    return found


@cache
def _terms() -> dict[str, str]:
    """Give the context's terms by the IRIs that they stand for."""
    found = {}
    for term, meaning in _context().items():
        short = meaning["@id"] if isinstance(meaning, dict) else str(meaning)
        prefix, _, name = short.partition(":")
        if prefix in _context() and not name.startswith("//"):
            found[f"{_context()[prefix]}{name}"] = term
    return found


@cache
def _coercion(term: str) -> str | None:
    meaning = _context()[term]
    if not isinstance(meaning, dict):
        return None
    if language := meaning.get("@language"):
        return f"@{language}"
    kind: str | None = meaning.get("@type")
    return kind if kind is None or kind == "@id" else f"{XSD}{kind.partition(':')[2]}"
