"""A note under the items adds a unit to all of them, in the role that its verb says."""

import pytest

from dutygraph.graph.intake import read_plans

TITLE = "云泽县2026年渡口整治任务分解表"
ROWS = [
    ["序号", "任务", "责任单位"],
    ["1", "修缮渡口。", "县港航局"],
    ["2", "培训船员。", "县人社局"],
]


def read(path, *notes, before=""):
    table = "".join("<tr>" + "".join(f"<td>{cell}" for cell in row) for row in ROWS)
    below = "".join(f"<p>{note}</p>" for note in notes)
    page = path / "plan.html"
    page.write_text(
        f"<meta charset=utf-8><p>{TITLE}</p><p>{before}</p><table>{table}</table>{below}", "utf-8"
    )
    (plan,) = read_plans(page)
    return plan


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("以上工作由县委政法委统筹。", [("县委政法委", "lead")]),
        ("注：上述各项任务均由县政府办公室负责督办。", [("县政府办公室", "supervise")]),
        (
            "以上任务由县财政局、县审计局配合，县政府常务会议审定。",
            [("县财政局", "support"), ("县审计局", "support")],
        ),
        ("以上各项工作统一由各镇落实。", [("各镇", "responsible")]),
    ],
)
def test_a_note_adds_a_unit_to_all_items(tmp_path, note, told):
    plan = read(tmp_path, note)
    assert [(one.unit, one.role.value) for one in plan.implied] == told
    assert {one.start for one in plan.implied} == {"r1"}
    assert [d.code for d in plan.doubts].count("reading.implied") == len(told)
    assert [len(plan.assignments(r)) for r in plan.requirements] == [1, 1]


@pytest.mark.parametrize(
    "note",
    [
        "以上数据由县统计局提供。",
        "以上工作由责任单位自行组织。",
        "以上任务由县港航局另行通知。",
        "县港航局的以上工作已由县财政局垫付。",
    ],
)
def test_other_notes_add_nobody(tmp_path, note):
    assert not read(tmp_path, note).implied


def test_a_line_before_the_items_speaks_of_those_below_it(tmp_path):
    said = "任务由县委政法委统筹。"
    assert [one.unit for one in read(tmp_path, before=f"以下{said}").implied] == ["县委政法委"]
    assert not read(tmp_path, before=f"以上{said}").implied
    assert not read(tmp_path, f"以下{said}").implied


def test_of_several_such_notes_none_is_taken_for_one_of_all_items(tmp_path):
    page = tmp_path / "plan.html"
    cells = "".join("<tr>" + "".join(f"<td>{cell}" for cell in row) for row in ROWS)
    parts = (
        f"<table>{cells}</table><p>以上工作由{one}统筹。</p>" for one in ("县教育局", "县财政局")
    )
    page.write_text(f"<meta charset=utf-8><p>{TITLE}</p>{''.join(parts)}", "utf-8")
    (plan,) = read_plans(page)
    assert not plan.implied
