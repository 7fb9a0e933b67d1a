"""Plans made by hand for the tests of pages and ledgers: hostile ones and very large ones."""

from dataclasses import replace

from dutygraph.graph.codes import Basis, Role
from dutygraph.graph.plan import Assignment, Doubt, Plan, Requirement, Row, Section, Source, Task
from dutygraph.graph.span import Span

SPAN = Span(0, 1, table=1, row=2, column=3)
HOSTILE = (
    "<script>window.hacked=1</script>",
    "</script><script>window.hacked=2</script>",
    '"><img src=x onerror="window.hacked=3">',
    "<a href='javascript:window.hacked=4'>href</a>",
    "{{ 7*7 }}<!--",
    "'};window.hacked=5;//",
    "\u202e\u2028\u0000甲",
)


def plan_of(cells, *, title="甲市工作分工方案", sections=1, texts=None):
    """Make a plan with one requirement a cell; a cell is a list of (name, role)."""
    count = len(cells)
    per_section = -(-count // sections)
    rows = tuple(
        Row(
            f"row{n}", (f"r{n}",), tuple(assigned(*held, k) for k, held in enumerate(cell, 1)), SPAN
        )
        for n, cell in enumerate(cells, 1)
    )
    requirements = tuple(
        Requirement(
            id=f"r{n}",
            number=str(n),
            text=texts[n - 1] if texts else f"做好第{n}件事，确保落实。",
            row=f"row{n}",
            span=SPAN,
            section=f"s{(n - 1) // per_section + 1}",
            task=f"t{(n - 1) // per_section + 1}",
        )
        for n in range(1, count + 1)
    )
    return Plan(
        title=title,
        source=Source("甲.txt", "0" * 64, "txt"),
        issuer="甲市",
        ownership_heading="责任单位",
        sections=tuple(
            Section(f"s{n}", str(n), f"{n}、第{n}章", SPAN) for n in range(1, sections + 1)
        ),
        tasks=tuple(
            Task(f"t{n}", "（一）", f"（一）第{n}章的任务", f"s{n}", SPAN)
            for n in range(1, sections + 1)
        ),
        rows=rows,
        requirements=requirements,
    )


def assigned(name, role, position):
    return Assignment(name, role, Basis.COLUMN_HEADING, SPAN, position, collective="各" in name)


def hostile_plan():
    """Give a plan whose every text tries to run something."""
    cells = [[(text, Role.RESPONSIBLE), ("乙局", Role.SUPPORT)] for text in HOSTILE]
    plan = plan_of(cells, title=HOSTILE[1], texts=HOSTILE)
    return replace(
        plan,
        source=replace(plan.source, path=f"x/{HOSTILE[2]}.txt"),
        issuer=HOSTILE[0],
        ownership_heading=HOSTILE[2],
        sections=tuple(replace(section, title=HOSTILE[2]) for section in plan.sections),
        tasks=tuple(replace(task, title=HOSTILE[1]) for task in plan.tasks),
        requirements=tuple(replace(one, remark=HOSTILE[0]) for one in plan.requirements),
        doubts=(Doubt("intake.no-plan", SPAN, (("path", HOSTILE[1]),)),),
    )


def large_plan(requirements, units):
    """Give a plan of that many requirements, two units each."""
    names = [f"第{n}局" for n in range(units)]
    cells = [
        [(names[n % units], Role.LEAD), (names[(n * 7 + 1) % units], Role.SUPPORT)]
        for n in range(requirements)
    ]
    return plan_of(cells, sections=20)
