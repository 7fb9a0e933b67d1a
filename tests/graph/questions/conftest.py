"""A second, made-up plan of the example's issuer, with what the example does not hold."""

from typing import TYPE_CHECKING

import pytest

from dutygraph.graph.plan import (
    Actor,
    Assignment,
    Basis,
    Citation,
    CitationKind,
    Implied,
    Plan,
    Requirement,
    Role,
    Row,
    Section,
    Source,
    Task,
    Timing,
    TimingKind,
)
from dutygraph.graph.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dutygraph.graph.store import Store

ISSUER = "汕尾市公安局"
TITLE = "汕尾市公安局2023年政务公开工作要点分工方案"
RULE = "重大行政决策程序暂行条例"


def at(row: int, column: int = 4) -> Span:
    return Span(0, 8, table=1, row=row, column=column, line=row)


def named(*roles: tuple[str, Role], row: int) -> tuple[Assignment, ...]:
    return tuple(
        Assignment(
            unit,
            role,
            Basis.INLINE_MARKER,
            at(row),
            position,
            collective=unit.endswith("各单位"),
            person=unit.startswith("分管"),
        )
        for position, (unit, role) in enumerate(roles, 1)
    )


def by(date: str, raw: str, row: int) -> Timing:
    return Timing(TimingKind.DEADLINE, raw, at(row, 3), date=date)


LATER_PLAN = Plan(
    TITLE,
    Source("later.docx", "2" * 64, "docx", "table"),
    issuer=ISSUER,
    year=2023,
    ownership_heading="责任单位",
    sections=(Section("s1", "一", "一、公开", at(2, 1)), Section("s2", "二", "二、解读", at(5, 1))),
    tasks=(Task("t1", "（一）", "（一）主动公开", "s1", at(2, 2)),),
    rows=(
        Row(
            "row1",
            ("r1",),
            named(
                ("政务公开办", Role.LEAD),
                ("宣传科", Role.SUPPORT),
                ("督察支队", Role.SUPPORT),
                row=2,
            ),
            at(2),
        ),
        Row(
            "row2",
            ("r2",),
            named(("宣传科", Role.LEAD), ("政务公开办", Role.SUPPORT), row=3),
            at(3),
            open=True,
        ),
        Row("row3", ("r3",), (), at(4)),
        Row(
            "row4",
            ("r4", "r5"),
            named(("政务公开办", Role.RESPONSIBLE), ("分管副局长", Role.SUPERVISE), row=5),
            at(5),
        ),
        Row(
            "row5",
            ("r6",),
            named(("督察支队", Role.LEAD), ("局直各单位", Role.SUPPORT), row=6),
            at(6),
        ),
    ),
    requirements=(
        Requirement(
            "r1",
            "1",
            "更新主动公开目录，6月底前完成。",
            "row1",
            at(2, 3),
            "s1",
            "t1",
            timing=(by("2023-06", "6月底前", 2),),
        ),
        Requirement(
            "r2",
            "2",
            f"按照《{RULE}》公开决策草案，9月15日前完成。",
            "row2",
            at(3, 3),
            "s1",
            "t1",
            timing=(by("2023-09-15", "9月15日前", 3),),
            citations=(
                Citation(f"《{RULE}》", CitationKind.ACCORDING_TO, at(3, 3), RULE, cue="按照"),
            ),
        ),
        Requirement(
            "r3",
            "3",
            "及时回应社会关切。",
            "row3",
            at(4, 3),
            "s1",
            timing=(Timing(TimingKind.VAGUE, "及时", at(4, 3)),),
        ),
        Requirement(
            "r4",
            "1",
            "每月开展政策解读。",
            "row4",
            at(5, 3),
            "s2",
            timing=(
                Timing(
                    TimingKind.RECURRENCE, "每月", at(5, 3), period="P1M", activity="开展政策解读"
                ),
            ),
        ),
        Requirement(
            "r5",
            "2",
            "市司法局对解读材料进行审查。",
            "row4",
            at(5, 3),
            "s2",
            actors=(Actor("市司法局", Role.ACTOR, at(5, 3)),),
        ),
        Requirement(
            "r6", "3", "年底前开展检查。", "row5", at(6, 3), "s2", timing=(by("2023", "年底前", 6),)
        ),
    ),
    implied=(Implied("监督科", Role.SUPPORT, "r4", at(5, 3)),),
)


@pytest.fixture(scope="session")
def later_plan() -> Plan:
    """The made-up plan of 2023."""
    return LATER_PLAN


@pytest.fixture(scope="session")
def two_plans(plan: Plan) -> "Iterator[Store]":
    """A store in memory with the real plan of 2022 and the made-up one of 2023."""
    from dutygraph.graph.store import open_store

    with open_store() as memory:
        memory.put_all([plan, LATER_PLAN])
        yield memory
