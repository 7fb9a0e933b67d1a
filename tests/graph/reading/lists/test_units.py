"""Lists of units: who is named, in which role, and where."""

import pytest

from dutygraph.graph.lexicon.roles import Slot
from dutygraph.graph.plan import Basis, Role
from dutygraph.graph.reading.lists.assignments import assignments
from dutygraph.graph.reading.lists.units import read_list

ROLES = {
    "L": Role.LEAD,
    "R": Role.RESPONSIBLE,
    "S": Role.SUPPORT,
    "V": Role.SUPERVISE,
}


def expected(told: str) -> list[tuple[Role, str]]:
    """Read `L 甲局 | S 乙局`."""
    return [(ROLES[one[0]], one[2:]) for one in told.split(" | ")] if told else []


def found(piece, text, slot=None):
    return [(a.role, a.unit) for a in assignments(read_list(piece(text), slot))]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # separators
        ("县港航局、县财政局", "R 县港航局 | R 县财政局"),
        ("县港航局，县财政局；各镇", "R 县港航局 | R 县财政局 | R 各镇"),
        ("县港航局,县财政局;各镇", "R 县港航局 | R 县财政局 | R 各镇"),
        ("县港航局 县财政局", "R 县港航局 | R 县财政局"),
        ("县港航局\n县财政局\n各镇", "R 县港航局 | R 县财政局 | R 各镇"),
        ("县港航局、县财政局。", "R 县港航局 | R 县财政局"),
        # a name broken over lines is one name
        ("县发展和\n改革局、县财政局", "R 县发展和改革局 | R 县财政局"),
        # 和, 与, 及 inside a name
        ("县发展和改革局", "R 县发展和改革局"),
        ("市粮食和物资储备局、市住房和城乡建设局", "R 市粮食和物资储备局 | R 市住房和城乡建设局"),
        ("市规划和自然资源局", "R 市规划和自然资源局"),
        ("县商务和经济合作局", "R 县商务和经济合作局"),
        ("县林业和草原局", "R 县林业和草原局"),
        ("市委网络安全和信息化委员会办公室", "R 市委网络安全和信息化委员会办公室"),
        # … and between names
        ("县发展和改革局和县财政局", "R 县发展和改革局 | R 县财政局"),
        ("县教育局、县民政局及各镇", "R 县教育局 | R 县民政局 | R 各镇"),
        ("市委与市政府办公室", "R 市委 | R 市政府办公室"),
        ("县财政局以及县审计局", "R 县财政局 | R 县审计局"),
        ("县交通局及有关部门", "R 县交通局 | R 有关部门"),
        # brackets inside names
        ("各县（市、区）人民政府、市财政局", "R 各县（市、区）人民政府 | R 市财政局"),
        ("各县(市、区)人民政府,市财政局", "R 各县(市、区)人民政府 | R 市财政局"),
        ("各镇（街道）、县民政局", "R 各镇（街道） | R 县民政局"),
        ("市农业农村局（市乡村振兴局）", "R 市农业农村局（市乡村振兴局）"),
        (
            "市委改革办〔市营商环境建设局〕、市司法局",
            "R 市委改革办〔市营商环境建设局〕 | R 市司法局",
        ),
        ("“平安厅”局长信箱工作专班、宣传科", "R “平安厅”局长信箱工作专班 | R 宣传科"),
        # collectives with 、 inside
        ("各区、县（市）人民政府", "R 各区、县（市）人民政府"),
        ("各区、县级市", "R 各区、县级市"),
        ("各镇、街道办事处", "R 各镇、街道办事处"),
        ("市政府各委、办、局", "R 市政府各委、办、局"),
        ("各级党委、政府", "R 各级党委、政府"),
        ("各级党委和政府", "R 各级党委和政府"),
        ("青洛、白岭市政府", "R 青洛、白岭市政府"),
        ("各区、市财政局", "R 各区 | R 市财政局"),
        # a collective and what 及 or 和 adds to it
        ("各区、县（市）政府及开发区管委会", "R 各区、县（市）政府 | R 开发区管委会"),
        (
            "市财政局等有关部门，各区、县（市）政府及开发区管委会",
            "R 市财政局 | R 各区、县（市）政府 | R 开发区管委会",
        ),
        ("各区(市、县)政府、高新区管委会", "R 各区(市、县)政府 | R 高新区管委会"),
        (
            "各区县（自治县）人民政府和云岭新区、高新区管委会",
            "R 各区县（自治县）人民政府 | R 云岭新区、高新区管委会",
        ),
        ("各市、州人民政府及云岭新区管委会", "R 各市、州人民政府 | R 云岭新区管委会"),
        ("各镇人民政府、街道办事处及园区管委会", "R 各镇人民政府、街道办事处 | R 园区管委会"),
        ("相关区、县（市）政府及市有关部门", "R 相关区、县（市）政府 | R 市有关部门"),
        (
            "市水利局、各区、县（市）政府以及市级有关部门和单位",
            "R 市水利局 | R 各区、县（市）政府 | R 市级有关部门和单位",
        ),
        ("青洛、白岭县政府及高新区管委会", "R 青洛、白岭县政府 | R 高新区管委会"),
        ("各县区政府、管委会及市直部门", "R 各县区政府、管委会 | R 市直部门"),
        ("各县、区党委和政府", "R 各县、区党委和政府"),
        ("东山镇党委、政府，县教育局", "R 东山镇党委、政府 | R 县教育局"),
        ("各镇、街道和园区", "R 各镇、街道和园区"),
        ("各县（市、区）和开发区", "R 各县（市、区）和开发区"),
        ("市直各部门和开发区", "R 市直各部门 | R 开发区"),
        ("各县区政府、各开发区管委会", "R 各县区政府 | R 各开发区管委会"),
        ("各镇、街道，各园区", "R 各镇、街道 | R 各园区"),
        ("有关县（市、区）政府", "R 有关县（市、区）政府"),
        ("上城区、下城区政府", "R 上城区 | R 下城区政府"),
        # nobody
        ("无", ""),
        ("——", ""),
        ("/", ""),
        ("", ""),
        ("無", ""),
    ],
)
def test_a_list_is_cut_into_its_names(piece, text, told):
    assert found(piece, text) == expected(told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("牵头单位：甲局，责任单位：乙局、丙中心", "L 甲局 | S 乙局 | S 丙中心"),
        ("牵头单位:甲局;配合单位:乙局,各镇", "L 甲局 | S 乙局 | S 各镇"),
        ("责任单位：甲局；配合单位：乙局", "L 甲局 | S 乙局"),
        ("责任单位：甲局、乙局，各县（市）政府", "R 甲局 | R 乙局 | R 各县（市）政府"),
        ("牵头单位：甲局；责任单位：乙局；参与单位：丙局", "L 甲局 | S 乙局 | S 丙局"),
        ("牵头责任单位：甲局。责任单位：乙局。", "L 甲局 | S 乙局"),
        ("牵头部门：甲局  配合部门：乙局", "L 甲局 | S 乙局"),
        ("市级牵头单位：甲局；县级责任单位：各县政府", "L 甲局 | S 各县政府"),
        ("分管领导：李明；责任单位：甲局", "V 李明 | R 甲局"),
        ("牵头领导：李明、王芳；牵头单位：甲局", "V 李明 | V 王芳 | L 甲局"),
        ("责任人：李明", "V 李明"),
        ("牵头：甲局；配合：乙局", "L 甲局 | S 乙局"),
        ("牵头落实单位：甲局", "L 甲局"),
        ("牵头落实单位：甲局、乙局", "R 甲局 | R 乙局"),
        ("主办单位：甲局；协办单位：乙局", "L 甲局 | S 乙局"),
        ("主要责任单位：甲局；协同责任单位：乙局", "L 甲局 | S 乙局"),
        ("督导单位：甲局；责任单位：乙局", "V 甲局 | R 乙局"),
        ("牵头组织实施单位：甲局、乙局；配合单位：丙局", "L 甲局 | L 乙局 | S 丙局"),
        ("牵头主办单位：甲局；责任单位：乙局", "L 甲局 | S 乙局"),
        ("业主单位：甲公司；责任单位：乙局", "R 甲公司 | R 乙局"),
        ("责任单位：乙局；项目业主：甲公司", "R 乙局 | R 甲公司"),
    ],
)
def test_labels_give_roles(piece, text, told):
    assert found(piece, text) == expected(told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("甲局牵头，乙局、丙局配合", "L 甲局 | S 乙局 | S 丙局"),
        ("甲局牵头负责，乙局，各市政府配合", "L 甲局 | S 乙局 | S 各市政府"),
        ("甲局牵头督导，各镇具体实施", "L 甲局 | S 各镇"),
        ("甲局牵头落实", "L 甲局"),
        ("甲局、乙局分别牵头", "L 甲局 | L 乙局"),
        ("甲局、乙局按照职责分工，分别牵头", "L 甲局 | L 乙局"),
        ("甲局牵头，乙局参与，丙局协助", "L 甲局 | S 乙局 | S 丙局"),
        ("甲局牵头，乙局、丙局按职责分工负责", "L 甲局 | S 乙局 | S 丙局"),
        ("甲局牵头，乙局、丙局", "L 甲局 | S 乙局 | S 丙局"),
        ("甲局牵头乙局配合", "L 甲局 | S 乙局"),
        ("甲部、乙部等按职责分工负责", "R 甲部 | R 乙部"),
        ("甲部、乙部按职责分工分别负责", "R 甲部 | R 乙部"),
        ("甲部分别负责", "R 甲部"),
        ("甲部负责", "R 甲部"),
        ("甲局负责，乙局配合", "L 甲局 | S 乙局"),
        ("甲局会同乙局、丙局负责", "L 甲局 | S 乙局 | S 丙局"),
        ("由甲局牵头，会同乙局落实", "L 甲局 | S 乙局"),
        ("甲局（牵头）、乙局、丙局", "L 甲局 | S 乙局 | S 丙局"),
        ("甲局（牵头单位），乙局（配合单位）", "L 甲局 | S 乙局"),
        ("各项目牵头单位、甲局", "R 各项目牵头单位 | R 甲局"),
        ("县市场监督管理局、县审计局", "R 县市场监督管理局 | R 县审计局"),
        ("市商务局、市工商联", "R 市商务局 | R 市工商联"),
    ],
)
def test_verbs_behind_names_give_roles(piece, text, told):
    assert found(piece, text) == expected(told)


