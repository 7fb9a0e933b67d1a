"""What a cell looks like, and what that says of its column: units, persons, tasks."""

import pytest

from dutygraph.graph.lexicon.headings import column
from dutygraph.graph.reading.columns.fitness import fitness, looks

TITLE = "云泽县2026年渡口安全任务分工表\n"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("县住建局、科技园", "mixed"),
        ("团委、大学科技园", "mixed"),
        ("县住建局、县港航局", "units"),
        ("渡口、码头", "short"),
        ("协调县财政局落实经费，修缮渡口", "short"),
        ("建设渡口、更新县港航局", "short"),
    ],
)
def test_a_list_with_an_office_in_it_is_mixed(text, kind):
    assert looks(text) == kind


@pytest.mark.parametrize("name", ["陆 明", "陆  明", "陆　明", "陆明、俞 悦"])
def test_a_name_may_be_spaced_out(name):
    assert fitness(name, column("分管领导")) > 0 > fitness("团委、科技园", column("分管领导"))


def told_by(plan):
    return [
        (r.number, r.text, [f"{a.role.value} {a.name}" for a in plan.assignments(r)])
        for r in plan.requirements
    ]


def test_a_list_with_an_unknown_name_is_of_the_units_and_not_of_persons(read):
    head = ["序号", "工作任务", "分管领导", "牵头单位", "配合单位", "完成时限"]
    rows = [
        ["1", "修缮渡口。", "陆  明", "县港航局", "县住建局、科技园", "9月底"],
        ["2", "培训船员。", "俞大悦", "县人社局", "县教育局", "10月底"],
    ]
    cells = [*head, "一、渡口安全", *rows[0], *rows[1], "打印本页"]
    assert told_by(read(TITLE + "\n".join(cells))) == [
        (
            "1",
            "修缮渡口。",
            ["supervise 陆明", "lead 县港航局", "support 县住建局", "support 科技园"],
        ),
        ("2", "培训船员。", ["supervise 俞大悦", "lead 县人社局", "support 县教育局"]),
    ]


@pytest.mark.parametrize("name", ["陆 明", "陆  明"])
@pytest.mark.parametrize("order", [[0, 1, 2, 3, 4], [0, 2, 3, 4, 1]])
def test_two_characters_between_spaces_are_a_person_where_persons_stand(read, name, order):
    head = ["序号", "工作任务", "牵头领导", "牵头单位", "责任单位"]
    row = ["1", "修缮渡口12处", name, "县港航局", "县财政局、各镇"]
    lines = [" ".join(cells[at] for at in order) for cells in (head, row)]
    (told,) = told_by(read(TITLE + "\n".join(lines)))
    assert told[:2] == ("1", "修缮渡口12处")
    assert told[2][:2] == ["supervise 陆明", "lead 县港航局"]
