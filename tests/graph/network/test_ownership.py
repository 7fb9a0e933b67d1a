"""What the rules of under-ownership find."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dutygraph.graph.errors import QueryError
from dutygraph.graph.network.loads import loads
from dutygraph.graph.network.ownership import Ownership, ownership_in
from dutygraph.graph.network.record import ownership_record
from dutygraph.graph.network.rules import read_rule, rules_in, shipped_rules
from dutygraph.graph.plan import Timing, TimingKind
from dutygraph.graph.span import Span
from dutygraph.graph.store import open_store

if TYPE_CHECKING:
    from collections.abc import Callable

    from dutygraph.graph.plan import Plan


def owned(*plans: "Plan") -> Ownership:
    with open_store() as store:
        store.put_all(plans)
        return ownership_in(store)


@pytest.fixture(scope="module")
def shanwei_ownership(shanwei: "Plan") -> Ownership:
    return owned(shanwei)


def test_the_shipped_rules_are_u0_to_u7() -> None:
    assert sorted({rule.code for rule in shipped_rules()}) == [f"U{n}" for n in range(8)]


def test_requirement_7_is_the_one_owned_by_a_collective_alone(
    shanwei_ownership: Ownership,
) -> None:
    red = [gap for gap in shanwei_ownership.gaps if gap.severity == "red"]
    assert [(gap.ref.number, gap.codes) for gap in red] == [("7", ("U1", "U3"))]
    assert "局直相关单位" in red[0].findings[0].why["zh"]


def test_rows_by_code_on_the_real_plan(shanwei_ownership: Ownership) -> None:
    """1, 25 and 15 rows, counted by hand."""
    rows = shanwei_ownership.summary_of_rows
    assert (rows["U1"], rows["U2"], rows["U3"]) == (1, 25, 15)
    assert "U0" not in rows


def test_what_holds_for_most_of_a_plan_is_said_once(shanwei_ownership: Ownership) -> None:
    """U2 holds for 29 of 40 requirements; no gap is listed for it alone."""
    (habit,) = shanwei_ownership.habits
    assert (habit.code, habit.requirements, habit.rows, habit.share) == ("U2", 29, 25, 0.725)
    assert all(set(gap.codes) - {"U2"} for gap in shanwei_ownership.gaps)
    record = ownership_record(shanwei_ownership, "zh")
    assert record["habits"][0]["share"] == 0.72
    assert "29条" in record["habits"][0]["message"]


def test_a_red_finding_is_never_a_habit(make_plan: "Callable[..., Plan]") -> None:
    """A plan of nothing but collectives lists each requirement."""
    found = owned(make_plan([["*各单位"]] * 5))
    assert len(found.gaps) == 5
    assert all("U1" in gap.codes for gap in found.gaps)
    assert "U1" not in {habit.code for habit in found.habits}


def test_a_requirement_without_anybody_is_u0(make_plan: "Callable[..., Plan]") -> None:
    """A person who supervises is no owner."""
    found = owned(make_plan([["!甲"], [], ["^分管领导"]]))
    assert [(gap.ref.id, gap.codes) for gap in found.gaps] == [("r2", ("U0",)), ("r3", ("U0",))]


def test_who_only_supports_is_no_owner_and_is_said_to_support(
    make_plan: "Callable[..., Plan]",
) -> None:
    plan = make_plan([["!甲"], ["~丙", "~乙"]])
    found = owned(plan)
    (gap,) = found.gaps
    (why,) = [finding.why for finding in gap.findings]
    assert gap.codes == ("U0",)
    assert why["zh"] == "只写了配合单位丙、乙，没有牵头或责任单位。"
    assert "(丙, 乙)" in why["en"]
    shares = loads(found.incidence)
    assert (shares["乙"].fractional, shares["乙"].alone, shares["乙"].supported) == (0, (), 1)


def test_a_date_that_nobody_owns_says_so(make_plan: "Callable[..., Plan]") -> None:
    """Neither an empty bracket nor the supporters stand where the owners would."""
    due = Timing(TimingKind.DEADLINE, "12月底前", Span(0, 5), date="2024-12")
    plan = make_plan([["!甲"], ["~乙"], []])
    requirements = tuple(replace(one, timing=(due,)) for one in plan.requirements)
    found = owned(replace(plan, requirements=requirements))
    whys = [each.why["zh"] for each in found.findings if each.code == "U7"]
    assert len(whys) == 2
    assert all(why.endswith("由哪一家负责（没有写责任单位）。") for why in whys)


def test_few_requirements_are_no_overload(make_plan: "Callable[..., Plan]") -> None:
    """The top tenth of a short plan is no heavy load; four requirements may be one."""
    short = make_plan([["!甲"], ["!甲"], ["乙", "丙"], ["乙", "丁"]])
    assert "U4" not in owned(short).summary
    longer = make_plan([["!甲"], ["!甲"], ["!甲"], ["!甲"], ["乙", "丙"], ["乙", "丁"]])
    assert owned(longer).summary["U4"] == 4


def test_a_plan_that_tells_leads_has_no_gap(make_plan: "Callable[..., Plan]") -> None:
    found = owned(make_plan([["!甲", "~乙"], ["!乙", "~*各单位"], ["!丙"]]))
    assert [f for f in found.findings if f.severity != "note"] == []


OWN = """# code: X1
# severity: note
# title.zh: 甲牵头
# title.en: Led by 甲
# message.zh: {leader}牵头第{number}条
# message.en: {leader} leads {number}
# suggestion.zh: 无
# suggestion.en: none
PREFIX duty: <https://w3id.org/dutygraph/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?requirement ?leader WHERE { ?requirement duty:ledBy/skos:prefLabel ?leader }
"""


def test_a_user_adds_a_rule_without_code(tmp_path: Path, make_plan: "Callable[..., Plan]") -> None:
    (tmp_path / "x1.rq").write_text(OWN, encoding="utf-8")
    with open_store() as store:
        store.put(make_plan([["!甲", "~乙"], ["乙", "丙"]]))
        found = ownership_in(store, rules_in(tmp_path))
    assert [finding.why["zh"] for finding in found.findings] == ["甲牵头第1条"]


def run_rule(text: str, plan: "Plan") -> Ownership:
    with open_store() as store:
        store.put(plan)
        return ownership_in(store, [read_rule(text, "x1.rq")])


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (("# severity: note\n", ""), "network.rule-lacks"),
        (("severity: note", "severity: bad"), "network.rule-severity"),
        (("# title.zh", "# keep: best\n# title.zh"), "network.rule-keep"),
        (("{leader}", "{boss}"), "network.rule-place"),
        (("?requirement ?leader WHERE", "?leader WHERE"), "network.rule-column"),
    ],
)
def test_a_broken_rule_names_what_is_wrong(
    change: tuple[str, str], key: str, make_plan: "Callable[..., Plan]"
) -> None:
    plan = make_plan([["!甲", "~乙"]])
    with pytest.raises(QueryError) as caught:
        run_rule(OWN.replace(*change), plan)
    assert caught.value.key == key
    assert caught.value.sentence("zh")