@pytest.mark.parametrize(
    ("slot", "told"),
    [
        (Slot.LEAD, "L 甲局"),
        (Slot.RESPONSIBLE, "R 甲局"),
        (Slot.SUPPORT, "S 甲局"),
        (Slot.FUSED, "L 甲局"),
        (Slot.PERSON, "R 甲局"),
    ],
)
def test_a_column_gives_its_role(piece, slot, told):
    (only,) = assignments(read_list(piece("甲局"), slot))
    assert [(only.role, only.unit)] == expected(told)
    assert only.basis is Basis.COLUMN_HEADING
    assert not only.person


def test_words_in_a_cell_outweigh_its_column(piece):
    listing = read_list(piece("办公室牵头，财务科、人事科配合"), Slot.RESPONSIBLE)
    told = [(a.role, a.unit, a.basis) for a in assignments(listing)]
    assert told == [
        (Role.LEAD, "办公室", Basis.INLINE_MARKER),
        (Role.SUPPORT, "财务科", Basis.INLINE_MARKER),
        (Role.SUPPORT, "人事科", Basis.INLINE_MARKER),
    ]


@pytest.mark.parametrize(
    ("columns", "slot", "role"),
    [
        ({Slot.LEAD, Slot.RESPONSIBLE}, Slot.RESPONSIBLE, Role.SUPPORT),
        ({Slot.SUPPORT, Slot.RESPONSIBLE}, Slot.RESPONSIBLE, Role.LEAD),
        ({Slot.LEAD, Slot.SUPPORT, Slot.RESPONSIBLE}, Slot.RESPONSIBLE, Role.SUPPORT),
        ({Slot.RESPONSIBLE}, Slot.RESPONSIBLE, Role.RESPONSIBLE),
        ({Slot.PERSON, Slot.RESPONSIBLE}, Slot.RESPONSIBLE, Role.RESPONSIBLE),
        ({Slot.PERSON, Slot.RESPONSIBLE, Slot.SUPPORT}, Slot.RESPONSIBLE, Role.LEAD),
    ],
)
def test_neighbouring_columns_decide_what_responsible_means(piece, columns, slot, role):
    made = assignments(read_list(piece("甲局、乙局"), slot), columns=frozenset(columns))
    assert {a.role for a in made} == {role}


