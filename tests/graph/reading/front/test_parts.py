"""Several plans in one file, and files without a plan."""

import pytest

from dutygraph.graph.errors import NoPlanError

PLAN = "云泽县2026年{name}任务分工\n1.修缮{name}。（责任单位：县港航局）\n"


def test_each_attachment_with_tasks_is_a_plan(read_all):
    text = "关于印发两个分工的通知\n各镇：\n附件1\n{}附件2\n{}".format(
        PLAN.format(name="渡口"), PLAN.format(name="道路")
    )
    plans = read_all(text)
    assert [plan.title for plan in plans] == [
        "云泽县2026年渡口任务分工",
        "云泽县2026年道路任务分工",
    ]
    assert [len(plan.requirements) for plan in plans] == [1, 1]


def test_a_new_title_behind_tasks_begins_another_plan(read_all):
    plans = read_all(PLAN.format(name="渡口") + PLAN.format(name="道路"))
    assert len(plans) == 2


def test_a_title_repeated_by_a_page_break_begins_nothing(read_all):
    first = PLAN.format(name="渡口")
    plans = read_all(first + "云泽县2026年渡口任务分工\n2.培训。（责任单位：县人社局）\n")
    assert [len(plan.requirements) for plan in plans] == [2]


def test_a_notice_of_an_attachment_gives_the_notices_facts_to_the_plan(read_all):
    text = (
        "云泽县人民政府办公室关于印发任务分工的通知\n云政办发〔2026〕3号\n各镇人民政府：\n"
        "附件：任务分工\n云泽县人民政府办公室\n2026年3月1日\n附件\n云泽县渡口任务分工\n"
        "1.修缮渡口，9月底前完成。（责任单位：县港航局）"
    )
    (plan,) = read_all(text)
    assert (plan.issuer, plan.year, plan.date) == ("云泽县人民政府办公室", 2026, "2026-03-01")
    assert str(plan.document_number) == "云政办发〔2026〕3号"
    assert plan.requirements[0].timing[0].date == "2026-09"


@pytest.mark.parametrize(
    "text",
    [
        "关于印发任务分工表的通知\n各牵头单位要加强统筹，配合单位要密切配合。",
        "关于印发任务分工表的通知\n列第一位的责任单位为牵头单位。",
        "索引号 | 001 | 主题分类 | 综合\n发布机构 | 县政府 | 责任部门 | 县督查室",
        "首页 > 政务公开 > 通知\n【打印】【关闭】",
        "这里什么分工也没有。",
    ],
)
def test_a_notice_gives_no_requirement_and_a_doubt(read, text):
    plan = read(text)
    assert plan.requirements == ()
    assert "reading.no-tasks" in [doubt.code for doubt in plan.doubts]


@pytest.mark.parametrize("text", ["", "\n\n", " \n\t\n"])
def test_a_document_without_text_holds_no_plan(read_all, text):
    with pytest.raises(NoPlanError) as caught:
        read_all(text)
    assert "plan.txt" in str(caught.value)
