"""The W3C's protocol and service-description cases that a read-only endpoint can meet."""

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dutygraph.exports.serving.protocol import Reply, Request, reply_to
from dutygraph.graph.store import Store, open_store
from dutygraph.graph.store.engine import Change
from dutygraph.graph.store.limits import Limits

ROOT = Path(__file__).resolve().parents[3]
CASES = Path(os.environ.get("DUTYGRAPH_W3C") or ROOT.parent / "shared" / "data" / "w3c-sparql11")
ENDPOINT = "http://127.0.0.1:7879/sparql"
LIMITS = Limits(20, 1000)
UPDATES = "it sends updates that have to succeed, and the endpoint is read-only"
NOT_APPLICABLE = {
    "update_dataset_default_graph": UPDATES,
    "update_dataset_default_graphs": UPDATES,
    "update_dataset_named_graphs": UPDATES,
    "update_dataset_full": UPDATES,
    "update_post_form": UPDATES,
    "update_post_direct": UPDATES,
    "update_base_uri": UPDATES,
}
REQUESTS = """
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX mf: <http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#>
PREFIX ht: <http://www.w3.org/2011/http#>
PREFIX cnt: <http://www.w3.org/2011/content#>
SELECT ?path ?method ?chars ?encoding ?type ?boolean ?format
       (GROUP_CONCAT(STRAFTER(STR(?status), "StatusCode"); separator=" ") AS ?statuses)
WHERE {
  ?case mf:action/ht:requests/rdf:rest*/rdf:first/rdf:rest*/rdf:first? ?request .
  ?request a ht:Request ; ht:absolutePath ?path ; ht:methodName ?method ; ht:resp ?response .
  OPTIONAL { ?request ht:body ?body . ?body cnt:chars ?chars .
             OPTIONAL { ?body cnt:characterEncoding ?encoding } }
  OPTIONAL { ?request ht:headers/rdf:rest*/rdf:first ?header .
             ?header ht:fieldName ?name ; ht:fieldValue ?type .
             FILTER(LCASE(?name) = "content-type") }
  ?response mf:expectedStatus ?status .
  OPTIONAL { ?response mf:expectedBoolean ?boolean }
  OPTIONAL { ?response mf:expectedFormat ?format }
}
GROUP BY ?request ?path ?method ?chars ?encoding ?type ?boolean ?format
"""
DATA = """
PREFIX ut: <http://www.w3.org/2009/sparql/tests/test-update#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?file ?name { ?case ut:graphData [ ut:graph ?file ; rdfs:label ?name ] }
"""
FORMATS = {
    "boolean": ("application/sparql-results+json", "application/sparql-results+xml"),
    "tabular": (
        *("application/sparql-results+json", "application/sparql-results+xml"),
        *("text/csv", "text/tab-separated-values"),
    ),
    "RDF": ("text/turtle", "application/n-triples", "application/rdf+xml"),
}


def manifest() -> Store:
    """Open the manifest as a store; say so where the cases, which are not ours to ship, are not."""
    path = CASES / "protocol" / "manifest.ttl"
    if not path.exists():
        pytest.xfail("the W3C cases are not at hand; DUTYGRAPH_W3C can name their folder")
    from pyoxigraph import RdfFormat, parse

    quads = parse(path.read_bytes(), format=RdfFormat.TURTLE, base_iri="http://w3c.test/")
    store = open_store()
    store.engine.apply(Change("".join(f"{quad.triple} <x:manifest> .\n" for quad in quads)))
    return store


def names() -> list[str]:
    if not (CASES / "protocol" / "manifest.ttl").exists():
        return ["not-at-hand"]
    query = (
        "SELECT ?c { ?c a <http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#ProtocolTest> }"
    )
    return sorted(row[0].partition("#")[2] for row in manifest().select(query).texts())


@pytest.fixture(scope="module")
def cases() -> Iterator[Store]:
    with manifest() as store:
        yield store


