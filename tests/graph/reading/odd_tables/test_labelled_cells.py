"""Tables whose task cells name the units in labels or brackets."""

import pytest

from dutygraph.graph.intake import read_plans


def table(*rows):
    return (
        "<meta charset=utf-8><p>甲县2026年渡口任务清单</p><table>"
        + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
        + "</table>"
    )


@pytest.fixture
def told(tmp_path):
    def read(*rows):
        path = tmp_path / "plan.html"
        path.write_text(table(*rows), encoding="utf-8")
        (plan,) = read_plans(path)
        sections = {section.id: section.title for section in plan.sections}
        return [
            (
                r.number,
                sections.get(r.section),
                r.text,
                [f"{a.role.value} {a.unit}" for a in plan.assignments(r)],
                [t.raw for t in r.timing],
            )
            for r in plan.requirements
        ], [doubt.code for doubt in plan.doubts]

    return read


def test_number_units_and_deadline_stay_with_their_own_row(told):
    requirements, doubts = told(
        ["序号", "重点任务", "完成时限"],
        ["1", "修缮渡口。<br>责任单位：县港航局、县财政局", "6月底前"],
        ["2", "更换缆绳。（牵头单位：县水利局，配合单位：各镇）", "9月底前"],
        ["3", "开展培训。责任单位：县人社局", "持续推进"],
    )
    assert requirements == [
        ("1", None, "修缮渡口。", ["responsible 县港航局", "responsible 县财政局"], ["6月底前"]),
        ("2", None, "更换缆绳。", ["lead 县水利局", "support 各镇"], ["9月底前"]),
        ("3", None, "开展培训。", ["responsible 县人社局"], ["持续推进"]),
    ]
    assert doubts == []


def test_items_of_one_cell_have_their_own_units_or_share_the_line_below_them(told):
    requirements, doubts = told(
        ["类别", "序号", "工作内容", "备注"],
        [
            "一、设施",
            "1",
            "1.修缮渡口。（责任单位：县港航局）<br>2.更换缆绳。（责任单位：县水利局）",
            "",
        ],
        ["", "2", "1.开展培训。<br>2.发放手册。<br>责任单位：县人社局", ""],
        ["二、秩序", "3", "清理占道船只", ""],
    )
    assert [(number, section, units) for number, section, _, units, _ in requirements] == [
        ("1", "一、设施", ["responsible 县港航局"]),
        ("2", "一、设施", ["responsible 县水利局"]),
        ("1", "一、设施", ["responsible 县人社局"]),
        ("2", "一、设施", ["responsible 县人社局"]),
        ("3", "二、秩序", []),
    ]
    assert doubts == ["reading.shared-cell", "reading.no-unit"], "who names nobody is not lost"


def test_a_table_that_names_nobody_is_no_plan(told):
    requirements, _ = told(
        ["序号", "工作内容", "备注"],
        ["1", "修缮渡口（含栈桥）", ""],
        ["2", "更换缆绳", "县财政局补助"],
    )
    assert requirements == []
