"""Running text: brackets behind tasks, label lines, outlines."""

import pytest


def told_by(plan):
    return [
        (r.number, r.part, r.text, [(a.role.value, a.unit) for a in plan.assignments(r)])
        for r in plan.requirements
    ]


def test_a_bracket_at_the_end_of_a_paragraph_closes_its_item(read):
    plan = read(
        "云泽县2026年工作要点\n一、渡口\n（一）安全\n1.修缮渡口。更换标识。（责任单位：县港航局）\n"
        "2．开展培训。(县人社局牵头,县总工会配合)"
    )
    assert told_by(plan) == [
        ("1", None, "修缮渡口。更换标识。", [("responsible", "县港航局")]),
        ("2", None, "开展培训。", [("lead", "县人社局"), ("support", "县总工会")]),
    ]
    assert [s.title for s in plan.sections] == ["一、渡口"]
    assert [t.title for t in plan.tasks] == ["（一）安全"]
    assert plan.source.layout == "prose"


def test_several_brackets_in_one_item_make_parts(read):
    plan = read("1.给予补助。（责任单位：县财政局）另设基金。（责任单位：县工信局、县国资局）")
    assert told_by(plan) == [
        ("1", 1, "给予补助。", [("responsible", "县财政局")]),
        ("1", 2, "另设基金。", [("responsible", "县工信局"), ("responsible", "县国资局")]),
    ]
    assert [r.id for r in plan.requirements] == ["r1", "r2"]


def test_adjacent_brackets_belong_together(read):
    plan = read("1.修缮渡口。（牵头单位：县港航局）（责任单位：各镇）（完成时限：6月底）")
    assert told_by(plan)[0][3] == [("lead", "县港航局"), ("support", "各镇")]
    assert [t.raw for t in plan.requirements[0].timing] == ["6月底"]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_label_lines_below_a_task(read, gap):
    text = gap.join(
        [
            "一、渡口",
            "1.修缮渡口。",
            "牵头单位：县港航局",
            "责任单位：县财政局，各镇",
            "完成时限：9月底前",
            "2.开展培训。",
            "牵头单位：县人社局",
        ]
    )
    plan = read(text)
    assert told_by(plan) == [
        (
            "1",
            None,
            "修缮渡口。",
            [("lead", "县港航局"), ("support", "县财政局"), ("support", "各镇")],
        ),
        ("2", None, "开展培训。", [("lead", "县人社局")]),
    ]
    assert [t.raw for t in plan.requirements[0].timing] == ["9月底前"]
    assert plan.source.layout == "labelled-lines"


def test_a_label_inside_a_paragraph(read):
    plan = read("（一）修缮渡口。更换标识。责任单位：县港航局、县财政局。")
    assert told_by(plan) == [
        (
            "（一）",
            None,
            "修缮渡口。更换标识。",
            [("responsible", "县港航局"), ("responsible", "县财政局")],
        )
    ]


def test_a_heading_and_its_paragraph_are_one_task(read):
    plan = read("一、渡口\n（一）修缮渡口\n对12处渡口进行修缮。（责任单位：县港航局）")
    (only,) = plan.requirements
    assert (only.number, only.text) == ("（一）", "修缮渡口\n对12处渡口进行修缮。")
    assert only.section == "s1"
    assert only.task is None


def test_a_heading_may_stand_above_unnumbered_tasks(read):
    plan = read(
        "一、渡口\n（一）修缮渡口\n修缮码头。（责任单位：县港航局）\n更换标识。（责任单位：各镇）"
    )
    assert [(r.number, r.text) for r in plan.requirements] == [
        ("", "修缮码头。"),
        ("", "更换标识。"),
    ]
    assert {r.task for r in plan.requirements} == {"s1.t1"}


def test_a_heading_above_unnumbered_tasks_may_have_several_in_a_paragraph(read):
    plan = read(
        "一、渡口\n（一）修缮渡口。\n修缮码头。（县港航局牵头）\n"
        "更换标识。（县财政局牵头）清理沉船。（县港航局负责）\n（二）培训。\n培训船员。（县人社局负责）"
    )
    assert [(r.number, r.part, r.text) for r in plan.requirements] == [
        ("", None, "修缮码头。"),
        ("", 1, "更换标识。"),
        ("", 2, "清理沉船。"),
        ("（二）", None, "培训。\n培训船员。"),
    ]


