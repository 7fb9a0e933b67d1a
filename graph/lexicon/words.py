"""The domain's words, opened once from `ontology/lexicon/` and made into patterns."""

import re
import tomllib
from collections.abc import Iterable
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
