"""Each question agrees with what the values of the plans say, counted here without any graph."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from dutygraph.graph.plan import OWNING_ROLES, Assignment, Plan, Requirement, Role, TimingKind
from dutygraph.graph.questions import ask, catalogue

if TYPE_CHECKING:
    from dutygraph.graph.store import Store

Rows = list[tuple[object, ...]]
Oracle = Callable[[tuple[Plan, ...]], Rows]
UNIT, OTHER, RULE = "宣传科", "政务公开办", "重大行政决策程序暂行条例"


def pairs(plans: tuple[Plan, ...]) -> Iterator[tuple[Plan, Requirement, Assignment]]:
    for plan in plans:
        for requirement, assignment in plan.pairs():
            yield plan, requirement, assignment


def requirements(plans: tuple[Plan, ...]) -> Iterator[tuple[Plan, Requirement]]:
    return ((plan, requirement) for plan in plans for requirement in plan.requirements)


def owners(plan: Plan, requirement: Requirement) -> list[Assignment]:
    return [a for a in plan.assignments(requirement) if a.role in OWNING_ROLES]


def held(plan: Plan, requirement: Requirement) -> set[tuple[str, Role]]:
    return {(a.name, a.role) for a in plan.assignments(requirement)}


def is_unit(a: Assignment) -> bool:
    return not a.collective and not a.person


def those(test: Callable[[Plan, Requirement], bool]) -> Oracle:
    """Numbers of the requirements that pass a test."""
    return lambda plans: [(r.number, p.title) for p, r in requirements(plans) if test(p, r)]


def of_unit(*roles: Role) -> Oracle:
    return lambda plans: [
        (r.number, p.title) for p, r, a in pairs(plans) if a.name == UNIT and a.role in roles
    ]


def counted(keys: Iterator[tuple[object, ...]]) -> Rows:
    return [(*key, n) for key, n in Counter(keys).items()]


def partners(plans: tuple[Plan, ...]) -> Rows:
    met = {
        (a.name, p.title, r.id)
        for p, r in requirements(plans)
        if any(a.name == UNIT for a in p.assignments(r))
        for a in p.assignments(r)
        if a.name != UNIT and not a.person
    }
    return counted((name,) for name, _, _ in sorted(met))


def together(plans: tuple[Plan, ...]) -> Rows:
    found = Counter(
        pair
        for p, r in requirements(plans)
        for pair in combinations(sorted({a.name for a in p.assignments(r) if is_unit(a)}), 2)
    )
    return [(frozenset(pair), n) for pair, n in found.items() if n >= 2]


def load(plans: tuple[Plan, ...]) -> Rows:
    held = {(a.name, p.title, r.id) for p, r, a in pairs(plans) if is_unit(a)}
    owned = {
        (a.name, p.title, r.id) for p, r, a in pairs(plans) if is_unit(a) and a.role in OWNING_ROLES
    }
    led = {
        (a.name, p.title, r.id) for p, r, a in pairs(plans) if is_unit(a) and a.role is Role.LEAD
    }
    counts = [Counter(name for name, _, _ in each) for each in (held, led, owned)]
    return [(name, *(each[name] for each in counts)) for name in counts[0]]


def never_supporting(plans: tuple[Plan, ...]) -> Rows:
    supporting = {a.name for _, _, a in pairs(plans) if a.role is Role.SUPPORT}
    return [row[:2] for row in load(plans) if row[0] not in supporting]


def timings(plans: tuple[Plan, ...], *kinds: TimingKind) -> Iterator[tuple[str, str]]:
    return ((r.number, t.raw) for _, r in requirements(plans) for t in r.timing if t.kind in kinds)


def vague_only(plans: tuple[Plan, ...]) -> Rows:
    return [
        (r.number, t.raw)
        for _, r in requirements(plans)
        if {t.kind for t in r.timing} == {TimingKind.VAGUE}
        for t in r.timing
    ]


def citing(plans: tuple[Plan, ...]) -> Iterator[tuple[Plan, Requirement, str]]:
    for p, r in requirements(plans):
        for c in r.citations:
            yield p, r, c.title or str(c.number)


def sections(plans: tuple[Plan, ...]) -> Rows:
    rows = Counter(
        (p.section_by_id[r.section].title, p.title) for p, r in requirements(plans) if r.section
    )
    return [(title, n, plan) for (title, plan), n in rows.items()]


def outline(plans: tuple[Plan, ...]) -> Rows:
    return counted(
        (
            p.section_by_id[r.section].title if r.section else "",
            p.task_by_id[r.task].title if r.task else "",
            p.title,
        )
        for p, r in requirements(plans)
    )


ORACLES: dict[str, tuple[dict[str, str], tuple[str, ...], Oracle]] = {
    "requirement-units": (
        {"requirement": "7", "plan": "2022"},
        ("unitName", "role", "basis", "kind"),
        lambda plans: [
            (a.name, a.role, a.basis, "group" if a.collective else "unit")
            for _, r, a in pairs(plans[:1])
            if r.number == "7"
        ],
    ),
    "requirements-about": (
        {"words": "政策解读"},
        ("number", "unitName"),
        lambda plans: [(r.number, a.name) for _, r, a in pairs(plans) if "政策解读" in r.text],
    ),
    "unit-requirements": (
        {"unit": UNIT},
        ("number", "asRole"),
        lambda plans: [(r.number, a.role) for _, r, a in pairs(plans) if a.name == UNIT],
    ),
    "division-of-labour": (
        {},
        ("unitName", "asRole", "number", "planTitle"),
        lambda plans: [(a.name, a.role, r.number, p.title) for p, r, a in pairs(plans)],
    ),
    "requirements-by-year": (
        {},
        ("year", "plans", "requirements"),
        lambda plans: [(str(p.year), 1, len(p.requirements)) for p in plans],
    ),
    "unit-leads": ({"unit": UNIT}, ("number", "planTitle"), of_unit(Role.LEAD)),
    "unit-owns": ({"unit": UNIT}, ("number", "planTitle"), of_unit(*OWNING_ROLES)),
    "unit-supports": ({"unit": UNIT}, ("number", "planTitle"), of_unit(Role.SUPPORT)),
    "supervised-requirements": (
        {},
        ("number", "supervisor"),
        lambda plans: [(r.number, a.name) for _, r, a in pairs(plans) if a.role is Role.SUPERVISE],
    ),
    "section-units": (
        {"section": "三", "plan": "2022"},
        ("unitName", "requirements"),
        lambda plans: counted(
            (a.name,) for p, r, a in pairs(plans[:1]) if r.section == p.sections[2].id
        ),
    ),
    "unit-partners": ({"unit": UNIT}, ("partnerName", "together"), partners),
    "unit-partner-work": (
        {"unit": UNIT},
        ("partnerName", "number", "planTitle"),
        lambda plans: [
            (a.name, r.number, p.title)
            for p, r, a in pairs(plans)
            if is_unit(a) and a.name != UNIT and any(b.name == UNIT for b in p.assignments(r))
        ],
    ),
    "joint-requirements": (
        {"unit": UNIT, "other": OTHER},
        ("number", "planTitle"),
        those(lambda p, r: {UNIT, OTHER} <= {a.name for a in p.assignments(r)}),
    ),
    "lead-support-pairs": (
        {},
        ("leadName", "supportName", "requirements"),
        lambda plans: counted(
            (a.name, b.name)
            for p, r, a in pairs(plans)
            if a.role is Role.LEAD
            for b in p.assignments(r)
            if b.role is Role.SUPPORT
        ),
    ),
    "no-owner": ({}, ("number", "planTitle"), those(lambda p, r: not owners(p, r))),
    "only-collectives": (
        {},
        ("number", "planTitle"),
        those(lambda p, r: bool(owners(p, r)) and all(a.collective for a in owners(p, r))),
    ),
    "lead-not-told-apart": (
        {},
        ("number", "planTitle"),
        those(
            lambda p, r: (
                len(owners(p, r)) > 1 and all(a.role is not Role.LEAD for a in owners(p, r))
            )
        ),
    ),
    "single-owner": (
        {},
        ("number", "planTitle"),
        those(lambda p, r: len(owners(p, r)) == 1 and is_unit(owners(p, r)[0])),
    ),
    "sole-owner-units": (
        {},
        ("unitName", "requirements"),
        lambda plans: counted(
            (owners(p, r)[0].name,)
            for p, r in requirements(plans)
            if len(owners(p, r)) == 1 and is_unit(owners(p, r)[0])
        ),
    ),
    "collective-first": (
        {},
        ("number", "groupName"),
        lambda plans: [
            (r.number, a.name) for _, r, a in pairs(plans) if a.collective and a.position == 1
        ],
    ),
    "actors-not-in-cell": (
        {},
        ("number", "actorName", "role"),
        lambda plans: [
            (r.number, actor.name, actor.role)
            for p, r in requirements(plans)
            for actor in r.actors
            if actor.name not in {a.name for a in p.assignments(r)}
        ],
    ),
    "shared-cells": (
        {},
        ("number", "shareCount", "planTitle"),
        lambda plans: [
            (r.number, len(p.row_by_id[r.row].requirements), p.title)
            for p, r in requirements(plans)
            if p.is_shared(r)
        ],
    ),
    "open-lists": ({}, ("number", "planTitle"), those(lambda p, r: p.row_by_id[r.row].open)),
    "many-units": (
        {"least": "4"},
        ("number", "units"),
        lambda plans: [
            (r.number, len(names))
            for p, r in requirements(plans)
            if len(names := {a.name for a in p.assignments(r)}) >= 4
        ],
    ),
    "unit-load": ({}, ("unitName", "requirements", "leads", "owns"), load),
    "units-in-role": (
        {"role": "牵头"},
        ("unitName", "requirements"),
        lambda plans: counted(
            (a.name,) for _, _, a in pairs(plans) if is_unit(a) and a.role is Role.LEAD
        ),
    ),
    "section-load": ({}, ("sectionTitle", "requirements", "planTitle"), sections),
    "collectives": (
        {},
        ("groupName", "requirements"),
        lambda plans: counted((a.name,) for _, _, a in pairs(plans) if a.collective),
    ),
    "unit-names": (
        {},
        ("unitName",),
        lambda plans: sorted({(a.name,) for _, _, a in pairs(plans) if is_unit(a)}),
    ),
    "no-lead": (
        {},
        ("number", "planTitle"),
        those(lambda p, r: Role.LEAD not in {a.role for a in p.assignments(r)}),
    ),
    "unit-supports-whom": (
        {"unit": UNIT},
        ("ownerName", "role", "number"),
        lambda plans: [
            (a.name, a.role, r.number)
            for p, r, a in pairs(plans)
            if a.role in OWNING_ROLES and (UNIT, Role.SUPPORT) in held(p, r)
        ],
    ),
    "topic-units-in-role": (
        {"words": "公开", "role": "配合"},
        ("number", "unitName", "planTitle"),
        lambda plans: [
            (r.number, a.name, p.title)
            for p, r, a in pairs(plans)
            if a.role is Role.SUPPORT and "公开" in r.text
        ],
    ),
    "recurring-duties": (
        {},
        ("number", "words"),
        lambda plans: list(timings(plans, TimingKind.RECURRENCE, TimingKind.MINIMUM_FREQUENCY)),
    ),
    "deadlines": ({}, ("number", "words"), lambda plans: list(timings(plans, TimingKind.DEADLINE))),
    "deadlines-by-month": (
        {},
        ("month", "requirements"),
        lambda _: [("2023-06", 1), ("2023-09", 1), ("2023-12", 1)],
    ),
    "deadlines-by-unit": (
        {},
        ("unitName", "dueDate"),
        lambda _: [(OTHER, "2023-06-30"), (UNIT, "2023-09-15"), ("督察支队", "2023-12-31")],
    ),
    "deadlines-within": (
        {"from": "2023-07", "until": "2023-09-30"},
        ("unitName", "dueDate"),
        lambda _: [(UNIT, "2023-09-15")],
    ),
    "unit-deadlines-within": (
        {"unit": OTHER, "until": "2023-09"},
        ("number", "role", "dueDate"),
        lambda _: [("1", "lead", "2023-06-30"), ("2", "support", "2023-09-15")],
    ),
    "overdue": (
        {"date": "2023-09-16"},
        ("unitName", "dueDate"),
        lambda _: [(OTHER, "2023-06-30"), (UNIT, "2023-09-15")],
    ),
    "minimum-periods": (
        {},
        ("number", "words"),
        lambda plans: list(timings(plans, TimingKind.MINIMUM_PERIOD)),
    ),
    "minimum-frequencies": (
        {},
        ("number", "words"),
        lambda plans: list(timings(plans, TimingKind.MINIMUM_FREQUENCY)),
    ),
    "vague-timing-only": ({}, ("number", "words"), vague_only),
    "unit-timing": (
        {"unit": UNIT},
        ("number", "timingKind", "words"),
        lambda plans: sorted(
            {
                (r.number, t.kind, t.raw)
                for _, r, a in pairs(plans)
                if a.name == UNIT
                for t in r.timing
            }
        ),
    ),
    "regulation-duties": (
        {"regulation": RULE},
        ("number", "unitName", "role"),
        lambda plans: [
            (r.number, a.name, a.role)
            for p, r, t in citing(plans)
            if t == RULE
            for a in p.assignments(r)
        ],
    ),
    "citations": (
        {},
        ("number", "regulationName"),
        lambda plans: [(r.number, title) for _, r, title in citing(plans)],
    ),
    "uncited-requirements": ({}, ("number", "planTitle"), those(lambda _, r: not r.citations)),
    "document-numbers": (
        {},
        ("docNumber", "agency", "year", "serial"),
        lambda plans: [
            (str(c.number), c.number.agency, str(c.number.year), c.number.serial)
            for _, r in requirements(plans)
            for c in r.citations
            if c.number
        ],
    ),
    "unit-regulations": (
        {"unit": OTHER},
        ("regulationName", "number"),
        lambda plans: [
            (title, r.number)
            for p, r, title in citing(plans)
            if OTHER in {a.name for a in p.assignments(r)}
        ],
    ),
    "regulation-use": (
        {},
        ("regulationName", "requirements"),
        lambda plans: counted((title,) for _, _, title in citing(plans)),
    ),
    "unit-mentions": (
        {"unit": UNIT},
        ("number", "words"),
        lambda plans: [(r.number, a.unit) for _, r, a in pairs(plans) if a.name == UNIT],
    ),
    "plan-files": ({}, ("sha256",), lambda plans: [(p.source.sha256,) for p in plans]),
    "implied-units": (
        {},
        ("unitName", "role", "fromNumber"),
        lambda plans: [(i.unit, i.role, "1") for p in plans for i in p.implied],
    ),
    "plan-overview": (
        {},
        ("year", "requirements"),
        lambda plans: [(str(p.year), len(p.requirements)) for p in plans],
    ),
    "plan-outline": ({}, ("sectionTitle", "taskTitle", "planTitle", "requirements"), outline),
    "unit-by-plan": (
        {"unit": UNIT},
        ("year", "requirements"),
        lambda plans: counted((str(p.year),) for p, _, a in pairs(plans) if a.name == UNIT),
    ),
    "units-new": (
        {"plan": "2023", "earlier": "2022"},
        ("unitName", "requirements"),
        lambda _: [("督察支队", 2)],
    ),
    "units-gone": (
        {"plan": "2023", "earlier": "2022"},
        ("unitName",),
        lambda plans: sorted(
            {(a.name,) for _, _, a in pairs(plans[:1]) if is_unit(a)}
            - {(a.name,) for _, _, a in pairs(plans[1:])}
        ),
    ),
    "requirements-new": (
        {"plan": "2023", "earlier": "2022"},
        ("text",),
        lambda plans: [(r.text,) for r in plans[1].requirements],
    ),
    "requirements-gone": (
        {"plan": "2023", "earlier": "2022"},
        ("text",),
        lambda plans: [(r.text,) for r in plans[0].requirements],
    ),
    "requirement-citations": (
        {"requirement": "16", "plan": "2022"},
        ("regulationName",),
        lambda plans: [(name,) for _, r, name in citing(plans[:1]) if r.number == "16"],
    ),
    "requirement-timing": (
        {"requirement": "24", "plan": "2022"},
        ("number", "words"),
        lambda plans: [each for each in timings(plans[:1], *TimingKind) if each[0] == "24"],
    ),
    "no-deadline": (
        {},
        ("number", "planTitle"),
        those(lambda _, r: all(t.kind is not TimingKind.DEADLINE for t in r.timing)),
    ),
    "unit-alone": (
        {"unit": "治巡支队"},
        ("number", "planTitle"),
        those(lambda p, r: [a.name for a in owners(p, r)] == ["治巡支队"]),
    ),
    "units-never-in-role": ({"role": "配合"}, ("unitName", "requirements"), never_supporting),
    "units-compared": (
        {"unit": UNIT, "other": OTHER},
        ("unitName", "requirements", "leads", "owns"),
        lambda plans: [row for row in load(plans) if row[0] in {UNIT, OTHER}],
    ),
    "regulation-across-plans": (
        {},
        ("regulationName", "number"),
        lambda _: [(RULE, "16"), (RULE, "2")],
    ),
}


@pytest.mark.parametrize("name", sorted(ORACLES))
def test_a_question_agrees_with_the_values_of_the_plans(
    name: str, two_plans: "Store", plan: Plan, later_plan: Plan
) -> None:
    parameters, columns, oracle = ORACLES[name]
    records = ask(two_plans, name, **parameters).records()
    found = [
        tuple(record[c] if record[c] is not None else "" for c in columns) for record in records
    ]
    expected = [tuple(map(_plain, row)) for row in oracle((plan, later_plan))]
    assert sorted(found, key=repr) == sorted(expected, key=repr)
    assert expected


def test_pairs_of_units_agree_with_the_values_of_the_plans(
    two_plans: "Store", plan: Plan, later_plan: Plan
) -> None:
    records = ask(two_plans, "coordinating-pairs").records()
    found = {frozenset((r["firstName"], r["secondName"])): r["together"] for r in records}
    assert found == dict(together((plan, later_plan)))


def test_what_is_not_counted_here_is_known() -> None:
    uncounted = {question.name for question in catalogue()} - ORACLES.keys()
    assert uncounted == {
        *("coordinating-pairs", "unit-parents", "requirement-source", "graph-sizes"),
        *("doubts", "inferred-by-rule", "inferred-leads", "undecided-regulations"),
        *("owner-changes", "requirements-kept"),
    }


def _plain(value: object) -> object:
    return str(value) if isinstance(value, str) else value
