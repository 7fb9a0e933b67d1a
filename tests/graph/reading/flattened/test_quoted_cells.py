"""Tables copied from Word and from spreadsheets: cells that hold several lines."""

TITLE = "云泽县2026年图书馆工作任务分工表\n\n"
HEAD = "序号\t工作任务\t责任单位\t完成时限\n"


def told_by(plan):
    return [
        (r.number, r.text, [a.unit for a in plan.assignments(r)], [t.raw for t in r.timing])
        for r in plan.requirements
    ]


def test_cells_in_quotation_marks_are_read_as_in_a_csv_file(read):
    plan = read(
        TITLE
        + HEAD
        + '1\t"购置图书2万册。\n分编上架。"\t"县文旅局\n县财政局"\t2026/6/30\n'
        + '2\t推行“一卡通”借阅。\t"县文旅局"\t2026/12/31\n'
        + '3\t"开展""书香""活动，\n\n覆盖各镇。"\t"县教育局\n县渡口学校\n各镇"\t9月底前\n'
    )
    assert told_by(plan) == [
        ("1", "购置图书2万册。\n分编上架。", ["县文旅局", "县财政局"], ["2026/6/30"]),
        ("2", "推行“一卡通”借阅。", ["县文旅局"], ["2026/12/31"]),
        (
            "3",
            '开展"书香"活动，\n\n覆盖各镇。',
            ["县教育局", "县渡口学校", "各镇"],
            ["9月底前"],
        ),
    ]


def test_a_cell_in_quotation_marks_stands_on_the_line_where_it_begins(read):
    plan = read(TITLE + HEAD + '1\t"购置图书2万册。\n分编上架。"\t"县文旅局\n县财政局"\t6月底前\n')
    (requirement,) = plan.requirements
    assert requirement.span.line == 4
    assert [a.span.line for a in plan.assignments(requirement)] == [5, 6]


def test_a_heading_in_quotation_marks_may_be_broken(read):
    plan = read(
        TITLE + '序号\t工作任务\t"责任\n单位"\t"完成\n时限"\n1\t购置图书。\t县文旅局\t6月底前\n'
    )
    assert told_by(plan) == [("1", "购置图书。", ["县文旅局"], ["6月底前"])]


def test_a_quotation_mark_that_nothing_closes_is_a_mark_of_the_text(read):
    plan = read(
        TITLE
        + HEAD
        + '1\t"一网通办"改革。\t县文旅局\t6月底前\n2\t"两免购置图书。\t县财政局\t9月底前\n'
    )
    assert told_by(plan) == [
        ("1", '"一网通办"改革。', ["县文旅局"], ["6月底前"]),
        ("2", '"两免购置图书。', ["县财政局"], ["9月底前"]),
    ]


def test_a_row_of_which_several_cells_are_broken_ends_with_its_last_cell(read):
    plan = read(
        TITLE
        + HEAD
        + "1\t建成书房3座。\t县文旅局\n县住建局\n各镇\t9月底前\n"
        + "2\t更新图书2万册。\t县图书馆\t6月底前\n"
        + "3\t组织流动服务车进村，\n每月不少于8次。\t县图书馆\n各镇文化站\t全年\n"
    )
    assert told_by(plan) == [
        ("1", "建成书房3座。", ["县文旅局", "县住建局", "各镇"], ["9月底前"]),
        ("2", "更新图书2万册。", ["县图书馆"], ["6月底前"]),
        (
            "3",
            "组织流动服务车进村，\n每月不少于8次。",
            ["县图书馆", "各镇文化站"],
            ["每月不少于8次", "全年"],
        ),
    ]


def test_a_broken_first_cell_without_a_number_begins_its_row(read):
    plan = read(
        TITLE
        + "工作任务\t责任单位\t完成时限\n"
        + "开展巡查，\n清点图书。\t县图书馆\n县教育局\t全年\n"
        + "修缮书架，\n更换标识。\t县文旅局\t6月底前\n"
    )
    assert told_by(plan) == [
        ("", "开展巡查，\n清点图书。", ["县图书馆", "县教育局"], ["全年"]),
        ("", "修缮书架，\n更换标识。", ["县文旅局"], ["6月底前"]),
    ]
