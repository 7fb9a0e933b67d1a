"""Names without a mark between them: two units of one level, two persons, a person and a zone."""

import pytest

from dutygraph.graph.lexicon.roles import Slot
from dutygraph.graph.reading.lists.assignments import assignments
from dutygraph.graph.reading.lists.units import read_list

PLAN = (
    "云泽县河湖任务分解表\n序号\t工作任务\t分管领导\t责任单位\n"
    "1\t清理河道。\t{}\t{}\n2\t修缮渡口。\t许岚\t县港航局\n"
)


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("县水利局县林业局", ["县水利局", "县林业局"]),
        ("县水利局县河长办", ["县水利局县河长办"]),
        ("县河长办县林长办", ["县河长办", "县林长办"]),
        ("县委宣传部县文旅局、各镇", ["县委宣传部", "县文旅局", "各镇"]),
        ("县水利局县林业局县住建局", ["县水利局", "县林业局", "县住建局"]),
        ("县住建局县城管局", ["县住建局", "县城管局"]),
        ("县水利局县林业局和县财政局", ["县水利局", "县林业局", "县财政局"]),
        ("县公安局（县禁毒办）县司法局", ["县公安局（县禁毒办）", "县司法局"]),
        ("市住建局市政管理站", ["市住建局市政管理站"]),
        ("县委县政府督查室", ["县委县政府督查室"]),
        ("市公安局市中分局", ["市公安局市中分局"]),
        ("县财政局市审计局", ["县财政局市审计局"]),
        ("陶亮、云泽高新区管委会", ["陶亮", "云泽高新区管委会"]),
        ("云岭、云泽高新区管委会", ["云岭、云泽高新区管委会"]),
    ],
)
def test_whole_names_of_one_level_are_two(piece, listed, names):
    assert [one.unit for one in assignments(read_list(piece(listed)))] == names


def test_roles_hold_for_both(piece):
    found = assignments(read_list(piece("县水利局县林业局牵头，县住建局县城管局配合")))
    told = [(one.unit, one.role.value) for one in found]
    assert told == [
        ("县水利局", "lead"),
        ("县林业局", "lead"),
        ("县住建局", "support"),
        ("县城管局", "support"),
    ]


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("高明程立东", ["高明", "程立东"]),
        ("欧阳岚谢明、许岚", ["欧阳岚", "谢明", "许岚"]),
        ("谢明陶亮许岚", ["谢明", "陶亮", "许岚"]),
        ("欧阳明月", ["欧阳明月"]),
        ("许泽华陶亮", ["许泽华陶亮"]),
        ("分管副市长", ["分管副市长"]),
    ],
)
def test_persons_are_two_where_they_can_be_cut_in_one_way(piece, listed, names):
    assert [one.unit for one in assignments(read_list(piece(listed), Slot.PERSON))] == names


def test_what_was_cut_or_could_be_in_several_ways_is_said(read):
    plan = read(PLAN.format("许泽华陶亮", "县水利局县林业局"))
    told = {doubt.code: dict(doubt.values) for doubt in plan.doubts}
    assert told["reading.parted-names"]["first"] == "县水利局"
    assert told["reading.odd-person"]["names"] == "许泽华陶亮"
    unsure = {a.unit for row in plan.rows for a in row.assignments if a.confidence < 0.5}
    assert unsure == {"许泽华陶亮", "县水利局", "县林业局"}


def test_a_person_before_a_government_that_reads_as_places_is_said(read):
    plan = read(PLAN.format("许岚", "陶亮、云泽县政府"))
    told = [dict(doubt.values)["name"] for doubt in plan.doubts]
    assert told == ["陶亮、云泽县政府"]
