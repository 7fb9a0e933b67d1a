"""Tables of units and their duties under headings that say no role."""

import pytest

from dutygraph.graph.lexicon.headings import Holds
from dutygraph.graph.reading.columns.headings import header

CELLS = [
    "1",
    "县公安局",
    "1.牵头打击贩毒。\n2.负责管控吸毒人员，每月通报。",
    "2",
    "县教育局",
    "配合做好毒品预防宣传。",
]


def told(plan):
    return [
        (r.text, [(a.unit, a.role.value) for a in plan.assignments(r)]) for r in plan.requirements
    ]


@pytest.mark.parametrize(
    ("unit", "duty"), [("部门", "职责分工"), ("涉及部门", "事权清单"), ("成员单位", "工作职责")]
)
def test_the_verb_of_a_duty_tells_the_role_of_its_unit(tmp_path, unit, duty):
    from docx import Document as Word

    from dutygraph.graph.intake import read_plans

    document = Word()
    document.add_paragraph("云泽县禁毒工作职责分工")
    table = document.add_table(rows=3, cols=3)
    for at, text in enumerate(["序号", unit, duty, *CELLS]):
        table.cell(at // 3, at % 3).text = text
    document.save(tmp_path / "plan.docx")
    (plan,) = read_plans(tmp_path / "plan.docx")
    assert told(plan) == [
        ("牵头打击贩毒。", [("县公安局", "lead")]),
        ("负责管控吸毒人员，每月通报。", [("县公安局", "responsible")]),
        ("配合做好毒品预防宣传。", [("县教育局", "support")]),
    ]


@pytest.mark.parametrize(
    "headings",
    [["姓名", "单位", "职责"], ["序号", "部门", "预算数"], ["部门", "单位", "职责"]],
)
def test_other_tables_hold_no_duties_of_units(headings):
    columns = header(headings)
    assert columns is None or Holds.REQUIREMENT not in {c.holds for c in columns}


def test_headings_in_a_line_stand_above_cells_that_are_lines(read):
    plan = read(
        "电动自行车安全管理\n序号 涉及部门 职责分工\n1\n县公安局\n负责登记上牌。\n"
        "2\n县城管局\n负责停放管理。\n\n相关依据：\n\n1.《云泽县电动自行车管理条例》\n"
    )
    assert told(plan) == [
        ("负责登记上牌。", [("县公安局", "responsible")]),
        ("负责停放管理。", [("县城管局", "responsible")]),
    ]
    assert not any(r.citations for r in plan.requirements)


def test_the_same_holds_where_headings_name_tasks(read):
    plan = read(
        "云泽县2026年渡口任务分工表\n序号 工作任务 责任单位 完成时限\n1\n修缮渡口。\n县港航局\n"
        "9月底前\n2\n培训船员。\n县人社局\n10月底前\n"
    )
    assert plan.title == "云泽县2026年渡口任务分工表"
    assert [unit for _, ((unit, _),) in told(plan)] == ["县港航局", "县人社局"]
    assert [t.date for r in plan.requirements for t in r.timing] == ["2026-09", "2026-10"]


def test_a_note_in_a_row_of_tabs_is_no_task(read):
    plan = read(
        "云泽县2026年整改清单\n序号\t整改任务\t责任单位\t整改时限\n1\t修缮渡口。\t县港航局\t9月底前\n"
        "\t\t\t\n注：长期坚持的每年12月报告一次。\t\t\t\n"
    )
    assert told(plan) == [("修缮渡口。", [("县港航局", "responsible")])]
