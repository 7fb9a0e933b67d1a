"""A column beside that of the units says what each of them is."""

import pytest

from dutygraph.graph.intake import read_plans

TITLE = "云泽县2026年渡口安全任务分工表"
LEAD, SUPPORT, RESPONSIBLE = "lead", "support", "responsible"


def read(tmp_path, body):
    path = tmp_path / "plan.html"
    path.write_text(f"<p>{TITLE}</p><table>{body}</table>", "utf-8")
    (plan,) = read_plans(path)
    return plan


def told(plan):
    return [
        (r.text, [(a.role.value, a.unit, a.confidence) for a in plan.assignments(r)])
        for r in plan.requirements
    ]


@pytest.mark.parametrize("units", ["单位", "责任单位", "部门"])
@pytest.mark.parametrize("roles", ["职责", "责任类型", "分工", "承担角色"])
def test_each_unit_has_the_role_in_the_cell_beside_it(tmp_path, units, roles):
    body = f"<tr><td>序号<td>工作任务<td>{units}<td>{roles}<td>完成时限"
    body += "<tr><td rowspan=2>1<td rowspan=2>修缮渡口。<td>县港航局<td>牵头<td rowspan=2>9月底前"
    body += "<tr><td>县财政局<td>配合<tr><td>2<td>培训船员。<td>县人社局<td>牵头<td>10月底前"
    assert told(read(tmp_path, body)) == [
        ("修缮渡口。", [(LEAD, "县港航局", 0.97), (SUPPORT, "县财政局", 0.97)]),
        ("培训船员。", [(LEAD, "县人社局", 0.97)]),
    ]


def test_the_roles_may_stand_before_the_units(tmp_path):
    body = "<tr><td>工作任务<td>责任类型<td>责任单位"
    body += "<tr><td rowspan=2>修缮渡口。<td>牵头单位<td>县港航局"
    body += "<tr><td>配合单位<td>县财政局、各镇"
    assert told(read(tmp_path, body)) == [
        (
            "修缮渡口。",
            [(LEAD, "县港航局", 0.97), (SUPPORT, "县财政局", 0.97), (SUPPORT, "各镇", 0.97)],
        )
    ]


def test_a_unit_without_a_role_keeps_that_of_its_heading(tmp_path):
    body = "<tr><td>工作任务<td>责任单位<td>责任类型<tr><td>修缮渡口。<td>县港航局<td>"
    body += "<tr><td>培训船员。<td>县人社局<td>牵头"
    assert [units[0][0] for _, units in told(read(tmp_path, body))] == [SUPPORT, LEAD]


def test_a_column_of_other_words_is_none_of_roles(tmp_path):
    body = "<tr><td>工作任务<td>责任单位<td>责任类型<tr><td>修缮渡口。<td>县港航局<td>主体责任"
    body += "<tr><td>培训船员。<td>县人社局<td>监管责任"
    assert [units[0][0] for _, units in told(read(tmp_path, body))] == [RESPONSIBLE] * 2
