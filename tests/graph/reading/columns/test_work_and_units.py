"""Headings of some work beside headings of the units that do it."""

import pytest

from dutygraph.graph.lexicon.headings import Holds
from dutygraph.graph.lexicon.roles import Slot
from dutygraph.graph.reading.columns.headings import header


@pytest.mark.parametrize(
    ("work", "units", "guessed"),
    [
        ("公示事项", "公示组织单位", False),
        ("帮扶项目", "帮扶承办部门", False),
        ("验收事项", "验收单位", True),
        ("检查事项", "检查实施单位", False),
    ],
)
def test_both_are_known_by_each_other(work, units, guessed):
    columns = header(["序号", work, units, "时限"])
    assert columns is not None
    assert [c.holds for c in columns[1:3]] == [Holds.REQUIREMENT, Holds.OWNERS]
    assert (columns[2].slot, columns[2].guessed) == (Slot.RESPONSIBLE, guessed)


@pytest.mark.parametrize(
    "headings",
    [
        ["序号", "公示事项", "验收单位", "备注"],
        ["序号", "投诉事项", "投诉单位", "备注"],
        ["序号", "收费项目", "收费标准", "备注"],
    ],
)
def test_other_headings_stay_unknown(headings):
    assert header(headings) is None