def test_one_paragraph_is_a_task_where_the_other_headings_stand_above_items(read):
    plan = read(
        "一、渡口\n（一）修缮渡口。\n1.修缮码头。（县港航局牵头）\n2.更换标识。（县财政局牵头）\n"
        "（二）培训船员。\n每年培训2次。（县人社局负责）"
    )
    assert [(r.number, r.text, r.task) for r in plan.requirements] == [
        ("1", "修缮码头。", "s1.t1"),
        ("2", "更换标识。", "s1.t1"),
        ("", "每年培训2次。", "s1.t2"),
    ]


def test_a_task_may_be_a_heading_without_a_body(read):
    plan = read("一、渡口\n（一）修缮渡口（责任单位：县港航局）\n（二）更换标识（责任单位：各镇）")
    assert [(r.number, r.text) for r in plan.requirements] == [
        ("（一）", "修缮渡口"),
        ("（二）", "更换标识"),
    ]


def test_an_assignment_behind_the_last_point_alone_is_of_the_whole_item(read):
    plan = read(
        "（一）渡口\n1.修缮；\n2.培训。（责任单位：县港航局）\n（二）道路\n1.拓宽；\n2.绿化。（责任单位：县交通局）"
    )
    assert [r.number for r in plan.requirements] == ["（一）", "（二）"]
    assert plan.requirements[0].text == "渡口\n1.修缮；\n2.培训。"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("一、", "二、"),
        ("（一）", "（二）"),
        ("1.", "2."),
        ("1、", "2、"),
        ("（1）", "（2）"),
        ("①", "②"),
        ("第一条 ", "第二条 "),
    ],
)
def test_any_numbering_may_carry_tasks(read, first, second):
    plan = read(
        f"{first}修缮渡口。（责任单位：县港航局）\n{second}开展培训。（责任单位：县人社局）"
    )
    assert [r.number for r in plan.requirements] == [
        first.rstrip(".、 "),
        second.rstrip(".、 "),
    ]


def test_the_documents_own_rule_gives_the_lead(read):
    plan = read(
        "1.修缮渡口。（责任单位：县港航局、县财政局，列第一位的为牵头单位，下同）\n"
        "2.培训。（责任单位：县人社局、县总工会）\n3.督查。（责任单位：县委督查室）"
    )
    assert [named for *_, named in told_by(plan)] == [
        [("lead", "县港航局"), ("support", "县财政局")],
        [("lead", "县人社局"), ("support", "县总工会")],
        [("lead", "县委督查室")],
    ]
    assert plan.rows[0].assignments[0].basis.value == "document-rule"
    assert "reading.lead-rule" in [doubt.code for doubt in plan.doubts]


def test_the_rule_may_be_the_first_comma(read):
    plan = read(
        "1.修缮。（甲局、乙局，丙局、丁局。第一个逗号前的为牵头单位，下同）\n2.培训。（戊局，己局）"
    )
    assert [named for *_, named in told_by(plan)] == [
        [("lead", "甲局"), ("lead", "乙局"), ("support", "丙局"), ("support", "丁局")],
        [("lead", "戊局"), ("support", "己局")],
    ]


def test_the_rule_may_be_an_asterisk(read):
    plan = read(
        "说明：标*的为牵头单位。\n1.修缮。（*甲局、乙局）\n2.培训。（丙局、*丁局）\n3.督查。（戊局、己局）"
    )
    assert [named for *_, named in told_by(plan)] == [
        [("lead", "甲局"), ("support", "乙局")],
        [("support", "丙局"), ("lead", "丁局")],
        [("responsible", "戊局"), ("responsible", "己局")],
    ]


def test_an_exception_sets_the_rule_aside(read):
    plan = read(
        "1.修缮。（责任单位：甲局、乙局。列首位的为牵头单位，注明“分别牵头”的除外）\n"
        "2.培训。（甲局、乙局分别牵头，丙局配合）"
    )
    assert [named for *_, named in told_by(plan)][1] == [
        ("lead", "甲局"),
        ("lead", "乙局"),
        ("support", "丙局"),
    ]


