"""What is said of words that name nothing in a store, or several things."""

from collections.abc import Sequence

from ..errors import QueryError

SHOWN = 6
"""So many things are named at most."""


def nothing(kind: str, words: str, near: Sequence[str]) -> QueryError:
    """Give the error for words that name nothing, with the names that come nearest."""
    if not near:
        return QueryError(f"questions.no-{kind}", words=words)
    return QueryError(f"questions.near-{kind}", words=words, near="、".join(near))


def several(kind: str, words: str, examples: Sequence[str]) -> QueryError:
    """Give the error for words that name several things, with the first of them."""
    shown = "；".join(examples[:SHOWN]) + ("；…" if len(examples) > SHOWN else "")
    return QueryError(f"questions.several-{kind}", words=words, n=len(examples), shown=shown)
