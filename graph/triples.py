"""A plan as quads, in the named graphs of the project, the same bytes each time."""

from ..ontology.terms import DATA
from .derivations import derivations
from .guesses import guesses
from .iris import Iris, plan_graphs, shared_graph
from .plan import Plan
from .quad import Quad, iri
from .registration import Registration
from .stated import stated


def quads(plan: Plan, base: str = DATA) -> tuple[Quad, ...]:
    """Give the quads of a plan, sorted: stated, inferred, derived, and its share of the registry.

    `base` begins the IRIs of data. Raises `DutygraphError` when two names meet in one hash.
    """
    iris = Iris(plan, base)
    registry = Registration(iris)
    stated_name, inferred_name, derived_name = map(iri, plan_graphs(iris.plan))
    found = {(*triple, stated_name) for triple in stated(plan, iris, registry)}
    found.update((*triple, inferred_name) for triple in guesses(plan, iris, registry))
    found.update((*triple, derived_name) for triple in derivations(plan, iris, registry))
    registry_name = iri(shared_graph("registry", base))
    found.update((*triple, registry_name) for triple in registry.triples)
    return tuple(map(Quad._make, sorted(found)))


def nquads(plan: Plan, base: str = DATA) -> str:
    """Give the quads of a plan as the text of an N-Quads file."""
    return "".join(map(str, quads(plan, base)))
