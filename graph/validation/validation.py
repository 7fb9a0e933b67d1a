"""A graph held against its shapes: broken data, and apart from it findings about the plans.

The sentences stand in `ontology/shapes.ttl`, in Chinese and English. pyshacl is the reference;
the compiled engine `shacl`, when installed, gives the same results many times faster.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from importlib.util import find_spec
from typing import TYPE_CHECKING, Literal

from ...ontology.files import SHAPES_TTL, ontology_text
from ...ontology.language import Language, language
from ..errors import MissingExtraError
from .parts import parts
from .subjects import Subject, subjects
from .words import SHAPES, shape_sentence

if TYPE_CHECKING:
    from ..store import Store

Engine = Literal["pyshacl", "shacl"]
ENGINES: tuple[Engine, ...] = ("shacl", "pyshacl")
"""In the order of preference."""


class Severity(StrEnum):
    """How a result counts."""

    VIOLATION = "violation"
    """Our data is broken."""
    WARNING = "warning"
    """The plan leaves something open that somebody should settle."""
    INFO = "info"
    """The plan leaves something open that is often left open."""


@dataclass(frozen=True, slots=True)
class Result:
    """One place where a shape does not hold."""

    severity: Severity
    shape: str
    """The name of the shape: `no-owner`."""
    subject: Subject
    value: str | None
    """The offending value, when the shape names one: an IRI or a lexical form."""

    def sentence(self, lang: Language | None = None) -> str:
        """Say what is wrong and what to do."""
        return shape_sentence(self.shape, lang or language())


@dataclass(frozen=True, slots=True)
class Report:
    """All results, by plan, place and shape."""

    results: tuple[Result, ...]
    engine: Engine

    @property
    def conforms(self) -> bool:
        """Whether no data is broken; findings about the plans do not count."""
        return not self.violations

    @property
    def violations(self) -> tuple[Result, ...]:
        """Broken data."""
        return tuple(r for r in self.results if r.severity is Severity.VIOLATION)

    @property
    def findings(self) -> tuple[Result, ...]:
        """What the plans themselves leave open."""
        return tuple(r for r in self.results if r.severity is not Severity.VIOLATION)


@dataclass(frozen=True, slots=True, order=True)
class RawResult:
    """One result as an engine gives it."""

    shape: str
    focus: str
    severity: str
    value: str


def validate(store: "Store", engine: Engine | None = None) -> Report:
    """Hold everything in a store against the shapes.

    Takes the fastest engine that is installed unless one is named. Raises `MissingExtraError`
    when none is, `StoreError` when the store cannot be read.
    """
    chosen = engine or installed_engine()
    run = _with_shacl if chosen == "shacl" else _with_pyshacl
    raw = {result for part in parts(store) for result in run(part)}
    known = subjects(store, {result.focus for result in raw})
    results = (_result(found, known[found.focus]) for found in sorted(raw))
    return Report(tuple(sorted(results, key=_order)), chosen)


def installed_engine() -> Engine:
    """Give the first engine that is installed. Raises `MissingExtraError` when none is."""
    found = next((name for name in ENGINES if find_spec(name)), None)
    if found is None:
        raise MissingExtraError("validation.no-engine")
    return found


def _result(raw: RawResult, subject: Subject) -> Result:
    return Result(Severity(raw.severity.lower()), raw.shape, subject, raw.value or None)


def _order(result: Result) -> tuple[object, ...]:
    subject = result.subject
    return subject.plan or "", subject.order, result.shape, subject.iri, result.value or ""


def _with_pyshacl(triples: bytes) -> Iterable[RawResult]:
    from pyshacl import validate as pyshacl_validate
    from rdflib import RDF, SH, Graph

    data = Graph().parse(data=triples, format="nt")
    shapes = Graph().parse(data=ontology_text(SHAPES_TTL), format="turtle")
    _, report, _ = pyshacl_validate(data, shacl_graph=shapes, inference="none")
    for node in report.subjects(RDF.type, SH.ValidationResult):
        value = report.value(node, SH.value)
        yield RawResult(
            shape=_shape_name(str(report.value(node, SH.sourceShape))),
            focus=str(report.value(node, SH.focusNode)),
            severity=str(report.value(node, SH.resultSeverity)).rpartition("#")[2],
            value="" if value is None else str(value),
        )


def _with_shacl(triples: bytes) -> Iterable[RawResult]:
    from shacl import Shapes

    shapes = Shapes.from_turtle(ontology_text(SHAPES_TTL))
    for found in shapes.validate_text(triples.decode(), format="ntriples").results:
        yield RawResult(
            shape=_shape_name((found.source_shape or "").strip("<>")),
            focus=found.focus_node.strip("<>"),
            severity=found.severity,
            value=found.value_plain or "",
        )


def _shape_name(iri: str) -> str:
    return iri.removeprefix(SHAPES)
