"""A document's rule for the units in brackets: in a heading or a note, and where there is none."""

import pytest

from dutygraph.graph.intake import read_plans

TITLE = "云泽县2026年渡口整治任务分解表"
CELLS = ["县港航局（县财政局、各镇）", "县水利局", "各镇（街道）"]
TOLD = [
    [("县港航局", "lead"), ("县财政局", "support"), ("各镇", "support")],
    [("县水利局", "lead")],
    [("各镇（街道）", "lead")],
]


def read(path, heading, note="", cells=CELLS):
    rows = [["序号", "任务", heading]]
    rows += [[str(at), "修缮渡口。", cell] for at, cell in enumerate(cells, 1)]
    table = "".join("<tr>" + "".join(f"<td>{cell}" for cell in row) for row in rows)
    page = path / "plan.html"
    page.write_text(f"<meta charset=utf-8><p>{TITLE}</p><table>{table}</table><p>{note}</p>")
    (plan,) = read_plans(page)
    return [[(a.unit, a.role.value) for a in plan.assignments(r)] for r in plan.requirements]


@pytest.mark.parametrize(
    ("heading", "note"),
    [
        ("责任单位（括号内为配合单位）", ""),
        ("责任单位", "注：括号内单位为配合单位。"),
        ("责任单位", "说明：括号外为牵头单位，括号内为协办单位。"),
        ("责任单位", "注：( )内为配合单位"),
        ("牵头单位（带括号的为参与单位）", ""),
    ],
)
def test_units_in_brackets_are_what_the_rule_says(tmp_path, heading, note):
    assert read(tmp_path, heading, note) == TOLD


def test_the_rule_may_give_the_lead_to_those_in_brackets(tmp_path):
    told = read(tmp_path, "责任单位", "注：括号内为牵头单位。", ["县水利局、县财政局（县港航局）"])
    assert told == [[("县水利局", "support"), ("县财政局", "support"), ("县港航局", "lead")]]


def test_brackets_stay_in_names_where_no_rule_speaks_of_them(tmp_path):
    told = read(tmp_path, "责任单位", "注：括号内为往年数据。", ["县发改委（县粮食局）"])
    assert told == [[("县发改委（县粮食局）", "responsible")]]
