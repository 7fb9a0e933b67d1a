"""The table of responsibilities has one line for each name on each requirement."""

from dataclasses import replace

from specimens import plan_of

from dutygraph.exports.responsibilities import responsibilities
from dutygraph.graph.codes import Role


def test_the_example_has_87_lines_in_the_order_of_the_plan(plan):
    records = list(responsibilities([plan], "zh").records())
    pairs = [(r["编号"], r["单位"]) for r in records]
    assert pairs == [(one.number, held.name) for one, held in plan.pairs()]
    assert len(pairs) == 87
    assert records[0]["角色"] == "责任（未分主次）"
    assert {r["单位"] for r in records if r["类别"] == "集合名称"} == {"局直各单位", "局直相关单位"}


def test_a_requirement_without_anybody_keeps_its_line():
    plan = plan_of([[("甲局", Role.LEAD)]])
    plan = replace(plan, rows=(replace(plan.rows[0], assignments=()),))
    (record,) = responsibilities([plan], "en").records()
    assert record["Unit"] == ""
    assert record["Requirement"] == plan.requirements[0].text
