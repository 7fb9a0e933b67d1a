"""What a name suggests, and what it does not."""

import pytest

from dutygraph.graph.triples.naming import quantifier, unit_kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("法制支队", "internal-unit"),
        ("政务公开办", "internal-unit"),
        ("市公安局", "public-body"),
        ("某市人民政府", "government"),
        ("局政务公开领导小组", "ad-hoc-body"),
        ("“平安厅”局长信箱工作专班", "ad-hoc-body"),
        ("市局防控办", "ad-hoc-body"),
        ("市人民医院", "institution"),
        ("市总工会", "mass-organisation"),
        ("某市供电局", "enterprise"),
    ],
)
def test_the_longest_ending_decides(name, kind):
    found = unit_kind(name)
    assert found is not None
    assert found[0] == kind
    assert 0 < found[1] < 1  # a guess, never a certainty


@pytest.mark.parametrize("name", ["张三", "", "各地"])
def test_a_name_that_tells_nothing_gives_no_kind(name):
    assert unit_kind(name) is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("局直各单位", "every"),
        ("局直相关单位", "relevant"),
        ("各相关单位", "relevant"),
        ("其他有关部门", "other"),
        ("成员单位", None),
    ],
)
def test_a_collective_tells_how_it_draws_its_members(name, code):
    assert quantifier(name) == code