def test_units_added_to_every_later_item_are_implied_not_stated(read):
    plan = read(
        "1.修缮。（甲局、乙局；以下各项均需各镇人民政府落实，不再列出）\n2.培训。（丙局）\n3.督查。（丁局）"
    )
    (implied,) = plan.implied
    assert (implied.unit, implied.start, implied.collective) == ("各镇人民政府", "r2", True)
    assert [a.unit for a in plan.assignments(plan.requirements[1])] == ["丙局"]


def test_crawl_debris_is_read_over_and_places_stay_true(document_of):
    from dutygraph.graph.reading.plans import read_document

    line = "1.修缮渡口。（责任\u200b单位：县港\u200b航局、县(xiàn)财政局）"
    (plan,) = read_document(document_of(line))
    named = plan.assignments(plan.requirements[0])
    assert [a.unit for a in named] == ["县港航局", "县财政局"]
    assert [line[a.span.start : a.span.end] for a in named] == ["县港\u200b航局", "县(xiàn)财政局"]


def test_an_item_without_units_is_no_requirement(read):
    plan = read(
        "一、要求\n1.加强领导。各牵头单位要高度重视。\n二、任务\n2.修缮。（责任单位：甲局）"
    )
    assert [r.number for r in plan.requirements] == ["2"]


def test_a_lost_closing_bracket_ends_with_its_paragraph(read):
    plan = read("1.修缮。（责任单位：甲局、乙局\n2.培训。（责任单位：丙局）")
    assert [[a.unit for a in plan.assignments(r)] for r in plan.requirements] == [
        ["甲局", "乙局"],
        ["丙局"],
    ]


def test_a_bracket_on_a_line_of_its_own_is_shared_by_the_points_above_it(read):
    plan = read(
        "1.完善预案\n（1）编制预案。\n（2）开展演练。\n（责任单位：甲局、各镇）\n"
        "2.健全机制\n（1）到岗带班。\n（2）信息报送。\n（责任单位：乙局）"
    )
    assert [row.requirements for row in plan.rows] == [("r1", "r2"), ("r3", "r4")]
    assert [r.text for r in plan.requirements] == [
        "编制预案。",
        "开展演练。",
        "到岗带班。",
        "信息报送。",
    ]


@pytest.mark.parametrize(
    ("clause", "told"),
    [
        ("由商务厅牵头，供销社配合", [("lead", "商务厅"), ("support", "供销社")]),
        ("由甲局、乙局按职责分工负责", [("responsible", "甲局"), ("responsible", "乙局")]),
        ("由甲厅会同乙厅等部门负责落实", [("lead", "甲厅"), ("support", "乙厅")]),
    ],
)
def test_an_assignment_may_be_part_of_the_sentence(read, clause, told):
    plan = read(f"（一）关于流通体系的问题，{clause}。")
    (only,) = told_by(plan)
    assert only == ("（一）", None, f"关于流通体系的问题，{clause}。", told)


def test_such_sentences_are_wording_where_brackets_assign(read):
    plan = read("1.试点由甲局负责。\n2.修缮。（责任单位：乙局）")
    assert [r.number for r in plan.requirements] == ["2"]


def test_a_bare_list_behind_each_counted_clause_is_its_own(read):
    plan = read(
        "云泽县分工\n一、深化改革。一是压减事项（县司法局、县审批局）；二是推行容缺（县税务局）。\n"
    )
    assert [[a.unit for a in plan.assignments(r)] for r in plan.requirements] == [
        ["县司法局", "县审批局"],
        ["县税务局"],
    ]


def test_a_sentence_of_units_may_close_with_the_time_of_putting_right(read):
    plan = read(
        "云泽县督查交办单\n1、关于清淤问题。由县水务局牵头，县城管局配合，10月底前完成整改。\n"
    )
    assert [a.unit for r in plan.requirements for a in plan.assignments(r)] == [
        "县水务局",
        "县城管局",
    ]


def test_the_first_responsible_unit_may_lead_by_the_documents_rule(read):
    plan = read(
        "（一）修缮渡口。\n责任单位:市港航局、市财政局(第一责任单位为牵头单位,下同)\n"
        "（二）开展培训。\n责任单位:市人社局"
    )
    assert [one[3] for one in told_by(plan)] == [
        [("lead", "市港航局"), ("support", "市财政局")],
        [("lead", "市人社局")],
    ]


