"""What the things of a store are called: the names that can stand in a question."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..store import Store

PARTICIPANTS = """
SELECT DISTINCT ?name WHERE {
  VALUES ?kind { duty:Unit duty:UnitGroup duty:Post }
  ?node a ?kind .
  { ?node skos:prefLabel ?name } UNION { ?node skos:altLabel ?name }
}
ORDER BY ?name
"""
REGULATIONS = """
SELECT DISTINCT ?name WHERE {
  ?node a duty:Regulation .
  { ?node dcterms:title ?name } UNION { ?node duty:docNumber ?name }
}
ORDER BY ?name
"""
PLANS = """
SELECT DISTINCT ?name ?year ?issuer WHERE {
  ?node a duty:Plan ; dcterms:title ?name .
  OPTIONAL { ?node duty:planYear ?year }
  OPTIONAL { ?node duty:issuerName ?issuer }
}
ORDER BY ?name
"""


@dataclass(frozen=True, slots=True)
class Names:
    """Names by what they name; each once, sorted."""

    units: tuple[str, ...] = ()
    """Of units, collectives and posts, aliases included."""
    issuers: tuple[str, ...] = ()
    regulations: tuple[str, ...] = ()
    """Titles and document numbers."""
    plans: tuple[str, ...] = ()
    years: tuple[str, ...] = ()


def names_in(store: "Store") -> Names:
    """Give the names that a store holds."""
    plans = store.select(PLANS).texts()
    return Names(
        units=_first(store.select(PARTICIPANTS).texts()),
        issuers=tuple(sorted({row[2] for row in plans if row[2]})),
        regulations=_first(store.select(REGULATIONS).texts()),
        plans=tuple(sorted({row[0] for row in plans if row[0]})),
        years=tuple(sorted({row[1] for row in plans if row[1]})),
    )


def _first(rows: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    return tuple(row[0] for row in rows if row[0])