@pytest.fixture(scope="module")
def served(cases: Store) -> Iterator[Store]:
    """Hold the graphs that the cases speak of; every case names the ones that it asks."""
    with open_store() as store:
        for file, name in cases.select(DATA).texts():
            text = (CASES / "protocol" / file.rpartition("/")[2]).read_text(encoding="utf-8")
            triples = (line.rstrip(" .") for line in text.splitlines() if line.strip())
            store.engine.apply(Change("".join(f"{triple} <{name}> .\n" for triple in triples)))
        yield store


@pytest.mark.parametrize("name", names())
def test_a_protocol_case_gets_the_reply_it_expects(cases: Store, served: Store, name: str) -> None:
    case = f"http://www.w3.org/2009/sparql/docs/tests/data-sparql11/protocol/manifest#{name}"
    rows = cases.select(REQUESTS.replace("?case mf", f"<{case}> mf")).records()
    assert rows
    replies = [reply_to(request(row), served, LIMITS) for row in rows]
    if name in NOT_APPLICABLE:
        refused = [reply for row, reply in zip(rows, replies, strict=True) if is_update(row)]
        assert refused, "the case is listed as not applicable but holds no update"
        assert all(reply.status == 403 for reply in refused), "an update is refused, not ignored"
        return
    for row, reply in zip(rows, replies, strict=True):
        check(row, reply)


def is_update(row: dict[str, object]) -> bool:
    direct = str(row["type"]).startswith("application/sparql-update")
    return direct or "update=" in f"{row['path']}&{row['chars']}"


def request(row: dict[str, object]) -> Request:
    search = str(row["path"]).partition("?")[2]
    body = str(row["chars"] or "").encode(str(row["encoding"] or "utf-8"))
    return Request(str(row["method"]), ENDPOINT, search, str(row["type"] or ""), "", body)


def check(row: dict[str, object], reply: Reply) -> None:
    allowed = {status[0] for status in str(row["statuses"]).split()}
    assert str(reply.status)[0] in allowed, reply
    if row["format"]:
        assert reply.media.partition(";")[0] in FORMATS[str(row["format"])]
    if row["boolean"] is not None:
        assert json.loads(reply.body)["boolean"] is row["boolean"]


def test_every_case_that_is_left_out_exists(cases: Store) -> None:
    assert set(NOT_APPLICABLE) <= set(names())
    assert len(names()) == 34


@pytest.fixture
def description() -> Reply:
    with open_store() as store:
        return reply_to(Request("GET", ENDPOINT), store, LIMITS)


def test_the_endpoint_itself_returns_rdf(description: Reply) -> None:
    """The W3C's case `returns-rdf`."""
    assert description.status == 200
    assert description.media.startswith("text/turtle")


def test_the_description_names_its_own_endpoint(description: Reply) -> None:
    """The W3C's case `has-endpoint-triple`."""
    assert described(description, "ASK { ?service <sd:endpoint> <URL> ; a <sd:Service> }")


def test_the_description_conforms_to_its_schema(description: Reply) -> None:
    """The W3C's case `conforms-to-schema`: each property stands between what its schema says."""
    for pattern in (
        "?service <sd:supportedLanguage> <sd:SPARQL11Query>",
        "?service <sd:feature> <sd:UnionDefaultGraph>",
        "?service <sd:resultFormat> ?format",
        "?service <sd:defaultDataset> ?set . ?set a <sd:Dataset> ; <sd:defaultGraph> ?g",
        "?service <sd:defaultDataset>/<sd:defaultGraph> ?g . ?g a <sd:Graph>",
    ):
        assert described(description, f"ASK {{ ?service a <sd:Service> . {pattern} }}"), pattern


def described(description: Reply, query: str) -> bool:
    from pyoxigraph import RdfFormat
    from pyoxigraph import Store as Engine

    engine = Engine()
    engine.load(description.body, format=RdfFormat.TURTLE)
    sd = "http://www.w3.org/ns/sparql-service-description#"
    return bool(engine.query(query.replace("sd:", sd).replace("URL", ENDPOINT)))


def test_descriptions_come_in_the_format_asked_for() -> None:
    with open_store() as store:
        asked = Request("GET", ENDPOINT, accept="application/rdf+xml;q=0.9, text/html")
        assert reply_to(asked, store, LIMITS).media == "application/rdf+xml"
        assert reply_to(replace(asked, accept="text/html"), store, LIMITS).status == 406
