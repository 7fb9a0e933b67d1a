"""Forms: every label stands beside its value."""

import pytest

from dutygraph.graph.intake import read_plans

TITLE = "<meta charset=utf-8><p>甲县2026年渡口安全工作方案</p>"


def form(*rows):
    return (
        "<table>" + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in r) for r in rows) + "</table>"
    )


def told(tmp_path, *tables):
    path = tmp_path / "plan.html"
    path.write_text(TITLE + "<p>见下表。</p>".join(tables), encoding="utf-8")
    (plan,) = read_plans(path)
    return plan.source.layout, [
        (r.text, [(a.unit, a.role.value) for a in plan.assignments(r)], len(r.timing))
        for r in plan.requirements
    ]


FERRY = ("修缮渡口", [("县港航局", "lead"), ("县财政局", "support")], 1)
ROPE = ("更换缆绳", [("县水利局", "lead")], 1)
FIRST = [["任务名称", "修缮渡口"], ["牵头单位", "县港航局"], ["配合单位", "县财政局"]]
FIRST.append(["完成时限", "2026年6月底前"])
SECOND = [["任务名称", "更换缆绳"], ["牵头单位", "县水利局"], ["完成时限", "2026年底前"]]


@pytest.mark.parametrize(
    "tables",
    [
        [form(*FIRST), form(*SECOND)],
        [form(*FIRST, *SECOND)],
        [form([*FIRST[0], *FIRST[1]], [*FIRST[2], *FIRST[3]], [*SECOND[0], *SECOND[1]], SECOND[2])],
    ],
)
def test_each_form_and_each_repeated_label_begins_a_task(tmp_path, tables):
    assert told(tmp_path, *tables) == ("form", [FERRY, ROPE])


def test_a_title_over_the_form_is_no_pair(tmp_path):
    titled = form(*FIRST).replace("<table>", "<table><tr><td colspan=2>任务分解单</td></tr>")
    assert told(tmp_path, titled) == ("form", [FERRY])


def test_a_table_of_two_columns_with_headings_is_no_form(tmp_path):
    layout, requirements = told(
        tmp_path, form(["工作任务", "责任单位"], ["修缮渡口。", "县港航局"], ["值守。", "各镇"])
    )
    assert layout == "table"
    assert [text for text, _, _ in requirements] == ["修缮渡口。", "值守。"]


def test_labels_of_a_register_make_no_task(tmp_path):
    register = form(["索引号", "00123"], ["责任单位", "县政府办公室"], ["备注", "无"])
    assert told(tmp_path, register)[1] == []


OWNED = [["牵头单位", "县港航局"], ["配合单位", "县财政局"], ["改革目标", "渡口达标"]]
OWNED.append(["完成时限", "2026年6月底前"])


@pytest.mark.parametrize("name", ["修缮渡口", "改革项目一：修缮渡口", "（一）修缮渡口"])
def test_a_row_over_the_form_is_its_task_where_no_label_names_one(tmp_path, name):
    titled = form(*OWNED).replace("<table>", f"<table><tr><td colspan=2>{name}</td></tr>")
    other = form(*OWNED[:1]).replace("<table>", "<table><tr><td colspan=2>更换缆绳</td></tr>")
    layout, ((text, *rest), last) = told(tmp_path, titled, other)
    assert (layout, rest) == ("form", [*FERRY[1:]])
    assert text.endswith("修缮渡口")
    assert last == ("更换缆绳", [("县港航局", "lead")], 0)


def test_several_such_tasks_may_stand_in_one_table(tmp_path):
    rows = "".join(
        f"<tr><td colspan=2>{name}<tr><td>牵头单位<td>县港航局<tr><td>完成时限<td>6月底前"
        for name in ("修缮渡口", "更换缆绳")
    )
    assert told(tmp_path, f"<table>{rows}</table>")[1] == [
        ("修缮渡口", [("县港航局", "lead")], 1),
        ("更换缆绳", [("县港航局", "lead")], 1),
    ]


def test_a_title_over_a_form_without_tasks_makes_none(tmp_path):
    titled = form(*OWNED).replace(
        "<table>", "<table><tr><td colspan=2>渡口工作任务分解表</td></tr>"
    )
    assert told(tmp_path, titled)[1] == []


def numbered(rows, label):
    return [[label, rows[0][1]], *rows[1:]]


def test_a_number_behind_the_label_begins_the_next_task(tmp_path):
    for one, two in (
        ("任务一", "任务二"),
        ("重点任务1", "重点任务2"),
        ("事项（一）", "事项（二）"),
    ):
        whole = form(*numbered(FIRST, one), *numbered(SECOND, two))
        assert told(tmp_path, whole) == ("form", [FERRY, ROPE])


def test_numbered_tasks_that_share_their_unit_are_not_read_one_by_one(tmp_path):
    rows = [["任务一", "修缮渡口"], ["任务二", "更换缆绳"], ["牵头单位", "县港航局"]]
    assert ROPE not in told(tmp_path, form(*rows))[1][:1]
    assert [task for task, owners, _ in told(tmp_path, form(*rows))[1] if not owners] == []


def test_an_unknown_label_beside_a_known_one_heads_its_value(tmp_path):
    rows = [
        ["交办事项", "修缮渡口", "交办渠道", "会议"],
        ["牵头单位", "县港航局", "配合单位", "县财政局"],
    ]
    rows.append(["完成时限", "2026年6月底前", "回执编号", "甲001"])
    assert told(tmp_path, form(*rows)) == ("form", [FERRY])
