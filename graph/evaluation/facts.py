"""What is compared between a label and a reading, measure by measure.

- *requirements*: pairs that were found. *numbers*, *texts*, *outline*: of those, printed number and
  part, whole text, section and task.
- *units*: names as printed. *units-and-roles*: with the role. *names*: the full names.
- *citations*: title and document number, both. *citation-kinds*: with the kind.
- *deadlines*: demands about time, each with its kind and machine form (`timespans.timing_key`),
  vague ones left out.
"""

from collections.abc import Callable, Iterator

from .labels import Record, plain
from .timespans import timing_key

Fact = tuple[str, ...]


def _requirement(_requirement: Record) -> Iterator[Fact]:
    yield ("",)


def _units(requirement: Record) -> Iterator[Fact]:
    return ((plain(a["unit"]),) for a in requirement.get("assignments", ()))


def units_and_roles(requirement: Record) -> Iterator[Fact]:
    """Give each unit of a requirement, as printed, with its role."""
    return ((plain(a["unit"]), a["role"]) for a in requirement.get("assignments", ()))


def _names(requirement: Record) -> Iterator[Fact]:
    return ((plain(a.get("full_name") or a["unit"]),) for a in requirement.get("assignments", ()))


def _kinds(requirement: Record) -> Iterator[Fact]:
    for a in requirement.get("assignments", ()):
        kind = "person" if a.get("person") else "collective" if a.get("collective") else "unit"
        yield plain(a["unit"]), kind


def _citations(requirement: Record) -> Iterator[Fact]:
    return (
        (plain(c.get("title")), plain(c.get("number"))) for c in requirement.get("citations", ())
    )


def _citation_kinds(requirement: Record) -> Iterator[Fact]:
    for c in requirement.get("citations", ()):
        yield plain(c.get("title")), plain(c.get("number")), c["kind"]


def _deadlines(requirement: Record) -> Iterator[Fact]:
    return (timing_key(t) for t in requirement.get("timing", ()) if t["kind"] != "vague")


def _open(requirement: Record) -> Iterator[Fact]:
    if requirement.get("open"):
        yield ("open",)


def _outline(requirement: Record) -> Iterator[Fact]:
    told = tuple(plain(requirement[key]) for key in ("section", "task") if key in requirement)
    yield from (told,) if told else ()


def _texts(requirement: Record) -> Iterator[Fact]:
    yield (plain(requirement.get("text")),)


def _numbers(requirement: Record) -> Iterator[Fact]:
    number = plain(requirement.get("number")).strip("().、:")
    part = str(requirement.get("part") or "")
    yield from ((number, part),) if "number" in requirement or part else ()


def _actors(requirement: Record) -> Iterator[Fact]:
    return ((plain(a["name"]), a["role"]) for a in requirement.get("actors", ()))


def _implied(plan: Record) -> Iterator[Fact]:
    return ((plain(i["unit"]), i["role"]) for i in plan.get("implied", ()))


def _field(name: str) -> Callable[[Record], Iterator[Fact]]:
    def facts(plan: Record) -> Iterator[Fact]:
        if plan.get(name):
            yield (plain(plan[name]),)

    return facts


MEASURES: dict[str, Callable[[Record], Iterator[Fact]]] = {
    "requirements": _requirement,
    "units": _units,
    "units-and-roles": units_and_roles,
    "citations": _citations,
    "deadlines": _deadlines,
    "names": _names,
    "kinds": _kinds,
    "open-lists": _open,
    "numbers": _numbers,
    "outline": _outline,
    "texts": _texts,
    "citation-kinds": _citation_kinds,
    "actors": _actors,
}
"""What is compared within a pair of requirements."""

PLAN_MEASURES: dict[str, Callable[[Record], Iterator[Fact]]] = {
    "implied": _implied,
    "titles": _field("title"),
    "issuers": _field("issuer"),
    "years": _field("year"),
    "document-numbers": _field("document_number"),
}
"""What is compared of a document as a whole."""

BARS: dict[str, tuple[str, ...]] = {
    "recall": ("requirements", "deadlines"),
    "f1": ("units", "units-and-roles", "citations"),
}
"""The five measures by which a reader is judged, and how."""
