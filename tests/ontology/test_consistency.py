"""What the graph of a plan says does not contradict the ontology."""

import pytest
from rdflib import OWL, RDF, RDFS, XSD, Graph, Literal, URIRef

from dutygraph.exports.rdf import rdf_bytes
from dutygraph.ontology.files import ontology_text
from dutygraph.ontology.terms import DUTY


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(data=ontology_text("duty.ttl"))


@pytest.fixture(scope="module")
def data(store) -> Graph:
    return Graph().parse(data=rdf_bytes(store, "ntriples"), format="nt")


def types(ontology: Graph, data: Graph, node) -> set:
    stated = data.objects(node, RDF.type)
    return {above for t in stated for above in ontology.transitive_objects(t, RDFS.subClassOf)}


def own(term) -> bool:
    return str(term).startswith(str(DUTY))


def test_every_term_in_the_data_is_declared(ontology, data):
    used = {term for triple in data for term in triple if own(term)}
    assert used <= set(ontology.subjects())


def test_superclasses_of_ours_are_written(ontology, data):
    for node, kind in data.subject_objects(RDF.type):
        for above in ontology.objects(kind, RDFS.subClassOf):
            assert not own(above) or (node, RDF.type, above) in data, (node, above)


def test_subjects_are_of_the_domain(ontology, data):
    for predicate, domain in ontology.subject_objects(RDFS.domain):
        for subject in data.subjects(predicate):
            assert domain in types(ontology, data, subject), (subject, predicate)


def test_objects_are_of_the_range(ontology, data):
    for predicate, wanted in ontology.subject_objects(RDFS.range):
        for value in data.objects(None, predicate):
            if wanted == RDF.langString:
                assert isinstance(value, Literal)
                assert value.language == "zh"
            elif str(wanted).startswith(str(XSD)):
                assert isinstance(value, Literal)
                assert (value.datatype or XSD.string) == wanted, (predicate, value)
            elif own(wanted):
                assert wanted in types(ontology, data, value), (predicate, value)
            else:
                assert isinstance(value, URIRef)


def test_nothing_is_two_things_that_exclude_each_other(ontology, data):
    excluded = {frozenset(pair) for pair in ontology.subject_objects(OWL.disjointWith)}
    assert excluded
    for node in set(data.subjects()):
        kinds = types(ontology, data, node)
        assert not any(pair <= kinds for pair in excluded), node


def test_a_collective_that_is_also_a_unit_would_be_caught(ontology):
    broken = Graph()
    node = URIRef("http://example.org/g")
    broken.add((node, RDF.type, URIRef(DUTY.Unit)))
    broken.add((node, RDF.type, URIRef(DUTY.UnitGroup)))
    excluded = {frozenset(pair) for pair in ontology.subject_objects(OWL.disjointWith)}
    assert any(pair <= types(ontology, broken, node) for pair in excluded)
