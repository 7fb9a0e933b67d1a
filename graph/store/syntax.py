"""Where a query breaks off from the grammar, in words that a person can use."""

import re

from ..errors import QueryError

PLACE = re.compile(r"error at (?P<line>\d+):(?P<column>\d+): (?P<detail>.*)", re.DOTALL)
NEAR = 20
"""Characters of the query that are quoted from the place on."""


def syntax_fault(error: SyntaxError, query: str) -> QueryError:
    """Make the error of a query that the parser refused; `query` is what it was given.

    The parser lists every token that could have stood there, which helps nobody: the place and
    the words that stand at it are said instead.

    >>> syntax_fault(SyntaxError("error at 1:8: expected A, B"), "SELECT WHERE").values["near"]
    'WHERE'
    """
    place = PLACE.match(error.msg)
    if place is None or not place["detail"].startswith("expected"):
        return QueryError("query.syntax", detail=place["detail"] if place else error.msg)
    line, column = int(place["line"]), int(place["column"])
    rest = "\n".join(query.splitlines()[line - 1 :])[column - 1 :].strip()
    if not rest:
        broken_off = any(query.count(left) > query.count(right) for left, right in ("{}", "()"))
        key = "query.syntax-end" if broken_off else "query.syntax-before"
        return QueryError(key, line=line, column=column)
    near = rest.splitlines()[0][:NEAR]
    return QueryError("query.syntax-near", line=line, column=column, near=near)
