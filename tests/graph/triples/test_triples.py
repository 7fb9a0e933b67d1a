"""The quads of a plan say what the plan says, in the graphs where it belongs."""

import subprocess
import sys
from collections import Counter
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dutygraph.graph.plan import OWNING_ROLES, Role
from dutygraph.graph.store import open_store
from dutygraph.graph.triples.iris import Iris, plan_graphs, shared_graph
from dutygraph.graph.triples.plan_quads import nquads, quads
from dutygraph.graph.triples.quad import decimal, integer, iri
from dutygraph.ontology.terms import CODE, DUTY, RDF, SKOS

TYPE = iri(RDF.type)
SHORTCUTS = {
    DUTY.ledBy: {Role.LEAD},
    DUTY.ownedBy: {Role.LEAD, Role.RESPONSIBLE},
    DUTY.supportedBy: {Role.SUPPORT},
    DUTY.supervisedBy: {Role.SUPERVISE},
}


def pairs(plan, predicate):
    return {(q.subject, q.object) for q in quads(plan) if q.predicate == iri(predicate)}


def of_type(plan, kind):
    return {q.subject for q in quads(plan) if q.predicate == TYPE and q.object == iri(kind)}


def labels(plan, nodes):
    found = {q.subject: q.object for q in quads(plan) if q.predicate == iri(SKOS.prefLabel)}
    return sorted(found[node] for node in nodes)


def test_the_real_plan_in_numbers(plan):
    kinds = Counter(q.object for q in quads(plan) if q.predicate == TYPE)
    assert kinds[iri(DUTY.Section)] == 5
    assert kinds[iri(DUTY.Task)] == 12
    assert kinds[iri(DUTY.Requirement)] == 40
    assert kinds[iri(DUTY.Row)] == 34
    assert kinds[iri(DUTY.Assignment)] == 75
    owners = [q for q in quads(plan) if q.predicate == iri(DUTY.concerns)]
    stated = [q for q in owners if q.subject in of_type(plan, DUTY.Assignment)]
    assert len(stated) == 87
    assert labels(plan, of_type(plan, DUTY.UnitGroup)) == ['"局直各单位"@zh', '"局直相关单位"@zh']


def test_nothing_is_a_blank_node_and_every_iri_is_ascii(plan):
    for quad in quads(plan):
        for term in (quad.subject, quad.predicate, quad.object, quad.graph):
            assert not term.startswith("_:")
            assert not term.startswith("<") or term.isascii()


def test_quads_are_sorted_without_repetition_and_give_the_same_text(plan):
    found = quads(plan)
    assert list(found) == sorted(set(found))
    assert nquads(plan) == "".join(map(str, found))


def expected_shortcuts(plan, iris, roles):
    return {
        (iri(iris.element("requirement", requirement.id)), iri(_node(iris, found)))
        for requirement, found in plan.pairs()
        if found.role in roles
    }


def _node(iris, found):
    mint = iris.post if found.person else iris.group if found.collective else iris.unit
    return mint(found.name)


def expected_partners(plan, iris):
    found = set()
    for row in plan.rows:
        named = [a for a in row.assignments if not a.collective and not a.person]
        found |= set(permutations({iri(iris.unit(a.name)) for a in named}, 2))
    return found


def expected_counts(plan, iris):
    owners = {
        requirement: sum(a.role in OWNING_ROLES for a in plan.assignments(requirement))
        for requirement in plan.requirements
    }
    return {
        (iri(iris.element("requirement", requirement.id)), integer(count))
        for requirement, count in owners.items()
    }


@given(data=st.data())
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_shortcuts_partners_and_counts_say_the_same_as_the_plan(random_plans, data):
    plan = data.draw(random_plans)
    iris = Iris(plan)
    for predicate, roles in SHORTCUTS.items():
        assert pairs(plan, predicate) == expected_shortcuts(plan, iris, roles)
    assert pairs(plan, DUTY.carriedBy) == expected_shortcuts(plan, iris, set(Role))
    assert pairs(plan, DUTY.coordinatesWith) == expected_partners(plan, iris)
    assert pairs(plan, DUTY.ownerCount) == expected_counts(plan, iris)


