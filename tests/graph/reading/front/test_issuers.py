"""Who issues a document, and who only shows it; rather nobody than a wrong one."""

import pytest

ITEM = "\n1.修缮渡口。（责任单位：县港航局）\n"
TITLE = "云泽县渡口安全工作方案"


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        (f"云泽县人民政府办公室 2026年3月8日\n{TITLE}", "云泽县人民政府办公室"),
        (f"{TITLE}\n**云泽县人民政府办公室** 2026年3月8日", "云泽县人民政府办公室"),
        (f"{TITLE}\n云泽县港航局（代章） 2026年3月8日", "云泽县港航局"),
        (f"{TITLE}\n（云泽县渡口安全领导小组，2026年2月20日）", "云泽县渡口安全领导小组"),
        (f"{TITLE}\n云泽县渡口安全委员会　2026-03-28", "云泽县渡口安全委员会"),
        (f"云泽县港航局\n（云泽县海事处代章）\n2026年3月8日\n{TITLE}", "云泽县港航局"),
        (f"云泽县渡口 安全工作领导小组 文件\n{TITLE}", "云泽县渡口安全工作领导小组"),
        (f"3月8日\n云泽县人民政府办公室\n发布\n{TITLE}\n全文如下", "云泽县人民政府办公室"),
        (f"{TITLE}\n中共云泽县委办公室\n2026年3月8日", "中共云泽县委办公室"),
        (f"{TITLE}\n云泽县人民政府（盖章）\n2026年3月8日", "云泽县人民政府"),
        (f"云泽县港航局文件 云港航〔2026〕3号\n{TITLE}", "云泽县港航局"),
        (f"云泽县港航局文件　云港航〔2026〕3号\n关于印发《{TITLE}》的通知", "云泽县港航局"),
        (f"{TITLE}\n中共云泽县委员会\n2026年3月8日", "中共云泽县委员会"),
        (f"{TITLE}\n**云泽县人民政府**\n2026年3月8日", "云泽县人民政府"),
        ("云泽县港航局等部门关于印发《渡口方案》的通知", "云泽县港航局"),
        ("云泽县港航局 云泽县财政局 云泽县海事局关于印发《渡口方案》的通知", "云泽县港航局"),
        ("云泽县第一中学2026年重点工作任务分解表", "云泽县第一中学"),
        ("云泽学院2026年工作要点分解表\n中共云泽学院委员会\n2026年3月8日", "中共云泽学院委员会"),
    ],
)
def test_a_signature_or_a_letterhead_names_the_issuer(read, head, issuer):
    assert read(head + ITEM).issuer == issuer


@pytest.mark.parametrize(
    "signature",
    [
        "中共云泽县委办公室\n云泽县人民政府办公室\n2026年3月8日",
        "中共云泽县委办公室　　云泽县人民政府办公室\n2026年3月8日",
    ],
)
def test_of_two_who_sign_the_first_counts(read, signature):
    assert read(f"{TITLE}{ITEM}\n{signature}").issuer == "中共云泽县委办公室"


@pytest.mark.parametrize(
    "head",
    [
        "云泽县教育局\n云泽县财政局\n关于印发渡口任务分工的通知",
        "云泽县教育局　云泽县财政局　云泽县港航局\n关于印发渡口任务分工的通知",
        "云泽县教育局\n云泽县财政局\n云泽县港航局\n关于印发《云泽县渡口安全\n工作方案》的通知",
        "云泽县人民政府\n云泽县教育局\n关于印发渡口任务分工的通知",
        "云泽县教育局 云泽县财政局\n云泽县教育局关于印发渡口任务分工的通知",
    ],
)
def test_of_several_who_head_a_notice_the_first_of_their_rank_counts(read, head):
    assert read(head + ITEM).issuer == "云泽县教育局"


def test_the_office_of_a_body_is_not_the_body(read):
    head = "中共云泽县委 云泽县人民政府\n中共云泽县委办公室关于印发《渡口方案》的通知"
    assert read(head + ITEM).issuer == "中共云泽县委办公室"


@pytest.mark.parametrize(
    "line",
    [
        f"云泽县网络科技有限公司\n首页 > 政策\n{TITLE}",
        f"云泽县人民政府\n您现在的位置：首页\n信息公开\n{TITLE}",
        f"{TITLE}\n来源：云泽县融媒体中心",
        f"{TITLE}\n云泽县融媒体中心 2026-03-01",
        f"{TITLE}\n东江日报社\n2026年3月1日",
        f"{TITLE}\n来源：东江水运促进会",
        f"{TITLE}\n信息来源：县政府办",
        "云泽县落实省政府关于渡口安全工作方案",
        "云泽县教育局、云泽县财政局关于印发渡口任务分工的通知",
        "关于做好渡口工作的通知-云泽大学\n关于做好渡口工作的通知",
    ],
)
def test_a_site_a_mirror_or_a_basis_is_no_issuer(read, line):
    assert read(line + ITEM).issuer is None