@pytest.mark.parametrize(
    "tail",
    ["等", "等部门", "等有关部门", "等单位", "等相关单位", "等市直有关部门", "等部门和单位"],
)
def test_an_open_list_is_open_and_names_nobody_more(piece, tail):
    listing = read_list(piece(f"甲局、乙局{tail}"))
    assert [a.unit for a in assignments(listing)] == ["甲局", "乙局"]
    assert listing.open


def test_a_list_may_be_open_in_its_middle(piece):
    listing = read_list(piece("甲局、乙局等，各县政府"))
    assert [a.unit for a in assignments(listing)] == ["甲局", "乙局", "各县政府"]
    assert listing.open


@pytest.mark.parametrize("name", ["市高等法院", "县中等职业学校", "各高等院校"])
def test_a_name_may_hold_the_character_of_an_open_list(piece, name):
    listing = read_list(piece(f"甲局、{name}"))
    assert [a.unit for a in assignments(listing)] == ["甲局", name]
    assert not listing.open


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("省财政厅、教育厅、水利厅", [None, "省教育厅", "省水利厅"]),
        ("省财政厅、教育厅，省水利厅、农业农村厅", [None, "省教育厅", None, "省农业农村厅"]),
        ("市委组织部、宣传部、市财政局", [None, "市委宣传部", None]),
        ("市商务局、市场监管局、城市管理局", [None, "市市场监管局", "市城市管理局"]),
        ("省发展改革委、人民银行某省分行、某海关", [None, None, None]),
        ("市财政局、各县政府、团市委", [None, None, None]),
        ("市局防控办、政务公开办、宣传科", [None, None, None]),
        ("县委办公室、县政府办公室", [None, None]),
        ("政务公开办、法制支队", [None, None]),
        ("市发展改革委、云泽气象局、滨江公安局、黄河水利委员会", [None, None, None, None]),
        ("市发展改革委、自然资源和规划局", [None, "市自然资源和规划局"]),
        ("省发展改革委牵头，科技厅、林业局配合", [None, "省科技厅", "省林业局"]),
        ("市发展改革委牵头，云泽海事局、市财政局、教育局配合", [None, None, None, "市教育局"]),
    ],
)
def test_an_elided_prefix_is_given_back_where_it_is_sure(piece, text, full):
    assert [a.full_name for a in assignments(read_list(piece(text)))] == full


