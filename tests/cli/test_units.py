"""The register of units on the command line: list, suggest, export, import."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from dutygraph.cli.main import main
from dutygraph.graph.plan import Assignment, Basis, Plan, Requirement, Role, Row, Source
from dutygraph.graph.registry import read_register
from dutygraph.graph.span import Span
from dutygraph.graph.store import open_store

HERE = Span(0, 2)
NAMES = ("县人社局", "县人力资源和社会保障局", "县财政局")
Run = Callable[..., int]


@pytest.fixture
def where(tmp_path: Path) -> Path:
    assignments = tuple(
        Assignment(name, Role.RESPONSIBLE, Basis.LABEL, HERE, position)
        for position, name in enumerate(NAMES, 1)
    )
    plan = Plan(
        "任务分工",
        Source("plan.txt", "0" * 64, "txt"),
        "甲县人民政府",
        2026,
        rows=(Row("row1", ("r1",), assignments, HERE),),
        requirements=(Requirement("r1", "1", "修缮渡口。", "row1", HERE),),
    )
    folder = tmp_path / "store"
    with open_store(folder) as store:
        store.put(plan)
    return folder


def run(*arguments: object) -> int:
    with pytest.raises(SystemExit) as left:
        main(["units", *map(str, arguments)])
    return int(left.value.code or 0)


def test_the_units_are_listed_by_issuer(where, capsys):
    assert run("--store", where) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("甲县人民政府")
    assert all(name in printed for name in NAMES)


def test_the_units_are_listed_by_the_word_list_too(where, capsys):
    assert run("list", "--store", where) == 0
    assert capsys.readouterr().out.startswith("甲县人民政府")


def test_names_of_an_unknown_issuer_are_said_not_to_be_compared(tmp_path, capsys):
    paper = tmp_path / "分工.csv"
    paper.write_text(
        "序号,任务,责任单位\n1,修缮渡口,住建局\n2,清理河道,区住建局\n", encoding="utf-8"
    )
    assert run("suggest", paper) == 0
    assert "另有 2 个名称" in capsys.readouterr().err


def test_proposals_are_printed_and_nothing_is_merged(where, capsys):
    assert run("suggest", "--store", where, "--lang", "en") == 0
    captured = capsys.readouterr()
    assert "县人社局 may be short for 县人力资源和社会保障局" in captured.out
    assert "nothing was merged" in captured.err


def test_what_a_person_confirms_becomes_a_register_and_part_of_the_store(where, tmp_path, capsys):
    edited, register = tmp_path / "units.csv", tmp_path / "register.csv"
    assert run("export", "--store", where, "-o", edited) == 0
    rows = list(csv.DictReader(io.StringIO(edited.read_text(encoding="utf-8-sig"))))
    with edited.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        for row in rows:
            row["确认为"] = "县人力资源和社会保障局" if row["名称"] == "县人社局" else ""
            writer.writerow(row)
    assert run("import", edited, "-o", register, "--store", where) == 0
    assert read_register(register).canonical("县人社局", "甲县人民政府") == "县人力资源和社会保障局"
    with open_store(where) as store:
        found = store.select("SELECT ?alias WHERE { ?unit skos:altLabel ?alias }").texts()
    assert found == (("县人社局",),)


@pytest.mark.parametrize("arguments", [("export",), ("import", "x.csv"), ("import", "-o", "r.csv")])
def test_a_call_that_leaves_the_target_open_is_refused(where, capsys, arguments):
    extra = ("--store", where) if arguments == ("export",) else ()
    assert run(*arguments, *extra) == 2
    assert "units" in capsys.readouterr().err
