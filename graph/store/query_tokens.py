"""A SPARQL query as its tokens, by the terminals of the SPARQL 1.1 grammar.

Enough to know a keyword from a name, a text or a comment; parsing itself is the engine's work.
A prefix is taken to have at most 62 characters, so that no text makes the search slow.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

TERMINALS = re.compile(
    r"""
      (?P<space> \s+ | \#[^\n\r]* )
    | (?P<iri> <[^<>"{}|^`\\\x00-\x20]*> )
    | (?P<text> \"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
              | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*' )
    | (?P<variable> [?$][\w·]+ )
    | (?P<blank> _:[\w·]+(?:[\w·.-]*[\w·-])? )
    | (?P<name> (?:[^\W\d_](?:[\w·.-]{0,60}[\w·-])?)?:
                (?:(?:[\w·:-]|%[0-9A-Fa-f]{2}|\\[^\s\w])
                   (?:\.*(?:[\w·:-]|%[0-9A-Fa-f]{2}|\\[^\s\w]))*)? )
    | (?P<language> @[A-Za-z]+(?:-[A-Za-z0-9]+)* )
    | (?P<number> (?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)? )
    | (?P<word> [^\W\d]\w* )
    | (?P<mark> . )
    """,
    re.VERBOSE | re.DOTALL,
)

KEPT = 256
"""How many queries are remembered once they were taken apart: most are asked again and again."""
KEPT_LENGTH = 10_000
"""Characters of the longest query that is remembered."""


class Token(NamedTuple):
    """A piece of a query."""

    kind: str
    """`space` (comments too), `iri`, `text`, `variable`, `blank`, `name`, `language`,
    `number`, `word`, `mark`."""
    text: str
    depth: int
    """How many brackets of any kind are open around it."""

    @property
    def keyword(self) -> str:
        """The word in capitals; empty for anything that is no bare word."""
        return self.text.upper() if self.kind == "word" else ""


def tokens(query: str) -> Iterator[Token]:
    """Give all tokens in order; their texts joined are the query."""
    depth = 0
    for found in TERMINALS.finditer(query):
        kind, text = found.lastgroup or "mark", found.group()
        if kind == "mark" and text in ")]}":
            depth -= 1
        yield Token(kind, text, depth)
        if kind == "mark" and text in "([{":
            depth += 1
