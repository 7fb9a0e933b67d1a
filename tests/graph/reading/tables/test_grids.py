"""Grids: where the headings of the first table may stand."""

import pytest

from dutygraph.graph.intake import read_plans

ROWS = (
    "序号,工作任务,牵头单位,配合单位\n1,修缮渡口。,县港航局,县财政局\n2,培训船员。,县人社局,各镇\n"
)
NOTICE = '各镇人民政府,县政府各部门:\n"为做好渡口工作,现印发方案。"\n'


@pytest.mark.parametrize("paragraphs", [0, 5, 20])
def test_a_whole_notice_may_stand_above_the_headings(tmp_path, paragraphs):
    path = tmp_path / "plan.csv"
    above = "".join(f"第{n}段说明渡口工作。\n" for n in range(paragraphs))
    path.write_text("云泽县2026年渡口任务分工表\n" + NOTICE + above + ROWS, "utf-8")
    (plan,) = read_plans(path)
    assert [(r.text, [a.unit for a in plan.assignments(r)]) for r in plan.requirements] == [
        ("修缮渡口。", ["县港航局", "县财政局"]),
        ("培训船员。", ["县人社局", "各镇"]),
    ]


HEAD = "<tr><td>序号<td>工作任务<td>牵头单位<td>配合单位<td>完成时限"
TASK = "<tr><td>{}<td>修缮渡口。<td>县港航局<td>县财政局<td>9月底前"


def told_by(page, tmp_path):
    path = tmp_path / "plan.html"
    path.write_text(f"<p>云泽县2026年渡口任务分工表</p><table>{HEAD}{page}</table>", "utf-8")
    (plan,) = read_plans(path)
    titles = {section.id: section.title for section in plan.sections}
    return [
        (titles.get(r.section), r.number, r.text, [a.unit for a in plan.assignments(r)])
        for r in plan.requirements
    ]


@pytest.mark.parametrize("number", ["一", "（一）", "1", ""])
@pytest.mark.parametrize("wide", [2, 3, 4])
def test_a_cell_that_spans_from_the_tasks_into_the_units_is_a_section(tmp_path, number, wide):
    blank = "<td>" * (4 - wide)
    section = f"<tr><td>{number}<td colspan={wide}>渡口安全监管局建设{blank}"
    assert told_by(section + TASK.format(2), tmp_path) == [
        ("渡口安全监管局建设", "2", "修缮渡口。", ["县港航局", "县财政局"])
    ]


def test_such_a_cell_that_is_a_sentence_names_no_unit(tmp_path):
    wide = "<tr><td>1<td colspan=3>由县港航局印发渡口名单。<td>6月底前"
    told = told_by(wide + TASK.format(2), tmp_path)
    assert told[-1] == (None, "2", "修缮渡口。", ["县港航局", "县财政局"])
    assert [units for *_, text, units in told if "名单" in text] == [[]]


def test_a_table_in_a_text_is_read_once(tmp_path):
    path = tmp_path / "plan.md"
    rows = "| 一、渡口 | 1 | 修缮渡口，落实专人负责。 | 县港航局 | 县财政局 |\n"
    rows += "| 二、船员 | 2 | 培训船员，落实专人负责。 | 县人社局 | 各镇 |\n"
    head = "| 类别 | 序号 | 工作任务 | 牵头单位 | 配合单位 |\n|---|---|---|---|---|\n"
    path.write_text(f"云泽县2026年渡口任务分工表\n\n{head}{rows}\n一、附则\n", "utf-8")
    (plan,) = read_plans(path)
    assert [r.text for r in plan.requirements] == [
        "修缮渡口，落实专人负责。",
        "培训船员，落实专人负责。",
    ]
