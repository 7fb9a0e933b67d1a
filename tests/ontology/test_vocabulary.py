"""The ontology as a publication: labelled, defined, used, and true to what it borrows."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from rdflib import (
    DCTERMS,
    FOAF,
    ODRL2,
    ORG,
    OWL,
    PROV,
    RDF,
    RDFS,
    SDO,
    SH,
    SKOS,
    VANN,
    XSD,
    Graph,
    Literal,
    Namespace,
    URIRef,
)

from dutygraph.graph.plan import Basis, CitationKind, RegulationKind, Role
from dutygraph.ontology.files import ontology_text
from dutygraph.ontology.terms import CODE, DUTY, HOME

ROOT = Path(__file__).resolve().parents[2]
ONTOLOGY = URIRef(f"{HOME}ontology")
FILES = ("duty.ttl", "codes.ttl", "shapes.ttl", "alignments.ttl")
CLOSED = (DCTERMS, FOAF, ODRL2, ORG, OWL, PROV, RDF, RDFS, SDO, SH, SKOS, VANN, XSD)
LICENCE = "https://www.apache.org/licenses/LICENSE-2.0"

WRITERS = (
    *("stated", "participations", "wording", "guesses", "derivations"),
    *("registration", "mentions"),
)
"""Modules that write terms: that they write one does not show that anybody needs it."""


@pytest.fixture(scope="module")
def graphs() -> dict[str, Graph]:
    return {name: Graph().parse(data=ontology_text(name)) for name in FILES}


@pytest.fixture(scope="module")
def duty(graphs) -> Graph:
    return graphs["duty.ttl"]


def languages(graph, subject, predicate):
    found = [o for o in graph.objects(subject, predicate) if isinstance(o, Literal)]
    return sorted(str(literal.language) for literal in found)


def codes(graph, scheme):
    members = graph.subjects(SKOS.inScheme, URIRef(f"{CODE}{scheme}"))
    return {str(graph.value(member, SKOS.notation)) for member in members}


def test_every_term_is_labelled_and_defined_in_both_languages(duty):
    for name in DUTY:
        term = URIRef(getattr(DUTY, name))
        assert languages(duty, term, RDFS.label) == ["en", "zh"], name
        assert languages(duty, term, SKOS.definition) == ["en", "zh"], name
        assert duty.value(term, RDFS.isDefinedBy) == ONTOLOGY, name


def test_every_term_has_an_example(duty):
    for name in DUTY:
        assert duty.value(URIRef(getattr(DUTY, name)), SKOS.example) is not None, name


def test_a_property_whose_value_is_a_code_names_its_list(graphs):
    duty, lists = graphs["duty.ttl"], graphs["codes.ttl"]
    for term in duty.subjects(RDFS.range, SKOS.Concept):
        scheme = duty.value(term, RDFS.seeAlso)
        assert (scheme, RDF.type, SKOS.ConceptScheme) in lists, term


def test_no_two_terms_of_a_kind_share_a_label(duty):
    for kinds in ([OWL.Class], [OWL.ObjectProperty, OWL.DatatypeProperty]):
        terms = {term for kind in kinds for term in duty.subjects(RDF.type, kind)}
        labels = [label for term in sorted(terms) for label in duty.objects(term, RDFS.label)]
        assert len(labels) == len(set(labels))


def test_every_code_is_labelled_defined_and_named_by_its_notation(graphs):
    graph = graphs["codes.ttl"]
    members = set(graph.subjects(RDF.type, SKOS.Concept))
    for code in members:
        scheme, notation = graph.value(code, SKOS.inScheme), graph.value(code, SKOS.notation)
        assert str(code) == f"{scheme}/{notation}"
        assert (code, SKOS.topConceptOf, scheme) in graph
    for subject in members | set(graph.subjects(RDF.type, SKOS.ConceptScheme)):
        assert languages(graph, subject, SKOS.prefLabel) == ["en", "zh"], subject
        assert languages(graph, subject, SKOS.definition) == ["en", "zh"], subject


@pytest.mark.parametrize(
    ("scheme", "values", "more"),
    [
        ("role", Role, set()),
        ("role-basis", Basis, {"listing-order"}),
        ("citation-kind", CitationKind, set()),
        ("regulation-kind", RegulationKind, set()),
    ],
)
def test_code_lists_hold_what_a_plan_can_say(graphs, scheme, values, more):
    assert codes(graphs["codes.ttl"], scheme) == {str(value) for value in values} | more


def test_guessed_kinds_and_quantifiers_are_codes(graphs):
    for file, scheme in (("unit-kinds", "unit-kind"), ("quantifiers", "quantifier")):
        words = tomllib.loads(ontology_text(f"lexicon/{file}.toml"))
        assert set(words) == codes(graphs["codes.ttl"], scheme)


def test_properties_have_one_kind_one_range_and_at_most_one_domain(duty):
    for name in DUTY:
        term = URIRef(getattr(DUTY, name))
        kinds = set(duty.objects(term, RDF.type)) - {OWL.SymmetricProperty}
        assert len(kinds) == 1, name
        assert len(list(duty.objects(term, RDFS.range))) <= 1, name
        assert len(list(duty.objects(term, RDFS.domain))) <= 1, name
        if OWL.DatatypeProperty in kinds:
            assert duty.value(term, RDFS.range) is not None, name


def test_the_ontology_names_its_version_licence_and_prefix(duty):
    version = str(duty.value(ONTOLOGY, OWL.versionInfo))
    assert str(duty.value(ONTOLOGY, OWL.versionIRI)) == f"{ONTOLOGY}/{version}"
    assert str(duty.value(ONTOLOGY, DCTERMS.license)) == LICENCE
    assert str(duty.value(ONTOLOGY, VANN.preferredNamespacePrefix)) == "duty"
    changelog = (ROOT / "docs" / "ontology-changelog.md").read_text(encoding="utf-8")
    assert f"## {version}" in changelog


def test_only_our_own_terms_are_described(graphs):
    for name in ("duty.ttl", "codes.ttl", "alignments.ttl"):
        for subject in graphs[name].subjects():
            assert str(subject).startswith(HOME), f"{name} describes {subject}"


def test_foreign_terms_exist(graphs):
    vendored = tomllib.loads((Path(__file__).parent / "foreign-terms.toml").read_text("utf-8"))
    known = {entry["namespace"] + term for entry in vendored.values() for term in entry["terms"]}
    used = {
        term
        for graph in graphs.values()
        for triple in graph
        for term in triple
        if isinstance(term, URIRef) and not term.startswith(HOME) and str(term) != LICENCE
    }
    strangers = {term for term in used if not any(term in namespace for namespace in CLOSED)}
    assert {str(term) for term in strangers} == known


def test_the_closed_namespaces_would_miss_a_wrong_term():
    wrong = URIRef(f"{PROV}hadPrimarySauce")
    assert not any(wrong in namespace for namespace in CLOSED)


def test_no_term_lacks_a_question_a_rule_a_shape_or_a_reader():
    sources = [
        *(ROOT / "ontology" / "questions").glob("*.rq"),
        *(ROOT / "ontology" / "ownership").glob("*.rq"),
        ROOT / "ontology" / "shapes.ttl",
        *(
            path
            for room in ("graph", "exports", "cli")
            for path in (ROOT / room).rglob("*.py")
            if path.stem not in WRITERS
        ),
    ]
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    used = set(re.findall(r"(?:duty:|DUTY\.)(\w+)", text))
    ancestors = {"Participation", "PlanElement", "Guess", "Timing"}
    assert set(DUTY) - used - ancestors == set()


def test_the_context_says_what_the_turtle_says(duty):
    context = json.loads(ontology_text("context.jsonld"))["@context"]
    for name in DUTY:
        term = URIRef(getattr(DUTY, name))
        if (term, RDF.type, OWL.Class) in duty:
            assert context[name] == f"duty:{name}"
            continue
        expected = {"@id": f"duty:{name}"}
        value = duty.value(term, RDFS.range)
        if (term, RDF.type, OWL.ObjectProperty) in duty:
            expected["@type"] = "@id"
        elif value == RDF.langString:
            expected["@language"] = "zh"
        elif value != XSD.string:
            expected["@type"] = f"xsd:{str(value).rpartition('#')[2]}"
        assert context[name] == expected


def test_shapes_name_only_codes_that_exist(graphs):
    known = set(graphs["codes.ttl"].subjects(RDF.type, SKOS.Concept))
    named = {term for term in graphs["shapes.ttl"].objects() if str(term).startswith(CODE)}
    assert named <= known


def test_every_shape_speaks_both_languages(graphs):
    shapes = graphs["shapes.ttl"]
    own = Namespace(f"{HOME}shapes#")
    speaking = [
        *(s for s in shapes.subjects(RDF.type, SH.PropertyShape)),
        *(s for s in shapes.subjects(SH.message) if s in own),
    ]
    for shape in speaking:
        assert languages(shapes, shape, SH.message) == ["en", "zh"], shape


def test_the_shapes_are_shapes():
    from pyshacl import validate

    shapes = Graph().parse(data=ontology_text("shapes.ttl"))
    conforms, _, report = validate(Graph(), shacl_graph=shapes, meta_shacl=True)
    assert conforms, report


def test_every_class_is_checked_itself_or_by_its_parent(graphs):
    duty, shapes = graphs["duty.ttl"], graphs["shapes.ttl"]
    targets = set(shapes.objects(None, SH.targetClass))
    for term in duty.subjects(RDF.type, OWL.Class):
        children = set(duty.transitive_subjects(RDFS.subClassOf, term)) - {term}
        parents = set(duty.transitive_objects(term, RDFS.subClassOf))
        assert parents & targets or (children and children <= targets), term