def test_a_bracket_with_a_lead_survives_names_of_no_known_form(read):
    plan = read("1.完善管网。（市水务局牵头，市城管局配合，青洛、白岭、河湾、石桥片区负责落实）")
    assert told_by(plan)[0][3][:2] == [("lead", "市水务局"), ("support", "市城管局")]


def test_a_point_ends_a_sentence_in_half_width_text(read):
    plan = read(
        "1.清查企业,完成整改.(市环保局牵头,市财政局参与,相关园区、镇(街)负责落实."
        "以下各项任务均需各园区、镇(街)落实,不再列出)\n2.修缮渡口.(市港航局牵头)"
    )
    assert told_by(plan)[0][3] == [
        ("lead", "市环保局"),
        ("support", "市财政局"),
        ("support", "相关园区、镇(街)"),
    ]
    assert [one.unit for one in plan.implied] == ["各园区、镇(街)"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "1.修缮渡口。（2025年6月底前完成，县港航局、县财政局负责）",
            [("responsible", "县港航局"), ("responsible", "县财政局")],
        ),
        (
            "1.修缮渡口。\n责任单位：县卫生健康委（县中医药管理局）",
            [("responsible", "县卫生健康委（县中医药管理局）")],
        ),
        (
            "1.由县港航局牵头，会同县财政局、县审计局等部门，修缮渡口。",
            [("lead", "县港航局"), ("support", "县财政局"), ("support", "县审计局")],
        ),
        (
            "1.修缮渡口。（县港航局，各区、县属国企）",
            [("responsible", "县港航局"), ("responsible", "各区"), ("responsible", "县属国企")],
        ),
        (
            "1.修缮渡口。由省民营经济发展局牵头，省委社会工作部、省企业服务中心配合。",
            [
                ("lead", "省民营经济发展局"),
                ("support", "省委社会工作部"),
                ("support", "省企业服务中心"),
            ],
        ),
    ],
)
def test_what_stands_beside_the_names_is_no_name(read, text, told):
    assert told_by(read(text))[0][3] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "【重点任务】修缮渡口\n【责任单位】县港航局、县财政局\n【完成时限】6月底",
            [("responsible", "县港航局"), ("responsible", "县财政局")],
        ),
        (
            "1.修缮渡口。牵头单位 县港航局 配合单位 县财政局、各镇",
            [("lead", "县港航局"), ("support", "县财政局"), ("support", "各镇")],
        ),
        (
            "1.修缮渡口。（牵头 县港航局，配合 县财政局）",
            [("lead", "县港航局"), ("support", "县财政局")],
        ),
        (
            "1.修缮渡口。牵头单位：县港航局；各镇按职责落实。",
            [("lead", "县港航局"), ("support", "各镇")],
        ),
        (
            "1.修缮渡口。（责任单位：县港航局，完成时限：12月底前，取得阶段性成效）",
            [("responsible", "县港航局")],
        ),
    ],
)
def test_labels_without_colons_and_results_behind_times(read, text, told):
    assert told_by(read(text))[0][3] == told


def test_a_label_of_the_division_leaves_the_roles_to_verbs(read):
    plan = read(
        "1.修缮渡口。\n分管领导：陶亮\n部门分工：县港航局牵头，各镇、各部门配合。\n"
        "2.开展培训。\n部门分工：县人社局牵头。"
    )
    assert [one[3] for one in told_by(plan)] == [
        [("supervise", "陶亮"), ("lead", "县港航局"), ("support", "各镇"), ("support", "各部门")],
        [("lead", "县人社局")],
    ]


def test_the_exceptions_of_a_rule_are_no_exception_for_the_row_that_states_it(read):
    plan = read(
        "1.修缮渡口。（责任单位：县港航局、县财政局（除标注“分别牵头”外，列第一位的为牵头单位，下同））\n"
        "2.建桥。（责任单位：县交通局、县财政局分别牵头）"
    )
    assert [one[3] for one in told_by(plan)] == [
        [("lead", "县港航局"), ("support", "县财政局")],
        [("lead", "县交通局"), ("lead", "县财政局")],
    ]


