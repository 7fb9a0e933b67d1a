"""A random plan, written in every form that offices use, is read back equal."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from plans import forms

from dutygraph.graph.evaluation.labels import plain
from dutygraph.graph.evaluation.timespans import timing_key
from dutygraph.graph.intake import read_plans
from dutygraph.graph.record import plan_record

FUNCTIONS = (
    *("财政局", "教育局", "公安局", "民政局", "司法局", "水利局", "审计局", "统计局", "信访局"),
    *("发展和改革局", "住房和城乡建设局", "粮食和物资储备局", "人力资源和社会保障局", "商务局"),
    *("卫生健康委员会", "农业农村局", "交通运输局", "应急管理局", "融媒体中心", "总工会", "残联"),
)
UNITS = (*(f"县{function}" for function in FUNCTIONS), "县委宣传部", "县人民法院", "团县委")
COLLECTIVES = ("各镇人民政府", "各乡镇（街道）", "县直各部门")
VERBS = ("建立", "完善", "推进", "开展", "规范", "加强", "优化", "健全")
OBJECTS = (
    *(
        "渡口安全巡查机制",
        "农村供水保障工程",
        "城乡环境卫生整治",
        "政务服务事项清单",
        "校园食品安全监管",
    ),
    *(
        "老旧小区改造项目",
        "企业信用修复流程",
        "防汛物资储备体系",
        "公共法律服务网络",
        "河湖管护责任体系",
    ),
)
ENDS = ("，落实专人负责", "，形成工作台账", "，提高群众满意度", "，做到应公开尽公开", "")
TIMES = {
    "6月底前": {"kind": "deadline", "date": "2026-06"},
    "2026年9月30日前": {"kind": "deadline", "date": "2026-09-30"},
    "2026年底前": {"kind": "deadline", "date": "2026"},
    "持续推进": {"kind": "ongoing"},
    "每季度": {"kind": "recurrence", "period": "P3M"},
}
HEADINGS = ("夯实工作基础", "突出重点领域", "强化监督保障")
NUMERALS = "一二三"


@dataclass(frozen=True)
class Item:
    """A requirement as it is to be read back."""

    number: str
    section: str
    text: str
    leads: tuple[str, ...]
    supports: tuple[str, ...]
    time: str

    @property
    def units(self) -> list[tuple[str, str]]:
        """Its units with their roles, in order."""
        return [(u, "lead") for u in self.leads] + [(u, "support") for u in self.supports]


@st.composite
def plans(draw: st.DrawFn) -> tuple[Item, ...]:
    """Two or three sections with one to four requirements each, numbered throughout."""
    items: list[Item] = []
    for at in range(draw(st.integers(2, 3))):
        for _ in range(draw(st.integers(1, 4))):
            items.append(_item(draw, len(items) + 1, f"{NUMERALS[at]}、{HEADINGS[at]}"))
    return tuple(items)


def _item(draw: st.DrawFn, number: int, section: str) -> Item:
    things = draw(st.lists(st.sampled_from(OBJECTS), min_size=1, max_size=2, unique=True))
    words = "和".join(things)
    text = f"{draw(st.sampled_from(VERBS))}{words}{draw(st.sampled_from(ENDS))}。"
    units = draw(st.lists(st.sampled_from(UNITS), min_size=2, max_size=5, unique=True))
    split = draw(st.integers(1, min(2, len(units) - 1)))
    groups = draw(st.lists(st.sampled_from(COLLECTIVES), max_size=1))
    time = draw(st.sampled_from(sorted(TIMES)))
    return Item(str(number), section, text, tuple(units[:split]), (*units[split:], *groups), time)


HEAD = ["序号", "工作任务", "牵头单位", "配合单位", "完成时限"]
TITLE = "甲县2026年重点工作任务分工方案\n甲县人民政府办公室\n"


def table(items: tuple[Item, ...]) -> forms.Table:
    """One row a requirement, sections in a merged column before it."""
    rows = [["类别", *HEAD]]
    for at, item in enumerate(items):
        again = at > 0 and items[at - 1].section == item.section
        section = forms.UP if again else item.section
        units = "、".join(item.leads), "、".join(item.supports)
        rows.append([section, item.number, item.text, *units, item.time])
    return rows


def flat(items: tuple[Item, ...]) -> forms.Table:
    """One row a requirement, no sections."""
    return [HEAD, *(row[1:] for row in table(items)[1:])]


def prose(items: tuple[Item, ...], bracket: str) -> str:
    """Numbered paragraphs, each with its units behind it; `bracket` holds `{}` for them."""
    lines, section = [TITLE], ""
    for item in items:
        if item.section != section:
            section = item.section
            lines.append(section)
        leads, supports = "、".join(item.leads), "、".join(item.supports)
        lines.append(f"{item.number}.{item.text}" + bracket.format(leads, supports))
    return "\n".join(lines) + "\n"


def read_back(path: Path) -> list[tuple[str, str, str, list[tuple[str, str]]]]:
    """Read a file and give number, section, text and units of every requirement."""
    (plan,) = read_plans(path)
    return [
        (
            r.number,
            plain(plan.section_by_id[r.section].title) if r.section else "",
            plain(r.text),
            [(a.unit, a.role.value) for a in plan.assignments(r)],
        )
        for r in plan.requirements
    ]


def expected(items: tuple[Item, ...], *, sections: bool) -> list[object]:
    """Give what `read_back` must give."""
    return [(i.number, plain(i.section) if sections else "", plain(i.text), i.units) for i in items]


def times_back(path: Path) -> list[list[tuple[str, ...]]]:
    """Read a file and give the demands about time of every requirement, in machine form."""
    return [
        [timing_key(timing) for timing in requirement["timing"]]
        for plan in read_plans(path)
        for requirement in plan_record(plan)["requirements"]
    ]


def expected_times(items: tuple[Item, ...]) -> list[list[tuple[str, ...]]]:
    """Give what `times_back` must give for a table."""
    return [[timing_key(TIMES[item.time])] for item in items]


def quickly(examples: int):
    """Few examples a form: there are many forms."""
    return settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    )


def written(
    name: str, content: bytes, items: tuple[Item, ...], *, sections: bool, times: bool = True
) -> None:
    """Write a file, read it back and compare; prose holds no times."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        assert read_back(path) == expected(items, sections=sections)
        if times:
            assert times_back(path) == expected_times(items)


