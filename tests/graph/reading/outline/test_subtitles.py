"""Names in brackets behind a title."""

import pytest


@pytest.mark.parametrize(
    "title", ["2026年重点任务分工（县水利局）", "云泽县2026年考核目标（县水利局）"]
)
def test_a_unit_in_brackets_behind_a_dated_title_has_no_task(read, title):
    plan = read(f"{title}（县水利局）\n1.修缮渡口。（县港航局）\n2.培训船员。（县人社局）\n")
    units = {a.unit for row in plan.rows for a in row.assignments}
    assert units == {"县港航局", "县人社局"}
    assert [r.number for r in plan.requirements] == ["1", "2"]
