from itertools import combinations

import pytest

from dutygraph.graph.registry import suggestions as suggesting
from dutygraph.graph.registry.functions import national_register, parts_of, renamed
from dutygraph.graph.registry.suggestions import NameUse, Reason, suggestions


def _among(*names, issuer="甲县人民政府", counts=None):
    counts = counts or [1] * len(names)
    uses = tuple(NameUse(n, issuer, c) for n, c in zip(names, counts, strict=True))
    return [(s.name, s.into, s.reason) for s in suggestions(uses)]


@pytest.mark.parametrize(
    ("short", "full", "reason"),
    [
        ("县人社局", "县人力资源和社会保障局", Reason.SAME_FUNCTION),
        ("人社局", "县人力资源社会保障局", Reason.SAME_FUNCTION),
        ("市监局", "市场监督管理局", Reason.SAME_FUNCTION),
        ("市市监局", "市市场监管局", Reason.SAME_FUNCTION),
        ("发改委", "发展改革委", Reason.SAME_FUNCTION),
        ("省住建厅", "省住房城乡建设厅", Reason.SAME_FUNCTION),
        ("区妇联", "区妇女联合会", Reason.SAME_FUNCTION),
        ("财政局", "县财政局", Reason.ELIDED_PREFIX),
        ("县农业农村局", "县农业农村局（县乡村振兴局）", Reason.NAME_PLATE),
        ("市营商环境建设局", "市委改革办〔市营商环境建设局〕", Reason.NAME_PLATE),
        ("市国土资源局", "市自然资源局", Reason.RENAMED),
    ],
)
def test_names_that_may_be_one_unit_are_proposed_with_the_reason(short, full, reason):
    assert _among(short, full) == [(short, full, reason)]


@pytest.mark.parametrize(
    "names",
    [
        ("县财政局", "县教育局"),
        ("民事审判第一庭", "民事审判第二庭"),
        ("市公安交警支队", "县公安交警支队"),
        ("县文化馆", "县图书馆"),
        ("市人社局", "县人力资源和社会保障局"),
        ("市教育局", "市教育和体育局"),
        ("县委组织部", "县委宣传部"),
        ("县发展和改革局", "县粮食和物资储备局"),
    ],
)
def test_different_units_are_not_proposed(names):
    assert _among(*names) == []


def test_a_slip_of_the_pen_gives_way_to_the_name_that_stands_more_often():
    found = _among("县城市管里局", "县城市管理局", counts=[1, 9])
    assert found == [("县城市管里局", "县城市管理局", Reason.ONE_CHARACTER)]


def test_names_of_different_issuers_are_never_compared():
    uses = (NameUse("人社局", "甲县", 1), NameUse("人力资源和社会保障局", "乙县", 1))
    assert suggestions(uses) == ()


def test_names_of_plans_without_a_known_issuer_are_not_compared():
    assert _among("县人社局", "县人力资源和社会保障局", issuer="") == []


def test_suggestions_do_not_depend_on_the_order_of_names():
    names = ("县人社局", "县人力资源和社会保障局", "财政局", "县财政局")
    assert _among(*names) == _among(*reversed(names))


def test_a_function_that_begins_like_a_level_is_not_cut():
    assert parts_of("市场监管局") == ("", "市场监督管理", "局", "市场监管")
    assert parts_of("市市场监管局").level == "市"


def test_a_reform_holds_in_one_direction_and_at_one_level():
    assert renamed("县环境保护局", "县生态环境局") == 2018
    assert renamed("县生态环境局", "县环境保护局") is None
    assert renamed("县环境保护局", "市生态环境局") is None


def test_the_bodies_of_the_centre_are_known_with_their_years():
    register = national_register()
    assert register.canonical("国家卫健委", year=2020) == "国家卫生健康委员会"
    assert register.canonical("银保监会", year=2020) == "中国银行保险监督管理委员会"
    assert register.canonical("银保监会", year=2025) == "银保监会"
    names = [entry.name for entry in register.successors("国家粮食局")]
    assert names == ["国家粮食和物资储备局"]
    assert list(register.clashes()) == []


def test_comparing_few_pairs_misses_nothing_that_comparing_all_would_find(monkeypatch):
    levels, suffixes = ("", "市", "县"), ("局", "委", "局（县文物局）", "局甲", "局乙甲")
    functions = ("人社", "人力资源和社会保障", "国土资源", "自然资源", "市监", "财政", "财攻")
    names = [level + f + suffix for level in levels for f in functions for suffix in suffixes]
    few = _among(*names)
    monkeypatch.setattr(suggesting, "_candidates", lambda each: list(combinations(each, 2)))
    assert few == _among(*names)
    assert {reason for *_, reason in few} == set(Reason)
