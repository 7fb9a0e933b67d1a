"""Tables kept apart by spaces whose cells stand in line below their headings and are wrapped."""

import pytest

from dutygraph.graph.reading.flattened.aligned import recognise

TITLE = "          云泽县2026年渡口安全任务分解表\n\n"


def told_by(plan):
    return [
        (
            r.number,
            "".join(r.text.split()),
            [f"{a.role.value} {a.unit}" for a in plan.assignments(r)],
            [t.raw for t in r.timing],
        )
        for r in plan.requirements
    ]


WRAPPED = """\
序号    任务                        牵头单位      配合单位            完成时限
1       修缮渡口三处，更换          县港航局      县财政局、县住      2026年4月底前
        破损标识。                                建局
2       组织船员培训。              县人社局      各镇                2026年9月底前
3       开展夜航演练，邀请          县应急局                          持续推进
        各镇观摩，
        并通报结果。
"""
ROWS = [
    (
        "1",
        "修缮渡口三处，更换破损标识。",
        ["lead 县港航局", "support 县财政局", "support 县住建局"],
        ["2026年4月底前"],
    ),
    ("2", "组织船员培训。", ["lead 县人社局", "support 各镇"], ["2026年9月底前"]),
    ("3", "开展夜航演练，邀请各镇观摩，并通报结果。", ["lead 县应急局"], ["持续推进"]),
]


@pytest.mark.parametrize(
    "below", ["", "\n注：列第一位的为主办单位。\n", "\n云泽县人民政府\n2026年3月1日\n"]
)
def test_wrapped_cells_stay_in_their_rows(read, below):
    assert told_by(read(TITLE + WRAPPED + below)) == ROWS


def test_spaces_may_be_full_width(read):
    assert told_by(read((TITLE + WRAPPED).replace("  ", "　"))) == ROWS


def test_headings_repeated_on_the_next_page_are_no_row(read):
    first, second = WRAPPED.split("2       ")
    heading = WRAPPED.split("\n", maxsplit=1)[0]
    assert told_by(read(f"{TITLE}{first}\n{heading}\n2       {second}")) == ROWS


def test_without_numbers_a_row_begins_with_its_time(read):
    plan = read(
        TITLE + "工作任务              责任单位        完成时限\n"
        "一、渡口\n"
        "修缮渡口三处，更换    县港航局        4月底前\n"
        "破损标识。            县财政局\n"
        "组织船员培训。        县人社局        9月底前\n"
    )
    assert told_by(plan) == [
        (
            "",
            "修缮渡口三处，更换破损标识。",
            ["responsible 县港航局", "responsible 县财政局"],
            ["4月底前"],
        ),
        ("", "组织船员培训。", ["responsible 县人社局"], ["9月底前"]),
    ]
    assert [section.title for section in plan.sections] == ["一、渡口"]


CENTRED = """\
序号    任务                        牵头单位      配合单位            完成时限
        修缮渡口三处，更换                        县财政局、县住
1                                   县港航局                          2026年4月底前
        破损标识。                                建局
2       组织船员培训。              县人社局      各镇                2026年9月底前
        开展夜航演练，邀请
3       各镇观摩，                  县应急局                          持续推进
        并通报结果。
"""


def test_numbers_may_stand_in_the_middle_of_their_rows(read):
    assert told_by(read(TITLE + CENTRED)) == ROWS


def test_where_no_sentence_ends_between_two_numbers_nothing_is_guessed(document_of):
    unended = CENTRED.replace("。", "")
    assert recognise(document_of(TITLE + unended).blocks) is None
