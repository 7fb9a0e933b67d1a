"""What the things of a store are called: the names that can stand in a question."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..questions.lookups import PLANS
from ..questions.plans import Known
from ..triples.iris import label
from .places import places_of

if TYPE_CHECKING:
    from ..store import Store

PLACES = tuple("省市县区州盟旗镇乡")
"""Characters of a place before the name of its unit: 县教育局."""
PLATES = re.compile(r"(.+?)[（(](.+?)[)）]")
STEM = 3
"""The least characters of a name without its place."""
PARTICIPANTS = """
SELECT DISTINCT ?name WHERE {
  VALUES ?kind { duty:Unit duty:UnitGroup duty:Post }
  ?node a ?kind .
  { ?node skos:prefLabel ?name } UNION { ?node skos:altLabel ?name }
}
ORDER BY ?name
"""
GROUPS = (
    "SELECT DISTINCT ?name WHERE { ?node a duty:UnitGroup ; skos:prefLabel ?name } ORDER BY ?name"
)
REGULATIONS = """
SELECT DISTINCT ?name WHERE {
  ?node a duty:Regulation .
  { ?node dcterms:title ?name } UNION { ?node duty:docNumber ?name }
}
ORDER BY ?name
"""


@dataclass(frozen=True, slots=True)
class Names:
    """Names by what they name; each once, sorted."""

    units: tuple[str, ...] = ()
    """Of units, collectives and posts, aliases included."""
    aliases: tuple[tuple[str, str], ...] = ()
    """Further words for a unit that can mean no other, each with its name in the store: one of
    two name plates (县司法局（县普法办）), and the name without its place (教育局).
    """
    groups: tuple[str, ...] = ()
    """Those of the units that are collectives."""
    issuers: tuple[str, ...] = ()
    regulations: tuple[str, ...] = ()
    """Titles and document numbers."""
    plans: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    known: tuple[Known, ...] = ()
    """The plans."""
    places: tuple[str, ...] = ()
    """The places that the plans are of."""

    def years_of(self, place: str | None) -> tuple[str, ...]:
        """Give the years of the plans of a place, or of all plans."""
        dated = (plan for plan in self.known if plan.year and (place or "") in plan.named)
        return tuple(sorted({plan.year for plan in dated}))


def names_in(store: "Store") -> Names:
    """Give the names that a store holds."""
    plans = store.select(PLANS).texts()
    known = tuple(Known(iri, *map(label, texts)) for iri, *texts in plans)
    units = _first(store.select(PARTICIPANTS).texts())
    return Names(
        units=units,
        aliases=_aliases(units),
        groups=_first(store.select(GROUPS).texts()),
        issuers=tuple(sorted({row[2] for row in plans if row[2]})),
        regulations=_first(store.select(REGULATIONS).texts()),
        plans=tuple(sorted({row[1] for row in plans if row[1]})),
        years=tuple(sorted({row[3] for row in plans if row[3]})),
        known=known,
        places=places_of(known),
    )


def _aliases(units: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    meant: dict[str, set[str]] = {}
    for name in units:
        for words in _further(name):
            meant.setdefault(words, set()).add(name)
    single = ((words, *of) for words, of in sorted(meant.items()) if len(of) == 1)
    return tuple((words, name) for words, name in single if words not in units)


def _further(name: str) -> set[str]:
    plates = PLATES.fullmatch(name)
    full = set(plates.groups()) if plates else {name}
    stems = {each[1:] for each in full if each.startswith(PLACES) and len(each) > STEM}
    return (full | stems) - {name}


def _first(rows: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    return tuple(row[0] for row in rows if row[0])
