"""A remote engine: any endpoint of the SPARQL 1.1 protocol, written by the Graph Store protocol.

Endpoints cut answers without an error: by a header (Virtuoso's `X-SPARQL-MaxRows`), by a partial
answer (`X-SQL-State`), by an error text in a body that says 200. Each is found and said here.
"""

from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import quote, urlencode

from ...ontology.terms import PREFIXES
from ..errors import QueryError, StoreError
from ..table import Cut, Table
from .endpoint_answers import answered, decoded, excerpt, mended, table_in, truth_in
from .endpoint_http import Client, Response, TimedOut
from .endpoint_place import Endpoint
from .engine import Change, check_size
from .limits import Limits
from .query_guard import Query, guarded
from .terms import quads_in, serialized, triples_in

if TYPE_CHECKING:
    from rdflib import Dataset

JSON = "application/sparql-results+json"
TRIPLES = "application/n-triples"
SHARED = ("registry", "curated", "vocabulary", "readings")
Item = TypeVar("Item")
NODES = 200
"""How many nodes are named in one query."""
LINES = 5_000
"""How many triples are added to a shared graph by one request."""


class RemoteEngine:
    """A dataset behind an endpoint."""

    def __init__(self, endpoint: Endpoint) -> None:
        self.endpoint = endpoint
        self._client = Client(endpoint)
        self._known_union = False

    def select(self, query: Query, limits: Limits | None) -> Table:
        """Answer a SELECT query; one that the endpoint cuts is said to be, or is an error."""
        self._check_union()
        response = self._asked(query, limits, JSON)
        table = table_in(decoded(response))
        cap = response.headers.get("x-sparql-maxrows")
        if cap and limits is None:
            raise QueryError("endpoint.capped", rows=cap)
        if limits and len(table.rows) > limits.rows:
            return Table(table.columns, table.rows[: limits.rows], Cut("rows", limits.rows))
        return Table(table.columns, table.rows, Cut("rows", len(table)) if cap else None)

    def ask(self, query: Query, limits: Limits | None) -> bool:
        """Answer an ASK query."""
        self._check_union()
        return truth_in(decoded(self._asked(query, limits, JSON)))

    def construct(self, query: Query, limits: Limits | None, kind: str) -> bytes:
        """Answer a CONSTRUCT or DESCRIBE query, sorted and without repetitions."""
        self._check_union()
        response = self._asked(query, limits, TRIPLES)
        if cap := response.headers.get("x-sparql-maxrows"):
            raise QueryError("endpoint.capped", rows=cap)
        found = triples_in(mended(response.body))
        check_size(found, limits)
        return serialized(found, kind)

    def supervised(self) -> "RemoteEngine":
        """Give itself: a query runs elsewhere already and is given up at its time limit."""
        return self

    def dump(self, kind: str) -> bytes:
        """Give all graphs of ours as a document, sorted."""
        graphs = sorted(self._all_graphs())
        parts = {graph: self.graph(graph) for graph in graphs}
        if kind in {"nquads", "trig"}:
            return serialized({q for g, body in parts.items() for q in quads_in(body, g)}, kind)
        return serialized({t for body in parts.values() for t in triples_in(body)}, kind)

    def graph(self, name: str) -> bytes:
        """Give one named graph as N-Triples, in no order; empty when it is not held."""
        (held,) = self._column(f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{name}> {{ ?s ?p ?o }} }}")
        body = mended(self._graph("GET", name).body) if int(held) else b""
        # Virtuoso cuts even this at its row limit, and says so nowhere.
        return body if body.count(b" .\n") >= int(held) else b"".join(self._by_predicate(name))

    def _by_predicate(self, graph: str) -> Iterator[bytes]:
        for name in self._column(f"SELECT DISTINCT ?p {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"):
            pattern = f"?s <{name}> ?o"
            query = f"CONSTRUCT {{ {pattern} }} WHERE {{ GRAPH <{graph}> {{ {pattern} }} }}"
            yield self.construct(guarded(query), None, "ntriples")

    def graphs(self, names: Collection[str]) -> frozenset[str]:
        """Give those of the named graphs that hold something."""
        if not names:
            return frozenset()
        query = f"SELECT DISTINCT ?g {{ VALUES ?g {{ {_listed(names)} }} GRAPH ?g {{ ?s ?p ?o }} }}"
        return frozenset(self._column(query))

    def used_outside(self, nodes: Collection[str], graphs: Collection[str]) -> frozenset[str]:
        """Give those nodes that are an object of a triple in any other graph."""
        inside = ", ".join(f"<{graph}>" for graph in sorted(graphs))
        return frozenset(
            node
            for some in batches(sorted(nodes), NODES)
            for node in self._column(
                f"SELECT DISTINCT ?node {{ VALUES ?node {{ {_listed(some)} }} "
                f"GRAPH ?g {{ ?s ?p ?node }} FILTER(?g NOT IN ({inside})) }}"
            )
        )

    def apply(self, change: Change) -> None:
        """Make a change, a graph at a time; repeated after an interruption it ends the same."""
        added = by_graph([change.add])
        for some in batches(change.forget, NODES):
            self._update(
                " ;\n".join(f"DELETE WHERE {{ GRAPH <{g}> {{ <{n}> ?p ?o }} }}" for g, n in some)
            )
        for graph, triples in added.items():
            self._add(graph, triples)
        for graph in change.drop:
            if graph not in added:
                self._graph("DELETE", graph)

    def load(self, quads: Iterable[str]) -> None:
        """Add many documents, those of one graph together."""
        for some in batches(quads, NODES):
            for graph, triples in by_graph(some).items():
                self._add(graph, triples)

    def dataset(self) -> "Dataset":
        """Give the endpoint as an rdflib Dataset, for reading."""
        from rdflib import Dataset
        from rdflib.plugins.stores.sparqlstore import SPARQLStore

        pair = (self.endpoint.user, self.endpoint.password) if self.endpoint.user else None
        store = SPARQLStore(self.endpoint.query, method="POST_FORM", auth=pair)
        return Dataset(store=store, default_union=True)

    def flush(self) -> None:
        """Do nothing: what a server has answered for is its own to keep."""

    def close(self) -> None:
        """Do nothing: no connection stays open."""

    def _add(self, graph: str, triples: list[str]) -> None:
        if graph.rpartition("/")[2] not in SHARED:
            self._graph("PUT", graph, triples)
            return
        for some in batches(triples, LINES):
            self._graph("POST", graph, some)

    def _graph(self, method: str, graph: str, triples: Iterable[str] = ()) -> Response:
        url = f"{self.endpoint.graphs}?graph={quote(graph, safe='')}"
        body = "".join(f"{triple} .\n" for triple in triples).encode()
        kind = {"Accept": TRIPLES} if method == "GET" else {"Content-Type": "text/turtle"}
        return self._checked(self._client.send(method, url, body, kind), method)

    def _update(self, update: str) -> None:
        form = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "*/*"}
        body = urlencode({"update": update}).encode()
        self._checked(self._client.send("POST", self.endpoint.update, body, form), "update")

    def _checked(self, response: Response, what: str) -> Response:
        if response.status in {401, 403}:
            raise StoreError("endpoint.forbidden", url=self.endpoint.graphs)
        if response.status >= 300 and not (what == "DELETE" and response.status == 404):
            detail = excerpt(response)
            raise StoreError("endpoint.write", url=self.endpoint.graphs, detail=detail)
        return response

    def _asked(self, query: Query, limits: Limits | None, accept: str) -> Response:
        seconds = limits.seconds if limits else None
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": accept}
        fields = [("query", declared(query))]
        if query.scope:
            fields += [("default-graph-uri", iri) for iri in query.scope.default]
            fields += [("named-graph-uri", iri) for iri in query.scope.named]
        elif not query.graphs:
            fields.append(("union-default-graph", "true"))  # Oxigraph's; others leave it unread
        try:
            body = urlencode(fields).encode()
            response = self._client.send("POST", self.endpoint.query, body, headers, seconds)
        except TimedOut as error:
            raise QueryError("query.timeout", seconds=f"{seconds or 0:g}") from error
        return answered(response, self.endpoint.query)

    def _check_union(self) -> None:
        """Stop where the default graph is not the union: every answer would miss facts."""
        if not self._known_union:
            self._known_union = self._holds("?s ?p ?o") or not self._holds("GRAPH ?g { ?s ?p ?o }")
        if not self._known_union:
            raise StoreError("endpoint.no-union", url=self.endpoint.query)

    def _holds(self, pattern: str) -> bool:
        query = guarded(f"ASK {{ {pattern} }}")
        return truth_in(decoded(self._asked(query, None, JSON)))

    def _all_graphs(self) -> Iterator[str]:
        query = (
            "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } FILTER(CONTAINS(STR(?g), '/id/graph/')) }"
        )
        yield from self._column(query)

    def _column(self, query: str) -> list[str]:
        return [row[0] for row in self.select(guarded(query), None).texts()]


def batches(items: Iterable[Item], size: int) -> Iterator[tuple[Item, ...]]:
    """Give items in tuples of at most some size."""
    remaining = iter(items)
    while some := tuple(islice(remaining, size)):
        yield some


def declared(query: Query) -> str:
    """Give a query with the built-in prefixes that it uses, on its first line."""
    heads = "".join(f"PREFIX {prefix}: <{PREFIXES[prefix]}> " for prefix in query.prefixes)
    return f"{heads}{query.text}"


def by_graph(documents: Iterable[str]) -> dict[str, list[str]]:
    """Sort the triples of N-Quads by their graph, each triple once."""
    held: dict[str, dict[str, None]] = {}
    for line in (line for text in documents for line in text.split("\n") if line):
        triple, graph, _ = line.rsplit(" ", 2)
        held.setdefault(graph[1:-1], {})[triple] = None
    return {graph: list(triples) for graph, triples in sorted(held.items())}


def _listed(iris: Iterable[str]) -> str:
    return " ".join(f"<{iri}>" for iri in sorted(iris))
