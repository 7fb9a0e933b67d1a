"""Terms and quads in the encoding of N-Quads, made without any RDF library."""

import re
from calendar import monthrange
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from ...ontology.terms import CODE, XSD, Terms

Triple = tuple[str, str, str]


class Quad(NamedTuple):
    """Four encoded terms: `<https://…>`, `"…"@zh`, `"3"^^<…integer>`."""

    subject: str
    predicate: str
    object: str
    graph: str

    def __str__(self) -> str:
        return f"{self.subject} {self.predicate} {self.object} {self.graph} .\n"


class Encoded:
    """A closed namespace whose names come encoded: `Encoded(DUTY).Plan` is `<…#Plan>`."""

    def __init__(self, terms: Terms) -> None:
        for name in terms:
            setattr(self, name, iri(getattr(terms, name)))

    def __getattr__(self, name: str) -> str:
        raise AttributeError(name)


def iri(value: str) -> str:
    """Encode an IRI, which must hold no character that IRIs forbid."""
    return f"<{value}>"


_HALVES = range(0xD800, 0xE000)
_ESCAPES = (
    {code: f"\\u{code:04X}" for code in (*range(0x20), 0x7F)}
    | {ord(c): f"\\{name}" for c, name in zip('\\"\n\r\t\b\f', '\\"nrtbf', strict=True)}
    | dict.fromkeys(_HALVES, "\ufffd")
)
"""The escapes of canonical N-Quads; half a surrogate pair, which no file may hold, is replaced."""
_escapable = re.compile(r'[\x00-\x1f\x7f"\\\ud800-\udfff]').search


def _escaped(value: str) -> str:
    # Few texts hold anything to escape, and translating costs far more than the search.
    return value.translate(_ESCAPES) if _escapable(value) else value


def text(value: str) -> str:
    """Encode a plain string."""
    return f'"{_escaped(value)}"'


def chinese(value: str) -> str:
    """Encode a text in Chinese."""
    return f'"{_escaped(value)}"@zh'


@lru_cache(maxsize=4096)
def integer(value: int) -> str:
    """Encode a whole number."""
    return f'"{value}"^^<{XSD.integer}>'


@lru_cache(maxsize=256)
def decimal(value: float) -> str:
    """Encode a number as the shortest decimal that gives it back, in canonical form."""
    number = format(Decimal(repr(value)).normalize(), "f")
    return f'"{number}"^^<{XSD.decimal}>'


def boolean(value: bool) -> str:
    """Encode true or false."""
    return f'"{str(value).lower()}"^^<{XSD.boolean}>'


@lru_cache(maxsize=256)
def year(value: int) -> str:
    """Encode a year."""
    return f'"{value:04d}"^^<{XSD.gYear}>'


def duration(value: str) -> str:
    """Encode an ISO 8601 duration; weeks, which XML Schema does not know, become days.

    >>> duration("P2W").split("^^")[0]
    '"P14D"'
    """
    if value.startswith("P") and value.endswith("W") and value[1:-1].isdigit():
        value = f"P{int(value[1:-1]) * 7}D"
    return f'"{value}"^^<{XSD.duration}>'


def last_day(value: str) -> str | None:
    """Encode the last day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `None` when there is no such day.

    >>> last_day("2022-02").split("^^")[0]
    '"2022-02-28"'
    """
    try:
        numbers = [int(part) for part in value.split("-")]
        year_, month, day = (*numbers, *(12, 31)[len(numbers) - 1 :])
        if len(numbers) == 2:
            day = monthrange(year_, month)[1]
        return f'"{date(year_, month, day).isoformat()}"^^<{XSD.date}>'
    except ValueError:
        return None


@lru_cache(maxsize=256)
def code(scheme: str, name: str) -> str:
    """Encode a code of one of the lists: `code("role", "lead")`."""
    return f"<{CODE}{scheme}/{name}>"
