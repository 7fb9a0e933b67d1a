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
