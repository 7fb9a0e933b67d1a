"""`diagnose`, `gaps` and `what-if` as their users meet them."""

import json
from pathlib import Path

import pytest

from dutygraph.cli.main import dutygraph, run

RULE = """# code: X1
# severity: red
# title.zh: 每条都报
# title.en: Every one
# message.zh: 第{number}条
# message.en: no. {number}
# suggestion.zh: 无
# suggestion.en: none
PREFIX duty: <https://w3id.org/dutygraph/ontology#>
SELECT ?requirement WHERE { ?requirement a duty:Requirement }
"""


def dutygraph_says(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    code = run(lambda: dutygraph.main(list(words), prog_name="dutygraph", standalone_mode=False))
    return code, capsys.readouterr().out


def test_diagnose_names_the_coordinator_and_what_remains(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, page = dutygraph_says(capsys, "diagnose", str(example))
    assert code == 0
    assert "政务公开办：参与40条中的36条" in page
    assert "治巡支队、法制支队、禁毒支队、科信支队、网警支队" in page
    assert "第4、8、9、25、27、37、38、40条" in page


def test_diagnose_as_json_keeps_the_contract(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out = dutygraph_says(capsys, "diagnose", str(example), "--json")
    record = json.loads(out)
    assert {"units", "clusters", "pairs", "modularity", "stability", "settings"} <= set(record)


def test_gaps_finds_requirement_7(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out = dutygraph_says(capsys, "gaps", str(example), "--json")
    gap = json.loads(out)["gaps"][0]
    assert (gap["requirement"], gap["units"]) == ("7", ["局直相关单位"])
    assert gap["severity"] == "red"
    assert "U1" in gap["codes"]
    assert gap["place"].startswith("table 1, row 7")


def test_gaps_fails_where_it_was_asked_to(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dutygraph_says(capsys, "gaps", str(example))[0] == 0
    assert dutygraph_says(capsys, "gaps", str(example), "--fail-on", "red")[0] == 7


def test_gaps_runs_the_rules_of_a_user(
    example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "x1.rq").write_text(RULE, encoding="utf-8")
    _, out = dutygraph_says(capsys, "gaps", str(example), "--json", "--rules", str(tmp_path))
    assert json.loads(out)["summary"]["X1"] == 40


def test_what_if_shows_before_and_after(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, page = dutygraph_says(capsys, "what-if", "remove:政务公开办", str(example))
    assert code == 0
    assert "14条将没有点名的责任单位" in page
    _, out = dutygraph_says(capsys, "what-if", "remove:政务公开办", str(example), "--json")
    assert len(json.loads(out)["orphaned"]) == 14


def test_what_if_refuses_what_it_does_not_understand(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dutygraph_says(capsys, "what-if", "drop:甲", str(example))[0] == 2
    assert dutygraph_says(capsys, "what-if", "remove:宣传处", str(example))[0] == 2
