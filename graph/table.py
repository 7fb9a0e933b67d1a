"""The answer to a query: columns and rows of RDF terms, free of any engine's types."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from ..ontology.language import Language
from ..ontology.messages import say

XSD = "http://www.w3.org/2001/XMLSchema#"
XSD_STRING = f"{XSD}string"
INTEGERS = frozenset(
    XSD + name
    for name in (
        *("integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger"),
        *("unsignedInt", "unsignedLong", "unsignedShort", "unsignedByte"),
        *("nonPositiveInteger", "negativeInteger"),
    )
)
REALS = frozenset(XSD + name for name in ("decimal", "double", "float"))

Plain = str | int | float | bool


class Value(NamedTuple):
    """One RDF term.

    >>> Value.literal("宣传科", language="zh").n3()
    '"宣传科"@zh'
    >>> Value.literal(3).python
    3
    """

    kind: Literal["iri", "literal", "blank"]
    text: str
    """The IRI, the lexical form, or the label of a blank node."""
    datatype: str | None = None
    """An IRI; `None` for plain strings, for texts with a language, and for what is no literal."""
    language: str | None = None

    @classmethod
    def iri(cls, text: str) -> "Value":
        """Make an IRI. Raises `ValueError` for a character that no IRI may hold."""
        if not text or any(c <= " " or c in '<>"{}|\\^`' for c in text):
            raise ValueError(text)
        return cls("iri", text)

    @classmethod
    def literal(
        cls, value: Plain, *, language: str | None = None, datatype: str | None = None
    ) -> "Value":
        """Make a literal; numbers and truth values get their XSD datatype."""
        if isinstance(value, bool):
            return cls("literal", "true" if value else "false", f"{XSD}boolean")
        if isinstance(value, int):
            return cls("literal", str(value), datatype or f"{XSD}integer")
        if isinstance(value, float):
            return cls("literal", repr(value), datatype or f"{XSD}double")
        return cls("literal", value, None if datatype == XSD_STRING else datatype, language)

    @property
    def python(self) -> Plain:
        """The term as a Python value: numbers and truth values where the datatype says so."""
        if self.datatype in INTEGERS:
            return int(self.text)
        if self.datatype in REALS:
            return float(self.text)
        if self.datatype == f"{XSD}boolean":
            return self.text in {"true", "1"}
        return self.text

    def n3(self) -> str:
        """Write the term as N-Triples and SPARQL do: always one whole token, whatever it holds."""
        if self.kind == "iri":
            return f"<{self.text}>"
        if self.kind == "blank":
            return f"_:{self.text}"
        quoted = f'"{self.text.translate(_ESCAPES)}"'
        if self.language:
            return f"{quoted}@{self.language}"
        return f"{quoted}^^<{self.datatype}>" if self.datatype else quoted


# Controls would survive a store but not every reader of N-Triples, so they are written as escapes.
_ESCAPES = {code: f"\\u{code:04X}" for code in (*range(0x20), 0x7F)} | {
    ord('"'): '\\"',
    ord("\\"): "\\\\",
    ord("\n"): "\\n",
    ord("\r"): "\\r",
    ord("\t"): "\\t",
}

Cell = Value | None


@dataclass(frozen=True, slots=True)
class Cut:
    """Why an answer is not whole."""

    reason: Literal["rows", "time"]
    limit: float
    """The number of rows, or the seconds, after which it was cut."""


@dataclass(frozen=True, slots=True)
class Table:
    """An answer: named columns, rows of terms in the order of the query, `None` where unbound."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    cut: Cut | None = None

    @property
    def truncated(self) -> bool:
        """Whether rows may be missing because a limit was reached."""
        return self.cut is not None

    def notice(self, lang: Language | None = None) -> str | None:
        """Say that and why the answer is not whole; `None` when it is."""
        if self.cut is None:
            return None
        return say(f"store.cut-{self.cut.reason}", lang, limit=f"{self.cut.limit:g}")

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[tuple[Cell, ...]]:
        return iter(self.rows)

    def __str__(self) -> str:
        lines = [self.columns, *self.texts()]
        return "\n".join("\t".join(line) for line in lines)

    def column(self, name: str) -> tuple[Cell, ...]:
        """Give one column. Raises `ValueError` when there is none of that name."""
        place = self.columns.index(name)
        return tuple(row[place] for row in self.rows)

    def records(self) -> tuple[dict[str, Plain | None], ...]:
        """Give each row as a dict of Python values, `None` where unbound."""
        return tuple(
            {
                name: None if cell is None else cell.python
                for name, cell in zip(self.columns, row, strict=True)
            }
            for row in self.rows
        )

    def texts(self) -> tuple[tuple[str, ...], ...]:
        """Give each row as texts: lexical forms and IRIs, empty where unbound."""
        return tuple(tuple("" if cell is None else cell.text for cell in row) for row in self.rows)
