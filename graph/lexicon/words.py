"""The domain's words, opened once from `ontology/lexicon/` and made into patterns."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from ...ontology.files import ontology_text


@cache
def lexicon(name: str) -> dict[str, Any]:
    """Give one file of words: `lexicon("roles")["verbs"]["lead"]`."""
    return tomllib.loads(ontology_text(f"lexicon/{name}.toml"))


def words(name: str, table: str, key: str = "words") -> list[str]:
    """Give one list of words of a file."""
    found: list[str] = lexicon(name)[table][key]
    return found


def one_of(choices: Iterable[str]) -> str:
    """Give a pattern for any of the words, the longest first, so that none hides a longer one."""
    return "|".join(re.escape(word) for word in sorted(set(choices), key=lambda w: (-len(w), w)))


def all_words(name: str, table: str) -> dict[str, str]:
    """Give every word of a table of lists with the key of its list."""
    return {word: key for key, listed in lexicon(name)[table].items() for word in listed}


@cache
def listed_words() -> frozenset[str]:
    """Give every word of the lists about units, roles, headings, times and titles."""
    return frozenset(word for name in _LISTED for word in _texts(lexicon(name)))


_LISTED = ("units", "roles", "headings", "times", "titles", "posts", "sentences")


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401 — whatever a file of words holds
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
