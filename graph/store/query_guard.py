"""What a query is, and whether it may run: read-only, and never beyond the store.

The check reads tokens, so a word inside a text, a name or a comment is never mistaken for a
keyword, and it is complete before any engine sees the query.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Literal, cast, get_args

from ...ontology.terms import PREFIXES
from ..errors import QueryError
from .query_tokens import KEPT, KEPT_LENGTH, Token, tokens

Form = Literal["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"]
FORMS = frozenset(get_args(Form))
UPDATES = frozenset(
    ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH", "USING")
)
QUOTES = frozenset("\"'")
LONGEST = 1_000_000
DEEPEST = 100


@dataclass(frozen=True, slots=True)
class Scope:
    """The graphs that a query sees instead of all; one that the store lacks is empty."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """A query that was found harmless."""

    text: str
    form: Form
    prefixes: tuple[str, ...]
    """The built-in prefixes that it uses without declaring them, sorted."""
    graphs: tuple[str, ...]
    """The IRIs of its FROM and FROM NAMED clauses."""
    fixed: bool = False
    """Whether terms in place of its variables cannot change any other token."""
    scope: Scope | None = None
    """Stands above the query's own clauses."""


def guarded(text: str) -> Query:
    """Check a query and give what it is.

    Raises `QueryError` for an update, SERVICE, a query too long or too deep, an unknown prefix,
    or a text that is no query at all.
    """
    if len(text) > LONGEST:
        raise QueryError("query.too-long", limit=LONGEST)
    return _known(text) if len(text) <= KEPT_LENGTH else _checked(text)


def filled(query: Query, text: str) -> Query:
    """Give what a checked query is with terms in place of variables, as `text` has it.

    It is checked anew where terms could change what it is; raises as `guarded` does.
    """
    if query.fixed and len(text) <= KEPT_LENGTH:
        return replace(query, text=text)
    return guarded(text)


def _checked(text: str) -> Query:
    every = tuple(tokens(text))
    found = [token for token in every if token.kind != "space"]
    for token in found:
        _refuse(token)
    form = next((token.keyword for token in found if token.keyword in FORMS), None)
    if form is None:
        raise QueryError("query.no-form")
    declared = _declared(found)
    built_in = _built_in(found, declared)
    known = {**PREFIXES, **declared}
    graphs = tuple(_iri(named, known) for named in _dataset(found))
    return Query(text, cast("Form", form), built_in, graphs, not graphs and _fixed(every))


_known = lru_cache(KEPT)(_checked)


def _refuse(token: Token) -> None:
    if token.keyword in UPDATES:
        raise QueryError("query.update", word=token.keyword)
    # Engines need no space between tokens: in `true` and `1e5` glued to it, the word still counts.
    if "SERVICE" in token.keyword:
        raise QueryError("query.service")
    if token.kind == "mark" and token.text == "\\":
        raise QueryError("query.escape")
    if token.depth > DEEPEST:
        raise QueryError("query.too-deep", limit=DEEPEST)


def _fixed(every: Sequence[Token]) -> bool:
    """Tell whether no term can run together with a quote: one left open, or one beside it."""
    beside = {frozenset((one.kind, other.kind)) for one, other in pairwise(every)}
    unclosed = any(token.kind == "mark" and token.text in QUOTES for token in every)
    return not unclosed and frozenset(("text", "variable")) not in beside


def _declared(found: Sequence[Token]) -> dict[str, str]:
    return {
        name.text.removesuffix(":"): iri.text[1:-1]
        for word, name, iri in zip(found, found[1:], found[2:], strict=False)
        if word.keyword == "PREFIX" and name.kind == "name" and iri.kind == "iri"
    }


def _built_in(found: Sequence[Token], declared: Collection[str]) -> tuple[str, ...]:
    used = {token.text.split(":", 1)[0] for token in found if token.kind == "name"}
    missing = sorted(used - set(declared))
    for prefix in missing:
        if prefix not in PREFIXES:
            raise QueryError("query.prefix", prefix=prefix)
    return tuple(missing)


def _dataset(found: Sequence[Token]) -> Iterator[Token]:
    for here, token in enumerate(found):
        if token.keyword == "FROM":
            named = found[here + 1 : here + 2] and found[here + 1].keyword == "NAMED"
            place = here + 2 if named else here + 1
            yield from found[place : place + 1]


def _iri(token: Token, prefixes: Mapping[str, str]) -> str:
    if token.kind != "name":
        return token.text.removeprefix("<").removesuffix(">")
    prefix, local = token.text.split(":", 1)
    return f"{prefixes[prefix]}{local}"
