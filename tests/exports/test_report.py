"""The findings fit on a page and quote what they claim."""

import re
from dataclasses import replace

import pytest
from specimens import HOSTILE, SPAN, hostile_plan, plan_of

from dutygraph.exports.report import escaped, render_report
from dutygraph.graph.codes import Role, TimingKind
from dutygraph.graph.network.apart import diagnose_each
from dutygraph.graph.network.ownership import ownership_in
from dutygraph.graph.network.plan_incidence import incidence_of
from dutygraph.graph.plan import Timing
from dutygraph.graph.store import open_store


def made(*plans, lang="zh"):
    with open_store() as store:
        for plan in plans:
            store.put(plan)
        ownership = ownership_in(store)
    return render_report(plans, diagnose_each(incidence_of(*plans)), ownership, lang)


@pytest.fixture(scope="module")
def text(plan, diagnosis, ownership):
    return render_report([plan], diagnosis, ownership, "zh")


def test_it_says_what_the_plan_holds(text):
    assert text.startswith("# 情况报告：汕尾市公安局2022年政务公开工作要点分工方案\n")
    assert (
        "5 章 12 项任务，共 40 条要求，写在 34 个单位格里；点名 14 个单位，另有 2 个集合名称"
        in text
    )


def test_the_grave_gap_is_quoted_with_its_place(text, plan):
    requirement = plan.requirements[6]
    assert f"> {requirement.text}\n> — {requirement.span.describe('zh')}" in text
    assert "第7条：只落到集合名称" in text


def test_the_hub_and_the_bottleneck_are_named_with_their_figures(text):
    assert "政务公开办是总枢纽：40 条中的 36 条都有它" in text
    assert "政务公开办是瓶颈单位" in text


def test_it_stays_a_page(text):
    assert len(text) < 3500


def test_english_says_the_same(plan, diagnosis, ownership):
    text = render_report([plan], diagnosis, ownership, "en")
    assert "政务公开办 is the hub: it stands on 36 of 40 requirements" in text
    assert "Requirement 7: Only a collective" in text


def test_the_same_plan_gives_the_same_text(text, plan, diagnosis, ownership):
    assert render_report([plan], diagnosis, ownership, "zh") == text


def test_texts_cannot_mark_up_the_report():
    text = made(hostile_plan())
    assert re.findall(r"(?<!\\)<(?:script|img|a)", text) == []
    assert escaped(HOSTILE[1]) in text
    assert escaped("a|b\n# c") == "a\\|b \\# c"


def test_several_plans_begin_with_an_overview():
    one = plan_of([[("甲局", Role.LEAD)]], title="甲市方案")
    other = plan_of([[("各单位", Role.RESPONSIBLE)]], title="乙市方案")
    text = made(one, other)
    assert text.startswith("# 2 份分工方案的情况\n")
    assert "| 甲市方案 | 1 | 1 | 0 | 0 |" in text
    assert "| 乙市方案 | 1 | 0 | 1 | 0 |" in text


def test_many_plans_are_cut_and_the_report_says_so():
    plans = [plan_of([[("甲局", Role.LEAD)]], title=f"方案{n}") for n in range(22)]
    text = made(*plans)
    assert text.count("# 情况报告：") == 20
    assert "只详列前 20 份" in text


def timed(plan, *dates):
    """Give the requirements of a plan deadlines: one text of dates each."""
    held = [
        tuple(Timing(TimingKind.DEADLINE, day, SPAN, date=day) for day in each.split())
        for each in dates
    ]
    requirements = zip(plan.requirements, held, strict=True)
    return replace(plan, requirements=tuple(replace(one, timing=own) for one, own in requirements))


def test_what_is_due_stands_by_its_last_day_with_its_owners():
    lead, support = ("甲局", Role.LEAD), ("乙局", Role.SUPPORT)
    plan = plan_of([[lead, support], [("丙局", Role.RESPONSIBLE), lead], [support], [lead]])
    text = made(timed(plan, "2022-12", "2022 2022-06-05", "2022-06-05", ""))
    assert "## 期限（按最后一天排列）\n" in text
    listed = [line for line in text.splitlines() if line.startswith("- **2022")]
    assert listed == [
        "- **2022-06-05** 第2条（丙局、甲局）、第3条（没有责任单位）",
        "- **2022-12-31** 第1条（甲局）、第2条（丙局、甲局）",
    ]


def test_a_plan_without_deadlines_has_no_list_of_them(text):
    assert "期限（按最后一天排列）" not in text


def test_many_days_are_cut_and_the_rest_is_counted():
    plan = plan_of([[("甲局", Role.LEAD)]] * 28)
    text = made(timed(plan, *(f"2022-02-{day:02}" for day in range(1, 29))), lang="en")
    assert text.count("- **2022-02-") == 20
    assert "8 more days" in text
