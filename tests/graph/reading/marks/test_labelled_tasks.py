"""Tasks behind a label on a line of their own, with the units on the lines below."""

import pytest

TITLE = "云泽镇2026年度党委会议定事项交办单\n\n"


def told_by(plan):
    return [
        (r.number, r.text, [f"{a.role.value} {a.unit}" for a in plan.assignments(r)])
        for r in plan.requirements
    ]


@pytest.mark.parametrize("label", ["议定事项", "工作任务", "交办事项", "具体内容"])
@pytest.mark.parametrize("heading", ["事项{}\n", ""])
def test_neither_the_label_nor_the_heading_above_it_is_part_of_the_task(read, label, heading):
    plan = read(
        TITLE
        + f"{heading.format('一')}{label}：修缮渡口，更换标识。\n"
        + "主办单位：镇港航站\n协办单位：财政所\n办结时限：5月底前\n\n"
        + f"{heading.format('二')}{label}：培训船员。\n"
        + "主办单位：文旅办\n协办单位：无\n办结时限：6月底前\n"
    )
    assert told_by(plan) == [
        ("", "修缮渡口，更换标识。", ["lead 镇港航站", "support 财政所"]),
        ("", "培训船员。", ["lead 文旅办"]),
    ]
    assert plan.title == TITLE.strip()


def test_what_stands_below_the_task_is_part_of_it(read):
    plan = read(
        TITLE + "工作任务：修缮渡口。\n更换标识，公布名录。\n责任单位：镇港航站\n"
        "工作任务：培训船员。\n责任单位：文旅办\n"
    )
    assert [text for _, text, _ in told_by(plan)] == [
        "修缮渡口。\n更换标识，公布名录。",
        "培训船员。",
    ]
