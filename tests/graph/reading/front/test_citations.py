"""Documents that a text refers to."""

import pytest

from dutygraph.graph.plan import CitationKind as Kind
from dutygraph.graph.plan import RegulationKind
from dutygraph.graph.reading.front.citations import citations


def told(piece, text):
    return [(c.title, str(c.number) if c.number else None) for c in citations(piece(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("按照《甲办法》办理", [("甲办法", None)]),
        ("落实《甲方案》《乙规划》", [("甲方案", None), ("乙规划", None)]),
        ("根据《甲〈乙〉意见（试行）》", [("甲〈乙〉意见（试行）", None)]),
        ("依据《甲意见》（国发〔2020〕5号）推进", [("甲意见", "国发〔2020〕5号")]),
        ("依据《甲意见》(国发[2020]5号)推进", [("甲意见", "国发〔2020〕5号")]),
        ("严格落实国办公开办函〔2021〕30号文件要求", [(None, "国办公开办函〔2021〕30号")]),
        ("执行省政府令第257号", [(None, "省政府令第257号")]),
        ("见国办发〔20215号", [(None, "国办发〔2021〕5号")]),
        ("按照县政办字20213号执行", [(None, "县政办字〔2021〕3号")]),
        ("按晋经信发〔2019〕12号文件", [(None, "晋经信发〔2019〕12号")]),
        ("落实财政部公告2026年第12号", [(None, "财政部公告2026年第12号")]),
        ("落实财政部、税务总局2026年第12号公告", [(None, "财政部、税务总局公告2026年第12号")]),
        ("按照县政府2026年第3号通告", [(None, "县政府通告2026年第3号")]),
        ("执行云川市人民政府2026年第5号令", [(None, "云川市人民政府令2026年第5号")]),
        ("落实总河长令（第3号）", [(None, "总河长令第3号")]),
        ("执行云建字2026第16号", [(None, "云建字〔2026〕16号")]),
        ("执行《甲条例》（省人大常委会公告第7号）", [("甲条例", "省人大常委会公告第7号")]),
        (
            "执行《甲公告》（财政部 税务总局公告2026年第9号）",
            [("甲公告", "财政部、税务总局公告2026年第9号")],
        ),
        ("执行《甲办法》（2026年5月1日省政府令第288号公布）", [("甲办法", "省政府令第288号")]),
        ("执行《甲办法》（二〇二六年五月省政府令第288号）", [("甲办法", "省政府令第288号")]),
        ("执行《甲办法》（省人民政府令 第288号）", [("甲办法", "省人民政府令第288号")]),
        ("执行《甲办法》（第288号省政府令）", [("甲办法", "省政府令第288号")]),
        ("执行《甲法》（主席令第八十八号）", [("甲法", "主席令第88号")]),
        (
            "执行《甲通知》（2026年3月5日，云发改价〔2026〕18号）",
            [("甲通知", "云发改价〔2026〕18号")],
        ),
        (
            "执行《甲办法》（见附件，依据云政发〔2026〕8号制定）",
            [("甲办法", None), (None, "云政发〔2026〕8号")],
        ),
        ("防御第3号台风，公告第2批名单", []),
        ("根据2026年第5号令修正", []),
        ("本公告第7号附件", []),
        ("落实《甲》（云政发〔2026〕 5 号）", [("甲", "云政发〔2026〕5号")]),
        ("印发《甲方案》的通知（云政办〔2026〕5号）", [("甲方案", "云政办〔2026〕5号")]),
        ("《甲方案》（征求意见稿）（云政办〔2026〕5号）", [("甲方案", "云政办〔2026〕5号")]),
        (
            "落实云政办〔2026〕5号、6号文件",
            [(None, "云政办〔2026〕5号"), (None, "云政办〔2026〕6号")],
        ),
        ("按云川市政府公告（2026年第3号）执行", [(None, "云川市政府公告2026年第3号")]),
        ("保留规划（2026） 3 个章节", []),
        ("《意见》要求县财政局落实《渡口方案》", [("渡口方案", None)]),
        ("落实《意见》（云政发〔2026〕8号）", [("意见", "云政发〔2026〕8号")]),
        ("今年5号码头建成", []),
        ("12345号热线", []),
        ("《", []),
        ("没有引用", []),
    ],
)
def test_titles_and_numbers(piece, text, found):
    assert told(piece, text) == found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("按照《甲规定》", Kind.ACCORDING_TO),
        ("严格落实《甲方案》", Kind.IMPLEMENTS),
        ("严格执行《甲制度》", Kind.OBSERVES),
        ("保留《甲审查表》备查", Kind.KEEPS_FORM),
        ("修订《甲办法》", Kind.AMENDS),
        ("废止《甲办法》", Kind.REPEALS),
        ("宣读《甲公告》", Kind.MENTIONS),
        ("应与《甲规范》一致", Kind.OBSERVES),
    ],
)
def test_the_cue_gives_the_kind(piece, text, kind):
    (found,) = citations(piece(text))
    assert found.kind is kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("甲管理规定", RegulationKind.REGULATION_OR_RULE),
        ("甲暂行条例", RegulationKind.REGULATION_OR_RULE),
        ("甲工作细则（试行）", RegulationKind.REGULATION_OR_RULE),
        ("甲实施方案", RegulationKind.NORMATIVE_DOCUMENT),
        ("甲保密审查制度", RegulationKind.INTERNAL_RULE),
        ("甲保密审查表", RegulationKind.FORM),
        ("甲手机一百问", RegulationKind.UNKNOWN),
    ],
)
def test_the_end_of_a_title_gives_the_kind_of_document(piece, title, kind):
    (found,) = citations(piece(f"按照《{title}》"))
    assert found.regulation_kind is kind


def test_the_words_of_a_citation_stand_where_its_place_says(piece):
    text = "一是落实《甲方案》（某发〔2024〕1号），二是执行某令第3号"
    for found in citations(piece(text)):
        assert text[found.span.start : found.span.end] == found.raw


def test_the_agency_of_a_number_is_kept_as_printed(piece):
    (found,) = citations(piece("按照縣府辦〔2026〕8號"))
    assert found.number is not None
    assert found.number.agency == "縣府辦"


def test_a_short_name_for_a_title_is_no_other_document(piece):
    found = citations(piece("落实《渡口安全管理办法》（以下简称《办法》）要求"))
    assert [one.title for one in found] == ["渡口安全管理办法"]
