"""The one door to a dataset: in memory, in a folder, or behind a SPARQL 1.1 endpoint."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple, Self

from ..errors import QueryError
from ..table import Table
from .engine import Answering, Change, Engine, check_format, chunks
from .limits import Limits
from .query_binding import Binding, bind
from .query_guard import Form, Query, Scope, filled, guarded
from .replacing import plan_graphs_in, replacement

if TYPE_CHECKING:
    from rdflib import Dataset

    from ..plan import Plan

Bindings = Mapping[str, Binding]
MANY = 8
"""From this many new plans in a chunk on the bulk loader is used."""


class StoredPlan(NamedTuple):
    """One line of the list of plans that a store holds."""

    iri: str
    title: str
    issuer: str
    year: str
    file_name: str
    sha256: str


def open_store(where: "str | Path | None" = None) -> "Store":
    """Open a store: in memory for `None`, an endpoint for `http(s)://…`, else a folder.

    Nothing is touched before the first question or the first plan; a folder is made when
    something is first written. Errors of opening (`StoreError`) therefore come with first use.

    >>> with open_store() as store:
    ...     store.ask_boolean("ASK { ?s ?p ?o }")
    False
    """
    if str(where).startswith(("http://", "https://")):
        from .endpoint_place import endpoint_at
        from .remote import RemoteEngine

        return Store(RemoteEngine(endpoint_at(str(where))))
    from .embedded import EmbeddedEngine

    return Store(EmbeddedEngine(None if where is None else Path(where)))


class Store:
    """A dataset of plans. Queries see the union of its graphs as default graph."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._lock = RLock()

    def put(self, plan: "Plan") -> None:
        """Replace whatever the store held of a plan; all of it or, when it fails, nothing.

        Raises `StoreError` when the store cannot be written.
        """
        from ..triples.plan_quads import nquads

        self.put_quads(nquads(plan))

    def put_quads(self, quads: str) -> None:
        """Replace what the store held of the plans whose N-Quads are given, in one step."""
        with self._lock:
            self.engine.apply(replacement(self.engine, plan_graphs_in(quads), quads))

    def put_all(self, plans: "Iterable[Plan]") -> None:
        """Replace many plans; one that is given twice counts as given last."""
        from ..triples.plan_quads import nquads

        self.put_all_quads(nquads(plan) for plan in plans)

    def put_all_quads(self, documents: Iterable[str]) -> None:
        """Replace many plans, each given as N-Quads; new ones go through the bulk loader."""
        with self._lock:
            for some in chunks(documents):
                self._put_chunk({plan_graphs_in(quads): quads for quads in some})

    def _put_chunk(self, by_plan: dict[tuple[str, ...], str]) -> None:
        fresh = {graphs for graphs in by_plan if not self.engine.graphs(graphs)}
        if len(fresh) >= MANY:
            self.engine.load(by_plan[graphs] for graphs in sorted(fresh))
            by_plan = {graphs: quads for graphs, quads in by_plan.items() if graphs not in fresh}
        for graphs, quads in by_plan.items():
            self.engine.apply(replacement(self.engine, graphs, quads))

    def put_vocabulary(self) -> None:
        """Put the ontology and its code lists into their graph: the data explain themselves."""
        from ...ontology.terms import DATA
        from ..triples.iris import shared_graph
        from ..triples.vocabulary import vocabulary_nquads

        with self._lock:
            graph = shared_graph("vocabulary", DATA)
            self.engine.apply(Change(vocabulary_nquads(), (graph,)))

    def drop(self, plan: str) -> None:
        """Remove a plan by its IRI, with the registry nodes that only it used."""
        from ..triples.iris import plan_graphs

        with self._lock:
            change = replacement(self.engine, plan_graphs(plan))
            if change.drop:
                self.engine.apply(change)

    def select(
        self,
        query: str,
        bindings: Bindings | None = None,
        limits: Limits | None = None,
        scope: Scope | None = None,
    ) -> Table:
        """Answer a SELECT query; `bindings` give variables their terms, or several to keep to.

        A `scope` names the graphs to ask instead of all.
        Without limits the query is trusted to end. With limits it runs where it can be stopped.

        >>> with open_store() as store:
        ...     print(store.select("SELECT ?x { BIND(1 + ?n AS ?x) }", {"n": Value.literal(2)}))
        x
        3

        Raises `QueryError` for a query that is refused, wrong or too slow.
        """
        return self._under(limits).select(self._prepared(query, bindings, scope, "SELECT"), limits)

    def ask_boolean(
        self,
        query: str,
        bindings: Bindings | None = None,
        limits: Limits | None = None,
        scope: Scope | None = None,
    ) -> bool:
        """Answer an ASK query. Raises `QueryError` as `select` does."""
        return self._under(limits).ask(self._prepared(query, bindings, scope, "ASK"), limits)

    def construct(
        self,
        query: str,
        format: str = "turtle",  # noqa: A002 — the word that users of RDF libraries know
        bindings: Bindings | None = None,
        limits: Limits | None = None,
        scope: Scope | None = None,
    ) -> bytes:
        """Answer a CONSTRUCT or DESCRIBE query as `turtle`, `ntriples`, `jsonld` or `rdfxml`.

        Raises `QueryError` as `select` does and `StoreError` for an unknown format.
        """
        check_format(format, ("turtle", "ntriples", "jsonld", "rdfxml"))
        prepared = self._prepared(query, bindings, scope, "CONSTRUCT", "DESCRIBE")
        return self._under(limits).construct(prepared, limits, format)

    def dump(self, format: str) -> bytes:  # noqa: A002
        """Give everything as `nquads` or `trig`, or the union of the graphs in a triple format.

        The same data gives the same bytes. Raises `StoreError` for an unknown format.
        """
        check_format(format)
        return self.engine.dump(format)

    def graph(self, name: str) -> bytes:
        """Give one named graph as N-Triples, in no order; empty when it is not held."""
        return self.engine.graph(name)

    def dataset(self) -> "Dataset":
        """Give the same data as an rdflib `Dataset` whose default graph is the union."""
        return self.engine.dataset()

    def plans(self) -> tuple[StoredPlan, ...]:
        """List the plans that are held, by title."""
        return tuple(StoredPlan(*row) for row in self.select(PLANS).texts())

    def flush(self) -> None:
        """Write what was put to disk, safe even from a loss of power."""
        self.engine.flush()

    def close(self) -> None:
        """Make everything safe and let go of it."""
        self.engine.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _under(self, limits: Limits | None) -> Answering:
        return self.engine if limits is None else self.engine.supervised()

    def _prepared(
        self, query: str, bindings: Bindings | None, scope: Scope | None, *forms: Form
    ) -> Query:
        prepared = guarded(query)
        if bindings:
            prepared = filled(prepared, bind(query, bindings))
        if scope:
            prepared = replace(prepared, scope=scope)
        if prepared.form not in forms:
            raise QueryError("query.wrong-form", wanted=forms[0], form=prepared.form)
        held = self.engine.graphs(prepared.graphs) if prepared.graphs else ()
        for graph in prepared.graphs:
            if graph not in held:
                raise QueryError("query.dataset", graph=graph)
        return prepared


PLANS = """
SELECT ?plan (SAMPLE(?t) AS ?title) (SAMPLE(?i) AS ?issuer) (SAMPLE(?y) AS ?year)
       (SAMPLE(?n) AS ?fileName) (SAMPLE(?s) AS ?sha256)
WHERE {
  ?plan a duty:Plan .
  OPTIONAL { ?plan dcterms:title ?t }
  OPTIONAL { ?plan duty:issuerName ?i }
  OPTIONAL { ?plan duty:planYear ?y }
  OPTIONAL { ?plan duty:fromFile ?file . ?file duty:fileName ?n ; duty:sha256 ?s }
}
GROUP BY ?plan ORDER BY ?title ?plan
"""