def test_a_lead_by_order_is_a_guess_and_never_an_assignment(small_plan):
    _, inferred, _ = plan_graphs(Iris(small_plan).plan)
    guesses = of_type(small_plan, DUTY.GuessedAssignment)
    assert len(guesses) == 1  # the second row states its lead
    assert not guesses & of_type(small_plan, DUTY.Assignment)
    assert {q.graph for q in quads(small_plan) if q.subject in guesses} == {iri(inferred)}
    rules = {value for node, value in pairs(small_plan, DUTY.inferredBy) if node in guesses}
    assert rules == {iri(f"{CODE}rule/lead-by-order")}


def test_a_lead_by_order_among_guessed_units_is_less_sure_than_they(small_plan):
    rows = tuple(
        replace(row, assignments=tuple(replace(a, confidence=0.5) for a in row.assignments))
        for row in small_plan.rows
    )
    guessed = replace(small_plan, rows=rows)
    leads = of_type(guessed, DUTY.GuessedAssignment)
    assert {value for node, value in pairs(guessed, DUTY.confidence) if node in leads} == {
        decimal(0.3)
    }


def test_an_actor_of_the_wording_owns_nothing(small_plan):
    post = iri(Iris(small_plan).post("局主要领导"))
    assert post in {who for _, who in pairs(small_plan, DUTY.participant)}
    for shortcut in SHORTCUTS:
        assert post not in {who for _, who in pairs(small_plan, shortcut)}


def test_each_triple_stands_in_one_graph(plan):
    graphs = Counter(tuple(quad[:3]) for quad in quads(plan))
    assert max(graphs.values()) == 1


def test_shared_nodes_are_described_in_the_registry_only(small_plan):
    iris = Iris(small_plan)
    unit, registry = iri(iris.unit("宣传科")), iri(shared_graph("registry"))
    described = {q.graph for q in quads(small_plan) if q.subject == unit and q.predicate == TYPE}
    assert described == {registry}


def test_what_the_source_does_not_state_is_not_in_the_stated_graph(small_plan):
    stated, _, _ = plan_graphs(Iris(small_plan).plan)
    held = {q.predicate for q in quads(small_plan) if q.graph == iri(stated)}
    computed = (DUTY.unitKind, DUTY.coordinatesWith, DUTY.ownerCount, DUTY.inferredBy)
    assert not held & {iri(term) for term in computed}


def test_a_question_on_owners_takes_three_lines(small_plan):
    with open_store() as store:
        store.put(small_plan)
        found = store.select(
            """SELECT ?number WHERE {
              ?r duty:ownedBy ?unit ; duty:printedNumber ?number .
              ?unit skos:prefLabel "宣传科"@zh } ORDER BY ?number"""
        )
    assert found.texts() == (("1",), ("2",))


PROGRAM = """
import hashlib, sys
from dutygraph.graph.intake import read_plan
from dutygraph.graph.store import open_store
from dutygraph.graph.triples.plan_quads import nquads
from dutygraph.graph.triples.vocabulary import vocabulary_nquads
from dutygraph.exports.rdf import FORMATS, rdf_bytes

plan = read_plan(sys.argv[1])
parts = [nquads(plan).encode(), vocabulary_nquads().encode()]
with open_store() as store:
    store.put(plan)
    parts += [rdf_bytes(store, kind) for kind in FORMATS]
print([hashlib.sha256(part).hexdigest() for part in parts])
assert "rdflib" not in sys.modules
"""


def test_the_bytes_do_not_depend_on_hash_seed_or_locale(example):
    settings_ = [("0", "C.UTF-8"), ("1", "zh_CN.UTF-8"), ("4242", "C.UTF-8")]
    running = [
        subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(example)],
            stdout=subprocess.PIPE,
            env={"PYTHONHASHSEED": seed, "LC_ALL": name, "PATH": ""},
        )
        for seed, name in settings_
    ]
    outputs = [process.communicate()[0] for process in running]
    assert [process.returncode for process in running] == [0, 0, 0]
    assert len(set(outputs)) == 1


def test_no_rdf_library_is_imported_to_make_quads():
    code = (
        "import sys, dutygraph.graph.triples.plan_quads, dutygraph.ontology.terms;"
        "print({'rdflib', 'pyoxigraph'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize("role", [Role.ACTOR, Role.APPROVER])
def test_roles_of_the_wording_have_no_shortcut(role):
    assert all(role not in roles for roles in SHORTCUTS.values())
