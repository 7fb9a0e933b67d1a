"""Gather the incidence of a store by three queries: the ties, the rules cited, the places."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..codes import Role
from ..span import Span
from .incidence import Duty, Incidence, Tie

if TYPE_CHECKING:
    from ..store import Store
    from ..table import Plain

    Record = dict[str, Plain | None]

PREFIXES = """
PREFIX duty: <https://w3id.org/dutygraph/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX oa: <http://www.w3.org/ns/oa#>
"""

TIES = f"""{PREFIXES}
SELECT ?plan ?title ?ordinal ?requirement ?number ?row ?text ?section ?task
       ?unit ?role ?position ?kind ?scope
WHERE {{
  ?r a duty:Requirement ; duty:inPlan ?plan ; duty:ordinal ?ordinal ; duty:localId ?requirement ;
     duty:verbatimText ?text ; duty:inRow ?place .
  ?place duty:localId ?row .
  ?plan dcterms:title ?title .
  OPTIONAL {{ ?r duty:printedNumber ?number }}
  OPTIONAL {{ ?r duty:inSection ?s . ?s duty:verbatimText ?section }}
  OPTIONAL {{ ?r duty:parentElement ?t . ?t a duty:Task ; duty:verbatimText ?task }}
  OPTIONAL {{
    ?a duty:concerns ?r ; a duty:Assignment ; duty:role ?role ; duty:position ?position ;
       duty:participant ?u .
    ?u skos:prefLabel ?unit ; a ?kind .
    VALUES ?kind {{ duty:Unit duty:UnitGroup duty:Post }}
    OPTIONAL {{ ?u duty:nameScope ?owner .
               OPTIONAL {{ ?owner skos:prefLabel ?issuer }}
               OPTIONAL {{ ?owner dcterms:title ?planned }} }}
    BIND(COALESCE(?issuer, ?planned, ?unit) AS ?scope)
  }}
}}
"""

CITATIONS = f"""{PREFIXES}
SELECT DISTINCT ?plan ?requirement ?regulation WHERE {{
  ?citation duty:citingElement ?citing ; duty:citedRegulation ?cited .
  OPTIONAL {{ ?citing duty:inPlan ?own ; duty:localId ?requirement }}
  BIND(COALESCE(?own, ?citing) AS ?plan)
  OPTIONAL {{ ?cited duty:docNumber ?number }}
  OPTIONAL {{ ?cited dcterms:title ?title }}
  BIND(COALESCE(?number, ?title) AS ?regulation)
}}
"""

PLACES = f"""{PREFIXES}
SELECT ?plan ?requirement ?start ?end ?table ?row ?column ?paragraph ?page ?sheet ?line WHERE {{
  ?r a duty:Requirement ; duty:inPlan ?plan ; duty:localId ?requirement ; duty:mention ?m .
  ?m oa:start ?start ; oa:end ?end .
  OPTIONAL {{ ?m duty:tableIndex ?table }}
  OPTIONAL {{ ?m duty:rowIndex ?row }}
  OPTIONAL {{ ?m duty:columnIndex ?column }}
  OPTIONAL {{ ?m duty:paragraphIndex ?paragraph }}
  OPTIONAL {{ ?m duty:pageNumber ?page }}
  OPTIONAL {{ ?m duty:sheetName ?sheet }}
  OPTIONAL {{ ?m duty:lineNumber ?line }}
}}
"""


def incidence_in(store: "Store") -> Incidence:
    """Gather the stated assignments of a store. Raises `StoreError` when it cannot be read."""
    records = store.select(TIES).records()
    titles = {(_key(record), str(record["title"])) for record in records}
    regulations, preamble = _cited(store, {key for key, _ in titles})
    spans = {
        (_key(found), str(found["requirement"])): _span(found)
        for found in store.select(PLACES).records()
    }
    duties = {_duty(record, regulations, spans) for record in records}
    return Incidence.of(duties, _ties(records), titles, preamble)


def _cited(
    store: "Store", plans: set[str]
) -> tuple[dict[tuple[str, str], set[str]], set[tuple[str, str]]]:
    """Give the rules cited by each requirement, and by each plan outside of them."""
    regulations: dict[tuple[str, str], set[str]] = defaultdict(set)
    preamble: set[tuple[str, str]] = set()
    for found in store.select(CITATIONS).records():
        plan, regulation = _key(found), str(found["regulation"])
        if found["requirement"] is not None:
            regulations[plan, str(found["requirement"])].add(regulation)
        elif plan in plans:
            preamble.add((plan, regulation))
    return regulations, preamble


def _span(record: "Record") -> Span:
    given = {name: value for name, value in record.items() if name not in {"plan", "requirement"}}
    return Span(**given)  # type: ignore[arg-type]


def _duty(
    record: "Record",
    regulations: dict[tuple[str, str], set[str]],
    spans: dict[tuple[str, str], Span],
) -> Duty:
    plan, requirement = _key(record), str(record["requirement"])
    return Duty(
        plan=plan,
        ordinal=int(record["ordinal"] or 0),
        id=requirement,
        number=str(record["number"] or ""),
        row=str(record["row"]),
        text=str(record["text"]),
        section=str(record["section"] or ""),
        task=str(record["task"] or ""),
        regulations=tuple(sorted(regulations.get((plan, requirement), ()))),
        span=spans.get((plan, requirement)),
    )


def _ties(records: "tuple[Record, ...]") -> Iterator[Tie]:
    for record in records:
        if record["unit"] is None:
            continue
        kind = str(record["kind"]).rpartition("#")[2]
        yield Tie(
            plan=_key(record),
            row=str(record["row"]),
            requirement=str(record["requirement"]),
            unit=str(record["unit"]),
            role=Role(str(record["role"]).rpartition("/")[2]),
            position=int(record["position"] or 0),
            collective=kind == "UnitGroup",
            person=kind == "Post",
            scope=str(record["scope"]),
        )


def _key(record: "Record") -> str:
    return str(record["plan"]).rpartition("/")[2]
