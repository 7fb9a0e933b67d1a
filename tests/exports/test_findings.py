"""Findings say what the plan says, once, and reach the requirements that they are about."""

from dataclasses import replace

from specimens import SPAN, plan_of

from dutygraph.exports.atlas.content import plan_content
from dutygraph.exports.atlas.insight import with_insight
from dutygraph.exports.findings import findings, gaps
from dutygraph.exports.lens import Evidence, Lens
from dutygraph.graph.codes import Role
from dutygraph.graph.network.apart import diagnose_each
from dutygraph.graph.network.ownership import ownership_in
from dutygraph.graph.network.plan_incidence import incidence_of
from dutygraph.graph.plan import Doubt, Implied
from dutygraph.graph.store import open_store

LEAD, HELP = Role.LEAD, Role.SUPPORT


def evidence(*plans):
    with open_store() as store:
        for plan in plans:
            store.put(plan)
        ownership = ownership_in(store)
    return Evidence(diagnose_each(incidence_of(*plans)), ownership)


def test_the_example_gives_the_gravest_first(plan, diagnosis, ownership):
    found = findings(Lens(plan, Evidence(diagnosis, ownership)))
    assert (found[0].level, found[0].requirements, found[0].units) == (
        "red",
        ("r7",),
        ("局直相关单位",),
    )
    kinds = [finding.kind for finding in found]
    assert kinds == sorted(
        kinds, key=["gap", "habit", "coordinator", "bottleneck", "cluster", "doubt"].index
    )
    hub = next(finding for finding in found if finding.kind == "coordinator")
    assert len(hub.requirements) == 36


def test_gaps_agree_with_the_rules_of_ownership(plan, diagnosis, ownership):
    by_id = gaps(Lens(plan, Evidence(diagnosis, ownership)))
    pairs = sorted((gap.ref.id, gap.code) for held in by_id.values() for gap in held)
    assert pairs == sorted((gap.ref.id, gap.code) for gap in ownership.findings)


def test_what_the_document_adds_once_is_said_for_all_later_requirements():
    plan = plan_of([[("甲局", LEAD)]] * 3)
    plan = replace(plan, implied=(Implied("各区", HELP, "r2", SPAN, collective=True),))
    (said,) = [f for f in findings(Lens(plan, evidence(plan))) if f.code == "implied"]
    assert said.requirements == ("r2", "r3")
    assert said.title["zh"] == "原文统一规定：自第2条起各条还有各区（配合），后面不再逐项写出"


def test_the_coordinator_is_said_to_be_set_aside_and_nothing_that_was_not_computed(
    plan, diagnosis, ownership
):
    hub = next(
        f for f in findings(Lens(plan, Evidence(diagnosis, ownership))) if f.kind == "coordinator"
    )
    assert "先把它放在一边" in hub.detail["zh"]
    assert "所有单位" not in hub.detail["zh"]


def test_a_number_in_brackets_is_quoted_without_them():
    plan = plan_of([[("甲局", LEAD)], []])
    numbered = tuple(
        replace(one, number=number)
        for one, number in zip(plan.requirements, ("（八）", "（九）"), strict=True)
    )
    plan = replace(plan, requirements=numbered)
    held = evidence(plan)
    (gap,) = [f for f in findings(Lens(plan, held)) if f.level == "red"]
    assert gap.title["zh"] == "第九条：没有责任单位"
    with open_store() as store:
        store.put(plan)
        assert [each.ref.number for each in ownership_in(store).gaps] == ["九"]


def test_a_doubt_leads_to_the_requirements_at_its_place():
    plan = plan_of([[("甲局", LEAD)]])
    here = replace(plan, doubts=(Doubt("intake.no-plan", SPAN, (("path", "甲.txt"),)),))
    (doubt,) = [f for f in findings(Lens(here, evidence(here))) if f.kind == "doubt"]
    assert doubt.requirements == ("r1",)
    assert "甲.txt" in doubt.title["zh"]


def test_a_plan_among_others_is_told_as_if_it_were_alone(plan):
    """Groups, bottlenecks, pairs and gaps are those of the plan, whatever stands beside it."""
    cells = [[("宣传科", LEAD), ("法制支队", HELP), ("局直各单位", HELP)]] * 9
    other = replace(plan_of(cells, title="乙方案"), issuer="乙市公安局")
    alone, among = evidence(plan), evidence(plan, other)
    assert findings(Lens(plan, among)) == findings(Lens(plan, alone))
    told = [with_insight(plan_content(plan), Lens(plan, held)) for held in (among, alone)]
    assert told[0] == told[1]
    assert told[0]["pairs"]
    assert any(unit["betweenness"] for unit in told[0]["units"])
    assert {unit["cluster"] for unit in told[0]["units"]} >= {0, 1}


def test_one_short_name_in_two_offices_stays_two_units():
    one = replace(plan_of([[("办公室", LEAD)]], title="甲方案"), issuer="甲市")
    other = replace(plan_of([[("办公室", LEAD)]] * 2, title="乙方案"), issuer="乙市")
    both = evidence(one, other)
    lenses = [Lens(plan, both) for plan in (one, other)]
    assert [lens.name("办公室（甲市）") for lens in lenses] == ["办公室", None]
    assert [len(lens.units) for lens in lenses] == [1, 1]
