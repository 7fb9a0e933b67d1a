"""Remote stores behave as embedded ones do, and never pass a cut answer off as whole."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from servers import ROWS, oxigraph_server

from dutygraph.graph.errors import QueryError, StoreError
from dutygraph.graph.store import Store, open_store
from dutygraph.graph.store.endpoint_place import endpoint_at
from dutygraph.graph.store.engine import Change
from dutygraph.graph.store.limits import Limits
from dutygraph.graph.table import Value
from dutygraph.ontology.terms import DATA, DUTY, RDF, SKOS

OWNERS = "SELECT ?r ?name { ?r duty:ownedBy ?u . ?u skos:prefLabel ?name } ORDER BY ?r ?name"
PRODUCT = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def plan(key: str, owners: dict[str, list[str]]) -> str:
    """Write a small plan as N-Quads: requirement → names of its owners."""
    stated, registry = f"<{DATA}graph/stated/{key}>", f"<{DATA}graph/registry>"
    a, label = f"<{RDF.type}>", f"<{SKOS.prefLabel}>"
    lines = {f"<{DATA}plan/{key}> {a} <{DUTY.Plan}> {stated} ."}
    for requirement, names in owners.items():
        for name in names:
            unit = f"<{DATA}unit/{name}>"
            node = f"<{DATA}plan/{key}/requirement/{requirement}>"
            lines.add(f"{node} <{DUTY.ownedBy}> {unit} {stated} .")
            lines.add(f"{unit} {a} <{DUTY.Unit}> {registry} .")
            lines.add(f'{unit} {label} "单位{name}“”\\\\\\"\\n"@zh {registry} .')
    return "".join(f"{line}\n" for line in sorted(lines))


FIRST = plan("aaaa", {"r1": ["x", "y"], "r2": ["y"]})
SECOND = plan("bbbb", {"r1": ["y", "z"]})


@pytest.fixture(params=["oxigraph_url", "virtuoso_url"])
def remote(request: pytest.FixtureRequest) -> Iterator[Store]:
    store = open_store(request.getfixturevalue(request.param))
    yield store
    graphs = store.select("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }").texts()
    ours = tuple(row[0] for row in graphs if row[0].startswith((DATA, "urn:test:")))
    store.engine.apply(Change(drop=ours))


def held(store: Store) -> set[str]:
    return set(store.dump("nquads").decode().splitlines())


def test_a_plan_is_put_replaced_and_dropped(remote: Store) -> None:
    remote.put_quads(FIRST)
    assert held(remote) == set(FIRST.splitlines())
    remote.put_quads(SECOND)
    remote.put_quads(plan("aaaa", {"r1": ["y"]}))
    assert f"<{DATA}unit/x>" not in remote.dump("nquads").decode()
    assert len(remote.select(OWNERS)) == 3
    remote.drop(f"{DATA}plan/aaaa")
    assert held(remote) == set(SECOND.splitlines())


def test_many_plans_and_large_graphs_are_put(remote: Store) -> None:
    wide = plan("wide", {f"r{n}": ["x", "y", "z"] for n in range(400)})
    plans = [plan(f"p{n}", {"r1": ["x", f"u{n}"]}) for n in range(25)]
    remote.put_all_quads([*plans, wide])
    remote.put_all_quads(plans)
    counted = remote.select("SELECT (COUNT(*) AS ?n) { ?r duty:ownedBy ?u }")
    assert counted.records() == ({"n": 1250},)
    assert len(remote.plans()) == 26


def test_answers_are_the_same_as_those_of_an_embedded_store(remote: Store) -> None:
    with open_store() as memory:
        for store in (remote, memory):
            store.put_all_quads([FIRST, SECOND])
        assert remote.select(OWNERS) == memory.select(OWNERS)
        bound = {"u": Value.iri(f"{DATA}unit/y")}
        query = "SELECT ?u ?r { ?r duty:ownedBy ?u } ORDER BY ?r"
        assert remote.select(query, bound) == memory.select(query, bound)
        construct = "CONSTRUCT { ?u duty:owns ?r } WHERE { ?r duty:ownedBy ?u }"
        assert remote.construct(construct) == memory.construct(construct)
        for kind in ("turtle", "trig"):
            assert remote.dump(kind) == memory.dump(kind)
        assert remote.ask_boolean("ASK { ?r duty:ownedBy ?u }")
        assert not remote.ask_boolean("ASK { ?r duty:supportedBy ?u }")


def test_from_is_held_to_the_graphs_of_the_endpoint(remote: Store) -> None:
    remote.put_quads(FIRST)
    query = "SELECT ?s FROM <{}> {{ ?s a duty:Unit }}"
    assert len(remote.select(query.format(f"{DATA}graph/registry"))) == 2
    with pytest.raises(QueryError, match="FROM"):
        remote.select(query.format("http://127.0.0.1:9/anything"))


def test_errors_of_an_endpoint_are_sentences(remote: Store) -> None:
    with pytest.raises(QueryError, match="写法有误"):
        remote.select("SELECT * { ?s ?p }")


def test_hostile_parameters_reach_an_endpoint_as_terms(remote: Store) -> None:
    for text in ('"} ; DROP ALL #', "'\\'\"", "全角　空格", "右\u202e左", "行\n尾\t"):
        table = remote.select("SELECT ?t ?x { VALUES ?x { 1 } }", {"t": Value.literal(text)})
        assert table.texts() == ((text, "1"),)


def test_a_silent_row_cap_is_an_error_or_said(virtuoso_url: str) -> None:
    """Virtuoso answers 200 with too few rows; only a header tells."""
    with open_store(virtuoso_url) as store:
        store.put_quads(plan("wide", {f"r{n}": ["x"] for n in range(ROWS + 5)}))
        query = "SELECT ?r { ?r duty:ownedBy ?u }"
        with pytest.raises(QueryError, match=str(ROWS)):
            store.select(query)
        assert store.select(query, None, Limits(60, ROWS * 2)).notice("en") is not None
        assert len(store.select(query, None, Limits(60, 100))) == 100
        store.drop(f"{DATA}plan/wide")


def test_a_query_that_the_server_cancels_is_an_error(oxigraph_url: str) -> None:
    """Oxigraph's server answers 200 and puts the cancellation into the body."""
    store = open_store(oxigraph_url)
    store.put_quads(plan("many", {f"r{n}": ["x"] for n in range(300)}))
    with pytest.raises(QueryError, match="cancelled"):
        store.select(PRODUCT)
    with pytest.raises(QueryError, match=r"0\.3"):
        store.select(PRODUCT, None, Limits(0.3))
    store.drop(f"{DATA}plan/many")


