"""Where only the heading of the units is known, the cells tell the rest, and a doubt says so."""

import pytest

from dutygraph.graph.intake import read_plans

TITLE = "云泽县2026年渡口巡查任务分解表"
HEAD = ["巡查点位", "巡查标准", "责任单位", "巡查车辆"]
ROWS = [
    ["东门渡口", "码头无破损、无积水。", "县港航局、县城管局", "若干"],
    ["西门渡口", "救生衣摆放整齐。", "县应急局", "若干"],
    ["南门渡口", "公示牌清晰、无遮挡。", "县交通局、各镇", "若干"],
]


def page(rows):
    cells = "".join("<tr>" + "".join(f"<td>{cell}" for cell in row) for row in rows)
    return ".html", f"<p>{TITLE}</p><table>{cells}</table>"


def tabs(rows):
    return ".txt", TITLE + "\n" + "".join("\t".join(row) + "\n" for row in rows)


def csv(rows):
    return ".csv", "".join(",".join(row) + "\n" for row in rows)


def read(tmp_path, form, rows):
    suffix, text = form(rows)
    path = tmp_path / f"plan{suffix}"
    path.write_text(text, "utf-8")
    (plan,) = read_plans(path)
    return plan


def told(plan):
    return [(r.text, [a.unit for a in plan.assignments(r)]) for r in plan.requirements]


@pytest.mark.parametrize("form", [page, tabs, csv])
@pytest.mark.parametrize("order", [(0, 1, 2, 3), (2, 1, 0, 3), (1, 3, 0, 2)])
def test_cells_tell_what_few_known_headings_leave_open(tmp_path, form, order):
    plan = read(tmp_path, form, [[row[at] for at in order] for row in [HEAD, *ROWS]])
    assert told(plan) == [(row[1], row[2].split("、")) for row in ROWS]
    doubts = [dict(d.values) for d in plan.doubts if d.code == "reading.few-headings"]
    assert doubts == [{"text": "巡查标准", "units": "责任单位"}]


@pytest.mark.parametrize("form", [page, tabs, csv])
@pytest.mark.parametrize(
    ("head", "rows"),
    [
        (
            ["姓名", "职务", "责任单位"],
            [["陶亮", "科长", "县港航局"]] * 2,
        ),
        (["巡查点位", "巡查标准", "责任单位"], [["东门", "码头无破损。", "陶亮"]] * 2),
        (["巡查点位", "岗位要求", "主管单位"], [["东门", "码头无破损。", "县港航局"]] * 2),
        (["巡查点位", "巡查标准", "责任单位"], [["东门", "码头无破损。", "县港航局"]]),
        (["项目名称", "建设单位"], [["东门码头改建", "县港航局"], ["西门码头改建", "县交通局"]]),
        (
            ["工作任务", "验收情况"],
            [["修缮东门码头。", "县港航局"], ["改建西门码头。", "县交通局"]],
        ),
    ],
)
def test_other_tables_are_none_of_tasks(tmp_path, form, head, rows):
    assert told(read(tmp_path, form, [head, *rows])) == []


PIPES = [["工作任务", "验收单位", "完成时限"], *([row[1], row[2], "9月底"] for row in ROWS)]


def pipes(rows):
    return ".txt", TITLE + "\n" + "".join(" | ".join(row) + "\n" for row in rows)


@pytest.mark.parametrize("form", [page, tabs, csv, pipes])
def test_units_under_an_unknown_heading_alone_are_a_guess(tmp_path, form):
    plan = read(tmp_path, form, PIPES)
    assert told(plan) == [(row[1], row[2].split("、")) for row in ROWS]
    named = [a for r in plan.requirements for a in plan.assignments(r)]
    assert {(a.role.value, a.confidence) for a in named} == {("responsible", 0.4)}
    doubts = [(d.code, dict(d.values)) for d in plan.doubts]
    values = {"heading": "验收单位", "text": "县港航局、县城管局"}
    assert doubts[0] == ("reading.guessed-heading", values)
    assert "reading.few-headings" not in dict(doubts)
