"""The embedded engine: Oxigraph in memory or in a folder.

A folder is opened for reading until something is written, so that many programs can read one
store. Solutions of pyoxigraph must be read in the thread that made them, so every method reads
its answer to the end before it returns.
"""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from ...ontology.terms import DATA, PREFIXES
from ..errors import QueryError, StoreError
from ..table import Table
from .engine import Change, check_size
from .limits import Limits
from .query_guard import Query
from .supervision import Supervisor
from .syntax import syntax_fault
from .terms import serialized, table_of

if TYPE_CHECKING:
    import pyoxigraph as ox
    from rdflib import Dataset


class EmbeddedEngine:
    """A dataset held by Oxigraph, in memory when no folder is named."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self._store: ox.Store | None = None
        self._writable = False
        self._unflushed = False
        self._scattered = False
        self._supervisor = Supervisor(self._place)

    def select(self, query: Query, limits: Limits | None) -> Table:
        """Answer a SELECT query, cut at the limits."""
        return table_of(cast("ox.QuerySolutions", self._solve(query)), limits)

    def ask(self, query: Query, limits: Limits | None) -> bool:
        """Answer an ASK query."""
        return bool(self._solve(query))

    def construct(self, query: Query, limits: Limits | None, kind: str) -> bytes:
        """Answer a CONSTRUCT or DESCRIBE query, sorted and without repetitions.

        Raises `QueryError` beyond the limit of rows: half a graph could not say that it is one.
        """
        triples = cast("ox.QueryTriples", self._solve(query))
        found = set(islice(triples, limits.rows + 1 if limits else None))
        check_size(found, limits)
        return serialized(found, kind)

    def supervised(self) -> Supervisor:
        """Give the same dataset in a worker process."""
        return self._supervisor

    def dump(self, kind: str) -> bytes:
        """Give all that is held, sorted; formats of triples give the union of the graphs."""
        quads = self.reading().quads_for_pattern(None, None, None, None)
        if kind in {"nquads", "trig"}:
            return serialized(set(quads), kind)
        return serialized({quad.triple for quad in quads}, kind)

    def graph(self, name: str) -> bytes:
        """Give one named graph as N-Triples, in no order; empty when it is not held."""
        from pyoxigraph import NamedNode, RdfFormat

        return self.reading().dump(format=RdfFormat.N_TRIPLES, from_graph=NamedNode(name)) or b""

    def graphs(self, names: Collection[str]) -> frozenset[str]:
        """Give those of the named graphs that are held."""
        if self._is_empty():
            return frozenset()
        from pyoxigraph import NamedNode

        store = self.reading()
        return frozenset(name for name in names if store.contains_named_graph(NamedNode(name)))

    def used_outside(self, nodes: Collection[str], graphs: Collection[str]) -> frozenset[str]:
        """Give those nodes that are an object of a triple in any other graph."""
        from pyoxigraph import NamedNode

        store, inside = self.reading(), {NamedNode(name) for name in graphs}
        return frozenset(
            node
            for node in nodes
            if any(
                quad.graph_name not in inside
                for quad in store.quads_for_pattern(None, None, NamedNode(node), None)
            )
        )

    def apply(self, change: Change) -> None:
        """Make a change as one transaction."""
        from pyoxigraph import RdfFormat

        store = self.writing()
        with self._writes():
            if change.drop or change.forget:
                store.update(update_text(change))
            else:
                store.load(change.add.encode(), format=RdfFormat.N_QUADS)

    def load(self, quads: Iterable[str]) -> None:
        """Add many documents of N-Quads by the bulk loader."""
        from pyoxigraph import RdfFormat

        store = self.writing()
        with self._writes():
            store.bulk_load("".join(quads).encode(), format=RdfFormat.N_QUADS)
        self._scattered = self.folder is not None

    def dataset(self) -> "Dataset":
        """Give the same data as an rdflib Dataset whose default graph is the union."""
        from oxrdflib import OxigraphStore
        from rdflib import Dataset

        return Dataset(store=OxigraphStore(store=self.reading()), default_union=True)

    def close(self) -> None:
        """Write everything to disk, so that the next opening is quick, and let go of the files.

        What the bulk loader scattered over many files is put in order: questions over many plans
        then take half the time.
        """
        if self._scattered and self._store is not None:
            self._store.optimize()
            self._scattered = False
        self.flush()
        self._supervisor.close()
        self._store, self._writable = None, False

    def flush(self) -> None:
        """Write what is still in the log to its files."""
        if self._unflushed and self._store is not None:
            self._store.flush()
            self._unflushed = False

    def reading(self) -> "ox.Store":
        """Give the opened store, opening it for reading if need be.

        Raises `StoreError` when the folder holds no store.
        """
        if self._store is None:
            self._store = self._opened(writable=self.folder is None)
        return self._store

    def writing(self) -> "ox.Store":
        """Give the store opened for writing; the folder is made when it is missing.

        Raises `StoreError` when the folder holds something else or another program writes to it.
        """
        if self._store is None or not self._writable:
            self._store = None  # the files are closed before they are opened again
            self._store = self._opened(writable=True)
        return self._store

    def _place(self) -> Path | bytes:
        """Say where a worker finds the data: in the folder, or here in memory."""
        if self.folder is None:
            return self.dump("nquads")
        self.flush()
        return self.folder

    def _opened(self, *, writable: bool) -> "ox.Store":
        from pyoxigraph import Store

        self._writable = writable
        if self.folder is None:
            return Store()
        if not holds_store(self.folder) and not writable:
            raise StoreError("store.missing", place=self.folder)
        try:
            return Store(str(self.folder)) if writable else Store.read_only(str(self.folder))
        except (OSError, ValueError, RuntimeError) as error:
            key = "store.locked" if "lock" in str(error).lower() else "store.unreadable"
            raise StoreError(key, place=self.folder, detail=error) from error

    def _is_empty(self) -> bool:
        return self._store is None and not holds_store(self.folder)

    @contextmanager
    def _writes(self) -> Iterator[None]:
        self._unflushed = self.folder is not None
        self._supervisor.close()
        try:
            yield
        except (SyntaxError, ValueError) as error:
            raise StoreError("store.bad-quads", detail=error) from error
        except OSError as error:
            raise StoreError("store.write", place=self.folder, detail=error) from error

    def _solve(self, query: Query) -> "ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples":
        try:
            return self.reading().query(
                query.text,
                base_iri=DATA,
                prefixes={prefix: PREFIXES[prefix] for prefix in query.prefixes},
                **_graphs_asked(query),
            )
        except SyntaxError as error:
            raise syntax_fault(error, query.text) from error
        except (ValueError, RuntimeError, OSError) as error:
            raise QueryError("query.failed", detail=error) from error


def _graphs_asked(query: Query) -> dict[str, Any]:
    from pyoxigraph import NamedNode

    if query.scope is None:
        return {"use_default_graph_as_union": not query.graphs}
    return {
        "default_graph": [NamedNode(iri) for iri in query.scope.default],
        "named_graphs": [NamedNode(iri) for iri in query.scope.named],
    }


def holds_store(folder: Path | None) -> bool:
    """Tell whether a folder holds a store; false when it is missing or empty.

    Raises `StoreError` when something else is there.
    """
    if folder is None or not folder.exists():
        return False
    if folder.is_dir() and (folder / "CURRENT").exists():
        return True
    if not folder.is_dir() or any(folder.iterdir()):
        raise StoreError("store.no-store", place=folder)
    return False


def update_text(change: Change) -> str:
    """Write a change as one SPARQL update, which Oxigraph does whole or not at all."""
    steps = [f"DROP SILENT GRAPH <{graph}>" for graph in change.drop]
    steps += [f"DELETE WHERE {{ GRAPH <{g}> {{ <{node}> ?p ?o }} }}" for g, node in change.forget]
    if change.add:
        steps.append(f"INSERT DATA {{ {_by_graph(change.add)} }}")
    return " ;\n".join(steps)


def _by_graph(quads: str) -> str:
    held: dict[str, list[str]] = {}
    for line in filter(None, quads.split("\n")):
        triple, graph, _ = line.rsplit(" ", 2)
        held.setdefault(graph, []).append(triple)
    return "\n".join(
        f"GRAPH {graph} {{\n" + " .\n".join(triples) + " }" for graph, triples in held.items()
    )
