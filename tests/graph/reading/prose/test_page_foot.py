"""Who keeps a page assigns nothing, and the links and times of a page are no requirements."""

import pytest

from dutygraph.graph.intake import read_plans

TITLE = "云泽县2026年渡口安全任务清单\n"
ITEMS = "1.修缮渡口。\n责任单位：县水利局\n2.更换标识。\n责任单位：县港航局\n"


def told_by(plan):
    return [
        (r.number, r.text, [f"{a.role.value} {a.unit}" for a in plan.assignments(r)])
        for r in plan.requirements
    ]


TOLD = [
    ("1", "修缮渡口。", ["responsible 县水利局"]),
    ("2", "更换标识。", ["responsible 县港航局"]),
]


@pytest.mark.parametrize(
    "foot",
    [
        "主办：云泽县人民政府",
        "主办单位：云泽县人民政府  承办单位：云泽县大数据中心",
        "主办：云泽县人民政府办公室\n承办：云泽县信息中心\n网站标识码：0000000000",
        "【打印】【关闭】\n主办：云泽县人民政府 联系电话：0000-222",
        "返回顶部\n版权所有：云泽县人民政府\n技术支持：云泽县数据局",
        "主办：云泽县传媒集团 云ICP备0000号\n上一篇：云泽县渡口公告",
    ],
)
def test_the_foot_of_a_page_assigns_nothing(read, foot):
    assert told_by(read(TITLE + ITEMS + foot)) == TOLD


def test_the_same_labels_assign_where_items_have_them(read):
    plan = read(
        TITLE
        + ITEMS
        + "3.举办龙舟赛。\n主办单位：县人民政府\n承办单位：县文旅局\n"
        + "4.举办渔歌会。\n主办单位：县人民政府\n"
    )
    assert told_by(plan) == [
        *TOLD,
        ("3", "举办龙舟赛。", ["lead 县人民政府", "support 县文旅局"]),
        ("4", "举办渔歌会。", ["lead 县人民政府"]),
    ]


@pytest.mark.parametrize(
    "text", ["【打印】【关闭】", "打印本页 关闭窗口", "9月底前", "2026年12月31日前"]
)
def test_links_and_times_alone_are_no_requirement(read, text):
    assert read(f"{TITLE}{text}\n责任单位：县水利局\n").requirements == ()


def test_a_time_between_two_labels_parts_nothing(read):
    plan = read(f"{TITLE}1.修缮渡口。\n牵头单位：县水利局\n6月底前\n配合单位：县文旅局\n2.值守。\n")
    assert told_by(plan) == [("1", "修缮渡口。", ["lead 县水利局", "support 县文旅局"])]


@pytest.mark.parametrize("label", ["监督单位", "指导单位", "责任单位"])
def test_a_label_below_a_table_takes_no_words_of_its_last_cells(tmp_path, label):
    rows = "<tr><td>序号<td>工作任务<td>完成时限<tr><td>1<td>修缮渡口。<td>9月底前"
    path = tmp_path / "plan.html"
    page = f"<meta charset=utf-8><h3>{TITLE}</h3><table>{rows}</table><p>{label}：云泽县港航局</p>"
    path.write_text(page, "utf-8")
    (plan,) = read_plans(path)
    assert "9月底前" not in [line for r in plan.requirements for line in r.text.split("\n")]
