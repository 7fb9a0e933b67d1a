"""A query kept to some terms of one variable, by VALUES in the groups that use it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..table import Value
from .query_tokens import Token, tokens


@dataclass(slots=True)
class _Group:
    """What stands between two braces."""

    start: int
    depth: int
    around: "_Group | None"
    first: str | None = None
    """The keyword that it begins with; empty where it begins with none."""
    holds: bool = False
    """Whether a pattern of its own uses the variable."""

    @property
    def known(self) -> bool:
        """Whether the group around it, in the same SELECT, is kept to the terms already."""
        around = self.around
        if around is None or around.first == "SELECT":
            return False
        return around.holds or around.known


def narrowed(query: str, name: str, terms: Sequence[Value]) -> str:
    """Give the query with a variable kept to some terms; without terms as it is.

    >>> narrowed("SELECT ?r { ?r duty:inPlan ?plan }", "plan", [Value.iri("x:a"), Value.iri("x:b")])
    'SELECT ?r { VALUES ?plan { <x:a> <x:b> } ?r duty:inPlan ?plan }'
    """
    if not terms:
        return query
    block = f" VALUES ?{name} {{ {' '.join(term.n3() for term in terms)} }}"
    made, last = "", 0
    for group in _groups(query, name):
        if group.holds and not group.known:
            made += query[last : group.start] + block
            last = group.start
    return made + query[last:]


def _groups(query: str, name: str) -> Sequence[_Group]:
    """Give the groups of a query in the order in which they open."""
    groups = []
    inside: _Group | None = None
    for token, end in _placed(query):
        if inside and inside.first is None and token.text != "}":
            inside.first = token.keyword
        if token.kind == "mark" and token.text == "{":
            inside = _Group(end, token.depth + 1, inside)
            groups.append(inside)
        elif token.kind == "mark" and token.text == "}":
            inside = inside.around if inside else None
        elif inside and token.kind == "variable" and token.text[1:] == name:
            inside.holds |= inside.first != "SELECT" and token.depth == inside.depth
    return groups


def _placed(query: str) -> Iterator[tuple[Token, int]]:
    """Give the tokens that say something, and where each ends."""
    end = 0
    for token in tokens(query):
        end += len(token.text)
        if token.kind != "space":
            yield token, end
