"""Which other names of the same issuer may stand for a unit that is asked about."""

from typing import TYPE_CHECKING

from .suggestions import NameUse, Reason, suggestions

if TYPE_CHECKING:
    from ..store import Store
    from ..table import Value

STRONG = frozenset({Reason.NAME_PLATE, Reason.SAME_FUNCTION, Reason.ELIDED_PREFIX})
"""Reasons that speak of one unit; a slip of the pen or a reform may as well mean two."""

NAMES = """
PREFIX duty: <https://w3id.org/dutygraph/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?own ?name WHERE {
  ?unit skos:prefLabel ?own ; duty:nameScope ?scope .
  ?other duty:nameScope ?scope ; a duty:Unit ; skos:prefLabel ?name .
  FILTER(?other != ?unit)
}
"""


def names_beside(store: "Store", unit: "Value") -> tuple[str, ...]:
    """Give the names in the unit's own scope that may be the same unit, sorted.

    They are other units until a person confirms them, so no answer counts them. Raises `StoreError`
    when the store cannot be read.
    """
    found = store.select(NAMES, {"unit": unit}).texts()
    uses = {NameUse(name, "here", 1) for pair in found for name in pair}
    own = {own for own, _ in found}
    return tuple(
        sorted(
            name
            for each in suggestions(tuple(sorted(uses, key=lambda use: use.name)))
            if each.reason in STRONG and own & {each.name, each.into}
            for name in {each.name, each.into} - own
        )
    )
