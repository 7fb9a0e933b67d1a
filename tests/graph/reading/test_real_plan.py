"""The real plan is read exactly: every number that a person counted in it, and the whole record."""

import json
from pathlib import Path

import pytest

from dutygraph.graph.documents.opening import open_document
from dutygraph.graph.plan import OWNING_ROLES, CitationKind, RegulationKind, Role, TimingKind
from dutygraph.graph.reading.plans import read_document
from dutygraph.graph.record import counts, plan_record

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "shanwei-police-2022.txt"
GOLDEN = Path(__file__).parent / "golden" / "shanwei-police-2022.json"


@pytest.fixture(scope="module")
def real():
    (plan,) = read_document(open_document(EXAMPLE))
    return plan


def by_number(plan, number):
    return next(r for r in plan.requirements if r.number == number)


def test_what_the_document_says_of_itself(real):
    assert real.title == "汕尾市公安局2022年政务公开工作要点分工方案"
    assert (real.issuer, real.year) == ("汕尾市公安局", 2022)
    assert real.ownership_heading == "牵头落实单位"
    assert real.source.layout == "flattened-table"


def test_its_counts(real):
    assert counts(real) == {
        "sections": 5,
        "tasks": 12,
        "requirements": 40,
        "rows": 34,
        "mentions": 75,
        "pairs": 87,
        "names": 16,
        "collectives": 2,
    }


def test_its_requirements_are_numbered_through(real):
    assert [r.number for r in real.requirements] == [str(n) for n in range(1, 41)]
    assert [r.id for r in real.requirements] == [f"r{n}" for n in range(1, 41)]


def test_headings_repeated_after_page_breaks_are_one_node(real):
    assert [s.number for s in real.sections] == ["一", "二", "三", "四", "五"]
    assert [sum(t.section == s.id for t in real.tasks) for s in real.sections] == [4, 2, 3, 3, 0]
    assert by_number(real, "39").task is None


def test_its_shared_cells(real):
    shared = [row.requirements for row in real.rows if len(row.requirements) > 1]
    assert shared == [
        ("r1", "r2"),
        ("r8", "r9"),
        ("r15", "r16", "r17"),
        ("r28", "r29"),
        ("r37", "r38"),
    ]


def test_its_collectives(real):
    found = {a.unit for row in real.rows for a in row.assignments if a.collective}
    assert found == {"局直各单位", "局直相关单位"}
    assert [a.unit for a in real.assignments(by_number(real, "7"))] == ["局直相关单位"]


def test_several_names_under_its_fused_heading_are_responsible_and_one_leads(real):
    for row in real.rows:
        expected = Role.LEAD if len(row.assignments) == 1 else Role.RESPONSIBLE
        assert {a.role for a in row.assignments} == {expected}


def test_its_citations(real):
    found = [c for r in real.requirements for c in r.citations]
    forms = [c for c in found if c.regulation_kind is RegulationKind.FORM]
    assert [(c.title, c.kind) for c in forms] == [
        ("政府信息公开保密审查表", CitationKind.KEEPS_FORM)
    ]
    assert sum(c.title is not None for c in found) == 5
    (letter,) = (c for c in found if c.title is None)
    assert letter.raw == "国办公开办函〔2021〕30号"
    assert (letter.number.agency, letter.number.year, letter.number.serial) == (
        "国办公开办函",
        2021,
        30,
    )
    assert (letter.kind, letter.cue) == (CitationKind.IMPLEMENTS, "严格落实")


def test_its_measurable_times(real):
    found = [
        (r.number, t.kind, t.raw, t.period or t.duration, t.count, t.hedge)
        for r in real.requirements
        for t in r.timing
        if t.kind is not TimingKind.VAGUE
    ]
    assert found == [
        ("16", TimingKind.MINIMUM_PERIOD, "一般不少于30天", "P30D", None, "一般"),
        ("24", TimingKind.RECURRENCE, "每日", "P1D", None, None),
        ("24", TimingKind.RECURRENCE, "每季度", "P3M", None, None),
        ("24", TimingKind.RECURRENCE, "每半年", "P6M", None, None),
        ("37", TimingKind.MINIMUM_FREQUENCY, "每年至少召开一次", "P1Y", 1, None),
        ("38", TimingKind.MINIMUM_FREQUENCY, "每年至少听取1次", "P1Y", 1, None),
    ]


def test_its_vague_times_are_recorded(real):
    vague = {t.raw for r in real.requirements for t in r.timing if t.kind is TimingKind.VAGUE}
    assert {"及时", "定期", "第一时间"} <= vague


def test_those_who_act_only_in_the_wording_are_no_owners(real):
    (group,) = by_number(real, "37").actors
    (post,) = by_number(real, "38").actors
    assert (group.name, group.role, group.post) == ("局政务公开领导小组", Role.ACTOR, False)
    assert (post.name, post.role, post.post) == ("局主要领导", Role.APPROVER, True)
    assert not OWNING_ROLES & {actor.role for r in real.requirements for actor in r.actors}
    assert "局政务公开领导小组" not in real.names


def test_every_fact_stands_where_its_place_says(real):
    lines = EXAMPLE.read_text(encoding="utf-8").split("\n")

    def stands(raw, span):
        text = "\n".join(lines[span.line - 1 :])
        return raw in text[: len(raw) + 400] and span.end - span.start == len(raw)

    for requirement in real.requirements:
        assert stands(requirement.text, requirement.span)
        for fact in (*requirement.timing, *requirement.citations):
            assert stands(fact.raw, fact.span)
            inside = fact.span.start - requirement.span.start
            assert requirement.text[inside : inside + len(fact.raw)] == fact.raw
        for actor in requirement.actors:
            inside = actor.span.start - requirement.span.start
            assert requirement.text[inside : inside + len(actor.name)] == actor.name
    for row in real.rows:
        cell = lines[row.span.line - 1].strip("\t")
        for assignment in row.assignments:
            assert cell[assignment.span.start : assignment.span.end] == assignment.unit
            assert assignment.span.column == 4


def test_the_whole_record_is_the_one_that_was_checked_by_eye(real):
    record = plan_record(real)
    del record["source"]
    golden = json.loads(GOLDEN.read_text(encoding="utf-8"))
    assert json.loads(json.dumps(record, ensure_ascii=False)) == golden
