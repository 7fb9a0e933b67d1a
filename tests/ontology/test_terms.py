"""The names in Python are the names in the Turtle."""

import pytest
from rdflib import Graph

from dutygraph.ontology.files import ontology_text
from dutygraph.ontology.terms import DCTERMS, DUTY, OA, ORG, PREFIXES, RDF, SKOS


def test_terms_equal_the_turtle():
    graph = Graph().parse(data=ontology_text("duty.ttl"))
    declared = {
        str(subject).removeprefix(str(DUTY))
        for subject in graph.subjects()
        if str(subject).startswith(str(DUTY))
    }
    assert declared == set(DUTY)


@pytest.mark.parametrize("name", ["Plam", "ownedby", "_namespace2", "plan"])
def test_a_mistyped_term_is_an_error(name):
    with pytest.raises(AttributeError, match=name):
        getattr(DUTY, name)


def test_terms_are_plain_strings():
    assert type(DUTY.Plan) is str
    assert DUTY.Plan == f"{DUTY}Plan"
    assert "Plan" in DUTY
    assert "Plam" not in DUTY


def test_namespaces_have_one_prefix_each():
    assert len(set(PREFIXES.values())) == len(PREFIXES)
    for terms in (DUTY, SKOS, DCTERMS, OA, ORG, RDF):
        assert str(terms) in PREFIXES.values()
