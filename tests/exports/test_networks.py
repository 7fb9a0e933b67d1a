"""Networks survive the way through GraphML and GEXF."""

import io
import re

import networkx as nx
import pytest
from specimens import plan_of

from dutygraph.exports.networks import gexf, graphml, network
from dutygraph.graph.codes import Role
from dutygraph.graph.network.incidence import Duty, Incidence, Tie
from dutygraph.graph.network.plan_incidence import incidence_of

READERS = {graphml: nx.read_graphml, gexf: nx.read_gexf}


@pytest.fixture
def incidence(plan):
    return incidence_of(plan)


@pytest.mark.parametrize("write", READERS)
@pytest.mark.parametrize("which", ["two-mode", "units"])
def test_a_network_reads_back_with_its_attributes(incidence, write, which):
    there = network(incidence, which)
    back = READERS[write](io.BytesIO(write(incidence, which)))
    assert dict(back.nodes(data="label")) == dict(there.nodes(data="label"))
    assert {frozenset(edge) for edge in back.edges} == {frozenset(edge) for edge in there.edges}
    attribute = "role" if which == "two-mode" else "count"
    for one, other, value in there.edges(data=attribute):
        assert back.edges[one, other][attribute] == value


def test_the_two_mode_network_holds_all_names_requirements_and_pairs(incidence):
    graph = network(incidence, "two-mode")
    assert sorted(kind for _, kind in graph.nodes(data="bipartite")) == [0] * 16 + [1] * 40
    assert graph.number_of_edges() == 87


def test_a_requirement_tells_its_plan(plan, incidence):
    graph = network(incidence, "two-mode")
    told = {named.get("plan") for _, named in graph.nodes(data=True) if named["bipartite"] == 1}
    assert told == {plan.title}
    assert not any("plan" in named for _, named in network(incidence, "units").nodes(data=True))


def test_rows_that_units_share_tell_their_plan_where_there_are_several():
    shared = [[("甲局", Role.LEAD), ("乙局", Role.SUPPORT)]]
    one, other = plan_of(shared, title="东市 方案"), plan_of(shared, title="西市方案")
    alone = network(incidence_of(one), "units").edges["甲局", "乙局"]
    assert alone["rows"] == "row1"
    both = network(incidence_of(one, other), "units").edges["甲局", "乙局"]
    assert sorted(both["rows"].split()) == ["东市方案/row1", "西市方案/row1"]


def test_keys_are_named_in_plain_words(incidence):
    text = graphml(incidence).decode("utf-8")
    assert re.search(r'<key id="role" for="edge" attr\.name="role"', text)
    assert "政务公开办" in text


@pytest.mark.parametrize("write", READERS)
def test_the_same_network_gives_the_same_bytes_and_no_date_of_today(incidence, write):
    assert write(incidence) == write(incidence)
    assert re.findall(rb'lastmodifieddate="([^"]*)"', write(incidence)) in ([], [b"2000-01-01"])


@pytest.mark.parametrize("write", READERS)
def test_characters_that_xml_forbids_do_not_break_the_file(write):
    odd = "办\x00公\x0b室"
    duty = Duty("p", 1, "r1", "1", "row1", "文\x01字")
    tie = Tie("p", "row1", "r1", odd, Role.LEAD, 1)
    back = READERS[write](io.BytesIO(write(Incidence.of([duty], [tie]))))
    assert "unit:办\ufffd公\ufffd室" in back


def test_an_empty_incidence_gives_an_empty_network():
    assert len(nx.read_graphml(io.BytesIO(graphml(Incidence.of([], []))))) == 0
