"""Random plans, and a small one made by hand, for the tests of the graph."""

from datetime import date

import pytest
from hypothesis import strategies as st

from dutygraph.graph.plan import (
    Actor,
    Assignment,
    Basis,
    Citation,
    CitationKind,
    DocumentNumber,
    Doubt,
    Implied,
    Plan,
    RegulationKind,
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

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
NAMES = st.text(
    st.sampled_from("政务公开办局直各单位相关宣传科“”（）()〔〕· \u3000'\"\\&<>\n"),
    min_size=1,
    max_size=8,
).filter(str.strip)
FEW = st.integers(1, 99)
SCORES = st.integers(0, 100).map(lambda n: n / 100)
DATES = st.dates(date(1990, 1, 1), date(2060, 1, 1)).map(date.isoformat)
DURATIONS = st.sampled_from(
    ["P1D", "P1W", "P7D", "P1M", "P3M", "P6M", "P1Y", "P12M", "P30D", "PT24H"]
)
NUMBERS = st.builds(
    DocumentNumber, NAMES.filter(lambda name: "\n" not in name), FEW, st.none() | st.just(2021)
)


@st.composite
def spans(draw):
    start, length = draw(st.integers(0, 500)), draw(st.integers(0, 40))
    steps = ("table", "row", "column", "paragraph", "page", "line")
    where = {step: draw(st.none() | FEW) for step in steps}
    return Span(start, start + length, sheet=draw(st.none() | NAMES), **where)


ASSIGNMENTS = st.builds(
    Assignment,
    NAMES,
    st.sampled_from([Role.LEAD, Role.RESPONSIBLE, Role.SUPPORT, Role.SUPERVISE]),
    st.sampled_from(Basis),
    spans(),
    position=st.just(1),
    full_name=st.none() | NAMES,
    confidence=SCORES,
)
TIMINGS = st.builds(
    Timing,
    st.sampled_from(TimingKind),
    TEXTS,
    spans(),
    period=st.none() | DURATIONS,
    count=st.none() | FEW,
    duration=st.none() | DURATIONS,
    date=st.none() | DATES | DATES.map(lambda day: day[:7]) | DATES.map(lambda day: day[:4]),
    hedge=st.none() | TEXTS,
    activity=st.none() | TEXTS,
)
CITATIONS = st.builds(
    Citation,
    TEXTS.filter(str.strip),
    st.sampled_from(CitationKind),
    spans(),
    title=st.none() | NAMES,
    number=st.none() | NUMBERS,
    cue=st.none() | TEXTS,
    regulation_kind=st.sampled_from(RegulationKind),
)
ACTORS = st.builds(Actor, NAMES, st.sampled_from([Role.ACTOR, Role.APPROVER]), spans())
DOUBTS = st.builds(
    Doubt,
    st.sampled_from(["documents.broken-characters", "reading.no-title"]),
    st.none() | spans(),
    st.lists(st.tuples(TEXTS, TEXTS), max_size=2).map(tuple),
)


def several(strategy, most=2):
    return st.lists(strategy, max_size=most).map(tuple)


@st.composite
def assignments(draw):
    found = draw(st.lists(ASSIGNMENTS, max_size=3))
    kinds = [draw(st.sampled_from(["unit", "group", "person"])) for _ in found]
    return tuple(
        Assignment(
            a.unit,
            a.role,
            a.basis,
            a.span,
            position,
            collective=kind == "group",
            full_name=a.full_name,
            person=kind == "person",
            confidence=a.confidence,
        )
        for position, (a, kind) in enumerate(zip(found, kinds, strict=True), 1)
    )


@st.composite
def plans(draw):
    sections = tuple(
        Section(f"s{n}", draw(st.just("") | NAMES), draw(TEXTS), draw(spans()))
        for n in range(1, draw(st.integers(1, 3)))
    )
    section_ids = st.sampled_from([None, *(section.id for section in sections)])
    tasks = tuple(
        Task(f"t{n}", draw(st.just("") | NAMES), draw(TEXTS), draw(section_ids), draw(spans()))
        for n in range(1, draw(st.integers(1, 3)))
    )
    task_ids = st.sampled_from([None, *(task.id for task in tasks)])
    rows, requirements = [], []
    for n in range(1, draw(st.integers(1, 4))):
        ids = tuple(f"r{len(requirements) + k}" for k in range(1, draw(st.integers(2, 3))))
        rows.append(Row(f"row{n}", ids, draw(assignments()), draw(spans()), draw(st.booleans())))
        requirements += [
            Requirement(
                local_id,
                draw(st.just("") | NAMES),
                draw(TEXTS),
                f"row{n}",
                draw(spans()),
                draw(section_ids),
                draw(task_ids),
                draw(st.none() | FEW),
                draw(several(TIMINGS)),
                draw(several(CITATIONS)),
                draw(several(ACTORS)),
                draw(st.none() | TEXTS),
            )
            for local_id in ids
        ]
    starts = st.sampled_from([r.id for r in requirements] or ["r1"])
    implied = st.builds(
        Implied, NAMES, st.sampled_from([Role.SUPPORT]), starts, spans(), st.booleans()
    )
    return Plan(
        title=draw(TEXTS),
        source=draw(
            st.builds(
                Source,
                st.sampled_from(["plan.docx", "分工 方案.txt"]),
                st.sampled_from(["ab" * 32]),
                st.sampled_from(["docx", "txt"]),
                st.sampled_from(["", "table"]),
                SCORES,
                st.sampled_from(["", "libreoffice"]),
            )
        ),
        issuer=draw(st.none() | NAMES),
        year=draw(st.none() | st.integers(1990, 2050)),
        document_number=draw(st.none() | NUMBERS),
        date=draw(st.none() | DATES),
        addressees=draw(several(NAMES)),
        ownership_heading=draw(st.none() | TEXTS),
        sections=sections,
        tasks=tasks,
        rows=tuple(rows),
        requirements=tuple(requirements),
        implied=draw(several(implied)) if requirements else (),
        citations=draw(several(CITATIONS)),
        doubts=draw(several(DOUBTS)),
    )


@pytest.fixture(scope="session")
def random_plans() -> st.SearchStrategy[Plan]:
    """A strategy of plans with every kind of content."""
    return plans()


def _cell(row: int, column: int, start: int = 0, end: int = 4) -> Span:
    return Span(start, end, table=1, row=row, column=column, line=row)


@pytest.fixture(scope="session")
def small_plan() -> Plan:
    """A plan whose graph can be counted by hand: three requirements in two rows."""

    def owner(name: str, row: int, position: int, role: Role = Role.RESPONSIBLE) -> Assignment:
        place = _cell(row, 4, 5 * position, 5 * position + len(name))
        group = name.startswith("局直")
        return Assignment(name, role, Basis.COLUMN_HEADING, place, position, collective=group)

    cited = Citation(
        "严格按照《条例》",
        CitationKind.ACCORDING_TO,
        _cell(3, 3, 0, 8),
        title="条例",
        cue="严格按照",
        regulation_kind=RegulationKind.REGULATION_OR_RULE,
    )
    yearly = Timing(
        TimingKind.MINIMUM_FREQUENCY, "每年至少一次", _cell(3, 3, 9, 15), period="P1Y", count=1
    )
    leaders = Actor("局主要领导", Role.ACTOR, _cell(3, 3, 20, 25), post=True)
    return Plan(
        title="某局2022年工作要点分工方案",
        source=Source("plans/plan.txt", "0f" * 32, "txt", "table"),
        issuer="某局",
        year=2022,
        ownership_heading="牵头落实单位",
        sections=(Section("s1", "一", "一、基础工作", _cell(2, 1)),),
        tasks=(Task("t1", "（一）", "（一）公开", "s1", _cell(2, 2)),),
        rows=(
            Row(
                "row1",
                ("r1", "r2"),
                (owner("办公室", 2, 1), owner("宣传科", 2, 2), owner("局直各单位", 2, 3)),
                _cell(2, 4),
            ),
            Row(
                "row2",
                ("r3",),
                (owner("办公室", 3, 1, Role.LEAD), owner("法制科", 3, 2, Role.SUPPORT)),
                _cell(3, 4),
            ),
        ),
        requirements=(
            Requirement("r1", "1", "公开目录。", "row1", _cell(2, 3), "s1", "t1"),
            Requirement("r2", "2", "及时更新。", "row1", _cell(2, 3), "s1", "t1"),
            Requirement(
                "r3",
                "3",
                "严格按照《条例》，每年至少一次听取汇报。",
                "row2",
                _cell(3, 3),
                "s1",
                timing=(yearly,),
                citations=(cited,),
                actors=(leaders,),
            ),
        ),
    )
