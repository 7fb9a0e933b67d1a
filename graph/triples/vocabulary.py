"""The ontology and its code lists as quads, so that a store explains what it holds."""

from ...ontology.files import VOCABULARY, ontology_text
from ...ontology.terms import DATA
from .iris import shared_graph


def vocabulary_nquads(base: str = DATA) -> str:
    """Give the ontology and the code lists as N-Quads of the vocabulary graph, sorted."""
    from pyoxigraph import NamedNode, Quad, RdfFormat, parse

    graph = NamedNode(shared_graph("vocabulary", base))
    found = {
        f"{Quad(quad.subject, quad.predicate, quad.object, graph)} .\n"
        for name in VOCABULARY
        for quad in parse(ontology_text(name), format=RdfFormat.TURTLE)
    }
    return "".join(sorted(found))
