"""The graph in every format of RDF is one graph, and readable."""

import json

import pytest
from rdflib import Dataset, Graph
from rdflib.compare import isomorphic

from dutygraph.exports.jsonld import jsonld
from dutygraph.exports.rdf import FORMATS, rdf_bytes
from dutygraph.graph.errors import StoreError
from dutygraph.graph.store import open_store
from dutygraph.graph.triples.plan_quads import nquads, quads
from dutygraph.graph.triples.vocabulary import vocabulary_nquads
from dutygraph.ontology.files import ontology_text
from dutygraph.ontology.terms import DUTY, PREFIXES

# rdflib's own readers still use what rdflib deprecates.
pytestmark = [
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:Dataset.default_context is:DeprecationWarning"),
]

RDFLIB = {"turtle": "turtle", "ntriples": "nt", "jsonld": "json-ld", "rdfxml": "xml"}


def parsed(data: bytes, kind: str) -> Graph:
    return Graph().parse(data=data, format=RDFLIB[kind])


@pytest.fixture(scope="module")
def reference(store) -> Graph:
    return parsed(rdf_bytes(store, "ntriples"), "ntriples")


@pytest.mark.parametrize("kind", ["turtle", "jsonld", "rdfxml"])
def test_every_format_of_triples_is_the_same_graph(store, reference, kind):
    assert isomorphic(parsed(rdf_bytes(store, kind), kind), reference)


@pytest.mark.parametrize("kind", ["trig", "nquads"])
def test_formats_of_quads_keep_the_named_graphs(store, plan, kind):
    found = Dataset().parse(data=rdf_bytes(store, kind), format=kind)
    graphs = {f"<{name.identifier}>": len(name) for name in found.graphs() if name}
    expected: dict[str, int] = {}
    for quad in quads(plan):
        expected[quad.graph] = expected.get(quad.graph, 0) + 1
    assert graphs == expected


@pytest.mark.parametrize("kind", FORMATS)
def test_the_order_of_loading_does_not_change_a_byte(plan, kind):
    texts = (nquads(plan), vocabulary_nquads())
    with open_store() as one, open_store() as other:
        for text in texts:
            one.put_quads(text)
        for text in reversed(texts):
            other.put_quads(text)
        assert rdf_bytes(one, kind) == rdf_bytes(other, kind)


def test_turtle_reads_with_the_prefixes_of_the_queries(store):
    text = rdf_bytes(store, "turtle").decode()
    assert "a duty:PlanElement , duty:Requirement" in text
    assert 'skos:prefLabel "政务公开办"@zh' in text
    assert "role:responsible" in text
    assert f"<{PREFIXES['duty']}" not in text.split("\n\n")[0].replace("@prefix duty: <", "")


def test_jsonld_reads_like_plain_json(store):
    document = json.loads(jsonld(store))
    assert document["@context"] == json.loads(ontology_text("context.jsonld"))["@context"]
    nodes = {node["@id"]: node for node in document["@graph"]}
    (seventh,) = (
        node
        for node in nodes.values()
        if "Requirement" in node["@type"] and node["printedNumber"] == "7"
    )
    assert seventh["ownerCount"] == 1
    assert seventh["verbatimText"].startswith("全面落实")
    assert nodes[seventh["ownedBy"]]["prefLabel"] == "局直相关单位"


def test_jsonld_keeps_what_its_context_does_not_foresee():
    with open_store() as store:
        store.put_quads(
            f'<http://a> <{DUTY.ordinal}> "x" <http://g> .\n'
            f'<http://a> <{DUTY.verbatimText}> "words"@en <http://g> .\n'
            f"<http://a> <{DUTY.verbatimText}> _:b <http://g> .\n"
        )
        expected = parsed(rdf_bytes(store, "ntriples"), "ntriples")
        assert isomorphic(parsed(jsonld(store), "jsonld"), expected)
        assert len(expected) == 3


def test_the_vocabulary_goes_through_every_format():
    with open_store() as store:
        store.put_quads(vocabulary_nquads())
        expected = Graph()
        for name in ("duty.ttl", "codes.ttl"):
            expected.parse(data=ontology_text(name))
        for kind in RDFLIB:
            assert isomorphic(parsed(rdf_bytes(store, kind), kind), expected), kind


@pytest.mark.parametrize("kind", RDFLIB)
def test_control_characters_leave_every_format_readable(kind):
    with open_store() as store:
        store.put_quads('<http://a> <http://p> "1\\u0001\\u000B\\uFFFE2\\t" <http://g> .\n')
        ((_, _, value),) = parsed(rdf_bytes(store, kind), kind)
    assert str(value) == ("1\ufffd\ufffd\ufffd2\t" if kind == "rdfxml" else "1\x01\x0b\ufffe2\t")


def test_an_unknown_format_is_an_error(store):
    with pytest.raises(StoreError):
        rdf_bytes(store, "n3")
