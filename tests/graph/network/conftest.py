"""Plans and incidences written by hand, in a compact notation.

A row is a list of names; `*` before a name makes a collective, `!` a lead, `~` a support,
`^` a person. A row may stand for several requirements: `(2, ["甲", "乙"])`.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import pytest

from dutygraph.graph.plan import Assignment, Basis, Plan, Requirement, Role, Row, Section, Source
from dutygraph.graph.span import Span

if TYPE_CHECKING:
    from dutygraph.graph.network.incidence import Incidence

Given = Sequence[str] | tuple[int, Sequence[str]]
ROLES = {"!": Role.LEAD, "~": Role.SUPPORT, "^": Role.SUPERVISE}


ZWB, FZ, XC = "政务公开办", "法制支队", "宣传科"
ALL, SOME = "*局直各单位", "*局直相关单位"
BOX = "“平安厅”局长信箱工作专班"

SHANWEI = [
    (2, [ZWB, FZ]),
    (1, [ALL, ZWB, FZ]),
    (1, ["!" + ZWB]),
    (1, [ALL, ZWB]),
    (1, [FZ, "治巡支队", "禁毒支队", "科信支队", "网警支队"]),
    (1, [SOME]),
    (2, ["!" + ZWB]),
    (1, [SOME, ZWB]),
    (1, [ZWB, SOME]),
    (1, ["市局防控办", ZWB, XC]),
    (1, ["交警支队", ZWB]),
    (1, [SOME, ZWB]),
    (3, [SOME, ZWB, XC]),
    (1, [SOME, ZWB, XC, BOX]),
    (1, [ZWB, XC]),
    (1, [SOME, ZWB, XC, BOX]),
    (1, [SOME, ZWB, XC]),
    (1, [ZWB, BOX]),
    (1, [SOME, ZWB, XC]),
    (1, [ZWB, XC]),
    (1, ["!" + ZWB]),
    (1, [SOME, ZWB]),
    (1, ["!" + ZWB]),
    (2, ["警保支队", ZWB]),
    (1, [SOME, "指挥中心", ZWB]),
    (1, [ALL, ZWB]),
    (1, ["政治处", ZWB]),
    (1, ["!治巡支队"]),
    (1, [SOME, ZWB, XC]),
    (1, [SOME, "局保密办", ZWB]),
    (1, ["!警保支队"]),
    (2, ["!" + ZWB]),
    (1, [FZ, ZWB, ALL]),
    (1, ["!" + ZWB]),
]
"""The unit cells of the real plan, copied out by hand, with how many requirements share each."""


def assignment(mark: str, position: int) -> Assignment:
    name = mark.lstrip("*!~^")
    role = ROLES.get(mark[0], Role.RESPONSIBLE)
    return Assignment(
        unit=name,
        role=role,
        basis=Basis.COLUMN_HEADING,
        span=Span(0, len(name)),
        position=position,
        collective=mark.startswith("*"),
        person=mark.startswith("^"),
    )


def plan_of(rows: Sequence[Given], *, title: str = "方案", issuer: str | None = "甲市") -> Plan:
    """Make a plan; texts are numbered, all in one section unless a row says otherwise."""
    made: list[Row] = []
    requirements: list[Requirement] = []
    section = Section("s1", "一", "一、全部", Span(0, 4))
    for place, given in enumerate(rows, 1):
        count, names = given if isinstance(given, tuple) else (1, given)
        ids = []
        for _ in range(count):
            number = len(requirements) + 1
            ids.append(f"r{number}")
            requirements.append(
                Requirement(
                    id=f"r{number}",
                    number=str(number),
                    text=f"做好第{number}件事。",
                    row=f"row{place}",
                    span=Span(0, 8, table=1, row=place, column=1),
                    section="s1",
                )
            )
        made.append(
            Row(
                id=f"row{place}",
                requirements=tuple(ids),
                assignments=tuple(assignment(mark, at) for at, mark in enumerate(names, 1)),
                span=Span(0, 8, table=1, row=place, column=2),
            )
        )
    return Plan(
        title=title,
        source=Source("plan.txt", "0" * 64, "txt"),
        issuer=issuer,
        year=2022,
        sections=(section,),
        rows=tuple(made),
        requirements=tuple(requirements),
    )


@pytest.fixture(scope="session")
def make_plan() -> Callable[..., Plan]:
    """Make a plan from rows in the compact notation."""
    return plan_of


@pytest.fixture(scope="session")
def make_incidence() -> "Callable[..., Incidence]":
    """Make an incidence from rows in the compact notation."""
    from dutygraph.graph.network.plan_incidence import incidence_of

    return lambda rows, **told: incidence_of(plan_of(rows, **told))


@pytest.fixture(scope="session")
def shanwei() -> Plan:
    """The real plan's ownership, from cells copied out by hand and not by the reader."""
    return plan_of(
        SHANWEI, title="汕尾市公安局2022年政务公开工作要点分工方案", issuer="汕尾市公安局"
    )
