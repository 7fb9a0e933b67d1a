"""White space in lists of units: a narrow column may break a name anywhere."""

import pytest

from dutygraph.graph.reading.lists.members import members
from dutygraph.graph.reading.lists.units import read_list
from dutygraph.graph.reading.names.names import clean

NAMES = [
    "县人力资源和社会保障局",
    "县发展和改革委员会",
    "县人民政府办公室",
    "省人民政府办公厅",
    "城关街道办事处",
    "城关镇人民政府",
    "县科学技术局",
    "县科技局",
    "县市场监督管理局",
    "县行政审批局",
    "县乡村振兴局",
    "县城市管理局",
    "县住房和城乡建设局",
    "县退役军人事务局",
    "县机关事务中心",
    "县融媒体中心",
    "县开发区管理委员会",
    "县国有资产监督管理委员会",
    "县供销合作社联合社",
    "县工商业联合会",
    "县社会科学界联合会",
    "县消防救援大队",
    "县交通运输综合行政执法大队",
    "县自来水公司",
    "县人民检察院",
    "县委组织部",
    "县委社会工作部",
    "县委台湾事务办公室",
    "县委机构编制委员会办公室",
    "县委巡察工作领导小组办公室",
]


def read(listed):
    return [clean(listed[m.start : m.end]) for m in members(listed)]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_whole_wherever_its_line_was_broken(name):
    for at in range(2, len(name)):
        broken = f"县民政局\n{name[:at]}\n{name[at:]}\n县财政局"
        assert read(broken) == ["县民政局", name, "县财政局"], broken


@pytest.mark.parametrize("gap", [" ", "\n", "　"])
@pytest.mark.parametrize(
    "names",
    [
        ["县教育局", "办公室", "财务科"],
        ["县委", "县政府", "县人大"],
        ["县财政局", "建设局", "司法局"],
        ["县财政局", "中心学校", "社会保险中心"],
        ["各镇", "办事处"],
        ["县发改", "县财政", "县住建"],
        ["城关镇", "河西街道"],
        ["县人社局", "编制委员会办公室", "合作社联合社"],
    ],
)
def test_names_side_by_side_stay_apart(names, gap):
    assert read(gap.join(names)) == names


def test_a_name_that_is_spaced_out_begins_a_new_one():
    assert read("县财政局\n司 法 局\n民 政 局") == ["县财政局", "司法局", "民政局"]


def test_the_government_of_several_places_is_one_collective():
    assert read("各县（区）\n政府、县财政局") == ["各县（区）政府", "县财政局"]


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("文化宣传股\n文化馆", ["文化宣传股", "文化馆"]),
        ("旅游股\n文物股\n云泽文旅公司", ["旅游股", "文物股", "云泽文旅公司"]),
        ("财务处 教务处", ["财务处", "教务处"]),
        ("市社会科\n学院", ["市社会科学院"]),
        ("云泽农商股 份有限公司", ["云泽农商股份有限公司"]),
        ("县农业\n农村局", ["县农业农村局"]),
        ("县交通 运输局、县林业局", ["县交通运输局", "县林业局"]),
        ("县农业 县林业局", ["县农业", "县林业局"]),
    ],
)
def test_offices_end_where_white_space_stands_and_fields_of_work_go_on(piece, listed, names):
    assert [clean(one.piece.text) for one in read_list(piece(listed)).mentions] == names
