"""Terms of the ontology that a query misspells: they match nothing, and SPARQL says nothing."""

from collections.abc import Iterator

from ..graph.questions.nearness import nearest
from ..graph.store.query_guard import guarded
from ..graph.store.query_tokens import tokens
from ..ontology.messages import say
from ..ontology.terms import DUTY


def term_warnings(query: str) -> Iterator[str]:
    """Name each term that a query takes from the ontology and that is not there, with the nearest.

    Raises `QueryError` for a text that is no query.
    """
    for name in dict.fromkeys(_names(query)):
        if name not in DUTY:
            near = say("cli.joint").join(f"duty:{each}" for each in nearest(name, DUTY))
            key = "cli.unknown-term" if near else "cli.unknown-term-alone"
            yield say(key, None, term=f"duty:{name}", near=near)


def _names(query: str) -> Iterator[str]:
    namespace = f"<{DUTY}"
    ours = "duty" in guarded(query).prefixes or f"{namespace}>" in query
    for token in tokens(query):
        prefix, _, local = token.text.partition(":")
        if token.kind == "name" and prefix == "duty" and local and ours:
            yield local
        elif (
            token.kind == "iri"
            and token.text.startswith(namespace)
            and token.text != f"{namespace}>"
        ):
            yield token.text[len(namespace) : -1]
