"""IRIs are ASCII, and the same for what is the same."""

from dataclasses import replace

import pytest

from dutygraph.graph.errors import DutygraphError
from dutygraph.graph.triples import iris as iris_module
from dutygraph.graph.triples.iris import Iris, h12, label, plan_graphs, plan_iri
from dutygraph.graph.triples.plan_quads import nquads


def test_a_name_keeps_its_iri_whatever_its_spaces_and_widths(small_plan):
    iris = Iris(small_plan)
    assert iris.unit("科信支队（筹）") == iris.unit("科信 支队(筹)")
    assert label("科信　支队(筹)") == label("科信支队（筹）") == "科信支队（筹）"


def test_a_compatibility_ideograph_is_the_ordinary_one():
    assert h12("\uf9dc") == h12("\u9686")


def test_parts_of_a_key_are_not_run_together():
    assert h12("甲", "乙") != h12("甲乙")


def test_the_same_name_under_two_issuers_is_two_units(small_plan):
    other = replace(small_plan, issuer="另一局")
    assert Iris(small_plan).unit("办公室") != Iris(other).unit("办公室")


def test_without_an_issuer_a_name_holds_within_its_plan_only(small_plan):
    one, other = (replace(small_plan, issuer=None, title=title) for title in ("甲方案", "乙方案"))
    assert Iris(one).unit("办公室") != Iris(other).unit("办公室")


def test_the_issuer_is_one_unit_whether_it_issues_or_is_assigned(small_plan):
    iris = Iris(small_plan)
    assert iris.unit("某 局") == iris.issuer


def test_a_plan_is_the_same_from_any_file(small_plan):
    from_pdf = replace(small_plan.source, path="x.pdf", sha256="ff" * 32, format="pdf")
    assert plan_iri(replace(small_plan, source=from_pdf)) == plan_iri(small_plan)
    assert plan_iri(replace(small_plan, year=2023)) != plan_iri(small_plan)


def test_plans_without_a_title_are_told_apart_by_their_files(small_plan):
    one = replace(small_plan, title="")
    other = replace(one, source=replace(one.source, sha256="ff" * 32))
    assert plan_iri(one) != plan_iri(other)


def test_two_names_that_meet_in_one_hash_stop_the_building(small_plan, monkeypatch):
    monkeypatch.setattr(iris_module, "_digest", lambda _key: "0" * 12)
    with pytest.raises(DutygraphError, match="同一个标识"):
        nquads(small_plan)


def test_the_base_is_configurable(small_plan):
    found = nquads(small_plan, base="https://data.example.org/")
    assert "<https://data.example.org/graph/registry>" in found
    assert "dutygraph/id/" not in found


def test_the_graphs_of_a_plan_carry_its_hash():
    graphs = plan_graphs("https://w3id.org/dutygraph/id/plan/0123456789ab")
    assert [graph.rpartition("/id/graph/")[2] for graph in graphs] == [
        "stated/0123456789ab",
        "inferred/0123456789ab",
        "derived/0123456789ab",
    ]
