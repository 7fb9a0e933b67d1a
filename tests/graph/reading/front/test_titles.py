"""The title of a plan: broken, glued, quoted, named by a page or by news; and what is none."""

import pytest

ITEM = "\n1.修缮渡口。（责任单位：县港航局）\n"
TITLE = "云泽县渡口安全工作方案"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("云泽县2026年渡口工作方案\n（试行）", "云泽县2026年渡口工作方案（试行）"),
        ("云泽县渡口若干政策\n（2026年版）", "云泽县渡口若干政策（2026年版）"),
        (f"{TITLE}\n（此件公开发布）", TITLE),
        ("云泽县推进渡口与水上交通发展的\n实施方案", "云泽县推进渡口与水上交通发展的实施方案"),
        ("云泽县支持水上交通安全的若干\n具体措施", "云泽县支持水上交通安全的若干具体措施"),
        ("云泽县渡口安全\n工作方案\n（2026—2028年）", "云泽县渡口安全工作方案（2026—2028年）"),
        ("云泽县安委会办公室\n云泽县渡口工作方案", "云泽县渡口工作方案"),
        (
            "云泽县人民政府\n关于做好2026年渡口安全工作的\n通    知\n各镇人民政府：",
            "云泽县人民政府关于做好2026年渡口安全工作的通知",
        ),
        (
            "云泽县贯彻《东江省渡口安全三年\n行动计划（2025—2027年）》实施方案",
            "云泽县贯彻《东江省渡口安全三年行动计划（2025—2027年）》实施方案",
        ),
        ("云泽县渡口污染防治\n2026年行动计划", "云泽县渡口污染防治2026年行动计划"),
        ("现将县政府办公室拟定的\n云泽县2026年渡口工作方案", "云泽县2026年渡口工作方案"),
    ],
)
def test_a_title_goes_on_in_the_next_line(read, head, title):
    assert read(head + ITEM).title == title


@pytest.mark.parametrize(
    "head",
    [
        f"云泽县人民政府\n2026年3月8日（此件主动公开）\n{TITLE}",
        f"【渡口安全】{TITLE}",
        f"{TITLE}.docx\n- 上传时间：2026-03-01\n《{TITLE}.docx》由会员上传，可在线阅读",
        f"《{TITLE}.docx》由会员上传，可在线阅读",
        f"| {TITLE} | | | |",
        f"| {TITLE} | {TITLE} | {TITLE} |",
        f"名 称：{TITLE}",
        f"标     题 {TITLE}\n发布机构 云泽县港航局",
        f"{TITLE}-云泽县人民政府\n{TITLE}",
        f"{TITLE}_云泽县港航信息网",
        f"{TITLE}5篇-东江文库备用网址\n{TITLE}5篇\n【篇一】",
        f"{TITLE}_第1页",
        f"关于印发云泽县渡口安全方案的通知\n{TITLE}公布了，具体如下：",
        f"首页 新闻中心 港航工作 政务公开 互动交流\n{TITLE}",
        f"{TITLE}_政府文件_云泽县人民政府",
        f"{TITLE} - 政策文件 - 云泽县港航局",
        f"（东江省）{TITLE}",
        f"{TITLE}（二）",
        f"• 信息公开\n• {TITLE}",
        f"地方政策【切换】 国家政策\n{TITLE}",
        f"【打印】【关闭】\n{TITLE}",
        f"手机版\n-2-\n{TITLE}",
        f"云泽县发布{TITLE}\n{TITLE}",
        f"县渡口安全工作方案\n云泽县人民政府网站\n{TITLE}",
        "云 泽 县 渡 口 安 全 工 作 方 案",
        f"附件1：{TITLE}\n序号\t工作任务",
        f"附件2 {TITLE}",
        f"各镇人民政府：\n《{TITLE}》已经县政府同意，现印发给你们。",
        f"各镇人民政府：\n现将《{TITLE}》印发给你们。",
    ],
)
def test_what_stands_around_a_title_is_no_part_of_it(read, head):
    assert read(head + ITEM).title == TITLE


@pytest.mark.parametrize(
    "head",
    [
        "手机版",
        "-27-",
        "东江日讯记者 周明",
        "相关新闻",
        "水上安全网 www.example.cn",
        "工作任务\n|\n完成时限",
        "┌──────┬────┐",
        "机构职能、年度任务和要求等",
        "序号\t工作任务\t完成时限任务",
        "第一部分\n工作任务",
        "云泽县水上安全信息平台",
        "各镇人民政府：\n根据《东江省渡口安全工作方案》，县政府制定了分工，现印发给你们。",
    ],
)
def test_a_document_may_have_no_title(read, head):
    assert read(head + ITEM).title == ""


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (f"关于印发《{TITLE}》的通知\n各镇人民政府：\n现印发给你们。", TITLE),
        (f"云泽县人民政府关于印发《{TITLE}（试行）》的通知", f"{TITLE}（试行）"),
        (f"关于印发《{TITLE}》的通知\n现印发给你们。\n{TITLE}（2026年版）", f"{TITLE}（2026年版）"),
        ("关于印发《落实〈渡口规定〉分工方案》的通知", "落实〈渡口规定〉分工方案"),
    ],
)
def test_a_notice_that_brings_a_plan_is_titled_as_the_plan(read, head, title):
    assert read(head + ITEM).title == title