@pytest.mark.parametrize(
    ("name", "collective"),
    [
        ("局直各单位", True),
        ("局直相关单位", True),
        ("市直各部门", True),
        ("市级有关部门", True),
        ("各县（市、区）人民政府", True),
        ("各科室", True),
        ("各项目牵头单位", True),
        ("各商业银行", True),
        ("县（市、区）政府", True),
        ("渌口、云阳县政府", True),
        ("县财政局", False),
        ("人民银行某市分行", False),
        ("“平安厅”局长信箱工作专班", False),
    ],
)
def test_collectives_are_told_from_units(piece, name, collective):
    (only,) = assignments(read_list(piece(name)))
    assert only.collective is collective


@pytest.mark.parametrize(
    "text",
    [
        "责任单位：甲局、各镇（含开发区管委会，下同）",
        "责任单位：甲局、各镇。列第一位的为牵头单位，下同",
        "责任单位：甲局、各镇，下同",
        "责任单位：甲局、各镇；以下各项均需各区落实，不再列出",
        "责任单位：甲局、各镇。除注明分别牵头外，列首位的为牵头单位",
    ],
)
def test_remarks_in_a_list_are_no_units(piece, text):
    assert [a.unit for a in assignments(read_list(piece(text)))] == ["甲局", "各镇"]


def test_time_in_a_list_is_no_unit(piece):
    listing = read_list(piece("牵头单位：甲局；责任单位：乙局，9月底完成"))
    assert [a.unit for a in assignments(listing)] == ["甲局", "乙局"]
    assert [time.text for time in listing.times] == ["9月底完成"]


@pytest.mark.parametrize(
    "text",
    [
        "牵头单位：甲局，责任单位：乙局、丙中心",
        "（甲局",
        "甲局））、乙局",
        " 甲局 、 乙局 ",
        "甲，，局、、乙局",
    ],
)
def test_every_name_stands_where_its_place_says(piece, text):
    for assignment in assignments(read_list(piece(text))):
        assert text[assignment.span.start : assignment.span.end] == assignment.unit


def test_names_are_kept_as_printed_in_traditional_characters(piece):
    told = assignments(read_list(piece("牽頭單位：縣財政局；配合單位：縣審計局、各鎮")))
    assert [(a.role, a.unit) for a in told] == [
        (Role.LEAD, "縣財政局"),
        (Role.SUPPORT, "縣審計局"),
        (Role.SUPPORT, "各鎮"),
    ]


def test_a_name_of_no_known_form_is_less_sure(piece):
    sure, unsure = assignments(read_list(piece("责任单位：县财政局、翠鸟行动")))
    assert (sure.confidence, unsure.confidence) == (0.97, 0.4)


