"""Names of units of all kinds come back whole from every pattern that assigns.

The test takes each name with each prefix in some of the patterns; `python test_unit_names.py`
takes it in all of them.
"""

import sys
from itertools import cycle, islice
from pathlib import Path

from dutygraph.graph.documents.document import Document, Paragraph
from dutygraph.graph.plan import Source
from dutygraph.graph.reading.lists.assignments import assignments
from dutygraph.graph.reading.lists.units import read_list
from dutygraph.graph.reading.plans import read_document
from dutygraph.graph.reading.text.pieces import Piece
from dutygraph.graph.span import Span

NAMES = Path(__file__).parent / "unit_names.txt"
LEVELS = (
    *("省", "市", "县", "区", "州", "盟", "旗", "自治区", "自治州", "自治县"),
    *("云泽市", "青洛县", "白岭区"),
)
ZONES = ("新区", "开发区")
LISTS = (
    "责任单位：{x}、{y}",
    "牵头单位：{x}；责任单位：{y}",
    "牵头单位：{x}，配合单位：{y}等有关部门",
    "{x}牵头，{y}配合",
    "{x}牵头，{y}按职责分工负责",
    "{x}牵头、{y}落实",
    "{x}牵头{y}配合",
    "{x}负责，{y}参与",
    "{x}督办，{y}落实",
    "由{x}负责落实，{y}协助",
    "由{x}牵头会同{y}",
    "{x}会同{y}负责",
    "{x}、{y}等按职责分工负责",
    "{x}、{y}分别牵头",
    "{x}、{y}等部门",
    "{x}、{y}",
    "{x}，{y}",
    "{x}和{y}",
    "{x}及{y}",
    "{x} {y}",
)
PLANS = (
    "（责任单位：{x}、{y}）",
    "（{x}牵头，{y}配合）",
    "（{x}、{y}等按职责分工负责）",
    "（{x}、{y}）",
    "〔{x}、{y}负责〕",
    "（{x}会同{y}负责）",
    "\n责任单位：{x}、{y}",
    "\n牵头单位：{x}\n配合单位：{y}",
)
WITHOUT_A_MARK = frozenset(
    ("办公室", "办公厅", "督查室", "配合与协作处", "督导评估处", "落实与督查处", "组织与宣传处")
)
"""Behind a verb without any mark these begin as words of a role do: 甲局牵头督查室配合."""


def names():
    """Give all names, those of departments with every prefix."""
    text = NAMES.read_text(encoding="utf-8")
    kinds = {part.split("]")[0]: part.split("\n", 2)[2].split() for part in text.split("\n[")[1:]}
    departments = [p + name for name in kinds["departments"] for p in (*LEVELS, *ZONES)]
    party = [p + name for name in kinds["party"] for p in LEVELS]
    return [*departments, *party, *kinds["whole"]]


def beside(name):
    """Give another name to stand with one."""
    return "市审计局" if name != "市审计局" else "市民政局"


def listed(text):
    return [a.unit for a in assignments(read_list(Piece.of(text, Span(0, len(text)))))]


def planned(text):
    whole = f"一、渡口\n1.修缮渡口，更换标识。{text}\n2.开展培训。（责任单位：县人社局）"
    lines = enumerate(whole.split("\n"), start=1)
    blocks = tuple(Paragraph(t, Span(0, len(t), paragraph=n, line=n)) for n, t in lines)
    (plan,) = read_document(Document(Source("plan.txt", "0" * 64, "txt"), blocks))
    return [a.unit for a in plan.assignments(plan.requirements[0])]


def spoiled(name, pattern, read):
    """Give what is read where the two names of a pattern do not come back."""
    for pair in ((name, beside(name)), (beside(name), name)):
        if "牵头{y}" in pattern and pair[1] in WITHOUT_A_MARK:
            continue
        found = read(pattern.format(x=pair[0], y=pair[1]))
        if found != list(pair):
            yield pattern, pair, found


def rotated(all_names, patterns, each):
    """Give every name with `each` of the patterns, all patterns in turn."""
    turn = cycle(patterns)
    for name in all_names:
        for pattern in islice(turn, each):
            yield name, pattern


def test_names_come_back_from_lists():
    cases = rotated(names(), LISTS, 3)
    assert [one for name, pattern in cases for one in spoiled(name, pattern, listed)] == []


def test_names_come_back_from_plans():
    cases = rotated(names()[::7], PLANS, 2)
    assert [one for name, pattern in cases for one in spoiled(name, pattern, planned)] == []


def test_the_list_of_names_is_long():
    assert len(set(names())) > 2000


if __name__ == "__main__":
    every = [(name, pattern, listed) for name in names() for pattern in LISTS]
    every += [(name, pattern, planned) for name in names() for pattern in PLANS]
    wrong = [one for case in every for one in spoiled(*case)]
    told = f"{2 * len(every)} pairs of names, {len(wrong)} not read back\n"
    sys.stdout.write(told + "\n".join(map(str, wrong[:50])))
