"""Parameters of a query, bound as terms: each replaces its variable as one whole token.

No value is ever read as SPARQL: a term is written by the rules of N-Triples, and a test proves
that what is written is one token whatever the value holds.
"""

from collections.abc import Iterator, Mapping

from ..errors import QueryError
from ..table import Value
from .query_tokens import Token, tokens

CLAUSES = frozenset(
    ("SELECT", "GROUP", "ORDER", "WHERE", "HAVING", "LIMIT", "OFFSET", "VALUES", "FROM")
)


def bind(query: str, bindings: Mapping[str, Value] | None) -> str:
    """Give the query with its bound variables replaced; a projected one stays a column.

    >>> bind("SELECT ?u ?r { ?r ?p ?u }", {"u": Value.literal("甲")})
    'SELECT ("甲" AS ?u) ?r { ?r ?p "甲" }'

    Raises `QueryError` when the query itself assigns a bound variable.
    """
    if not bindings:
        return query
    return "".join(_bound(query, {name: value.n3() for name, value in bindings.items()}))


def _bound(query: str, terms: Mapping[str, str]) -> Iterator[str]:
    clauses = {0: ""}
    last = ""
    for token in tokens(query):
        if token.keyword in CLAUSES:
            clauses[token.depth] = token.keyword
        elif token.kind == "mark" and token.text in "({":
            clauses[token.depth + 1] = ""
            if token.text == "{":
                clauses[token.depth] = ""
        name = token.text[1:] if token.kind == "variable" else ""
        if name in terms:
            yield _term(token, terms[name], clauses.get(token.depth, ""), last)
        else:
            yield token.text
        if token.kind != "space":
            last = token.keyword


def _term(token: Token, term: str, clause: str, last: str) -> str:
    if last in {"AS", "VALUES"}:
        raise QueryError("query.bound-twice", name=token.text)
    if clause == "SELECT":
        return f"({term} AS ?{token.text[1:]})"
    return f"({term})" if clause in {"GROUP", "ORDER"} else term
