"""N-Triples, read without any RDF library."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..table import XSD_STRING, Value

LINE = re.compile(
    r"^(?:<([^>]*)>|(_:\S+))[ \t]+<([^>]*)>[ \t]+"
    r'(?:<([^>]*)>|(_:\S+)|"((?:[^"\\]|\\.)*)"(?:@([\w-]+)|\^\^<([^>]*)>)?)[ \t]*\.$',
    re.MULTILINE,
)
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_ESCAPED = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


class Statement(NamedTuple):
    """One triple as it is written; what does not apply is empty."""

    iri: str
    blank: str
    predicate: str
    object_iri: str
    object_blank: str
    lexical: str
    """Still escaped."""
    language: str
    datatype: str

    @property
    def subject(self) -> str:
        """The IRI, or the label of a blank node with its `_:`."""
        return self.iri or self.blank

    @property
    def text(self) -> str:
        """The object's IRI, label or lexical form."""
        return self.object_iri or self.object_blank or unescaped(self.lexical)

    @property
    def value(self) -> Value:
        """The object as a value."""
        if self.object_iri:
            return Value("iri", self.object_iri)
        if self.object_blank:
            return Value("blank", self.object_blank.removeprefix("_:"))
        datatype = None if self.datatype in {"", XSD_STRING} else self.datatype
        return Value("literal", unescaped(self.lexical), datatype, self.language or None)


def statements(document: bytes) -> Iterator[Statement]:
    """Give the triples of a document, one a line."""
    return map(Statement._make, LINE.findall(document.decode()))


def unescaped(lexical: str) -> str:
    r"""Give the text of a literal.

    >>> unescaped(r"第一\u884C\n二")
    '第一行\n二'
    """
    return _ESCAPE.sub(_character, lexical) if "\\" in lexical else lexical


def _character(found: re.Match[str]) -> str:
    short, long, letter = found.groups()
    return _ESCAPED.get(letter, letter) if letter else chr(int(short or long, 16))
