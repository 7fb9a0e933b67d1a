"""Made-up plans of the example's shape, as values: the same ones for the same seed.

Each plan has five sections, twelve tasks and forty requirements in thirty-four rows, fourteen
units and two collectives of its issuer, one coordinating unit in most rows, and timing and
citations as often as the example has them, with deadlines beside them.
"""

from collections.abc import Iterator
from random import Random

from dutygraph.graph.plan import (
    Assignment,
    Basis,
    Citation,
    CitationKind,
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

PLACES = ("河东", "河西", "海州", "江阴", "平川", "云山", "龙湖", "石桥", "南岭", "北原")
BUREAUS = ("公安局", "教育局", "财政局", "民政局", "卫生健康局", "自然资源局", "水务局", "商务局")
NAMES = (
    *("综合科", "宣传科", "法制科", "财务科", "人事科", "信息中心", "监督科", "保密办"),
    *("指挥中心", "政务服务科", "审批科", "督查室", "档案室", "后勤中心"),
)
GROUPS = ("局直各单位", "局直相关单位")
VERBS = ("加强", "规范", "推进", "完善", "落实", "优化")
THINGS = ("信息公开", "政策解读", "平台建设", "政府采购", "档案管理", "窗口服务", "安全防护")
REGULATIONS = 60
SHARED_ROWS = (2, 2, 3, 2, 2)
ROWS = 34


def plans(count: int, seed: int = 2022) -> Iterator[Plan]:
    """Give so many plans: for each issuer one a year, from 2020 on."""
    for number in range(count):
        yield plan(number, Random(f"{seed}/{number}"))  # noqa: S311 — made-up data, not secrets


def issuer(number: int) -> str:
    """Name the issuer of the plan with this number: five yearly plans each."""
    bureau = number // 5
    place = PLACES[bureau % len(PLACES)]
    return f"{place}{bureau // 80 + 1}区{BUREAUS[bureau // len(PLACES) % len(BUREAUS)]}"


def plan(number: int, random: Random) -> Plan:
    """Make one plan."""
    year = 2020 + number % 5
    sections = tuple(
        Section(f"s{i}", "一二三四五"[i - 1], f"{'一二三四五'[i - 1]}、第{i}方面", _at(i))
        for i in range(1, 6)
    )
    tasks = tuple(
        Task(f"t{i}", str(i), f"（{i}）第{i}项任务", f"s{(i - 1) // 3 + 1}", _at(i))
        for i in range(1, 13)
    )
    rows, requirements = [], []
    sizes = [*SHARED_ROWS, *[1] * (ROWS - len(SHARED_ROWS))]
    random.shuffle(sizes)
    for index, size in enumerate(sizes, 1):
        held = range(len(requirements) + 1, len(requirements) + size + 1)
        row = Row(
            f"row{index}", tuple(f"r{n}" for n in held), _assignments(index, random), _at(index)
        )
        rows.append(row)
        requirements += [_requirement(n, row.id, year, random) for n in held]
    name = issuer(number)
    source = Source(f"{number}.docx", f"{number:064x}", "docx", "table")
    return Plan(
        f"{name}{year}年工作要点分工方案",
        source,
        issuer=name,
        year=year,
        ownership_heading="牵头落实单位",
        sections=sections,
        tasks=tasks,
        rows=tuple(rows),
        requirements=tuple(requirements),
    )


def _at(row: int) -> Span:
    return Span(0, 10, table=1, row=row, column=4, line=row)


def _assignments(index: int, random: Random) -> tuple[Assignment, ...]:
    names = random.sample(NAMES[1:], random.choice((0, 1, 1, 1, 2, 3)))
    if random.random() < 0.9:
        names.insert(0, NAMES[0])
    if random.random() < 0.5 or not names:
        names.insert(0, random.choice(GROUPS))
    marked = random.random() < 0.3
    roles = [Role.LEAD if i == 0 else Role.SUPPORT for i in range(len(names))]
    return tuple(
        Assignment(
            name,
            roles[i] if marked else Role.RESPONSIBLE,
            Basis.INLINE_MARKER if marked else Basis.COLUMN_HEADING,
            _at(index),
            i + 1,
            collective=name in GROUPS,
        )
        for i, name in enumerate(names)
    )


def _requirement(number: int, row: str, year: int, random: Random) -> Requirement:
    words = "，".join(f"{random.choice(VERBS)}{random.choice(THINGS)}" for _ in range(12))
    task = f"t{(number - 1) * 12 // 40 + 1}" if number < 37 else None
    return Requirement(
        f"r{number}",
        str(number),
        f"{words}。",
        row,
        _at(number),
        section=f"s{(number - 1) // 9 + 1}",
        task=task,
        timing=tuple(_timings(year, random)),
        citations=tuple(_citations(number, random)),
    )


def _timings(year: int, random: Random) -> Iterator[Timing]:
    if random.random() < 0.3:
        yield Timing(TimingKind.VAGUE, "及时", _at(1))
    if random.random() < 0.1:
        yield Timing(TimingKind.RECURRENCE, "每季度", _at(1), period="P3M", activity="开展检查")
    if random.random() < 0.1:
        month = random.randint(1, 12)
        yield Timing(TimingKind.DEADLINE, f"{month}月底前", _at(1), date=f"{year}-{month:02}")


def _citations(number: int, random: Random) -> Iterator[Citation]:
    if random.random() < 0.15:
        title = f"第{random.randrange(REGULATIONS)}号管理规定"
        kind = RegulationKind.REGULATION_OR_RULE
        yield Citation(
            f"《{title}》", CitationKind.ACCORDING_TO, _at(number), title, regulation_kind=kind
        )
