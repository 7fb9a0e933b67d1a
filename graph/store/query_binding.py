"""Parameters of a query, bound as terms: each replaces its variable as one whole token.

No value is ever read as SPARQL: a term is written by the rules of N-Triples, and a test proves
that what is written is one token whatever the value holds.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from ..errors import QueryError
from ..table import Value
from .query_narrowing import narrowed
from .query_tokens import KEPT, KEPT_LENGTH, Token, tokens

Binding = Value | tuple[Value, ...]
"""A term in place of a variable, or several that the variable is kept to."""
CLAUSES = frozenset(
    ("SELECT", "GROUP", "ORDER", "WHERE", "HAVING", "LIMIT", "OFFSET", "VALUES", "FROM")
)
FORMS = {"SELECT": "({term} AS ?{name})", "GROUP": "({term})", "ORDER": "({term})"}
ASSIGNING = frozenset(("AS", "VALUES"))


class Place(NamedTuple):
    """Where a variable stands in a query."""

    variable: str
    form: str
    """How a term is written there; empty where the query itself assigns the variable."""


def bind(query: str, bindings: Mapping[str, Binding] | None) -> str:
    """Give the query with its bound variables replaced; a projected one stays a column.

    A variable that is bound to several terms stays one and is kept to them.

    >>> bind("SELECT ?u ?r { ?r ?p ?u }", {"u": Value.literal("甲")})
    'SELECT ("甲" AS ?u) ?r { ?r ?p "甲" }'

    Raises `QueryError` when the query itself assigns a bound variable.
    """
    if not bindings:
        return query
    terms = {name: term.n3() for name, term in bindings.items() if isinstance(term, Value)}
    parts = _known_parts(query) if len(query) <= KEPT_LENGTH else _parts(query)
    made = "".join(part if isinstance(part, str) else _bound(part, terms) for part in parts)
    for name, several in bindings.items():
        if not isinstance(several, Value):
            made = narrowed(made, name, several)
    return made


def _bound(place: Place, terms: Mapping[str, str]) -> str:
    name = place.variable[1:]
    if name not in terms:
        return place.variable
    if not place.form:
        raise QueryError("query.bound-twice", name=place.variable)
    return place.form.format(term=terms[name], name=name)


def _parts(query: str) -> tuple[str | Place, ...]:
    """Give a query as its variables and the texts between them."""
    return tuple(_split(tokens(query)))


_known_parts = lru_cache(KEPT)(_parts)


def _split(found: Iterator[Token]) -> Iterator[str | Place]:
    clauses = {0: ""}
    last, between = "", ""
    for token in found:
        if token.keyword in CLAUSES:
            clauses[token.depth] = token.keyword
        elif token.kind == "mark" and token.text in "({":
            clauses[token.depth + 1] = ""
            if token.text == "{":
                clauses[token.depth] = ""
        if token.kind == "variable":
            yield between
            between = ""
            form = FORMS.get(clauses.get(token.depth, ""), "{term}")
            yield Place(token.text, "" if last in ASSIGNING else form)
        else:
            between += token.text
        if token.kind != "space":
            last = token.keyword
    yield between
