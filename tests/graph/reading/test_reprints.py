"""Plans as web pages and scans print them again: broken labels, rules behind lists, headings."""

import pytest


def told_by(plan):
    return [
        (r.number, [(a.role.value, a.unit) for a in plan.assignments(r)]) for r in plan.requirements
    ]


@pytest.mark.parametrize("label", ["责\n任单位", "责任\n单位", "责任单\n位"])
def test_a_label_that_a_line_broke_is_read_whole(read, label):
    plan = read(
        "1.修缮渡口，落实补助（含县级资金、\n市级资金）办法。（责任单位：县港航局）\n"
        f"2.对个\n体船户免收停泊费（不含\n客船），办理登记。（{label}：县财政局、县农业农\n村局）"
    )
    assert told_by(plan) == [
        ("1", [("responsible", "县港航局")]),
        ("2", [("responsible", "县财政局"), ("responsible", "县农业农村局")]),
    ]


def test_a_sentence_that_ends_before_a_colon_is_no_label(read):
    plan = read("1.工作内容由各镇负责\n如下：修缮渡口。（责任单位：县港航局）")
    assert told_by(plan) == [("1", [("responsible", "县港航局")])]


@pytest.mark.parametrize("said", ["不再做分工", "不再另列", "不再注明", "不再逐项列出"])
def test_what_is_not_repeated_is_no_unit(read, said):
    plan = read(
        f"（一）畅通水运。〔责任单位：县港航局、县水利局按职责分工负责。以上任务均涉及各镇人民政府，{said}，"
        "下同。〕\n（二）整治码头。〔责任单位：县港航局〕"
    )
    assert [units for _, units in told_by(plan)] == [
        [("responsible", "县港航局"), ("responsible", "县水利局")],
        [("responsible", "县港航局")],
    ]
    assert [(unit.unit, unit.start) for unit in plan.implied] == [("各镇人民政府", "r2")]


def test_one_name_of_no_known_form_does_not_lose_the_others(read):
    plan = read(
        "（一）管好储备粮。（县发改局、县财政局、县农业农村局、中谷云泽库点。排名第一的为牵头单位，下同）\n"
        "（二）轮换粮食。（县发改局、县财政局）"
    )
    assert told_by(plan)[0][1] == [
        ("lead", "县发改局"),
        ("support", "县财政局"),
        ("support", "县农业农村局"),
        ("support", "中谷云泽库点"),
    ]
    doubtful = [a.confidence for a in plan.assignments(plan.requirements[0])]
    assert doubtful[3] < min(doubtful[:3])


def test_a_bracket_of_things_names_nobody(read):
    plan = read(
        "1.建设码头（泊位、栈桥、候船亭、停车场）。（责任单位：县港航局）\n"
        "2.更新设备（县财政局、浮标、缆绳、救生衣）。（责任单位：县水利局）"
    )
    assert told_by(plan) == [
        ("1", [("responsible", "县港航局")]),
        ("2", [("responsible", "县水利局")]),
    ]


def test_headings_one_a_line_stand_above_rows_of_one_line(read):
    plan = read(
        "云泽县渡口工作任务分工方案\n序号 |\n工作任务 |\n负责单位 |\n时间进度 |\n"
        "1 | 修缮渡口 | 县港航局、县财政局（列第一位者为牵头单位，下同） | 持续实施 |\n"
        "2 | 更换缆绳 | 县港航局、县水利局 | 6月底前 |"
    )
    assert told_by(plan) == [
        ("1", [("lead", "县港航局"), ("support", "县财政局")]),
        ("2", [("lead", "县港航局"), ("support", "县水利局")]),
    ]
    assert [[t.raw for t in r.timing] for r in plan.requirements] == [["持续实施"], ["6月底前"]]


def test_a_local_office_takes_the_prefix_that_a_branch_does_not(read):
    plan = read("1.稳住贷款。（省财政厅、地方金融监管局、人民银行云泽分行按职责分工负责）")
    names = [a.full_name for a in plan.assignments(plan.requirements[0])]
    assert names == [None, "省地方金融监管局", None]


@pytest.mark.parametrize("heading", ["目标", "2026年目标", "年度目标"])
def test_a_column_of_figures_is_no_level_of_the_outline(read, heading):
    plan = read(
        f"云泽县2026年指标分解表\n序号\t工作任务\t单位\t{heading}\t牵头单位\t配合单位\n"
        "1\t渡口改造完成率\t%\t≥95\t县港航局\t县财政局\n2\t船员培训人次\t人次\t1,200\t县人社局\t县港航局"
    )
    assert told_by(plan) == [
        ("1", [("lead", "县港航局"), ("support", "县财政局")]),
        ("2", [("lead", "县人社局"), ("support", "县港航局")]),
    ]
    assert plan.sections == plan.tasks == ()
    assert [r.text for r in plan.requirements] == ["渡口改造完成率", "船员培训人次"]


