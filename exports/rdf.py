"""The graph of a store in the formats of RDF, the same bytes for the same data."""

from typing import TYPE_CHECKING

from .jsonld import jsonld

if TYPE_CHECKING:
    from ..graph.store import Store

FORMATS = ("turtle", "trig", "nquads", "ntriples", "jsonld", "rdfxml")


def rdf_bytes(store: "Store", kind: str) -> bytes:
    """Give all that a store holds in a format.

    TriG and N-Quads keep the named graphs apart; the other formats give their union. Raises
    `StoreError` for an unknown format.
    """
    return jsonld(store) if kind == "jsonld" else store.dump(kind)
