"""Numbers of rows that ran together with the first words of their tasks."""

import pytest

HEADINGS = ["序号", "工作任务", "责任单位", "完成时限"]
ROWS = [
    ["1修缮渡口", "县港航局、县财政局", "6月"],
    ["2培训船员200名", "县人社局", "9月"],
    ["3更换缆绳", "县应急局", "12月"],
]


def text_of(mark, end):
    lines = [mark.join(row) + end for row in (HEADINGS, *ROWS)]
    return "云泽县渡口任务清单\n" + "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("mark", "end"), [("\t", ""), (" | ", ""), ("  ", ""), (" ", ""), ("\n", ""), (" |\n", " |")]
)
def test_they_are_numbers_where_they_count_on(read, mark, end):
    plan = read(text_of(mark, end))
    told = [(r.number, r.text, [a.unit for a in plan.assignments(r)]) for r in plan.requirements]
    assert told == [
        ("1", "修缮渡口", ["县港航局", "县财政局"]),
        ("2", "培训船员200名", ["县人社局"]),
        ("3", "更换缆绳", ["县应急局"]),
    ]


def test_quantities_that_do_not_count_on_are_words_of_the_task(read):
    plan = read(text_of("\t", "").replace("1修缮", "30座渡口修缮").replace("3更换", "8处更换"))
    assert [r.number for r in plan.requirements] == ["", "", ""]
    assert plan.requirements[0].text.startswith("30座渡口")