@pytest.mark.parametrize(
    "rule",
    [
        "(第一责任单位为牵头单位,下同)",
        "〔第一责任部门是牵头部门，下同〕",
        "（排名第一的责任单位为牵头单位，其余为配合单位，下同）",
        "（排第一位的为牵头单位，其他为责任单位，下同）",
        "(列首位者为牵头单位,其他单位为配合单位)",
        "(首位为牵头单位;其余单位为参与单位;下同)",
        "（责任单位第一家为牵头单位，其余均为配合单位）",
        "（以第一责任单位为牵头单位，下同）",
        "（牵头单位为第一责任单位，下同）",
        "（第一个单位牵头，其余配合，下同）",
        "（第一责任单位负总责，下同）",
        "【列首位的为牵头单位，下同】",
        "（除标注“分别牵头”外，列第一位为牵头或汇总单位，下同）",
        "（列第一位的为牵头单位，注明“分别牵头”的除外，下同）",
    ],
)
def test_a_rule_for_the_lead_names_nobody_and_holds_for_its_own_item(read, rule):
    plan = read(
        f"云泽县2026年工作要点\n1.修缮渡口。\n责任单位:县港航局、县财政局{rule}\n"
        "2.疏浚河道。\n责任单位:县水利局、县住建局\n3.增加船只。\n责任单位：县商务局、县文旅局分别牵头\n"
    )
    told = [[(a.unit, a.role) for a in plan.assignments(r)] for r in plan.requirements]
    assert told == [
        [("县港航局", "lead"), ("县财政局", "support")],
        [("县水利局", "lead"), ("县住建局", "support")],
        [("县商务局", "lead"), ("县文旅局", "lead")],
    ]


def test_others_beside_a_lead_are_units_where_no_rule_is_stated(read):
    plan = read("云泽县2026年工作要点\n1.修缮渡口。（县港航局牵头，其他部门配合）\n")
    (only,) = plan.requirements
    told = [(a.unit, a.role) for a in plan.assignments(only)]
    assert told == [("县港航局", "lead"), ("其他部门", "support")]


def test_one_paragraph_of_items_whose_lists_stand_behind_commas(read):
    plan = read(
        "支持渡口修缮，〔县港航局〕三、组建救援队伍，各镇（街道）〕五、培育船员，"
        "〔县人社局、县港航局〕六、推动船检，各镇〕此前规定与本措施不一致的。"
    )
    assert [(number, text, units) for number, _, text, units in told_by(plan)] == [
        ("", "支持渡口修缮，", [("responsible", "县港航局")]),
        ("三", "组建救援队伍，", [("responsible", "各镇（街道）")]),
        ("五", "培育船员，", [("responsible", "县人社局"), ("responsible", "县港航局")]),
        ("六", "推动船检，", [("responsible", "各镇")]),
    ]


def test_a_closing_bracket_behind_words_that_are_no_units_assigns_nothing(read):
    plan = read("1.修缮渡口，更换标识〕另设基金。（责任单位：县财政局）")
    assert told_by(plan)[0][3] == [("responsible", "县财政局")]


def test_a_dashed_line_above_numbered_items_is_their_heading(read):
    plan = read(
        "——推进渡口建设\n4.修缮渡口。（责任单位：县港航局）\n5.更换标识。（责任单位：县港航局）\n"
        "——加快船检\n6.开展船检。（责任单位：县港航局）"
    )
    sections = {section.id: section.title for section in plan.sections}
    assert [(r.number, sections[r.section], r.text) for r in plan.requirements] == [
        ("4", "——推进渡口建设", "修缮渡口。"),
        ("5", "——推进渡口建设", "更换标识。"),
        ("6", "——加快船检", "开展船检。"),
    ]


def test_dashed_points_of_an_item_are_no_headings(read):
    plan = read(
        "4.修缮渡口：（责任单位：县港航局）\n——更换标识\n——配齐灯具\n5.开展船检。（责任单位：县财政局）"
    )
    assert [r.section for r in plan.requirements] == [None, None]


