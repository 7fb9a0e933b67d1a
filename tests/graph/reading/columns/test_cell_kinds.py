"""What the cells of a column are by themselves."""

import pytest

from dutygraph.graph.reading.columns.cell_kinds import Kind, kind_of


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (["1", "2", "3"], Kind.NUMBERS),
        (["一", "二", "三"], Kind.NUMBERS),
        (["1", "2", "1", "2", "3"], Kind.NUMBERS),
        (["12", "35", "8"], Kind.FIGURES),
        (["12.5%", "3亿元", "-"], Kind.FIGURES),
        (["2026", "2025"], Kind.FIGURES),
        (["62000001", "0551-62000002", "13900000003"], Kind.TELEPHONES),
        (["9月底前", "全年", "2026年6月"], Kind.TIMES),
        (["陶亮", "陆大明", "欧阳俞悦"], Kind.PERSONS),
        (["陶 亮", "陆大明、俞悦"], Kind.PERSONS),
        (["局长", "副局长", "党组成员"], Kind.PERSONS),
        (["县港航局局长陶亮", "副镇长陆大明"], Kind.PERSONS),
        (["县港航局", "县财政局、各镇"], Kind.UNITS),
        (["运输股", "办公室、财务科"], Kind.UNITS),
        (["各镇（街道）", "县直有关部门"], Kind.UNITS),
        (["牵头：县港航局；配合：各镇", "县财政局负责"], Kind.UNITS),
        (["县妇联", "团县委", "县工商联"], Kind.UNITS),
        (["林业局", "高新区管委会", "文旅局"], Kind.UNITS),
        (["东门镇", "西河村", "南门社区"], Kind.WORDS),
        (["云泽船务公司", "县实验小学"], Kind.WORDS),
        (["安全", "文化"], Kind.WORDS),
        (["修缮渡口。", "推进码头改造"], Kind.WORK),
        (["1.修缮渡口；2.更换标识。", "码头无破损。"], Kind.WORK),
        (["《渡口管理办法》。", "《船员培训规定》。"], Kind.WORDS),
        (["渡口修缮工程", "船员培训计划"], Kind.WORDS),
        (["县港航局", "", "无"], Kind.NOTHING),
        ([], Kind.NOTHING),
    ],
)
def test_the_cells_of_a_column_tell_what_they_are(cells, kind):
    assert kind_of(cells) is kind


@pytest.mark.parametrize("blank", ["", "无", "—", "/"])
def test_cells_that_say_nothing_do_not_count(blank):
    assert kind_of(["县港航局", blank, blank, blank, "县财政局"]) is Kind.UNITS


def test_one_odd_cell_of_many_does_not_count():
    assert kind_of(["县港航局"] * 4 + ["另行通知"]) is Kind.UNITS
    assert kind_of(["县港航局"] * 3 + ["另行通知"]) is Kind.WORDS
