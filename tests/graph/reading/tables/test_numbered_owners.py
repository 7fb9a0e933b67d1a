"""Unit cells whose lines tell by number which task of the row they mean."""

import pytest
from docx import Document as Word

from dutygraph.graph.intake import read_plans


def told(path, tasks, units, times="9月底前"):
    document = Word()
    document.add_paragraph("云泽县2026年渡口安全任务分工表")
    table = document.add_table(rows=2, cols=4)
    headings = ["类别", "具体措施", "责任单位", "完成时限"]
    for row, texts in enumerate([headings, ["一、渡口", tasks, units, times]]):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    document.save(path)
    (plan,) = read_plans(path)
    return [
        (r.number, [a.unit for a in plan.assignments(r)], [t.raw for t in r.timing])
        for r in plan.requirements
    ]


def test_each_task_has_the_units_behind_its_number(tmp_path):
    found = told(tmp_path / "a.docx", "1.修缮渡口。\n2.培训船员。", "1.县港航局\n2.县人社局、各镇")
    assert found == [
        ("1", ["县港航局"], ["9月底前"]),
        ("2", ["县人社局", "各镇"], ["9月底前"]),
    ]


def test_so_do_times(tmp_path):
    tasks, units = "（1）修缮渡口。\n（2）培训船员。", "（1）县港航局\n（2）县人社局"
    found = told(tmp_path / "a.docx", tasks, units, "（1）6月底前\n（2）8月底前")
    assert found == [("（1）", ["县港航局"], ["6月底前"]), ("（2）", ["县人社局"], ["8月底前"])]


@pytest.mark.parametrize(
    "units", ["1.县港航局\n3.县人社局", "1.县港航局\n县人社局", "县港航局\n县人社局"]
)
def test_units_whose_numbers_are_not_those_of_the_tasks_stay_with_all(tmp_path, units):
    found = told(tmp_path / "a.docx", "1.修缮渡口。\n2.培训船员。", units)
    assert [names for _, names, _ in found] == [["县港航局", "县人社局"]] * 2
