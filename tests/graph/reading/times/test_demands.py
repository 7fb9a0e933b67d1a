"""Demands about time, in words and for a machine."""

import pytest

from dutygraph.graph.plan import TimingKind as Kind
from dutygraph.graph.reading.times.demands import timings
from dutygraph.graph.reading.times.told import told_timings
from dutygraph.graph.reading.times.whole import is_time


@pytest.mark.parametrize(
    ("text", "raw", "date"),
    [
        ("到2025年底，建成3座码头", "到2025年底", "2025"),
        ("到2025年，通车率达到90%", "到2025年", "2025"),
        ("2025年12月底前全面完成", "2025年12月底前", "2025-12"),
        ("2025年12月31日前报送", "2025年12月31日前", "2025-12-31"),
        ("9月底前完成整改", "9月底前", "2024-09"),
        ("6月30日前印发", "6月30日前", "2024-06-30"),
        ("年底前出台办法", "年底前", "2024"),
        ("年内建成", "年内", "2024"),
        ("今年底前建成", "今年底前", "2024"),
        ("2026年上半年完成", "2026年上半年", "2026-06"),
        ("收到申请后5个工作日内答复", "5个工作日内", None),
        ("24小时内处置", "24小时内", None),
        ("批准后20日公开", "20日", None),
        ("汛期前完成清淤", "汛期前", None),
        ("4月起执行新标准", "4月起执行", "2024-04"),
        ("十月底前完工", "十月底前", "2024-10"),
    ],
)
def test_deadlines_in_a_sentence(piece, text, raw, date):
    (found,) = timings(piece(text), 2024)
    assert (found.kind, found.raw, found.date) == (Kind.DEADLINE, raw, date)
    assert text[found.span.start : found.span.end] == raw


@pytest.mark.parametrize(
    ("text", "raw", "period"),
    [
        ("每季度通报一次", "每季度", "P3M"),
        ("每3年编制一次规划", "每3年", "P3Y"),
        ("每隔5天通报", "每隔5天", "P5D"),
        ("每2个月调度一次", "每2个月", "P2M"),
        ("每月底前报送进展", "每月底前", "P1M"),
        ("每年6月底前评估", "每年6月底前", "P1Y"),
        ("每月第一个星期二召开例会", "每月第一个星期二", "P1M"),
        ("按月调度", "按月", "P1M"),
        ("按季发放", "按季", "P3M"),
        ("每周巡查", "每周", "P1W"),
        ("每半年评估", "每半年", "P6M"),
        ("逐月通报", "逐月", "P1M"),
        ("每两年复核", "每两年", "P2Y"),
    ],
)
def test_recurrence(piece, text, raw, period):
    (found,) = timings(piece(text), 2024)
    assert (found.kind, found.raw, found.period) == (Kind.RECURRENCE, raw, period)


@pytest.mark.parametrize(
    ("text", "raw", "count", "period"),
    [
        ("每年至少召开一次会议", "每年至少召开一次", 1, "P1Y"),
        ("每半年至少听取2次汇报", "每半年至少听取2次", 2, "P6M"),
        ("每季度不少于3场", "每季度不少于3场", 3, "P3M"),
        ("全年不少于4次", "全年不少于4次", 4, "P1Y"),
    ],
)
def test_least_frequency(piece, text, raw, count, period):
    (found,) = timings(piece(text), 2024)
    assert (found.kind, found.raw) == (Kind.MINIMUM_FREQUENCY, raw)
    assert (found.count, found.period) == (count, period)


def test_a_least_period_keeps_its_hedge_and_what_it_is_said_of(piece):
    (found,) = timings(piece("公开征求意见期限一般不少于30天。"), 2024)
    assert found.kind is Kind.MINIMUM_PERIOD
    assert (found.raw, found.duration, found.hedge) == ("一般不少于30天", "P30D", "一般")
    assert found.activity == "公开征求意见期限"


@pytest.mark.parametrize("word", ["及时", "定期", "第一时间", "不定期", "适时", "尽快"])
def test_vague_words_are_recorded_without_a_number(piece, word):
    (found,) = timings(piece(f"{word}公开结果"), 2024)
    assert (found.kind, found.raw) == (Kind.VAGUE, word)
    assert found.date is found.period is found.count is found.duration is None


