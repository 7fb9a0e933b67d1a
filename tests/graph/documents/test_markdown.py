"""Pipe tables of Markdown become grids."""


def test_a_pipe_table_is_a_grid_and_the_rest_are_lines(opened, texts):
    page = "# 分工表\n\n任务 | 单位\n:---|---:\n修缮<br/>渡口 | 县港航局\\|站\n| 值守 | |\n"
    page += "\n注：甲|乙\n"
    document = opened("a.md", page.encode())
    assert texts(document) == [
        "# 分工表",
        "",
        [["任务", "单位"], ["修缮\n渡口", "县港航局|站"], ["值守", ""]],
        "",
        "注：甲|乙",
    ]
    (grid,) = document.grids
    assert [row[0].span.line for row in grid.rows] == [3, 5, 6]
    assert document.paragraphs[-1].span.line == 8


def test_a_line_of_bars_without_a_rule_is_a_line(opened, texts):
    assert texts(opened("a.md", "甲 | 乙\n丙 | 丁\n".encode())) == ["甲 | 乙", "丙 | 丁"]