@pytest.mark.parametrize(
    ("remark", "start"),
    [
        ("。以下各条责任单位均含各镇人民政府，不再列出", "r2"),
        ("。以下责任单位均包括各镇人民政府", "r2"),
        ("，各镇人民政府均为责任单位，下同", "r1"),
    ],
)
def test_units_of_a_remark_are_implied_in_many_words(read, remark, start):
    plan = read(f"一、渡口\n1.修缮。（县港航局、县财政局{remark}）\n2.培训。（县人社局）")
    assert [unit for _, _, _, unit in told_by(plan)] == [
        [("responsible", "县港航局"), ("responsible", "县财政局")],
        [("responsible", "县人社局")],
    ]
    assert [(one.unit, one.start, one.collective) for one in plan.implied] == [
        ("各镇人民政府", start, True)
    ]


def test_a_remark_may_speak_of_its_own_item_too(read):
    plan = read(
        "1.修缮。（县港航局，此项及以下任务均需各镇落实，不再列出。各责任单位按职责分工落实）\n"
        "2.培训。（县人社局）"
    )
    assert told_by(plan)[0][3] == [("responsible", "县港航局")]
    assert [(one.unit, one.start) for one in plan.implied] == [("各镇", "r1")]


def test_an_item_whose_bracket_nobody_understood_is_left_out_and_told(read):
    plan = read(
        "一、渡口\n1.修缮。（县港航局从速从快地会商有关事宜并报告）\n2.培训。（县人社局）\n"
        "二、船检\n3.检验。（县地方海事处）"
    )
    assert [(number, units) for number, _, _, units in told_by(plan)] == [
        ("2", [("responsible", "县人社局")]),
        ("3", [("responsible", "县地方海事处")]),
    ]
    assert [doubt.code for doubt in plan.doubts] == ["reading.unassigned-item"]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("修缮。（（责任单位：县港航局、县财政局））", "R 县港航局 R 县财政局"),
        ("修缮。【牵头单位】县港航局；【责任单位】县财政局", "L 县港航局 S 县财政局"),
        ("修缮。\n（责任单位）县港航局、县财政局", "R 县港航局 R 县财政局"),
        ("修缮。责任单位是县港航局。", "R 县港航局"),
        ("修缮。责任单位：县港航局、县财政局）", "R 县港航局 R 县财政局"),
        ("修缮。（县港航局、县财政局负责。", "R 县港航局 R 县财政局"),
        ("修缮。（县港航局、县财政局等3部委负责）", "R 县港航局 R 县财政局"),
        ("修缮。（县港航局负责制定方案，县财政局负责兑现资金）", "R 县港航局 R 县财政局"),
        ("修缮。（县港航局3月底前制定方案，县财政局10月底前兑现）", "R 县港航局 R 县财政局"),
        ("修缮。（县港航局、县财政局，2026年持续推进）", "R 县港航局 R 县财政局"),
        ("修缮。（县政府分管领导：陈立；县港航局、县财政局）", "V 陈立 R 县港航局 R 县财政局"),
        ("修缮。（县发改局统筹，县财政局、县港航局参与）", "L 县发改局 S 县财政局 S 县港航局"),
        ("修缮。（县发改局、县港航局双牵头）", "L 县发改局 L 县港航局"),
        ("修缮。（县港航局牵头，各镇政府负责属地落实）", "L 县港航局 S 各镇政府"),
        ("培育企业（县工信局）。", "R 县工信局"),
    ],
)
def test_brackets_and_labels_of_odd_forms(read, text, units):
    plan = read(f"一、渡口\n1.{text}\n2.培训。（责任单位：县人社局）")
    letters = {"lead": "L", "responsible": "R", "support": "S", "supervise": "V"}
    (_, _, first, told), *_ = told_by(plan)
    assert " ".join(f"{letters[role]} {unit}" for role, unit in told) == units
    assert first in {"修缮。", "培育企业"}


def test_the_lead_of_a_heading_leads_every_item_below(read):
    plan = read(
        "一、科技政策（由县科技局牵头实施）\n县财政安排资金。\n1.扶持主体。（责任单位：县科技局）\n"
        "2.加大投入。（责任单位：县科技局、县发改局）\n二、教育政策\n3.新建学校。（责任单位：县教育局）"
    )
    assert [(number, units) for number, _, _, units in told_by(plan)] == [
        ("1", [("lead", "县科技局")]),
        ("2", [("lead", "县科技局"), ("support", "县发改局")]),
        ("3", [("responsible", "县教育局")]),
    ]