def test_a_row_of_a_chinese_number_and_words_heads_the_rows_below(read):
    plan = read(
        "云泽县安全生产任务清单\n| 序号 | 重点任务 | 具体举措 | 责任单位 | 完成时限 |\n"
        "| --- | --- | --- | --- | --- |\n| 一 | 压实责任 | | | |\n"
        "| 1 | 部门责任 | 修订三定职责 | 县委编办 | 6月底前 |\n| 二 | 整治隐患 | | | |\n"
        "| 2 | 排查隐患 | 排查渡口 | 县港航局牵头，县公安局配合 | 9月底前 |"
    )
    assert told_by(plan) == [
        ("1", [("responsible", "县委编办")]),
        ("2", [("lead", "县港航局"), ("support", "县公安局")]),
    ]
    assert [section.title for section in plan.sections] == ["压实责任", "整治隐患"]


@pytest.mark.parametrize("label", ["责任室", "责任部室", "责任处"])
def test_a_label_of_offices_below_a_leading_person_names_units(read, label):
    plan = read(f"1.开展监督。\n牵头领导：张明\n{label}：党风政风监督室、宣传部\n完成时间：长期")
    assert told_by(plan) == [
        (
            "1",
            [("supervise", "张明"), ("responsible", "党风政风监督室"), ("responsible", "宣传部")],
        )
    ]


@pytest.mark.parametrize("heading", ["内容与要求", "内容及要求"])
def test_numbers_in_sequence_begin_rows_of_a_table_without_marks(read, heading):
    plan = read(
        f"云泽县2026年民生实事分解表\n\n序号\n\n{heading}\n\n责任单位\n\n完成时限\n\n"
        "1\n\n启动县中心敬老院建设。\n\n县民政局\n\n5月底前\n\n"
        "2\n\n建成县文化馆。\n\n县文旅局\n\n6月底前\n\n"
        "3\n\n搬迁县公共资源交易中心。\n\n县公共资源交易中心\n\n县代建中心\n\n12月底前\n\n"
        "4\n\n新建县图书馆。\n\n县文旅局\n\n12月底前\n"
    )
    assert told_by(plan) == [
        ("1", [("responsible", "县民政局")]),
        ("2", [("responsible", "县文旅局")]),
        ("3", [("responsible", "县公共资源交易中心"), ("responsible", "县代建中心")]),
        ("4", [("responsible", "县文旅局")]),
    ]


def test_short_tasks_that_end_like_units_are_tasks_where_numbers_begin_rows(read):
    plan = read(
        "云泽县营商环境任务分解表\n序号\n指标\n具体举措\n责任单位\n完成时限\n"
        "1\n开办企业\n压减开办环节，推行一网通办。\n县市场监管局\n6月底前\n"
        "2\n获得电力\n优化办电流程，公开办电时限。\n县供电公司\n县发展改革局\n9月底前\n"
        "3\n获得用水\n实行用水报装一站办理。\n县住建局\n9月底前\n"
        "4\n登记财产\n推行交房即交证。\n县自然资源局\n12月底前\n"
    )
    assert told_by(plan) == [
        ("1", [("responsible", "县市场监管局")]),
        ("2", [("responsible", "县供电公司"), ("responsible", "县发展改革局")]),
        ("3", [("responsible", "县住建局")]),
        ("4", [("responsible", "县自然资源局")]),
    ]
    assert plan.requirements[1].text == "优化办电流程，公开办电时限。"


def test_numbered_rows_of_one_width_are_read_alike(read):
    plan = read(
        "云泽县工作分解\n\n序号\n\n类别\n\n具体内容\n\n牵头部门\n\n相关责任部门\n\n完成时间\n\n"
        "8\n\n推进渡口改造\n\n交通局\n\n12个街道、镇\n\n2015年\n\n"
        "9\n\n完成云泽中学、河口中学新建项目\n\n教育局\n\n财政局、规划局\n\n2015年\n\n"
        "10\n\n防控各类传染病和慢性病\n\n卫生局\n\n12个街道、镇\n\n2015年\n\n"
        "11\n\n完善社区学校三级网络，社区教育实现全县覆盖，老年教育进村入户\n\n教育局\n\n"
        "民政局等相关部门，12个街道、镇\n\n2015年\n"
    )
    towns = ("support", "12个街道、镇")
    assert told_by(plan) == [
        ("8", [("lead", "交通局"), towns]),
        ("9", [("lead", "教育局"), ("support", "财政局"), ("support", "规划局")]),
        ("10", [("lead", "卫生局"), towns]),
        ("11", [("lead", "教育局"), ("support", "民政局"), ("support", "12个街道、镇")]),
    ]
    assert {requirement.section for requirement in plan.requirements} == {None}


def test_two_headings_before_the_number_are_section_and_task_under_one_heading(read):
    plan = read(
        "云泽县2026年任务清单\n工作任务 | 具体要求 | 责任单位 | 时限要求 | ||\n"
        "一、修缮渡口 | （一）更换标识 | 1 | 更换名称牌。 | 县港航局 | 6月底前 |\n"
        "2 | 更换载客定额牌。 | 县港航局、县财政局 | 9月底前 | |||\n"
    )
    assert told_by(plan) == [
        ("1", [("responsible", "县港航局")]),
        ("2", [("responsible", "县港航局"), ("responsible", "县财政局")]),
    ]
    assert [s.title for s in plan.sections] == ["一、修缮渡口"]
    assert [t.title for t in plan.tasks] == ["（一）更换标识"]
    assert {r.task for r in plan.requirements} == {plan.tasks[0].id}