def test_without_the_right_credentials_nothing_is_written(virtuoso_url: str) -> None:
    address = virtuoso_url.rpartition("@")[2]
    for url in (f"http://{address}", f"http://dba:wrong@{address}"):
        with pytest.raises(StoreError, match="拒绝访问"):
            open_store(url).put_quads(FIRST)
    assert len(open_store(virtuoso_url).plans()) == 0


def test_an_address_without_a_server_is_a_sentence() -> None:
    with pytest.raises(StoreError, match="连不上"):
        open_store("http://127.0.0.1:9/sparql").plans()
    with pytest.raises(StoreError, match="不是端点地址"):
        open_store("http:///sparql")


@pytest.mark.parametrize(
    ("url", "paths"),
    [
        ("http://h:1", ("/query", "/update", "/store")),
        ("https://h/query", ("/query", "/update", "/store")),
        ("http://h/sparql", ("/sparql", "/sparql-auth", "/sparql-graph-crud-auth")),
        ("http://h/plans/sparql", ("/plans/sparql", "/plans/update", "/plans/data")),
    ],
)
def test_services_are_worked_out_from_one_address(url: str, paths: tuple[str, ...]) -> None:
    found = endpoint_at(url, {})
    assert (
        tuple("/" + u.split("/", 3)[3] for u in (found.query, found.update, found.graphs)) == paths
    )


def test_the_environment_gives_credentials_and_addresses() -> None:
    told = {
        "DUTYGRAPH_TOKEN": "t",
        "DUTYGRAPH_GRAPHS": "http://h/rdf",
        "DUTYGRAPH_UPDATE": "http://h/u",
    }
    found = endpoint_at("http://h/sparql", told)
    assert (found.token, found.graphs, found.update) == ("t", "http://h/rdf", "http://h/u")
    assert endpoint_at("http://a%40b:p%3Aq@h/sparql", {}).user == "a@b"
    assert endpoint_at("http://a%40b:p%3Aq@h/sparql", {}).password == "p:q"  # noqa: S105


class _Guarded(BaseHTTPRequestHandler):
    """An endpoint that asks for a token or basic credentials and answers ASK with yes."""

    seen: list[str]

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        proof = self.headers.get("Authorization", "")
        self.server.seen.append(proof)
        allowed = proof in {"Bearer secret", "Basic bWU6c2VjcmV0"}
        body = b'{"head": {}, "boolean": true}' if allowed else b""
        self.send_response(200 if allowed else 401)
        self.send_header("WWW-Authenticate", 'Basic realm="x"')
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def guarded_server() -> Iterator[HTTPServer]:
    server = HTTPServer(("127.0.0.1", 0), _Guarded)
    server.seen = []
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def test_basic_credentials_and_tokens_are_shown_when_asked_for(
    guarded_server: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = f"127.0.0.1:{guarded_server.server_port}/sparql"
    assert open_store(f"http://me:secret@{place}").ask_boolean("ASK {}")
    assert guarded_server.seen[0] == "", "a password is not shown before it is asked for"
    with pytest.raises(StoreError, match="拒绝访问"):
        open_store(f"http://{place}").ask_boolean("ASK {}")
    monkeypatch.setenv("DUTYGRAPH_TOKEN", "secret")
    assert open_store(f"http://{place}").ask_boolean("ASK {}")


def test_an_interrupted_put_is_repaired_by_putting_again(tmp_path: Path) -> None:
    """Writing goes graph by graph; a second put ends where the first would have ended."""
    with oxigraph_server(folder=tmp_path / "db") as url:
        store = open_store(url)
        store.put_quads(SECOND)
        registry = [line for line in FIRST.splitlines(keepends=True) if "/registry>" in line]
        store.engine.apply(Change("".join(registry)))
        store.put_quads(FIRST)
        assert held(store) == set((FIRST + SECOND).splitlines())
