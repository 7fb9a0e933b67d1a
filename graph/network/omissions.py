"""What plans number as an item and assign to nobody: no requirement, so no gap can name it."""

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ...ontology.language import Language, language
from ...ontology.messages import say
from ..plan import Plan

if TYPE_CHECKING:
    from ..store import Store

QUOTED = 5
"""So many items are quoted before the rest is only counted."""
CODE = "reading.unassigned-item"
QUERY = f"""
PREFIX duty: <https://w3id.org/dutygraph/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
SELECT ?title ?plan ?position ?told WHERE {{
  ?note duty:doubtCode "{CODE}" ; duty:inPlan ?plan ; duty:position ?position ;
    duty:doubtValues ?told .
  ?plan dcterms:title ?title .
}}
ORDER BY ?title ?plan ?position
"""


class Omission(NamedTuple):
    """A numbered item that names no unit."""

    number: str
    words: str
    """Its first words."""


def omissions_in(store: "Store") -> tuple[Omission, ...]:
    """Give the items without units of every plan in a store, in order.

    Raises `StoreError` when the store cannot be read.
    """
    found = (json.loads(str(record["told"])) for record in store.select(QUERY).records())
    return tuple(_omission(values) for values in found)


def omissions_of(plan: Plan) -> tuple[Omission, ...]:
    """Give the items without units of one plan, in order."""
    return tuple(_omission(doubt.values) for doubt in plan.doubts if doubt.code == CODE)


def omissions_line(omitted: Sequence[Omission], lang: Language | None = None) -> str:
    """Say how many items name no unit, and quote the first."""
    chosen = lang or language()
    quoted = _JOINTS[chosen].join(map(_quoted, omitted[:QUOTED]))
    name = "unassigned-more" if len(omitted) > QUOTED else "unassigned-items"
    return say(f"reading.{name}", chosen, n=len(omitted), items=quoted)


def _quoted(one: Omission) -> str:
    return f"{one.number}{'' if one.number.endswith('）') else ' '}{one.words}"


_JOINTS: dict[Language, str] = {"zh": "；", "en": "; "}


def _omission(values: Iterable[tuple[str, str]]) -> Omission:
    told = dict(values)
    return Omission(told["number"], told["words"].rstrip("。；"))
