"""Where no heading tells the columns, their cells do: as a guess, and never of other tables."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dutygraph.graph.documents.document import Cell, Document, Grid
from dutygraph.graph.intake import read_plans
from dutygraph.graph.lexicon.headings import Holds, column
from dutygraph.graph.lexicon.words import words
from dutygraph.graph.plan import Source
from dutygraph.graph.reading.columns.guessed_columns import heads_others
from dutygraph.graph.reading.columns.not_of_tasks import heads_none
from dutygraph.graph.reading.plans import read_document
from dutygraph.graph.span import Span

TITLE = "云泽县2026年渡口任务分解"
HEAD = ["序", "打法", "担纲者", "节奏"]
ROWS = [
    ["1", "修缮全县渡口，统一更换标识。", "县港航局、县财政局", "9月底前"],
    ["2", "为乡镇渡船更换救生衣", "各镇", "10月底前"],
    ["3", "开展船员培训。", "县人社局等", "12月底前"],
]
TOLD = [
    ("修缮全县渡口，统一更换标识。", ["县港航局", "县财政局"], ["9月底前"]),
    ("为乡镇渡船更换救生衣", ["各镇"], ["10月底前"]),
    ("开展船员培训。", ["县人社局"], ["12月底前"]),
]


def page(rows, title=TITLE):
    cells = "".join(
        "<tr>" + "".join(c if c.startswith("<td") else f"<td>{c}" for c in row) for row in rows
    )
    return ".html", f"<meta charset=utf-8><p>{title}</p><table>{cells}</table>"


def tabs(rows):
    return ".txt", TITLE + "\n" + "".join("\t".join(row) + "\n" for row in rows)


def pipes(rows):
    return ".txt", TITLE + "\n" + "".join(" | ".join(row) + "\n" for row in rows)


def bordered(rows):
    head, *rest = ("| " + " | ".join(row) + " |\n" for row in rows)
    return ".txt", TITLE + "\n" + head + "|" + "---|" * len(rows[0]) + "\n" + "".join(rest)


def markdown(rows):
    return ".md", "# " + bordered(rows)[1].replace("\n|", "\n\n|", 1)


def csv(rows):
    return ".csv", "".join(",".join(row) + "\n" for row in rows)


FORMS = [page, tabs, pipes, bordered, markdown, csv]


@pytest.fixture
def read(tmp_path):
    def one(form, *args):
        suffix, text = form(*args)
        path = tmp_path / f"plan{suffix}"
        path.write_text(text, "utf-8")
        (plan,) = read_plans(path)
        return plan

    return one


def told(plan):
    return [
        (r.text, [a.unit for a in plan.assignments(r)], [t.raw for t in r.timing])
        for r in plan.requirements
    ]


def named(plan, at=0):
    return [(a.role.value, a.unit, a.confidence) for a in plan.assignments(plan.requirements[at])]


def doubts(plan, code):
    return [dict(d.values) for d in plan.doubts if d.code == f"reading.{code}"]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("order", [(0, 1, 2, 3), (2, 1, 0, 3), (3, 2, 1, 0)])
def test_cells_tell_the_columns_where_no_heading_does(read, form, order):
    plan = read(form, [[row[at] for at in order] for row in [HEAD, *ROWS]])
    assert told(plan) == TOLD
    assert [r.number for r in plan.requirements] == ["1", "2", "3"]
    assert {a.confidence for r in plan.requirements for a in plan.assignments(r)} == {0.4}
    assert doubts(plan, "guessed-heading") == [{"heading": "担纲者", "text": ROWS[0][2]}]
    assert [d["heading"] for d in doubts(plan, "guessed-tasks")] == ["打法"]
    assert [d["heading"] for d in doubts(plan, "guessed-times")] == ["节奏"]
    assert doubts(plan, "unsure-name") == []


def test_a_known_heading_of_tasks_leaves_only_the_units_to_be_guessed(read):
    rows = [[row[0], row[1][:6], *row[2:]] for row in ROWS]
    plan = read(page, [["序号", "重点任务", "归口", "完成时限"], *rows])
    assert [units for _, units, _ in told(plan)] == [units for _, units, _ in TOLD]
    codes = {d.code for d in plan.doubts if d.code.startswith("reading.guessed")}
    assert codes == {"reading.guessed-heading"}


def test_of_two_columns_of_units_the_left_one_does_not_lead(read):
    rows = [[*row[:3], "县应急局", row[3]] for row in ROWS]
    plan = read(page, [["序", "打法", "甲方", "乙方", "节奏"], *rows])
    assert {role for role, _, _ in named(plan)} == {"responsible"}
    assert [d["heading"] for d in doubts(plan, "guessed-heading")] == ["甲方", "乙方"]


def test_words_of_roles_inside_an_unknown_heading_tell_the_role(read):
    rows = [[*row[:3], "县应急局"] for row in ROWS]
    plan = read(page, [["序", "打法", "牵头抓的", "来配合的"], *rows])
    assert named(plan, 1) == [("lead", "各镇", 0.4), ("support", "县应急局", 0.4)]


@pytest.mark.parametrize("form", [page, tabs, pipes])
def test_words_of_roles_inside_the_cells_leave_no_guess(read, form):
    cells = ["县港航局牵头，县财政局配合", "牵头：县人社局；配合：各镇", "县应急局牵头；各镇配合"]
    rows = [[row[0], row[1], cell] for row, cell in zip(ROWS, cells, strict=True)]
    plan = read(form, [HEAD[:3], *rows])
    assert [[name[:2] for name in named(plan, at)] for at in range(3)] == [
        [("lead", "县港航局"), ("support", "县财政局")],
        [("lead", "县人社局"), ("support", "各镇")],
        [("lead", "县应急局"), ("support", "各镇")],
    ]
    assert named(plan)[0][2] > 0.9


def test_headings_in_two_rows_may_be_unknown(read):
    head = [
        ["<td rowspan=2>序", "<td rowspan=2>打法", "<td colspan=2>归口", "<td rowspan=2>节奏"],
        ["主抓", "帮办"],
    ]
    plan = read(page, [*head, *([*row[:3], "县应急局", row[3]] for row in ROWS)])
    assert [text for text, _, _ in told(plan)] == [text for text, _, _ in TOLD]
    assert [d["heading"] for d in doubts(plan, "guessed-heading")] == ["归口主抓", "归口帮办"]


@pytest.mark.parametrize("form", FORMS)
def test_rows_without_headings_are_read_where_they_are_numbered_or_timed(read, form):
    plan = read(form, ROWS)
    assert told(plan) == TOLD
    assert doubts(plan, "no-headings") == [
        {"text": "修缮全县渡口，统一更换标……", "units": ROWS[0][2]}
    ]
    assert doubts(plan, "guessed-heading") == []
    assert plan.ownership_heading is None


def test_headings_over_rows_and_merged_cells_stay_what_they_are(read):
    rows = [
        HEAD[:3],
        ["<td colspan=3>一、渡口"],
        ["1", ROWS[0][1], "<td rowspan=2>县港航局"],
        ["2", ROWS[1][1]],
        ["<td colspan=3>二、船员"],
        ["3", ROWS[2][1], "县人社局"],
        ["4", "举办渡口安全宣传活动。", "县应急局"],
    ]
    plan = read(page, rows)
    assert [(r.number, r.section) for r in plan.requirements] == [
        ("1", "s1"),
        ("2", "s1"),
        ("3", "s2"),
        ("4", "s2"),
    ]
    assert [units for _, units, _ in told(plan)][:2] == [["县港航局"], ["县港航局"]]
    assert doubts(plan, "guessed-heading") == [{"heading": "担纲者", "text": "县港航局"}]


def test_a_table_goes_on_behind_a_page_break(read):
    first, second = page([HEAD, *ROWS[:2]])[1], page([HEAD, ROWS[2]], "")[1]
    third = page([["4", "举办渡口安全宣传活动。", "县应急局", "全年"]], "")[1]
    plan = read(lambda: (".html", first + second + third))
    assert [r.number for r in plan.requirements] == ["1", "2", "3", "4"]
    assert len(doubts(plan, "guessed-heading")) == 1


def test_running_text_around_a_table_does_not_hide_it(read):
    notice = TITLE + "</p><p>一、各项任务由县政府办公室牵头调度。（责任单位：县政府办公室）"
    plan = read(page, [HEAD, *ROWS], notice)
    assert [fact for fact in told(plan) if fact in TOLD] == TOLD


def test_running_text_that_says_more_than_the_table_goes_first(read):
    items = "</p><p>".join(f"{n}.巡查{n}号渡口。（责任单位：县应急局）" for n in range(1, 6))
    plan = read(page, [HEAD, *ROWS], f"{TITLE}</p><p>{items}")
    assert [r.number for r in plan.requirements] == ["1", "2", "3", "4", "5"]
    assert doubts(plan, "guessed-heading") == []


OTHERS = {
    "a roster": [
        ["姓名", "单位", "职务", "分工"],
        ["陶亮", "县港航局", "局长", "负责全面工作，主持会议。"],
        ["陆大明", "县财政局", "副局长", "负责资金保障。"],
        ["俞悦", "县人社局", "科长", "负责日常事务。"],
    ],
    "a roster under other headings": [
        ["编次", "组内身份", "人选", "来自", "管什么"],
        ["1", "组长", "陶亮", "县政府办", "负责全面工作，主持会议。"],
        ["2", "副组长", "陆大明", "县财政局", "负责资金保障。"],
        ["3", "成员", "俞悦", "县人社局", "负责日常事务。"],
    ],
    "a roster without headings": [
        ["1", "陶大亮", "县港航局", "局长", "负责全面工作，主持会议。"],
        ["2", "陆大明", "县财政局", "副局长", "负责资金保障。"],
        ["3", "俞悦", "县人社局", "科长", "负责日常事务。"],
    ],
    "contacts": [
        ["单位", "联系人", "电话", "地址"],
        ["县港航局", "陶亮", "62000001", "渡口路1号"],
        ["县财政局", "陆大明", "62000002", "东门街2号"],
    ],
    "hotlines": [
        ["哪里管", "管什么", "打哪里"],
        ["县港航局", "接受渡口安全举报。", "62000001"],
        ["县应急局", "接受安全生产举报。", "12350"],
    ],
    "figures": [
        ["单位", "收件", "办结", "比率"],
        ["县港航局", "12", "11", "91.7%"],
        ["县财政局", "35", "35", "100%"],
    ],
    "figures with words": [
        ["单位", "收件", "办结", "情况"],
        ["县港航局", "12", "11", "已全部办结，群众满意。"],
        ["县财政局", "35", "35", "已全部办结，群众满意。"],
    ],
    "fees": [
        ["收费项目", "标准", "执收单位", "依据"],
        ["停泊费", "每船每日收取5元。", "县港航局", "云发改〔2020〕3号"],
        ["考试费", "每人收取30元。", "县人社局", "云发改〔2021〕5号"],
    ],
    "posts to be filled": [
        ["主管部门", "招聘岗位", "岗位要求", "人数"],
        ["县港航局", "航道养护", "负责航道日常养护，具有相关经历。", "2"],
        ["县财政局", "会计", "完成单位会计核算工作。", "1"],
    ],
    "services": [
        ["事项", "办事部门", "怎么办", "多久"],
        ["船员证", "县港航局", "提供身份证复印件。", "5个工作日"],
        ["社保卡", "县人社局", "填写申请表。", "3个工作日"],
    ],
    "what offices do": [
        ["内设机构", "工作内容"],
        ["办公室", "负责机关日常运转，做好会务工作。"],
        ["财务科", "负责预算编制，做好资金管理。"],
    ],
    "what offices do, without headings": [
        ["办公室", "负责机关日常运转，做好会务工作。"],
        ["财务科", "负责预算编制，做好资金管理。"],
        ["人事科", "负责干部人事工作，抓好队伍建设。"],
    ],
    "documents": [
        ["序号", "文件名", "发文机关", "时间"],
        ["1", "《关于加强渡口管理的通知》", "县港航局", "2020年3月"],
        ["2", "《关于规范财务管理的意见》", "县财政局", "2021年5月"],
    ],
    "a meeting": [
        ["时间", "议题", "汇报单位"],
        ["9:00", "听取渡口安全工作情况汇报。", "县港航局"],
        ["9:30", "听取财政运行情况汇报。", "县财政局"],
    ],
    "lessons": [
        ["时间", "课程", "主讲单位"],
        ["3月5日", "提升渡口安全管理能力。", "县港航局"],
        ["3月6日", "规范财务核算。", "县财政局"],
    ],
    "honours": [
        ["序号", "先进集体", "事迹"],
        ["1", "县港航局", "全年完成渡口修缮12处，成绩突出。"],
        ["2", "县财政局", "保障资金到位，成绩突出。"],
    ],
    "penalties": [
        ["处罚机关", "当事人", "违法事实"],
        ["县港航局", "云泽船务公司", "未取得许可擅自经营。"],
        ["县城管局", "东门商店", "占道经营。"],
    ],
    "tenders": [
        ["采购单位", "项目", "中标金额"],
        ["县港航局", "修缮渡口工程", "12万元"],
        ["县财政局", "建设信息系统", "30万元"],
    ],
    "questions and answers": [
        ["序号", "群众提问", "答复", "答复单位"],
        ["1", "渡口何时修缮？", "正在推进，年底前完成。", "县港航局"],
        ["2", "社保如何补缴？", "请到窗口办理。", "县人社局"],
    ],
    "comments on a draft": [
        ["序号", "征求意见单位", "意见内容", "采纳情况"],
        ["1", "县港航局", "建议增加渡口安全内容。", "采纳"],
        ["2", "县财政局", "建议完善资金保障条款。", "采纳"],
    ],
    "powers": [
        ["职权名称", "职权类型", "行使主体", "依据"],
        ["船员证核发", "行政许可", "县港航局", "《渡口条例》第三条"],
        ["社保稽核", "行政检查", "县人社局", "《社保条例》第四条"],
    ],
    "publication": [
        ["类目", "公开内容", "公开主体", "公开时限"],
        ["财政", "公开部门预算信息。", "县财政局", "20个工作日内"],
        ["就业", "公开岗位信息。", "县人社局", "5个工作日内"],
    ],
    "who was examined": [
        ["被考核单位", "考核得分", "原因"],
        ["县港航局", "95", "未按时完成渡口修缮。"],
        ["县财政局", "98", "未及时报送材料。"],
    ],
    "sources of data": [
        ["指标解释", "数据来源部门", "目标"],
        ["完成渡口修缮的数量。", "县港航局", "12"],
        ["完成培训的人数。", "县人社局", "300"],
    ],
    "schools": [
        ["学校", "招生范围", "报名时间"],
        ["县实验小学", "东门社区、西门社区。", "7月5日"],
        ["县第二小学", "南门社区、北门社区。", "7月6日"],
    ],
    "places": [
        ["哪里", "做什么", "花多少"],
        ["东门镇", "建设文化广场。", "20万元"],
        ["西门镇", "修建道路。", "30万元"],
    ],
    "firms": [
        ["谁", "做什么", "何时"],
        ["云泽船务公司", "销售渡船票。", "3月"],
        ["云泽建材公司", "生产水泥砖。", "4月"],
    ],
    "links of a page": [
        ["首页", "概况", "公开", "互动"],
        ["县港航局", "县财政局", "县人社局", "县应急局"],
        ["关于我们", "联系我们", "网站地图", "隐私声明"],
    ],
    "vehicles": [
        ["使用单位", "车牌", "用途"],
        ["县港航局", "云A00001", "保障巡查工作用车。"],
        ["县财政局", "云A00002", "保障机要通信。"],
    ],
    "watches": [
        ["日期", "值班单位", "值班员"],
        ["1月1日", "县港航局", "陶亮"],
        ["1月2日", "县财政局", "陆大明"],
    ],
    "problems that nobody mends": [
        ["单位", "存在问题", "何时"],
        ["县港航局", "渡口护栏破损，台账不完善。", "3月5日"],
        ["县财政局", "制度不健全。", "3月6日"],
    ],
    "what is treated where": [
        ["科室", "诊疗范围", "出诊时间"],
        ["骨科", "开展骨折、脱位的诊治。", "周一"],
        ["内科", "开展常见病、多发病的诊治。", "周二"],
    ],
    "one row": [["打法", "担纲者", "节奏"], ["修缮渡口。", "县港航局", "9月底前"]],
    "names of things": [
        ["物件", "在哪里", "多少"],
        ["救生衣", "县港航局", "120件"],
        ["帐篷", "县应急局", "50顶"],
    ],
}


@pytest.mark.parametrize("form", [page, csv])
@pytest.mark.parametrize("name", OTHERS)
def test_a_table_of_other_things_is_no_plan(read, form, name):
    assert told(read(form, OTHERS[name])) == []


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["专班", "成员", "做什么"],
            ["综合组", "县政府办", "负责统筹协调。"],
            ["宣传组", "县委办", "负责宣传。"],
        ],
        [
            ["简称", "全称", "说明"],
            ["港航局", "县港航局", "负责航道。"],
            ["财政局", "县财政局", "负责财政。"],
        ],
    ],
)
def test_no_sentence_runs_over_the_cells_of_a_line(read, rows):
    assert told(read(tabs, rows)) == []


ARTICLES = [
    ["条款", "原条文", "修改建议", "提出单位"],
    ["第三条", "完善渡口管理制度。", "建议删除。", "县港航局"],
    ["第四条", "加强资金管理。", "建议修改。", "县财政局"],
]


@pytest.mark.parametrize("form", [page, tabs])
@pytest.mark.parametrize("name", ["questions and answers", "comments on a draft", None])
def test_no_cell_of_units_is_the_last_sentence_of_the_cell_before(read, form, name):
    assert told(read(form, OTHERS[name] if name else ARTICLES)) == []


@pytest.mark.parametrize("key", ["words", "posts", "contacts"])
def test_one_heading_of_other_tables_is_enough(key):
    told_by_all = [
        told(plan_of([[*HEAD, f"有关{word}"], *([*row, "若干"] for row in ROWS)]))
        for word in words("guesses", "never", key)
    ]
    assert told_by_all == [[]] * len(told_by_all)


def test_telephones_stand_beside_tasks_where_a_heading_is_surely_theirs():
    rows = [["序", "重点任务", "归口", "联系电话"]]
    rows += [[*row[:3], f"6200000{row[0]}"] for row in ROWS]
    assert [units for _, units, _ in told(plan_of(rows))] == [units for _, units, _ in TOLD]


@pytest.mark.parametrize("title", ["领导小组成员名单", "云泽县部门通讯录", "公开招聘方案"])
def test_nor_is_one_below_the_title_of_another_list(read, title):
    assert told(read(page, [HEAD, *ROWS], title)) == []


TASKS = [row[1] for row in ROWS] + [
    "推进码头改造；完善监控。",
    "加强日常巡查。",
    "建立台账，做好归档。",
]
UNITS = [
    "县港航局",
    "县财政局",
    "县人社局",
    "各镇",
    "县委办",
    "运输股",
    "县妇联",
    "市港航管理委员会",
]
TIMES = ["9月底前", "2026年10月底前", "12月底前", "全年", "6月30日前"]
HEADING = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=8)


@st.composite
def tables(draw):
    count = draw(st.integers(2, 6))
    tasks = draw(st.lists(st.sampled_from(TASKS), min_size=count, max_size=count, unique=True))
    lists = st.lists(st.sampled_from(UNITS), min_size=1, max_size=3, unique=True).map("、".join)
    units = draw(st.lists(lists, min_size=count, max_size=count))
    times = draw(st.lists(st.sampled_from(TIMES), min_size=count, max_size=count))
    rows = [
        list(row) for row in zip(map(str, range(1, count + 1)), tasks, units, times, strict=True)
    ]
    return rows, draw(st.permutations(range(4)))


def plan_of(rows):
    grid = Grid(
        tuple(
            tuple(
                Cell(text, Span(0, len(text), table=1, row=at, column=place))
                for place, text in enumerate(row, start=1)
            )
            for at, row in enumerate(rows, start=1)
        ),
        Span(0, 0, table=1),
    )
    (plan,) = read_document(Document(Source("plan.html", "0" * 64, "html"), (grid,)))
    return plan


@settings(max_examples=100, deadline=None)
@given(tables(), st.lists(HEADING, min_size=4, max_size=4, unique=True))
def test_unknown_headings_give_the_units_that_known_ones_give(table, headings):
    assume(all(column(h).holds is Holds.UNKNOWN and not heads_others(h) for h in headings))
    assume(not heads_none(headings))
    rows, order = table
    known = ["序号", "工作任务", "责任单位", "完成时限"]
    expected = told(plan_of([[row[at] for at in order] for row in [known, *rows]]))
    found = told(plan_of([[row[at] for at in order] for row in [headings, *rows]]))
    assert [one[:2] for one in found] == [one[:2] for one in expected]
    assert len(found) == len(rows)
