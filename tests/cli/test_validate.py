"""`dutygraph validate` tells broken data from what a plan leaves open."""

import json

import pytest

from dutygraph.cli.main import main
from dutygraph.graph.store import open_store
from dutygraph.graph.triples.plan_quads import nquads
from dutygraph.ontology.terms import DUTY


def run(capsys, *arguments: object) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as leaving:
        main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return int(leaving.value.code or 0), out, err


@pytest.fixture
def broken_store(plan, tmp_path):
    """A stored plan whose requirements have lost their rows."""
    place = tmp_path / "broken.db"
    kept = [line for line in nquads(plan).splitlines() if f"<{DUTY.inRow}>" not in line]
    with open_store(place) as store:
        store.put_quads("\n".join(kept) + "\n")
    return place


def test_a_sound_plan_ends_well_and_its_findings_are_told(capsys, example):
    code, out, err = run(capsys, "validate", example)
    assert (code, err) == (0, "")
    assert out.startswith("数据错误：0 处")
    assert "该要求只由集合称谓负责" in out
    assert "要求「7 全面落实" in out


def test_it_speaks_english(capsys, example):
    code, out, _ = run(capsys, "validate", "--lang", "en", example)
    assert code == 0
    assert out.startswith("Broken data: 0, the graph is sound.")
    assert "Only collectives own this requirement" in out


def test_json_holds_both_languages_and_the_place(capsys, example):
    code, out, _ = run(capsys, "validate", "--json", example)
    record = json.loads(out)
    assert code == 0
    assert record["conforms"] is True
    assert record["violations"] == []
    (seventh,) = (r for r in record["findings"] if r["shape"] == "only-collectives")
    assert seventh["severity"] == "warning"
    assert seventh["place"].startswith("table 1, row")
    assert set(seventh["message"]) == {"zh", "en"}


def test_broken_data_ends_with_five_after_it_was_listed(capsys, broken_store):
    code, out, err = run(capsys, "validate", "--store", broken_store)
    assert code == 5
    assert "要求须在一个责任行之中" in out
    assert "40 处" in out
    assert err.startswith("错误：图谱有 40 处数据错误")


def test_a_store_without_plans_is_said_to_be_empty(capsys, tmp_path):
    with open_store(tmp_path / "empty.db") as store:
        store.put_quads("<http://a> <http://p> <http://b> <http://g> .\n")
    code, out, err = run(capsys, "validate", "--store", tmp_path / "empty.db")
    assert (code, out) == (4, "")
    assert "没有可检查的内容" in err