@pytest.mark.parametrize(
    ("page", "issuer"),
    [
        ("来源：云泽县人民政府办公室", "云泽县人民政府办公室"),
        ("信息来源：云泽县人民政府阅读次数：33", "云泽县人民政府"),
        ("字体：[大] [中] [小] 来源：云泽县人民政府", "云泽县人民政府"),
        ("发布机构：云泽县港航局成文日期：2026-03-01", "云泽县港航局"),
        ("来源：云泽县人民政府办公室\n发布机构：云泽县港航局", "云泽县港航局"),
        ("来源：云泽县人民政府办公室\n云泽县港航局\n2026年3月8日", "云泽县港航局"),
    ],
)
def test_where_the_text_was_found_counts_only_if_nothing_else_tells(read, page, issuer):
    assert read(f"{TITLE}\n{page}{ITEM}").issuer == issuer


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("发布机构：县港航局\n县港航局2026年任务分工\n云泽县港航局\n2026年3月8日", "云泽县港航局"),
        ("县教体局2026年任务分工\n发布机构：云泽县教育体育局", "云泽县教育体育局"),
        ("云泽县卫健委2026年任务分工\n发布机构：云泽县卫健委员会", "云泽县卫健委员会"),
        ("县教育局2026年任务分工\n发布机构：云泽县教育体育局", "县教育局"),
        ("县水利局2026年任务分工\n发布机构：云泽县人民政府", "县水利局"),
    ],
)
def test_the_fullest_name_of_the_same_body_counts(read, head, issuer):
    assert read(head + ITEM).issuer == issuer


def test_the_notice_before_a_table_names_the_issuer_in_full(read_all):
    plans = read_all(
        "发布机构： | 县港航局 |\n各科室：\n现将任务印发给你们。\n云泽县港航局\n2026年3月8日\n"
        "县港航局2026年重点工作任务分解\n序号 | 工作任务 | 责任单位\n1 | 修缮渡口 | 海事科"
    )
    assert {plan.issuer for plan in plans} == {"云泽县港航局"}


@pytest.mark.parametrize(
    "news",
    [
        "东江省人民政府于3月1日印发《东江省渡口规定》后，县港航局部署如下工作：",
        "3月1日，东江省政府印发《东江省渡口规定》，云泽县迅速行动，部署如下：",
        "3月1日，东江省政府印发《东江省渡口规定》。为贯彻落实，现作如下分工：",
        "记者3月1日从东江省政府获悉，近期将印发《东江省渡口规定》。",
    ],
)
def test_who_acts_on_another_ones_document_is_not_in_it(read, news):
    plan = read(news + ITEM)
    assert (plan.title, plan.issuer) == ("", None)


@pytest.mark.parametrize(
    ("news", "issuer"),
    [
        (f"近日，云泽县印发《{TITLE}》，明确：", None),
        (
            f"近日，经县政府同意，云泽县港航局、云泽县财政局联合印发《{TITLE}》，明确：",
            "云泽县港航局",
        ),
        (f"云泽县港航局于2026年3月1日印发《{TITLE}》，全文如下：", "云泽县港航局"),
    ],
)
def test_news_names_the_first_body_that_issued_and_no_place(read, news, issuer):
    plan = read(news + ITEM)
    assert (plan.title, plan.issuer) == (TITLE, issuer)


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("云泽县人民政府批转县港航局关于渡口安全工作意见的通知", "云泽县人民政府"),
        (
            "现将《东江省人民政府关于印发〈渡口方案〉的通知》转发给你们。\n云泽县人民政府\n2026年3月1日",
            "云泽县人民政府",
        ),
    ],
)
def test_who_passes_a_document_on_issues_the_notice(read, head, issuer):
    assert read(head + ITEM).issuer == issuer


def test_news_of_another_document_names_no_issuer(read):
    basis = "2026年3月1日，东江省人民政府办公厅印发《东江省渡口安全规定》。"
    assert read(f"{TITLE}\n{basis}{ITEM}").issuer is None
    plan = read(f"{basis}为抓好落实，结合我县实际，制定本方案。{ITEM}")
    assert (plan.title, plan.issuer) == ("", None)


def test_news_before_the_plan_names_the_issuer(read):
    title = "云泽县2026年重点工作责任分解"
    plan = read(f"县长分工公布\n日前，云泽县人民政府印发{title}的通知，公布分工。\n{title}{ITEM}")
    assert (plan.title, plan.issuer) == (title, "云泽县人民政府")


def test_the_meeting_of_a_body_in_a_title_issues_nothing(read):
    title = "云泽县港航局2026年第9次局务会议议定事项督办清单"
    plan = read(f"{title}\n序号 | 议定事项 | 责任单位\n1 | 修缮渡口 | 办公室")
    assert (plan.title, plan.issuer) == (title, None)


def test_the_name_of_the_site_above_a_title_yields_to_whose_text_it_says_it_shows(read):
    head = f"云泽县人民政府\n\n{TITLE}\n来源：云泽县港航局发布时间：2026-04-07"
    assert read(head + ITEM).issuer == "云泽县港航局"
    assert read(f"云泽县人民政府\n{TITLE}\n来源：东江新闻{ITEM}").issuer == "云泽县人民政府"


def test_a_title_that_begins_with_a_cited_one_names_no_issuer(read):
    head = (
        "《中共东江省委 东江省人民政府关于渡口的意见》重点任务分工方案\n云泽县港航局\n2026年3月8日"
    )
    assert read(head + ITEM).issuer == "云泽县港航局"
