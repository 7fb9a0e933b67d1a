"""A table without known headings goes on in the columns of the one before it, or is another one."""

import pytest

from dutygraph.graph.intake import read_plans

FIRST = [
    ["序号", "工作任务", "责任单位", "完成时限"],
    ["1", "修缮渡口。", "县港航局", "9月底前"],
    ["2", "培训船员。", "县人社局", "10月底前"],
]


def grid(rows):
    cells = "".join("<tr>" + "".join(f"<td>{cell}" for cell in row) for row in rows)
    return f"<table>{cells}</table><p>另有如下。</p>"


@pytest.fixture
def told(tmp_path):
    def read(*tables):
        path = tmp_path / "plan.html"
        head = "<meta charset=utf-8><p>云泽县2026年渡口任务清单</p>"
        path.write_text(head + "".join(map(grid, tables)), "utf-8")
        (plan,) = read_plans(path)
        return [(r.number, [a.unit for a in plan.assignments(r)]) for r in plan.requirements]

    return read


BEFORE = [("1", ["县港航局"]), ("2", ["县人社局"])]


@pytest.mark.parametrize("head", [[], [["编次", "打法", "担纲者", "节奏"]]])
@pytest.mark.parametrize("unit", ["县应急局", "各镇", "县城管局、云泽公司"])
def test_rows_that_fit_go_on(told, head, unit):
    more = [*head, ["3", "更换标识。", unit, "9月底前"], ["4", "举办活动。", "县文旅局", "全年"]]
    assert told(FIRST, more) == [*BEFORE, ("3", unit.split("、")), ("4", ["县文旅局"])]


def test_rows_whose_units_are_blank_go_on(told):
    assert told(FIRST, [["3", "更换标识。", "", "9月底前"]]) == [*BEFORE, ("3", [])]


@pytest.mark.parametrize(
    "rows",
    [
        [["姓名", "单位", "职务", "电话"], ["陶亮", "县港航局", "局长", "62000001"]],
        [["单位", "联系人", "职务", "电话"], ["县港航局", "陶亮", "局长", "62000001"]],
        [["物件", "放在哪里", "有多少", "好坏"], ["救生衣", "东门渡口", "120件", "完好"]],
        [["救生衣", "东门渡口", "120件", "完好"], ["帐篷", "西门渡口", "50顶", "完好"]],
    ],
)
def test_a_table_of_other_things_is_another_one(told, rows):
    assert told(FIRST, rows) == BEFORE
