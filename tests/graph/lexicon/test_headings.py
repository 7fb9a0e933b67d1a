"""One grammar of headings: words of the lists, words of roles, and how they are printed."""

import pytest

from dutygraph.graph.documents.page_tables.headings import is_heading
from dutygraph.graph.lexicon.headings import Holds, column, outlined
from dutygraph.graph.lexicon.roles import Slot
from dutygraph.graph.lexicon.words import lexicon
from dutygraph.graph.reading.columns.headings import header

LISTED = [
    heading
    for table in ("serial", "deadline", "remark", "owners", "goal", "person")
    for heading in lexicon("headings")[table]["words"]
] + list(lexicon("headings")["text"])


@pytest.mark.parametrize(
    ("heading", "holds"),
    [
        ("序號", Holds.SERIAL),
        ("責任單位", Holds.OWNERS),
        ("完成\n时限", Holds.DEADLINE),
        ("备　注", Holds.REMARK),
        ("2026年度工作任務", Holds.TEXT),
        ("责任单位（第一个为牵头单位）", Holds.OWNERS),
        ("上半年推进情况", Holds.REMARK),
        ("提案编号", Holds.SERIAL),
        ("问题序号", Holds.SERIAL),
        ("办复时限", Holds.DEADLINE),
        ("计划竣工时间", Holds.DEADLINE),
        ("完成月份", Holds.DEADLINE),
        ("完成状态", Holds.REMARK),
        ("政策点", Holds.TEXT),
        ("年度重点改革任务", Holds.TEXT),
        ("具体推进举措及工作要求", Holds.TEXT),
        ("省重点民生实事项目名称", Holds.TEXT),
        ("抽查事项", Holds.TEXT),
        ("会议议定事项", Holds.TEXT),
        ("抽查检查起止时间", Holds.DEADLINE),
        ("抽查比例\n及频次", Holds.DEADLINE),
        ("建设年限", Holds.DEADLINE),
        ("抽查事项类别", Holds.REMARK),
        ("1-9月实际完成率（%）", Holds.REMARK),
        ("检查对象", Holds.REMARK),
        ("决策事项程序", Holds.REMARK),
        ("提案人", Holds.REMARK),
        ("提案号", Holds.SERIAL),
        ("提请审议时间", Holds.DEADLINE),
        ("普法时间", Holds.DEADLINE),
        ("会议名称", Holds.TEXT),
        ("年度目标值", Holds.REMARK),
        ("考核指标", Holds.REMARK),
        ("计量单位", Holds.REMARK),
        ("原责任单位", Holds.REMARK),
        ("去年责任单位", Holds.REMARK),
        ("改造内容", Holds.TEXT),
        ("修缮项目", Holds.TEXT),
        ("上年度牵头部门", Holds.REMARK),
        ("原来牵头部门", Holds.REMARK),
        ("原完成时间", Holds.REMARK),
        ("原因", Holds.UNKNOWN),
        ("配合部门检查方式", Holds.UNKNOWN),
        ("企业名称", Holds.UNKNOWN),
        ("验收单位完成时限", Holds.UNKNOWN),
        ("重点", Holds.UNKNOWN),
        ("重点点", Holds.UNKNOWN),
        ("听证事项", Holds.TEXT),
        ("计划完工", Holds.DEADLINE),
        ("计划完成", Holds.DEADLINE),
        ("拟完成", Holds.DEADLINE),
        ("开工及完工时间", Holds.DEADLINE),
        ("拟听证时间", Holds.DEADLINE),
        ("收费项目", Holds.UNKNOWN),
        ("政策文件", Holds.UNKNOWN),
        ("会议时间", Holds.UNKNOWN),
        ("合同期限", Holds.UNKNOWN),
        ("文件编号", Holds.UNKNOWN),
        ("渡口", Holds.UNKNOWN),
        ("", Holds.UNKNOWN),
    ],
)
def test_a_heading_is_known_however_it_is_printed(heading, holds):
    assert column(heading).holds is holds