def test_a_page_number_inside_an_item_is_none_of_it(read):
    plan = read(
        "1.修缮渡口。（县港航局负责）\n2.强化监测，从严处理\n— 2 —\n违法案件。（县市场监管局负责）"
    )
    assert told_by(plan)[1][:3] == ("2", None, "强化监测，从严处理\n违法案件。")


def test_a_rule_that_names_its_unit_holds_for_no_other_list(read):
    plan = read(
        "1.修缮。（县港航局、县财政局负责。其中列在首位的县港航局为牵头部门）\n2.培训。（县人社局、县总工会负责）"
    )
    assert [unit for _, _, _, unit in told_by(plan)][1] == [
        ("responsible", "县人社局"),
        ("responsible", "县总工会"),
    ]


def test_words_in_brackets_that_define_cut_nothing_off(read):
    text = "按照《渡口办法》（云政发〔2025〕3号），3月前对投资（不含税，下同）百万的企业兑付。"
    plan = read(f"1.{text}（责任单位：县财政局）")
    ((_, _, words, units),) = told_by(plan)
    assert (words, units) == (text, [("responsible", "县财政局")])
    assert [c.title for c in plan.requirements[0].citations] == ["渡口办法"]


def test_no_name_begins_before_the_word_by(read):
    text = "农用地调查由农业农村部门负责，2026年底前完成；工业用地调查由生态环境部门负责。"
    plan = read(f"1.{text}〔县生态环境局牵头，县农业农村局参与〕")
    ((_, part, words, units),) = told_by(plan)
    assert (part, words) == (None, text)
    assert units == [("lead", "县生态环境局"), ("support", "县农业农村局")]


@pytest.mark.parametrize("mark", ["、", "，"])
def test_added_units_may_be_long_and_divided_by_commas(read, mark):
    added = f"各县（市、区）人民政府{mark}云东经济技术开发区管委会{mark}云西生态旅游度假区管委会"
    plan = read(
        f"1.修缮。（县港航局、县财政局。以下均需{added}落实，不再列出）\n2.培训。（县人社局）"
    )
    assert told_by(plan)[0][3] == [("responsible", "县港航局"), ("responsible", "县财政局")]
    assert mark.join(one.unit for one in plan.implied) == added


def test_the_item_that_lost_its_number_leaves_the_heading_to_all(read):
    plan = read(
        "一、提振信心\n构建亲清关系，健全机制。（责任单位：县工商联）\n"
        "（二）维护竞争。（责任单位：县市场监管局）"
    )
    assert [section.title for section in plan.sections] == ["一、提振信心"]
    assert [(number, text) for number, _, text, _ in told_by(plan)] == [
        ("", "构建亲清关系，健全机制。"),
        ("（二）", "维护竞争。"),
    ]


def test_white_space_may_stand_before_the_point_of_a_number(read):
    plan = read("1 .修缮渡口。（县港航局负责）\n2 .开展船检。（县财政局负责）")
    assert [(number, text) for number, _, text, _ in told_by(plan)] == [
        ("1", "修缮渡口。"),
        ("2", "开展船检。"),
    ]


ITEMS = "1.修缮渡口。（责任单位：县港航局）\n2.培训船员。（责任单位：县人社局）"


@pytest.mark.parametrize(
    "text",
    [
        "云泽县工作方案\n以下任务均需各镇政府落实，不再逐项列出。\n{items}",
        "云泽县工作方案\n以下各项任务，各镇政府均为责任单位，不再单独列出。\n{items}",
        "云泽县工作方案\n{items}\n注：各项任务均需各镇政府落实，不再逐一列出。",
    ],
)
def test_units_that_the_preamble_or_a_note_adds_are_implied_from_the_first_item(read, text):
    plan = read(text.format(items=ITEMS))
    assert [(one.unit, one.start, one.collective) for one in plan.implied] == [
        ("各镇政府", "r1", True)
    ]
    assert "reading.implied" in [doubt.code for doubt in plan.doubts]


@pytest.mark.parametrize(
    "sentence",
    ["各责任单位均要制定方案，不再另行通知。", "各镇政府均需按月报送。", "以下数据均为年末数。"],
)
def test_other_sentences_of_the_preamble_add_nobody(read, sentence):
    assert read(f"云泽县工作方案\n{sentence}\n{ITEMS}").implied == ()
