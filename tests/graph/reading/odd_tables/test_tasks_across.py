"""Tables with a task in each column, a row of units below them, and rows of places."""

import pytest

from dutygraph.graph.errors import NoPlanError
from dutygraph.graph.intake import read_plans

KINDS = (
    "<tr><td rowspan=2>地区</td><td colspan=2>守护渡口</td><td>培训船员</td></tr>"
    "<tr><td>修缮渡口（处）</td><td>更换缆绳，9月底前完成</td><td>培训船员（人）</td></tr>"
)
UNITS = (
    "<tr><td>责任<br>单位</td><td>县港航局</td><td>县港航局、县财政局</td><td>县人社局</td></tr>"
)
PLACES = (
    "<tr><td>全县</td><td>12</td><td>30</td><td>400</td></tr>"
    "<tr><td>河口镇</td><td>5</td><td></td><td>100</td></tr>"
)


def plans(tmp_path, rows):
    path = tmp_path / "plan.html"
    page = f"<meta charset=utf-8><h1>云泽县2026年民生实事责任分工表</h1><table>{rows}</table>"
    path.write_text(page, "utf-8")
    return read_plans(path)


def told(plan):
    return [
        (r.text, [a.unit for a in plan.assignments(r)], [t.date for t in r.timing])
        for r in plan.requirements
    ]


def test_each_column_is_a_task_with_the_units_below_it(tmp_path):
    (plan,) = plans(tmp_path, KINDS + UNITS + PLACES)
    assert told(plan) == [
        ("修缮渡口（处）", ["县港航局"], []),
        ("更换缆绳，9月底前完成", ["县港航局", "县财政局"], ["2026-09"]),
        ("培训船员（人）", ["县人社局"], []),
    ]
    assert [section.title for section in plan.sections] == ["守护渡口", "培训船员"]


def test_a_second_row_of_units_begins_other_tasks(tmp_path):
    more = (
        "<tr><td>地区</td><td>栽种柳树</td><td>清理河道</td><td>巡查堤岸</td></tr>"
        "<tr><td>责任单位</td><td>县林业局</td><td>县水利局</td><td>县水利局</td></tr>"
    )
    (plan,) = plans(tmp_path, KINDS + UNITS + PLACES + more + PLACES)
    assert [text for text, _, _ in told(plan)][3:] == ["栽种柳树", "清理河道", "巡查堤岸"]


@pytest.mark.parametrize(
    "rows",
    [
        PLACES,
        UNITS + PLACES,
        "<tr><td>地区</td><td>2024</td><td>2025</td><td>2026</td></tr>" + UNITS + PLACES,
    ],
)
def test_without_tasks_above_the_units_there_are_none(tmp_path, rows):
    try:
        found = plans(tmp_path, rows)
    except NoPlanError:
        return
    assert not any(plan.requirements for plan in found)
