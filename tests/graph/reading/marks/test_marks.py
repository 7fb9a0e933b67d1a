"""Which brackets and lines assign, and which do not."""

import pytest

from dutygraph.graph.reading.marks.label_marks import is_label_line
from dutygraph.graph.reading.marks.marks import marks


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("修缮渡口。（责任单位：县港航局、县财政局）", ["责任单位：县港航局、县财政局"]),
        ("修缮渡口。(责任单位:县港航局)", ["责任单位:县港航局"]),
        ("修缮渡口。〔牵头单位：县委改革办（县营商局）〕", ["牵头单位：县委改革办（县营商局）"]),
        ("修缮渡口。［县港航局牵头］", ["县港航局牵头"]),
        ("修缮渡口。【责任单位：县港航局】", ["责任单位：县港航局"]),
        (
            "修缮渡口（县港航局牵头，各县（市、区）政府配合）。",
            ["县港航局牵头，各县（市、区）政府配合"],
        ),
        ("修缮渡口。（县港航局、县财政局）", ["县港航局、县财政局"]),
        ("补助企业。（县工信局）另设基金。（县财政局）", ["县工信局", "县财政局"]),
        ("修缮渡口。（责任单位：县港航局，各镇", ["责任单位：县港航局，各镇"]),
        ("修缮渡口。责任单位：县港航局、县财政局。", ["责任单位：县港航局、县财政局"]),
        ("牵头单位：县港航局", ["牵头单位：县港航局"]),
        ("牵头单位 县港航局", ["牵头单位 县港航局"]),
        ("（牵头单位：县港航局）（责任单位：各镇）", ["牵头单位：县港航局", "责任单位：各镇"]),
        ("完成时限：10月底前", ["完成时限：10月底前"]),
        ("修缮渡口。（各部门按职责分工负责）", ["各部门按职责分工负责"]),
    ],
)
def test_assignments_are_found(piece, text, listed):
    assert [mark.piece.text.rstrip("。") for mark in marks(piece(text))] == listed


@pytest.mark.parametrize(
    "text",
    [
        "县级人民政府（以下简称县政府）应当加强领导。",
        "培育区域品牌（Regional Brand）。",
        "给予补助（最高100万元）。",
        "覆盖全部乡镇（不含街道）。",
        "报送县商务局（县口岸办）。",
        "各牵头单位要加强统筹，责任单位要密切配合。",
        "鼓励企业牵头组建联合体（由高校参与研发）。",
        "深化公安、消防、医疗等部门（单位）协作。",
        "列第一位的责任单位为牵头单位。",
        "（一）完善机制",
        "新建泵站。（2处）",
        "（此件公开发布）",
        "（联系人：李某某，电话：0000-0000000）",
        "发文字号 | 某政办〔2026〕1号 | 责任部门 | 县政府督查室",
        "2026年（含）以前建成的项目",
    ],
)
def test_other_brackets_and_running_words_assign_nothing(piece, text):
    assert [mark for mark in marks(piece(text)) if not mark.is_remark] == []


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("责任单位：县港航局", True),
        ("牵头单位:县港航局", True),
        ("完成时限：10月底", True),
        ("责任单位要各司其职", False),
        ("各责任单位：", False),
        ("牵头单位负责统筹", False),
        ("修缮渡口。责任单位：县港航局", False),
    ],
)
def test_label_lines_begin_with_a_label(piece, text, label):
    assert is_label_line(piece(text)) is label


@pytest.mark.parametrize("text", ["加强理论学习。[党建股]", "修缮渡口。（渡口科、船员科）"])
def test_offices_behind_a_sentence_assign(piece, text):
    assert [mark.is_bare for mark in marks(piece(text))] == [True]