@pytest.mark.parametrize(
    ("form", "merged", "name"),
    [
        ("tab", "blank", "plan.txt"),
        ("tabrow", "blank", "plan.txt"),
        ("pipe", "blank", "plan.txt"),
        ("pipe", "padded", "plan.txt"),
        ("pipeline", "dropped", "plan.txt"),
        ("md", "blank", "plan.md"),
        ("csv", "blank", "plan.csv"),
    ],
)
@given(items=plans())
@quickly(12)
def test_a_table_with_sections_flattened_to_text_is_read_back(form, merged, name, items):
    blocks = [table(items)] if form == "csv" else [TITLE, table(items)]
    text = forms.text_form(blocks, form, merged)
    # A .csv holds the table alone: no title, so no year for the months.
    written(name, text.encode(), items, sections=True, times=form != "csv")


@pytest.mark.parametrize("form", ["cells", "space"])
@given(items=plans())
@quickly(12)
def test_a_table_without_any_separator_is_read_back(form, items):
    text = forms.text_form([TITLE, flat(items)], form)
    written("plan.txt", text.encode(), items, sections=False)


@pytest.mark.parametrize(
    "bracket",
    [
        "（牵头单位：{}；配合单位：{}）",
        "(牵头单位:{};配合单位:{})",
        "〔牵头单位：{}，责任单位：{}〕",
        "（{}牵头，{}配合）",
        "（{}牵头负责，{}按职责分工负责）",
        "\n牵头单位：{}\n责任单位：{}",
        "\n\n牵头单位：{}。\n\n配合单位：{}。",
        "牵头单位：{}。配合单位：{}。",
    ],
)
@given(items=plans())
@quickly(12)
def test_units_behind_their_paragraph_are_read_back(bracket, items):
    written("plan.txt", prose(items, bracket).encode(), items, sections=True, times=False)


@given(items=plans())
@quickly(10)
def test_a_web_page_with_merged_cells_is_read_back(items):
    page = forms.html_form([TITLE, table(items)], "甲县人民政府")
    written("plan.html", page.encode(), items, sections=True)


@pytest.mark.parametrize(
    ("write", "name"),
    [
        (forms.write_docx, "plan.docx"),
        (forms.write_xlsx, "plan.xlsx"),
        (forms.write_xlsx_openpyxl, "plan.xlsx"),
    ],
)
@given(items=plans())
@quickly(6)
def test_a_file_of_another_program_with_merged_cells_is_read_back(write, name, items):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        write([TITLE.strip(), table(items)], path)
        assert read_back(path) == expected(items, sections=True)
        assert times_back(path) == expected_times(items)


@given(items=plans())
@quickly(6)
def test_prose_in_a_word_file_is_read_back(items):
    text = prose(items, "（牵头单位：{}；责任单位：{}）")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.docx"
        forms.write_docx([text], path)
        assert read_back(path) == expected(items, sections=True)