@pytest.mark.parametrize(
    ("heading", "slot"),
    [
        ("牵头单位", Slot.LEAD),
        ("牽頭單位", Slot.LEAD),
        ("协办、配合单位", Slot.SUPPORT),
        ("牵头、责任及配合单位", Slot.FUSED),
        ("牵头（责任、配合）单位", Slot.FUSED),
        ("责任督导单位", Slot.RESPONSIBLE),
        ("牵头单位及配合单位", Slot.FUSED),
        ("牵头单位（责任单位）", Slot.LEAD),
        ("责任单位及责任人", Slot.RESPONSIBLE),
        ("责任人、責任單位", Slot.RESPONSIBLE),
        ("责任领导、牵头单位、联系人", None),
        ("分管领导、牵头单位及责任人", Slot.LEAD),
        ("牵头领导及单位", Slot.LEAD),
        ("分管领导、责任人", Slot.PERSON),
        ("分管、联系县及包保领导", Slot.PERSON),
        ("责任单位（牵头）", Slot.LEAD),
        ("责任单位（配合）", Slot.SUPPORT),
        ("责任单位（盖章）", Slot.RESPONSIBLE),
        ("责任处(科)室", Slot.RESPONSIBLE),
        ("承接部门", Slot.RESPONSIBLE),
        ("发起部门", Slot.LEAD),
        ("抽查发起单位", Slot.LEAD),
        ("普法责任单位", Slot.RESPONSIBLE),
        ("服务领导", Slot.PERSON),
        ("镇级河长", Slot.PERSON),
        ("召集人", Slot.PERSON),
        ("组长", Slot.PERSON),
        ("牵头协调部门", Slot.LEAD),
        ("第一牵头单位", Slot.LEAD),
        ("牵头组织单位", Slot.LEAD),
        ("牵头组织实施单位", Slot.LEAD),
        ("牵头主办单位", Slot.LEAD),
        ("组织实施单位", Slot.RESPONSIBLE),
        ("责任落实单位", Slot.RESPONSIBLE),
        ("业主单位", Slot.RESPONSIBLE),
        ("项目业主", Slot.RESPONSIBLE),
        ("项目业主单位", Slot.RESPONSIBLE),
        ("整改责任单位", Slot.RESPONSIBLE),
        ("联动单位", Slot.SUPPORT),
        ("其他部门", Slot.SUPPORT),
        ("挂牌领导", Slot.PERSON),
        ("牵头副县长", Slot.PERSON),
        ("听证组织单位", Slot.RESPONSIBLE),
        ("整改牵头单位", Slot.LEAD),
        ("年度重点工作责任单位", Slot.RESPONSIBLE),
        ("县级领导", Slot.PERSON),
        ("责任单位2", Slot.RESPONSIBLE),
        ("配合单位一", Slot.SUPPORT),
        ("牵头", Slot.LEAD),
        ("配合", Slot.SUPPORT),
        ("责任股（室、站）", Slot.RESPONSIBLE),
        ("牵头和责任学院", Slot.FUSED),
        ("县承办股", Slot.RESPONSIBLE),
        ("组织科", None),
        ("参与企业", None),
        ("配合科学院士", None),
        ("分管副县长", Slot.PERSON),
        ("责任编辑", None),
        ("牵头牵头", None),
    ],
)
def test_a_heading_of_role_words_has_their_slot(heading, slot):
    assert column(heading).slot is slot


@pytest.mark.parametrize("heading", LISTED)
def test_every_listed_heading_is_known_to_tables_with_and_without_lines(heading):
    beside = ("责任单位", "序号", "工作任务")
    assert header((heading, *beside)) is not None
    assert is_heading(heading)


def test_the_finest_level_holds_requirements_in_traditional_characters_too():
    holds = [found.holds for found in outlined([column(h) for h in ("具體要求", "工作要求")])]
    assert holds == [Holds.REQUIREMENT, Holds.SECTION]


@pytest.mark.parametrize(
    ("headings", "holds"),
    [
        (("工作目标", "工作措施"), [Holds.SECTION, Holds.REQUIREMENT]),
        (("工作任务", "工作目标"), [Holds.REQUIREMENT, Holds.REMARK]),
        (("类别", "工作目标"), [Holds.SECTION, Holds.REQUIREMENT]),
        (("工作目标",), [Holds.REQUIREMENT]),
    ],
)
def test_a_goal_is_a_level_of_the_outline_unless_it_stands_behind_the_tasks(headings, holds):
    assert [c.holds for c in outlined([column(h) for h in headings])] == holds


def test_a_finer_word_makes_a_finer_level():
    ranks = [column(h).rank for h in ("年度重点任务", "细化工作任务", "政策点及工作举措")]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == 3
