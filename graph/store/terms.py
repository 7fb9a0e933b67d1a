"""Answers of pyoxigraph as values and documents of ours."""

from time import monotonic
from typing import TYPE_CHECKING, cast

from ...ontology.terms import PREFIXES
from ..errors import QueryError
from ..table import XSD_STRING, Cell, Cut, Table, Value
from .limits import Limits

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pyoxigraph as ox


def table_of(solutions: "ox.QuerySolutions", limits: Limits | None) -> Table:
    """Read solutions to the end or to the limits."""
    columns = tuple(variable.value for variable in solutions.variables)
    if limits is None:
        return Table(columns, tuple(tuple(map(cell, row)) for row in solutions))
    rows: list[tuple[Cell, ...]] = []
    end = monotonic() + limits.seconds
    for row in solutions:
        if len(rows) >= limits.rows:
            return Table(columns, tuple(rows), Cut("rows", limits.rows))
        rows.append(tuple(map(cell, row)))
        if monotonic() > end:
            return Table(columns, tuple(rows), Cut("time", limits.seconds))
    return Table(columns, tuple(rows))


def cell(term: "ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None") -> Cell:
    """Give a term of pyoxigraph as a value of ours."""
    if term is None:
        return None
    kind = type(term).__name__
    if kind == "NamedNode":
        return Value("iri", term.value)  # type: ignore[union-attr]
    if kind == "Literal":
        return _literal(cast("ox.Literal", term))
    return Value("blank", str(term).removeprefix("_:"))


def _literal(term: "ox.Literal") -> Value:
    if term.language:
        return Value("literal", term.value, None, term.language)
    datatype = term.datatype.value
    return Value("literal", term.value, None if datatype == XSD_STRING else datatype)


def serialized(statements: "Iterable[ox.Triple | ox.Quad]", kind: str) -> bytes:
    """Write triples or quads in a format, in the order of their N-Quads."""
    from pyoxigraph import RdfFormat, serialize

    formats = {
        "turtle": RdfFormat.TURTLE,
        "ntriples": RdfFormat.N_TRIPLES,
        "jsonld": RdfFormat.JSON_LD,
        "rdfxml": RdfFormat.RDF_XML,
        "trig": RdfFormat.TRIG,
        "nquads": RdfFormat.N_QUADS,
    }
    lines = {str(statement): statement for statement in statements}
    ordered = sorted(lines)
    used = {p: iri for p, iri in PREFIXES.items() if any(f"<{iri}" in line for line in ordered)}
    made = cast("Iterable[ox.Quad]", (lines[line] for line in ordered))
    return serialize(made, format=formats[kind], prefixes=used) or b""


def triples_in(document: bytes) -> "set[ox.Triple | ox.Quad]":
    """Read N-Triples. Raises `QueryError` for a document that is not whole."""
    from pyoxigraph import RdfFormat, parse

    try:
        return {quad.triple for quad in parse(document, format=RdfFormat.TURTLE)}
    except SyntaxError as error:
        raise QueryError("endpoint.broken", detail=error) from error


def quads_in(document: bytes, graph: str) -> "set[ox.Triple | ox.Quad]":
    """Read N-Triples as quads of a graph; raises as `triples_in` does."""
    from pyoxigraph import NamedNode, Quad

    name = NamedNode(graph)
    triples = cast("set[ox.Triple]", triples_in(document))
    return {Quad(each.subject, each.predicate, each.object, name) for each in triples}
