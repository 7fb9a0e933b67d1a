"""A plan as quads, in the named graphs of the project, the same bytes each time."""

from collections.abc import Iterable, Iterator

from ...ontology.terms import DATA
from ..plan import Plan
from .derivations import derivations
from .guesses import guesses
from .iris import Iris, plan_graphs, shared_graph
from .quad import Quad, Triple, iri
from .registration import Registration
from .stated import stated


def quads(plan: Plan, base: str = DATA) -> tuple[Quad, ...]:
    """Give the quads of a plan, sorted: stated, inferred, derived, and its share of the registry.

    `base` begins the IRIs of data. Raises `DutygraphError` when two names meet in one hash.
    """
    found = {Quad(*triple, graph) for graph, triples in _graphs(plan, base) for triple in triples}
    return tuple(sorted(found))


def nquads(plan: Plan, base: str = DATA) -> str:
    """Give the quads of a plan as the text of an N-Quads file, its lines sorted."""
    found = {
        f"{s} {p} {o} {graph} .\n" for graph, triples in _graphs(plan, base) for s, p, o in triples
    }
    return "".join(sorted(found))


def _graphs(plan: Plan, base: str) -> Iterator[tuple[str, Iterable[Triple]]]:
    iris = Iris(plan, base)
    registry = Registration(iris)
    builders = (stated, guesses, derivations)
    for name, build in zip(plan_graphs(iris.plan), builders, strict=True):
        yield iri(name), build(plan, iris, registry)
    yield iri(shared_graph("registry", base)), registry.triples