def test_a_list_without_a_word_of_a_role_is_a_little_less_sure(piece):
    (told,) = assignments(read_list(piece("县财政局负责")))
    (bare,) = assignments(read_list(piece("县财政局"), None))
    assert (told.confidence, bare.confidence) == (0.97, 0.94)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("李明\n王小芳", ["李明", "王小芳"]),
        ("李明 王小芳", ["李明", "王小芳"]),
        ("张 三、李 四", ["张三", "李四"]),
        ("李明副县长", ["李明副县长"]),
    ],
)
def test_persons_are_told_apart(piece, text, names):
    made = assignments(read_list(piece(text), Slot.PERSON))
    assert [a.unit for a in made] == names
    assert all(a.person and a.role is Role.SUPERVISE for a in made)


def test_a_remark_that_units_are_not_listed_again_is_no_unit(piece):
    text = "县财政局牵头，县教育局配合。以下均需各镇落实，不再单独列出"
    assert [a.unit for a in assignments(read_list(piece(text)))] == ["县财政局", "县教育局"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "东陵、西陵、南汇经济开发区管委会、县港航局",
            "R 东陵、西陵、南汇经济开发区管委会 | R 县港航局",
        ),
        ("东陵、西陵、南汇三县政府", "R 东陵、西陵、南汇三县政府"),
        ("县财政局，东陵、西陵镇人民政府", "R 县财政局 | R 东陵、西陵镇人民政府"),
        ("各县、特区、区人民政府", "R 各县、特区、区人民政府"),
        ("商务、东陵开发区管委会", "R 商务 | R 东陵开发区管委会"),
        ("市水利局、高新区、经开区管委会", "R 市水利局 | R 高新区、经开区管委会"),
        ("东山新区、西河新区党工委、管委会", "R 东山新区、西河新区党工委、管委会"),
        ("示范区、高新区党工委和管委会、各镇", "R 示范区、高新区党工委和管委会 | R 各镇"),
        ("各区、经开区管委会", "R 各区 | R 经开区管委会"),
        ("青洛区、经开区管委会", "R 青洛区 | R 经开区管委会"),
        ("市教育局、东陵县政府", "R 市教育局 | R 东陵县政府"),
    ],
)
def test_places_before_a_shared_tail_are_one_name(piece, text, told):
    assert found(piece, text) == expected(told)


@pytest.mark.parametrize(
    "rule",
    [
        "（第一责任单位为牵头单位，下同）",
        "（首家单位为牵头单位，下同）",
        "，第一责任单位为牵头单位，下同",
    ],
)
def test_a_rule_for_the_lead_names_nobody(piece, rule):
    assert found(piece, f"市港航局、市财政局{rule}") == expected("R 市港航局 | R 市财政局")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # what a unit does is no name
        (
            "市港航局负责牵头，市财政局负责资金保障，市公安局负责秩序维护",
            "L 市港航局 | S 市财政局 | S 市公安局",
        ),
        ("市财政局（资金保障）、市公安局（秩序维护）", "R 市财政局 | R 市公安局"),
        ("县发展改革委（粮食储备局）", "R 县发展改革委（粮食储备局）"),
        # labels that few documents have
        ("第一责任单位：市公安局；第二责任单位：市司法局", "L 市公安局 | S 市司法局"),
        ("实施单位：市港航局；监管单位：市财政局", "R 市港航局 | V 市财政局"),
        # a time before the names
        ("2025年6月底前完成，市港航局、市财政局负责", "R 市港航局 | R 市财政局"),
        # a name plate at the end
        ("责任单位：县卫生健康委（县中医药管理局）", "R 县卫生健康委（县中医药管理局）"),
    ],
)
def test_words_beside_names_are_no_names(piece, text, told):
    assert found(piece, text) == expected(told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("宣传处会办公室", "L 宣传处 | S 办公室"),
        ("县财政局会商县审计局", "L 县财政局 | S 县审计局"),
        ("管委会办公室", "R 管委会办公室"),
        ("教育处会议室", "R 教育处会议室"),
        ("法规处会计科", "R 法规处会计科"),
        ("各镇（街）参照落实", "R 各镇（街）"),
        ("13个街道、镇", "R 13个街道、镇"),
    ],
)
def test_short_words_between_names_and_counted_places(piece, text, told):
    assert found(piece, text) == expected(told)
