"""What a store asks of the engine beneath it: embedded Oxigraph or a remote endpoint."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from ..errors import QueryError, StoreError
from ..table import Table
from .limits import Limits
from .query_guard import Query

if TYPE_CHECKING:
    from rdflib import Dataset

TripleFormat = Literal["turtle", "ntriples", "jsonld", "rdfxml"]
QuadFormat = Literal["nquads", "trig"]
CHUNK = 48_000_000
"""Characters of N-Quads that are written at once: more saves no time, only takes memory."""
FORMATS = ("turtle", "ntriples", "jsonld", "rdfxml", "trig", "nquads")


@dataclass(frozen=True, slots=True)
class Change:
    """One step of writing, done whole or not at all by an embedded store."""

    add: str = ""
    """N-Quads."""
    drop: tuple[str, ...] = ()
    """IRIs of the graphs that are emptied first."""
    forget: tuple[tuple[str, str], ...] = ()
    """Graph and subject of which every triple is removed first."""


class Answering(Protocol):
    """What answers queries."""

    def select(self, query: Query, limits: Limits | None) -> Table:
        """Answer a SELECT query."""

    def ask(self, query: Query, limits: Limits | None) -> bool:
        """Answer an ASK query."""

    def construct(self, query: Query, limits: Limits | None, kind: str) -> bytes:
        """Answer a CONSTRUCT or DESCRIBE query as a document."""


class Engine(Answering, Protocol):
    """A dataset that can be asked and changed."""

    def supervised(self) -> Answering:
        """Give the same dataset where a query can be stopped."""

    def dump(self, kind: str) -> bytes:
        """Give all that is held as a document."""

    def graph(self, name: str) -> bytes:
        """Give one named graph as N-Triples, in no order; empty when it is not held."""

    def graphs(self, names: Collection[str]) -> frozenset[str]:
        """Give those of the named graphs that are held."""

    def used_outside(self, nodes: Collection[str], graphs: Collection[str]) -> frozenset[str]:
        """Give those nodes that are an object of a triple in any other graph."""

    def apply(self, change: Change) -> None:
        """Make a change."""

    def load(self, quads: Iterable[str]) -> None:
        """Add many N-Quads documents at once, none of whose plans are held."""

    def dataset(self) -> "Dataset":
        """Give the same data as an rdflib Dataset."""

    def flush(self) -> None:
        """Make safe what was written."""

    def close(self) -> None:
        """Make everything safe and let go of it."""


def check_format(kind: str, known: tuple[str, ...] = FORMATS) -> None:
    """Raise `StoreError` for a format that is not known."""
    if kind not in known:
        raise StoreError("store.format", format=kind, known="、".join(known))


def check_size(triples: Collection[object], limits: Limits | None) -> None:
    """Raise `QueryError` when a graph holds more triples than the limit of rows."""
    if limits and len(triples) > limits.rows:
        raise QueryError("query.too-many", limit=limits.rows)


def chunks(texts: Iterable[str]) -> Iterator[list[str]]:
    """Gather texts into lists of about `CHUNK` characters, the last one shorter."""
    waiting: list[str] = []
    size = 0
    for text in texts:
        waiting.append(text)
        size += len(text)
        if size >= CHUNK:
            yield waiting
            waiting, size = [], 0
    if waiting:
        yield waiting