@pytest.mark.parametrize(
    "text",
    [
        "给予5年内免租",
        "最长3年贴息",
        "每月1000元补助",
        "每人每年给予补贴500元",
        "2021年至2025年规划",
        "落实《2025年底前行动方案》",
        "按年度计划推进",
        "按季节调整",
        "建于2000年的小区",
        "15分钟便民生活圈",
        "日常巡检",
    ],
)
def test_durations_amounts_and_titles_are_no_demands(piece, text):
    assert timings(piece(text), 2024) == ()


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("9月底前，长期坚持", [(Kind.DEADLINE, "9月底前"), (Kind.ONGOING, "长期坚持")]),
        ("持续推进", [(Kind.ONGOING, "持续推进")]),
        ("全年", [(Kind.ONGOING, "全年")]),
        ("2024年6月", [(Kind.DEADLINE, "2024年6月")]),
        ("6月", [(Kind.DEADLINE, "6月")]),
        ("12月底完成", [(Kind.DEADLINE, "12月底完成")]),
        ("每季度末", [(Kind.RECURRENCE, "每季度末")]),
        ("2024.12", [(Kind.DEADLINE, "2024.12")]),
        ("完成时限：10月底", [(Kind.DEADLINE, "10月底")]),
        ("", []),
    ],
)
def test_a_deadline_cell_is_read_in_its_own_words(piece, cell, told):
    assert [(t.kind, t.raw) for t in told_timings(piece(cell), 2024)] == told


@pytest.mark.parametrize("text", ["9月底完成", "2024年12月底前", "长期坚持", "完成时限：9月"])
def test_a_member_of_a_list_may_be_a_time(text):
    assert is_time(text)


@pytest.mark.parametrize("text", ["县财政局", "各镇", "年检办", "月亮湾街道", ""])
def test_names_are_no_times(text):
    assert not is_time(text)


@pytest.mark.parametrize(
    "text",
    [
        "2000年以前建成的小区优先改造",
        "每年投入不低于12万元",
        "每年增幅不低于5%",
        "对2015年以前的文件进行清理",
    ],
)
def test_amounts_and_the_past_are_no_demand(piece, text):
    assert timings(piece(text), 2026) == ()


@pytest.mark.parametrize(
    "text",
    [
        "政策实施期限至2027年12月31日",
        "有效期至2027年底",
        "相关补贴延续执行至2027年底",
        "减免期限延长至2027年12月31日",
    ],
)
def test_a_term_of_validity_is_no_demand(piece, text):
    assert timings(piece(text), 2026) == ()


def times_of(plan):
    return [(t.kind, t.raw, t.date) for t in plan.requirements[-1].timing]


def test_the_days_of_one_period_behind_a_label_are_one_recurrence(read):
    plan = read("1.修渡口。（责任单位：县港航局；完成时限：每年3月、9月底前）\n")
    assert times_of(plan) == [(Kind.RECURRENCE, "每年3月、9月底前", None)]


def test_a_day_that_sentence_and_bracket_both_tell_is_one_deadline(read):
    plan = read("2026年渡口工作分工\n1.修渡口，12月底前完工。（县港航局；12月底前完成）\n")
    assert times_of(plan) == [(Kind.DEADLINE, "12月底前", "2026-12")]


def test_a_bracket_that_says_which_things_are_meant_is_no_deadline(read):
    plan = read("1.清理沉船（2024年底前形成的存量除外）。（县港航局、县水利局）\n")
    assert times_of(plan) == []
    assert plan.requirements[0].text == "清理沉船（2024年底前形成的存量除外）。"


@pytest.mark.parametrize("time", ["2026年春节前", "2026年中秋节前完成", "汛前完成", "年中、年底"])
def test_a_time_at_the_end_of_a_list_loses_no_unit(read, time):
    plan = read(f"1.修渡口。（县港航局、县水利局，{time}）\n")
    assert [a.unit for a in plan.assignments(plan.requirements[0])] == ["县港航局", "县水利局"]


@pytest.mark.parametrize(
    ("text", "raw", "kind", "count", "period"),
    [
        ("30%，2次/年", "2次/年", Kind.RECURRENCE, None, "P1Y"),
        ("抽查一次/季度", "一次/季度", Kind.RECURRENCE, None, "P3M"),
        ("50%，不少于2次/年", "不少于2次/年", Kind.MINIMUM_FREQUENCY, 2, "P1Y"),
        ("每周发布信息不少于2条", "每周发布信息不少于2条", Kind.MINIMUM_FREQUENCY, 2, "P1W"),
    ],
)
def test_times_before_a_stroke_and_a_period_recur(piece, text, raw, kind, count, period):
    (found,) = timings(piece(text), 2024)
    assert (found.raw, found.kind, found.count, found.period) == (raw, kind, count, period)


def test_a_range_of_months_is_a_deadline_though_the_year_is_not_known(piece):
    (found,) = told_timings(piece("5月至8月"), None)
    assert (found.kind, found.raw, found.date) == (Kind.DEADLINE, "5月至8月", None)


@pytest.mark.parametrize("text", ["检查不超过2次/年", "补助3000元/年"])
def test_a_cap_and_what_is_paid_recur_not(piece, text):
    assert timings(piece(text), 2024) == ()
