"""Persons in a column or behind a label."""

import pytest

from dutygraph.graph.intake import read_plans
from dutygraph.graph.lexicon.roles import Slot
from dutygraph.graph.reading.lists.assignments import assignments
from dutygraph.graph.reading.lists.units import read_list


@pytest.mark.parametrize(
    ("cell", "persons"),
    [
        ("陶亮", ["陶亮"]),
        ("陶 亮", ["陶亮"]),
        ("谢 明陶 亮", ["谢明", "陶亮"]),
        ("谢 明 陶 亮", ["谢明", "陶亮"]),
        ("谢明 陶亮", ["谢明", "陶亮"]),
        ("谢 明陶立东", ["谢明", "陶立东"]),
        ("谢明、陶 亮", ["谢明", "陶亮"]),
        ("县委常委、副县长陶亮", ["县委常委、副县长陶亮"]),
        ("副县长谢明、县委常委、宣传部部长陶亮", ["副县长谢明", "县委常委、宣传部部长陶亮"]),
        ("县委书记、县长", ["县委书记", "县长"]),
        ("云泽省副省长、河口市委书记陶亮", ["云泽省副省长、河口市委书记陶亮"]),
        ("陶副县长、谢副县长", ["陶副县长", "谢副县长"]),
        ("局长 陶亮", ["局长陶亮"]),
        ("局长 陶亮、主任 谢明", ["局长陶亮", "主任谢明"]),
        ("陶亮（县财政局）、谢明（副局长）", ["陶亮", "谢明"]),
        ("谢明、陶亮(县财政局)", ["谢明", "陶亮"]),
    ],
)
def test_persons_are_told_apart(piece, cell, persons):
    found = assignments(read_list(piece(cell), Slot.PERSON))
    assert [one.unit for one in found] == persons
    assert all(one.person for one in found)


@pytest.mark.parametrize("heading", ["责任单位及责任人", "责任人、责任单位", "分管领导和牵头单位"])
def test_units_beside_persons_in_one_column_keep_their_role(tmp_path, heading):
    path = tmp_path / "plan.csv"
    path.write_text(
        f"序号,工作任务,{heading}\n1,修缮渡口。,县港航局 谢明\n2,更换缆绳。,县财政局\n", "utf-8"
    )
    (plan,) = read_plans(path)
    found = [(a.unit, a.role.value) for r in plan.requirements for a in plan.assignments(r)]
    role = "lead" if "牵头" in heading else "responsible"
    assert found == [("县港航局", role), ("谢明", "supervise"), ("县财政局", role)]


@pytest.mark.parametrize("mark", [" | ", "\t", "\n", "\n|\n"])
def test_each_line_of_a_cell_may_be_a_unit_and_its_person(read, mark):
    rows = [
        ["序号", "工作任务", "责任单位", "完成时限"],
        ["1", "修缮渡口。", "县港航局 陆大明\n县财政局 俞悦", "6月底前"],
        ["2", "培训船员。", "县人社局 何文斌", "9月底前"],
    ]
    plan = read("云泽县2026年渡口任务分工表\n" + "\n".join(mark.join(row) for row in rows) + "\n")
    found = [(a.unit, a.role.value) for r in plan.requirements for a in plan.assignments(r)]
    assert found == [
        ("县港航局", "responsible"),
        ("陆大明", "supervise"),
        ("县财政局", "responsible"),
        ("俞悦", "supervise"),
        ("县人社局", "responsible"),
        ("何文斌", "supervise"),
    ]
    assert [[t.raw for t in r.timing] for r in plan.requirements] == [["6月底前"], ["9月底前"]]


@pytest.mark.parametrize("mark", [" | ", "\n", "\n|\n"])
def test_units_with_numbers_of_their_own_are_units_and_no_requirements(read, mark):
    rows = [
        ["序号", "工作任务", "责任单位", "完成时限"],
        ["1", "修缮渡口。", "1.县港航局\n2.县财政局", "6月底前"],
        ["2", "培训船员。", "县人社局", "9月底前"],
    ]
    plan = read("云泽县2026年渡口任务分工表\n" + "\n".join(mark.join(row) for row in rows) + "\n")
    assert [(r.number, r.text) for r in plan.requirements] == [
        ("1", "修缮渡口。"),
        ("2", "培训船员。"),
    ]
    assert [a.unit for a in plan.assignments(plan.requirements[0])] == ["县港航局", "县财政局"]


def test_a_unit_below_a_heading_of_persons_is_a_unit(read):
    plan = read("序号\t工作任务\t责任人\n1\t修缮渡口\t县港航局、陶亮\n2\t清理航道\t陶亮")
    first, second = (plan.assignments(one) for one in plan.requirements)
    told = [(a.unit, a.role.value, a.person) for a in (*first, *second)]
    assert told == [
        ("县港航局", "responsible", False),
        ("陶亮", "supervise", True),
        ("陶亮", "supervise", True),
    ]


def test_units_beside_an_institution_are_no_persons_below_a_heading_of_persons(piece):
    listing = read_list(piece("教体局\n宣传部\n教学研究室\n各镇（街道、区）\n陶亮"), Slot.PERSON)
    slots = [(mention.piece.folded, mention.slot) for mention in listing.mentions]
    assert slots == [
        ("教体局", Slot.RESPONSIBLE),
        ("宣传部", Slot.RESPONSIBLE),
        ("教学研究室", Slot.RESPONSIBLE),
        ("各镇（街道、区）", Slot.RESPONSIBLE),
        ("陶亮", Slot.PERSON),
    ]


def test_what_looks_like_no_person_in_a_column_of_persons_is_said_to_be_doubtful(read):
    plan = read(
        "云泽县2026年渡口任务分工表\n序号 | 工作任务 | 责任单位 | 分管领导\n"
        "1 | 修缮渡口。 | 县港航局 | 陶亮\n2 | 培训船员。 | 县人社局 | 县委常委、副县长谢明\n"
        "3 | 更换缆绳。 | 县财政局 | 达到时序进度\n"
    )
    found = {a.unit: a.confidence for row in plan.rows for a in row.assignments if a.person}
    assert found["达到时序进度"] < 0.5 < min(found["陶亮"], found["县委常委、副县长谢明"])
    told = [dict(d.values)["names"] for d in plan.doubts if d.code == "reading.odd-person"]
    assert told == ["达到时序进度"]