@pytest.mark.parametrize(
    "notice",
    [
        "云泽县人民政府关于贯彻落实省政府印发《东江省渡口方案》的通知",
        "云泽县人民政府关于转发省政府印发《东江省渡口方案》的通知",
        "云泽县人民政府关于印发《渡口方案》《渡船方案》的通知",
    ],
)
def test_a_notice_that_passes_on_acts_on_or_brings_several_keeps_its_title(read, notice):
    plan = read(notice + ITEM)
    assert (plan.title, plan.issuer) == (notice, "云泽县人民政府")


def test_a_notice_without_the_plan_keeps_its_own_title(read):
    notice = f"云泽县人民政府关于印发《{TITLE}》的通知"
    plan = read(f"{notice}\n各镇人民政府：\n现印发给你们，请认真落实。")
    assert (plan.title, plan.issuer) == (notice, "云泽县人民政府")
    assert plan.requirements == ()


@pytest.mark.parametrize("when", ["今日，", "近日，", "2026年3月1日，", "东江新讯3月1日电 "])
def test_news_names_the_plan_that_it_quotes(read, when):
    plan = read(f"{when}云泽县人民政府办公室印发《{TITLE}》（下称《方案》），其中明确：{ITEM}")
    assert (plan.title, plan.issuer) == (TITLE, "云泽县人民政府办公室")


def test_news_in_the_paragraph_of_the_first_item_names_the_plan(read):
    plan = read(
        "3月1日，云泽县人民政府印发《云泽县2026年渡口工作方案》，其中明确： 修缮渡口。 "
        "责任单位：县港航局"
    )
    assert (plan.title, plan.issuer) == ("云泽县2026年渡口工作方案", "云泽县人民政府")
    assert plan.year == 2026


def test_a_document_in_one_paragraph_has_a_title_and_a_number(read):
    plan = read(
        "云泽县人民政府 关于分解2026年 重点工作责任的通知 云政〔2026〕7号 现将2026年重点工作"
        "予以分解。各责任单位要抓紧制定落实方案，按季度向县政府报告进展情况，县政府办公室要跟踪督办。"
        " 一、水上安全 1.修缮渡口。（县港航局负责） 2.更新渡船。（县交通运输局负责）"
    )
    assert plan.title == "云泽县人民政府关于分解2026年重点工作责任的通知"
    assert (plan.issuer, plan.year) == ("云泽县人民政府", 2026)
    assert str(plan.document_number) == "云政〔2026〕7号"


def test_a_notice_is_not_titled_as_its_attachment_in_another_file(read):
    notice = "云泽县人民政府办公室关于做好2026年渡口安全工作的通知"
    plan = read(f"{notice}\n各镇人民政府：\n请认真落实。\n附件：2026年渡口安全任务分解表（另发）")
    assert plan.title == notice


def test_the_first_line_may_name_another_kind_of_document(read):
    assert read("云泽县渡口安全管理制度" + ITEM).title == "云泽县渡口安全管理制度"


def test_titles_in_traditional_characters_are_told_apart_alike(read):
    plan = read(f"雲澤縣人民政府關於印發《雲澤縣渡口安全行動計劃》的通知{ITEM}")
    assert (plan.title, plan.issuer) == ("雲澤縣渡口安全行動計劃", "雲澤縣人民政府")


def test_how_far_the_work_is_may_end_a_title(read):
    title = "2026年云泽县民生实事项目推进情况（1—10月）"
    cells = ["序号", "主要任务", "全年目标任务", "牵头单位", "1", "修缮渡口", "12处", "县港航局"]
    rows = [*cells, "2", "培训船员", "300人", "县人社局"]
    assert read(title + "\n" + " |\n".join(rows) + " |\n").title == title


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["云泽县渡口污染防治", "2026年行动计划"], "云泽县渡口污染防治2026年行动计划"),
        (["2026 年度云泽县", "渡口", "安全任务分解表"], "2026年度云泽县渡口安全任务分解表"),
        (["2026年度云泽县", "重大", "行政决策事项目录"], "2026年度云泽县重大行政决策事项目录"),
        (["云泽县2025年渡口总结", "2026年行动计划"], "2026年行动计划"),
    ],
)
def test_a_title_broken_around_its_year_is_whole(read, lines, title):
    table = ["序号 | 任务 | 责任单位", "1 | 修缮渡口。 | 县港航局"]
    assert read("\n".join([*lines, *table])).title == title


def test_a_sentence_brings_the_title_that_it_breaks_over_lines(read):
    head = "按照《渡口条例》规定，现将《2026年度云泽县\n渡口决策事项目录》印发给你们。"
    assert read(head + ITEM).title == "2026年度云泽县渡口决策事项目录"


def test_a_menu_names_no_document(read):
    assert read("网站首页 港航概况 党建工作 渡口管理 政务公开 服务平台" + ITEM).title == ""
