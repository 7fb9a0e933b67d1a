"""Two tables side by side in one grid are read one after the other."""

import pytest

from dutygraph.graph.intake import read_plans

TITLE = "云泽县2026年渡口安全任务分工表"
HEAD = ["序号", "工作任务", "责任单位", "完成时限"]
LEFT = [
    ["1", "修缮渡口。", "县港航局", "9月底前"],
    ["2", "培训船员。", "县人社局、各镇", "10月底前"],
    ["3", "更新浮标。", "县水务局", "8月底前"],
]
RIGHT = [
    ["4", "巡查码头。", "县应急局", "11月底前"],
    ["5", "公布热线。", "县交通局、县信访局", "3月底前"],
    ["", "", "", ""],
]
TOLD = [(row[0], row[1], row[2].split("、"), [row[3]]) for row in [*LEFT, *RIGHT[:2]]]


def page(rows):
    cells = "".join("<tr>" + "".join(f"<td>{cell}" for cell in row) for row in rows)
    return ".html", f"<p>{TITLE}</p><table>{cells}</table>"


def csv(rows):
    return ".csv", TITLE + "\n" + "".join(",".join(row) + "\n" for row in rows)


def marked(mark):
    return lambda rows: (".txt", TITLE + "\n" + "".join(mark.join(row) + "\n" for row in rows))


def lines(rows):
    cells = (cell for row in rows for cell in row if cell)
    return ".txt", TITLE + "\n" + "\n".join(cells)


def read(tmp_path, form, rows):
    suffix, text = form(rows)
    path = tmp_path / f"plan{suffix}"
    path.write_text(text, "utf-8")
    (plan,) = read_plans(path)
    return plan


def told(plan):
    return [
        (r.number, r.text, [a.unit for a in plan.assignments(r)], [t.raw for t in r.timing])
        for r in plan.requirements
    ]


def beside(gap, *, left=LEFT, right=RIGHT, head=HEAD):
    pairs = zip([head, *left], [head, *right], strict=True)
    return [[*one, *gap, *other] for one, other in pairs]


@pytest.mark.parametrize("form", [page, csv, marked("\t"), marked(" | ")])
@pytest.mark.parametrize("gap", [[], [""]])
def test_headings_that_come_again_begin_a_second_table(tmp_path, form, gap):
    assert told(read(tmp_path, form, beside(gap))) == TOLD


def test_one_cell_a_line_gives_its_tasks_in_the_order_of_the_lines(tmp_path):
    plan = read(tmp_path, lines, beside([]))
    assert sorted(told(plan)) == TOLD


def test_three_tables_and_a_column_behind_the_last(tmp_path):
    rows = [
        [*row, *other, *third, last]
        for row, other, third, last in zip(
            [HEAD[:3], LEFT[0][:3], LEFT[1][:3]],
            [HEAD[:3], LEFT[2][:3], RIGHT[0][:3]],
            [HEAD[:3], RIGHT[1][:3], RIGHT[2][:3]],
            ["备注", "已动工", ""],
            strict=True,
        )
    ]
    assert [(n, units) for n, _, units, _ in told(read(tmp_path, page, rows))] == [
        (n, units) for n, _, units, _ in TOLD
    ]


def test_a_heading_over_both_halves_is_the_section_of_both(tmp_path):
    banner = "<tr><td colspan=8>一、渡口"
    rows = beside([])
    _, text = page(rows)
    head, rest = text.split("</table>")[0].split("<tr><td>1", 1)
    path = tmp_path / "plan.html"
    path.write_text(f"{head}{banner}<tr><td>1{rest}</table>", "utf-8")
    (plan,) = read_plans(path)
    assert told(plan) == TOLD
    assert {plan.section_by_id[r.section].title for r in plan.requirements} == {"一、渡口"}


def test_a_page_break_keeps_the_halves_apart(tmp_path):
    first, second = (page(rows)[1] for rows in (beside([])[:2], beside([])[2:]))
    path = tmp_path / "plan.html"
    path.write_text(first + second.split("</p>")[1], "utf-8")
    (plan,) = read_plans(path)
    assert sorted(told(plan)) == TOLD


@pytest.mark.parametrize(
    "head",
    [
        ["序号", "工作任务", "责任单位", "完成时限", "责任单位", "完成时限"],
        ["序号", "工作任务", "责任单位", "序号", "问题", "整改情况"],
    ],
)
def test_other_headings_that_stand_twice_are_those_of_one_table(tmp_path, head):
    row = ["1", "修缮渡口。", "县港航局", "9月底前", "县应急局", "10月底前"]
    plan = read(tmp_path, page, [head, row])
    assert len(plan.requirements) == 1
