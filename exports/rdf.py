"""The graph of a store in the formats of RDF, the same bytes for the same data."""

from typing import TYPE_CHECKING

from .jsonld import jsonld

if TYPE_CHECKING:
    from ..graph.store import Store

_NOT_IN_XML = dict.fromkeys(
    (*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0xFFFE, 0xFFFF), "\ufffd"
)

FORMATS = ("turtle", "trig", "nquads", "ntriples", "jsonld", "rdfxml")


def rdf_bytes(store: "Store", kind: str) -> bytes:
    """Give all that a store holds in a format.

    TriG and N-Quads keep the named graphs apart; the other formats give their union. Control
    characters, which XML cannot hold, stand as U+FFFD in RDF/XML. Raises `StoreError` for an
    unknown format.
    """
    if kind == "jsonld":
        return jsonld(store)
    document = store.dump(kind)
    if kind == "rdfxml":
        return document.decode().translate(_NOT_IN_XML).encode()
    return document
