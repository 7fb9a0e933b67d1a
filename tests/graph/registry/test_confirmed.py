import csv
import io
from pathlib import Path

import pytest

from dutygraph.graph.errors import DocumentError
from dutygraph.graph.plan import Assignment, Basis, Plan, Requirement, Role, Row, Source
from dutygraph.graph.registry import Entry, Register
from dutygraph.graph.registry.confirmed import CONFIRMED, confirmed, editable_csv, uses_in
from dutygraph.graph.registry.curated import curate
from dutygraph.graph.span import Span
from dutygraph.graph.store import open_store

HERE = Span(0, 2)
NAMES = ("县人社局", "县人力资源和社会保障局", "就业科")


def _plan(issuer: str) -> Plan:
    assignments = tuple(
        Assignment(name, Role.RESPONSIBLE, Basis.LABEL, HERE, position)
        for position, name in enumerate(NAMES, 1)
    )
    return Plan(
        "任务分工",
        Source("plan.txt", issuer, "txt"),
        issuer,
        2026,
        rows=(Row("row1", ("r1",), assignments, HERE),),
        requirements=(Requirement("r1", "1", "修缮渡口。", "row1", HERE),),
    )


@pytest.fixture
def held():
    with open_store() as memory:
        for issuer in ("甲县人民政府", "乙县人民政府"):
            memory.put(_plan(issuer))
        yield memory


def _edited(held, tmp_path: Path, answers: dict[tuple[str, str], dict[str, str]]) -> Path:
    text = editable_csv(uses_in(held)).decode("utf-8-sig")
    reader = csv.DictReader(io.StringIO(text))
    path = tmp_path / "edited.csv"
    with path.open("w", encoding="gb18030", newline="") as stream:
        writer = csv.DictWriter(stream, reader.fieldnames)
        writer.writeheader()
        for row in reader:
            writer.writerow(row | answers.get((row["适用发文单位"], row["名称"]), {}))
    return path


def test_the_names_of_each_issuer_are_listed_apart(held):
    found = [(use.issuer, use.name, use.requirements) for use in uses_in(held)]
    assert sorted(found) == sorted(
        (issuer, name, 1) for issuer in ("甲县人民政府", "乙县人民政府") for name in NAMES
    )


def test_the_exported_list_holds_the_proposals_and_nothing_confirmed(held):
    rows = list(csv.DictReader(io.StringIO(editable_csv(uses_in(held)).decode("utf-8-sig"))))
    hints = {row["名称"]: row["建议"] for row in rows}
    assert "县人力资源和社会保障局" in hints["县人社局"]
    assert hints["就业科"] == ""
    assert {row[CONFIRMED] for row in rows} == {""}


def test_a_list_left_alone_confirms_nothing(held, tmp_path):
    assert confirmed(_edited(held, tmp_path, {})) == Register()


def test_what_was_confirmed_holds_for_its_issuer_only(held, tmp_path):
    answer = {("甲县人民政府", "县人社局"): {CONFIRMED: "县人力资源和社会保障局"}}
    register = confirmed(_edited(held, tmp_path, answer))
    assert register.canonical("县人社局", "甲县人民政府") == "县人力资源和社会保障局"
    assert register.canonical("县人社局", "乙县人民政府") == "县人社局"


def test_an_import_adds_to_the_register_that_is_there(held, tmp_path):
    known = Register((Entry("县人力资源和社会保障局", ("人社局",), "甲县人民政府"),))
    answer = {("甲县人民政府", "县人社局"): {CONFIRMED: "县人力资源和社会保障局"}}
    (entry,) = confirmed(_edited(held, tmp_path, answer), known).entries
    assert entry.aliases == ("人社局", "县人社局")


def test_a_contradiction_is_refused(held, tmp_path):
    known = Register((Entry("县公共就业服务局", ("县人社局",), "甲县人民政府"),))
    answer = {("甲县人民政府", "县人社局"): {CONFIRMED: "县人力资源和社会保障局"}}
    with pytest.raises(DocumentError) as refused:
        confirmed(_edited(held, tmp_path, answer), known)
    assert refused.value.key == "registry.clash"


def test_the_curated_graph_of_a_store_gets_names_parents_and_kinds(held, tmp_path):
    answer = {
        ("甲县人民政府", "县人社局"): {CONFIRMED: "县人力资源和社会保障局"},
        ("甲县人民政府", "就业科"): {"上级单位": "县人力资源和社会保障局", "类型": "internal-unit"},
    }
    register = confirmed(_edited(held, tmp_path, answer))
    assert curate(held, register) == 3
    found = held.select(
        """SELECT ?name ?alias ?parent WHERE {
          GRAPH <https://w3id.org/dutygraph/id/graph/curated> { ?unit skos:altLabel ?alias }
          ?unit skos:prefLabel ?name .
          ?part org:subOrganizationOf ?unit ; skos:prefLabel ?parent }"""
    ).texts()
    assert [tuple(row) for row in found] == [("县人力资源和社会保障局", "县人社局", "就业科")]


def test_curating_twice_adds_nothing(held, tmp_path):
    answer = {("甲县人民政府", "县人社局"): {CONFIRMED: "县人力资源和社会保障局"}}
    register = confirmed(_edited(held, tmp_path, answer))
    assert (curate(held, register), curate(held, register)) == (1, 0)
    held.put(_plan("甲县人民政府"))
    assert curate(held, register) == 0


def test_a_confirmation_must_say_for_whom_it_holds(tmp_path):
    path = tmp_path / "edited.csv"
    path.write_text("名称,适用发文单位,确认为\n人社局,,人力资源和社会保障局\n", encoding="utf-8")
    with pytest.raises(DocumentError) as refused:
        confirmed(path)
    assert refused.value.key == "registry.no-scope"
    path.write_text("名称,适用发文单位,确认为\n人社局,*,人力资源和社会保障局\n", encoding="utf-8")
    assert confirmed(path).canonical("人社局", "任一县") == "人力资源和社会保障局"
