"""What is said of a table from which nothing was read."""

import pytest

from dutygraph.graph.intake import read_plans
from dutygraph.graph.reading.flattened.lost_tables import lost_table

TITLE = "云泽县2026年渡口任务分工表"


def doubts(tmp_path, *rows, ending="html"):
    path = tmp_path / f"plan.{ending}"
    cells = "".join(f"<tr><td>{'<td>'.join(row)}</tr>" for row in rows)
    page = f"<meta charset=utf-8><p>{TITLE}</p><table>{cells}</table>"
    lines = "\n".join([TITLE, *("\t".join(row) for row in rows)])
    path.write_text(page if ending == "html" else lines, "utf-8")
    (plan,) = read_plans(path)
    assert plan.requirements == ()
    return [(doubt.code, dict(doubt.values)) for doubt in plan.doubts]


@pytest.mark.parametrize("ending", ["html", "txt"])
def test_a_table_without_a_column_of_units_is_named_by_its_headings(tmp_path, ending):
    rows = [["序号", "工作任务", "完成时限"], ["1", "修缮渡口。", "9月底前"]]
    assert doubts(tmp_path, *rows, ending=ending) == [
        ("reading.table-of-no-units", {"known": "序号、工作任务、完成时限"})
    ]


def test_headings_that_are_not_known_are_named(tmp_path):
    rows = [["序号", "工作任务", "分值", "完成时限"], ["1", "修缮渡口。", "5", "9月底前"]]
    assert doubts(tmp_path, *rows) == [
        ("reading.table-without-units", {"known": "序号、工作任务、完成时限", "unknown": "分值"})
    ]


def test_units_as_headings_without_marks_look_like_a_matrix(tmp_path):
    head = ["序号", "工作任务", "县港航局", "县财政局", "县应急局"]
    rows = [head, ["1", "修缮渡口。", "5", "3", "2"], ["2", "培训船员。", "4", "4", "2"]]
    assert doubts(tmp_path, *rows) == [
        ("reading.table-of-units", {"units": "县港航局、县财政局、县应急局"})
    ]


def test_headings_in_one_run_are_quoted(tmp_path):
    path = tmp_path / "plan.txt"
    path.write_text(f"{TITLE}\n序号工作任务责任单位完成时限1修缮渡口县港航局9月底前\n", "utf-8")
    (plan,) = read_plans(path)
    (doubt,) = plan.doubts
    assert doubt.code == "reading.glued-cells"
    assert dict(doubt.values) == {"text": "序号工作任务责任单位完成时限1修缮渡口县……"}


@pytest.mark.parametrize(
    "rows",
    [
        [["日期", "带班领导", "电话"], ["5月1日", "陶亮", "8123456"]],
        [["姓名", "职务", "电话"], ["陶亮", "主任", "8123456"]],
    ],
)
def test_a_table_of_another_kind_is_not_named(tmp_path, rows):
    assert doubts(tmp_path, *rows) == [("reading.no-tasks", {})]


def test_of_many_unknown_headings_each_is_named(document_of):
    known, unknown = "序号\t工作任务\t责任单位\t完成时限", "栏甲\t栏乙\t栏丙\t栏丁\t栏戊"
    doubt = lost_table(document_of(f"{TITLE}\n{known}\t{unknown}").blocks)
    assert (doubt.code, dict(doubt.values)) == (
        "reading.table-of-few",
        {"known": known.replace("\t", "、"), "unknown": unknown.replace("\t", "、")},
    )


def test_headings_that_stand_one_a_line_are_named_too(document_of):
    doubt = lost_table(document_of(f"{TITLE}\n序号\n工作任务\n完成时限\n1\n修缮渡口。").blocks)
    assert dict(doubt.values) == {"known": "序号、工作任务、完成时限"}
