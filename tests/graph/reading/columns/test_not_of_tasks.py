"""Tables of projects, powers and meetings give no requirement, unless plain owners stand there."""

import pytest

from dutygraph.graph.intake import read_plans

OTHERS = {
    "projects": (
        ["序号", "项目名称", "建设内容", "总投资", "项目业主"],
        ["1", "滨江渡口", "新建码头2座", "3.5亿元", "县城投公司"],
    ),
    "projects of science": (
        ["序号", "项目名称", "承担单位", "项目负责人", "资助额度"],
        ["1", "渡船节能", "县农科院", "周岚", "20"],
    ),
    "grants": (
        ["序号", "项目", "申报单位", "主管部门", "安排资金"],
        ["1", "渡口改造", "县航运公司", "县港航局", "200"],
    ),
    "events": (
        ["序号", "活动名称", "活动内容", "时间", "地点", "主办单位"],
        ["1", "渡口开放日", "参观渡船", "5月1日", "老渡口", "县港航局"],
    ),
    "persons": (
        ["姓名", "职务", "分管单位", "分管工作"],
        ["陈远帆", "副县长", "县港航局、县教育局", "负责港航、教育工作"],
    ),
    "powers": (
        ["序号", "许可事项名称", "中央主管部门", "实施机关", "设定和实施依据"],
        ["1", "渡口设置许可", "某部", "县港航局", "《渡口条例》"],
    ),
    "records": (
        ["序号", "事项名称", "主管单位", "实施机关", "承诺办结时限"],
        ["1", "渡船备案", "省港航局", "县港航局", "3个工作日"],
    ),
    "meetings": (
        ["序号", "会议名称", "会议内容", "时间", "主办单位", "参会人员"],
        ["1", "渡口安全例会", "通报情况", "6月10日", "县港航局", "各镇分管领导"],
    ),
}


def read(path, head, row, more=(), cells=()):
    rows = [[*head, *more], *([[*row, *cells]] * 3)]
    table = "".join("<tr>" + "".join(f"<td>{cell}" for cell in one) for one in rows)
    page = path / "list.html"
    page.write_text(f"<meta charset=utf-8><p>云泽县2026年一览表</p><table>{table}</table>", "utf-8")
    (plan,) = read_plans(page)
    return plan


@pytest.mark.parametrize("kind", OTHERS)
def test_a_list_of_another_kind_gives_no_requirement(tmp_path, kind):
    assert not read(tmp_path, *OTHERS[kind]).requirements


@pytest.mark.parametrize("kind", [kind for kind in OTHERS if kind != "persons"])
def test_plain_owners_make_it_one_of_tasks(tmp_path, kind):
    plan = read(tmp_path, *OTHERS[kind], ["责任单位"], ["县财政局"])
    assert len(plan.requirements) == 3
    assert {"县财政局"} <= set(plan.names)


def test_who_builds_has_a_task_where_the_heading_says_so(tmp_path):
    head, row = ["序号", "工作任务", "建设规模", "实施单位"], ["1", "修缮渡口", "2座", "县港航局"]
    assert read(tmp_path, head, row).names == ("县港航局",)
