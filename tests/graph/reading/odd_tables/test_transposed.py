"""Tables that lie on their side: headings down the first column, a task in each other one."""

import pytest

from dutygraph.graph.intake import read_plans

TITLE = "云泽县2026年渡口安全任务分工表"
LYING = [
    ["序号", "1", "2", "3"],
    ["工作任务", "修缮渡口。", "培训船员，建立名册。", "编制预案。"],
    ["牵头单位", "县港航局", "县人社局", "县应急局"],
    ["配合单位", "县财政局、各镇", "县总工会", ""],
    ["完成时限", "9月底前", "10月底前", "6月底前"],
]
LEAD, SUPPORT, PERSON = "lead", "support", "supervise"
TOLD = [
    (
        "1",
        "修缮渡口。",
        [(LEAD, "县港航局"), (SUPPORT, "县财政局"), (SUPPORT, "各镇")],
        ["9月底前"],
    ),
    ("2", "培训船员，建立名册。", [(LEAD, "县人社局"), (SUPPORT, "县总工会")], ["10月底前"]),
    ("3", "编制预案。", [(LEAD, "县应急局")], ["6月底前"]),
]


def page(rows, *, head=""):
    cells = "".join("<tr>" + "".join(f"<td>{cell}" for cell in row) for row in rows)
    return f"<p>{TITLE}</p><table>{head}{cells}</table>"


def read(tmp_path, text, suffix=".html"):
    path = tmp_path / f"plan{suffix}"
    path.write_text(text, "utf-8")
    (plan,) = read_plans(path)
    return plan


def told(plan):
    return [
        (
            r.number,
            r.text,
            [(a.role.value, a.unit) for a in plan.assignments(r)],
            [t.raw for t in r.timing],
        )
        for r in plan.requirements
    ]


def test_each_column_is_a_task(tmp_path):
    plan = read(tmp_path, page(LYING))
    assert told(plan) == TOLD
    assert [(r.span.row, r.span.column) for r in plan.requirements] == [(2, 2), (2, 3), (2, 4)]


@pytest.mark.parametrize(("mark", "suffix"), [("\t", ".txt"), (" | ", ".txt"), (",", ".csv")])
def test_lines_of_cells(tmp_path, mark, suffix):
    text = "\n".join([TITLE, *(mark.join(row) for row in LYING)])
    assert told(read(tmp_path, text, suffix)) == TOLD


def test_a_title_may_stand_above_in_the_table(tmp_path):
    assert told(read(tmp_path, page(LYING, head=f"<tr><td colspan=4>{TITLE}"))) == TOLD


def test_more_tasks_may_stand_below(tmp_path):
    more = [
        [row[0], *[str(int(cell) + 3) if cell.isdecimal() else cell for cell in row[1:]]]
        for row in LYING
    ]
    plan = read(tmp_path, page([*LYING, *more]))
    assert told(plan) == [*TOLD, *((str(int(n) + 3), *rest) for n, *rest in TOLD)]


def test_cells_may_span_several_tasks(tmp_path):
    rows = [*LYING[:4], ["完成时限", "9月底前"]]
    text = page(rows).replace("<td>9月底前", "<td colspan=3>9月底前")
    assert [times for *_, times in told(read(tmp_path, text))] == [["9月底前"]] * 3


def test_headings_in_two_columns(tmp_path):
    head = "<tr><td colspan=2>工作任务<td>修缮渡口。<td>培训船员。"
    head += (
        "<tr><td rowspan=2>责任单位<td>牵头<td>县港航局<td>县人社局<tr><td>配合<td>各镇<td>县总工会"
    )
    assert [units for _, _, units, _ in told(read(tmp_path, page([], head=head)))] == [
        [(LEAD, "县港航局"), (SUPPORT, "各镇")],
        [(LEAD, "县人社局"), (SUPPORT, "县总工会")],
    ]


def test_persons_beside_the_units(tmp_path):
    rows = [*LYING[:3], ["责任领导", "陶亮", "方芸", "安宁"]]
    assert [units for _, _, units, _ in told(read(tmp_path, page(rows)))] == [
        [(LEAD, "县港航局"), (PERSON, "陶亮")],
        [(LEAD, "县人社局"), (PERSON, "方芸")],
        [(LEAD, "县应急局"), (PERSON, "安宁")],
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["工作任务", "要做的事", "写在这里"],
            ["牵头单位", "谁来牵头", "写全称"],
            ["完成时限", "何时做完", "写月份"],
        ],
        [["年份", "2024年", "2025年"], ["任务数", "12", "15"], ["责任单位数", "8", "9"]],
        [
            ["责任单位", "县港航局", "县应急局"],
            ["联系人", "陶亮", "方芸"],
            ["电话", "5550101", "5550102"],
        ],
    ],
)
def test_other_tables_are_none_of_tasks(tmp_path, rows):
    assert told(read(tmp_path, page(rows))) == []
