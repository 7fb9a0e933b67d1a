"""Several numbered requirements in one cell are requirements of their own."""

import pytest

TITLE = "云泽县2026年渡口安全任务分工表\n"
HEAD = ["序号", "重点任务", "工作内容", "责任单位", "配合单位"]
LAST = ["2", "船员", "培训船员。", "县人社局", "各镇"]
PAIRS = [
    ("1.", "2.", ["1", "2"]),
    ("1、", "2、", ["1", "2"]),
    ("（1）", "（2）", ["（1）", "（2）"]),
    ("(1)", "(2)", ["（1）", "（2）"]),
    ("（一）", "（二）", ["（一）", "（二）"]),
    ("1）", "2）", ["1", "2"]),
    ("①", "②", ["①", "②"]),
]


def told_by(plan):
    return [(r.number, r.text, [a.unit for a in plan.assignments(r)]) for r in plan.requirements]


def with_cell(read, cell, mark=" | "):
    rows = [HEAD, ["1", "渡口", cell, "县港航局", "县财政局"], LAST]
    return told_by(read(TITLE + "\n".join(mark.join(row) for row in rows) + "\n"))


@pytest.mark.parametrize(("first", "second", "numbers"), PAIRS)
@pytest.mark.parametrize("between", ["；", "；<br>", "。", "。 "])
def test_items_in_one_line_or_several_share_the_units_of_their_cell(
    read, first, second, numbers, between
):
    told = with_cell(read, f"{first}修缮渡口12处{between}{second}更换全部标识。")
    units = ["县港航局", "县财政局"]
    assert [(number, text.rstrip("；。"), named) for number, text, named in told] == [
        (numbers[0], "修缮渡口12处", units),
        (numbers[1], "更换全部标识", units),
        ("2", "培训船员", ["县人社局", "各镇"]),
    ]


def test_a_digit_behind_the_first_number_is_no_decimal_where_the_second_counts_on(read):
    told = with_cell(read, "1.5月底前修缮渡口。 2.8月底前更换标识。 3.10月底前验收。")
    assert [one[:2] for one in told[:3]] == [
        ("1", "5月底前修缮渡口。"),
        ("2", "8月底前更换标识。"),
        ("3", "10月底前验收。"),
    ]


@pytest.mark.parametrize(
    "cell",
    [
        "做好渡口工作：1.修缮渡口；2.更换标识。",
        "修缮渡口12处；（2）更换标识。",
        "1.修缮渡口12处，2.4公里堤防同步加固。",
        "1.5公里堤防加固；3.6公里道路硬化。",
        "落实《办法》第（1）（2）项要求。",
    ],
)
def test_words_before_the_first_number_and_other_figures_leave_one_requirement(read, cell):
    assert len(with_cell(read, cell)) == 2
