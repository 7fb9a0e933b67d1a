"""The year of a plan; rather none than a wrong one."""

import pytest

ITEM = "\n1.修缮渡口，9月底前完成。（责任单位：县港航局）\n"
TITLE = "云泽县渡口安全工作方案"


@pytest.mark.parametrize(
    ("head", "year"),
    [
        ("云泽县渡口政策选编（2026）要点", 2026),
        ("云泽县水运规划（2021—2025年）2026年度任务分解", 2026),
        ("云泽县水运规划任务分解（2021—2025年）", 2021),
        ("云泽县落实《东江省水运规划（2021—2030年）》任务分工\n2023年6月", 2023),
        ("二〇二六年云泽县渡口安全工作要点", 2026),
        ("云泽县落实《2026年政府工作报告》任务分工", 2026),
        ("云泽县2025年工作总结和2026年工作安排\n云政〔2025〕3号", None),
    ],
)
def test_the_year_of_a_title(read, head, year):
    assert read(head + ITEM).year == year


@pytest.mark.parametrize(
    ("preamble", "year"),
    [
        ("2026年上半年，全县渡口安全（以下简称渡口）工作要盯住群众关心的事项，统筹推进。", 2026),
        ("2026年是“十五五”规划的开局之年。为推进渡口安全，制定本方案。", 2026),
        ("为做好2026年渡口安全工作，根据《云泽县2024年工作要点》，制定本方案。", 2026),
        ("该意见把县政府部署的2026年任务，细分为三个方面。", 2026),
        ("2025年任务全部完成。2026年全县渡口工作要抓紧抓实。", 2026),
        ("2025年，全县渡口安全工作成效明显，事故下降。", None),
        ("为做好2025年渡口工作、部署2026年任务，制定本方案。", None),
        ("力争到2028年，渡口工作任务全面完成，群众满意。", None),
        ("2023年3月1日，东江省人民政府印发渡口安全规定。", None),
        ("上一篇：云泽县2025年渡口工作要点", None),
        ("时间：2026-03-05 08:20 【打印】【关闭】", 2026),
    ],
)
def test_the_first_sentences_may_set_the_work_of_a_year(read, preamble, year):
    assert read(f"{TITLE}\n{preamble}{ITEM}").year == year


@pytest.mark.parametrize(
    ("document", "year"),
    [
        ("为做好2026年渡口安全工作，制定本方案。\n云泽县人民政府\n2025年12月20日", 2026),
        ("云政〔2025〕9号\n2026年是“十五五”规划的开局之年，制定本方案。", 2026),
        ("云政〔2026〕9号\n为落实2024年渡口整治任务，巩固成果，制定本方案。", 2026),
    ],
)
def test_a_document_may_be_issued_before_the_year_whose_work_it_sets(read, document, year):
    assert read(f"{TITLE}\n{document}{ITEM}").year == year


def test_a_deadline_is_dated_by_the_year_of_the_first_sentences(read):
    plan = read(f"{TITLE}\n为做好2026年渡口安全工作，制定本方案。{ITEM}")
    assert [timing.date for timing in plan.requirements[0].timing] == ["2026-09"]


@pytest.mark.parametrize("masked", ["*年", "XX年", "〔×〕6号文件，本年"])
def test_the_date_of_a_page_dates_no_plan_that_hides_its_years(read, masked):
    plan = read(
        f"{TITLE}\n发布时间：2022-12-05 03:20\n为落实精神，制定{masked}度工作方案如下：{ITEM}"
    )
    assert (plan.year, plan.date) == (None, None)


@pytest.mark.parametrize("label", ["文 号：", "文号：", "文    号 | ", "发文字号："])
def test_the_number_stands_behind_a_spaced_label(read, label):
    plan = read(f"索 引 号：0123\n{label}云政办〔2026〕3号\n{TITLE}{ITEM}")
    assert str(plan.document_number) == "云政办〔2026〕3号"
    assert plan.year == 2026


@pytest.mark.parametrize(
    "line",
    [
        "云政办 [2026] 3 号",
        "（云政办〔2026〕3号 2026年3月1日）",
        "文 号：云政办 〔2026〕 3 号  公开方式：主动公开",
    ],
)
def test_a_number_may_have_white_space_and_a_date_beside_it(read, line):
    assert str(read(f"{TITLE}\n{line}{ITEM}").document_number) == "云政办〔2026〕3号"


@pytest.mark.parametrize("line", ["2026 年 3 月 9 日", "2026年3月9日（此件公开发布）"])
def test_a_date_of_signature_with_white_space_or_a_note(read, line):
    assert read(f"{TITLE}{ITEM}\n云泽县人民政府\n{line}").date == "2026-03-09"


def test_the_date_of_print_counts_where_nobody_signs(read):
    printed = "抄送：县委办公室。\n云泽县人民政府办公室　　2026年3月2日印发"
    assert read(f"{TITLE}{ITEM}\n{printed}").date == "2026-03-02"
    signed = f"云泽县人民政府\n2026年3月1日\n{printed}"
    plan = read(f"{TITLE}{ITEM}\n{signed}")
    assert (plan.date, plan.issuer) == ("2026-03-01", "云泽县人民政府")
