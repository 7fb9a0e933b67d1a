"""A row for each unit, its tasks in a column for each role: each task has the unit in that role."""

import pytest

from dutygraph.graph.intake import read_plans

TITLE = "<meta charset=utf-8><p>云泽县2026年渡口整治任务分解表</p>"
ROWS = [
    ["县港航局", "1.修缮渡口。\n2.更换缆绳。", "培训船员。", "6月底前"],
    ["县人社局", "培训船员。", "", "9月底前"],
    ["县财政局", "—", "修缮渡口。", "全年"],
]
TOLD = [
    ("修缮渡口。", [("县港航局", "lead")], "6月底前"),
    ("更换缆绳。", [("县港航局", "lead")], "6月底前"),
    ("培训船员。", [("县港航局", "support")], "6月底前"),
    ("培训船员。", [("县人社局", "lead")], "9月底前"),
    ("修缮渡口。", [("县财政局", "support")], "全年"),
]


def table(rows):
    cells = ("".join(c if c[:3] == "<td" else f"<td>{c}" for c in row) for row in rows)
    return "<table>" + "".join(f"<tr>{row}" for row in cells) + "</table>"


def told(path, *tables):
    page = path / "plan.html"
    page.write_text(TITLE + "<p>另表。</p>".join(tables).replace("\n", "<br>"), "utf-8")
    (plan,) = read_plans(page)
    return [
        (
            r.text,
            [(a.unit, a.role.value) for a in plan.assignments(r)],
            "".join(t.raw for t in r.timing),
        )
        for r in plan.requirements
    ]


@pytest.mark.parametrize(
    "head",
    [
        ["部门", "牵头任务", "配合任务", "完成时限"],
        ["责任单位", "牵头负责事项", "协办事项", "时限"],
        ["单位名称", "主办工作", "参与工作（可多项）", "完成时间"],
    ],
)
def test_tasks_have_the_unit_of_their_row_in_the_role_of_their_column(tmp_path, head):
    assert told(tmp_path, table([head, *ROWS])) == TOLD
    numbered = [[str(at), *row] for at, row in enumerate(ROWS, 1)]
    assert told(tmp_path, table([["序号", *head], *numbered])) == TOLD


def test_a_unit_merged_over_rows_has_the_tasks_of_all_of_them(tmp_path):
    rows = [
        ["部门", "牵头任务", "配合任务"],
        ["<td rowspan=2>县港航局", "修缮渡口。", "培训船员。"],
        ["更换缆绳。", "组织演练。"],
    ]
    lead, support = [("县港航局", "lead")], [("县港航局", "support")]
    assert [units for _, units, _ in told(tmp_path, table(rows))] == [lead, support] * 2


def test_a_plain_table_beside_such_a_one_is_read_too(tmp_path):
    plain = [["任务", "责任单位"], ["演练。", "县公安局"]]
    more = told(tmp_path, table([["部门", "牵头任务", "配合任务", "时限"], *ROWS]), table(plain))
    assert more == [*TOLD, ("演练。", [("县公安局", "responsible")], "")]


def test_no_unit_in_the_rows_gives_no_such_table(tmp_path):
    rows = [["月份", "牵头任务", "配合任务"], ["1月", "修缮渡口。", "培训船员。"]]
    assert told(tmp_path, table(rows)) == []
