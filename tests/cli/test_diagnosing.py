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


def written_plan(folder: Path, title: str, rows: list[tuple[str, str]]) -> Path:
    """Write a plan as a web page whose rows are tasks and who leads them."""
    heads = "<tr><th>序号</th><th>工作任务</th><th>牵头单位</th><th>配合单位</th></tr>"
    body = "".join(
        f"<tr><td>{number}</td><td>{task}</td><td>{lead}</td><td>县财政局、县审计局</td></tr>"
        for number, (task, lead) in enumerate(rows, 1)
    )
    page = f"<meta charset=utf-8><h1>{title}</h1><table>{heads}{body}</table>"
    path = folder / f"{title}.html"
    path.write_text(page, encoding="utf-8")
    return path


def yearly_plans(folder: Path, years: range) -> list[Path]:
    """Write one plan a year, each with one task that nobody leads."""
    rows = [("推进河湖保护", "县水务局"), ("规范政府采购", ""), ("加强食品安全监管", "县教育局")]
    return [written_plan(folder, f"云泽县{year}年重点任务分解表", rows) for year in years]


def test_gaps_of_several_plans_name_the_plan_by_title(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plans = yearly_plans(tmp_path, range(2023, 2026))
    _, page = dutygraph_says(capsys, "gaps", *map(str, reversed(plans)))
    assert page.splitlines()[:3] == [plan.stem for plan in plans]
    for plan in plans:
        assert f"《{plan.stem}》第2条（U0）：规范政府采购" in page


def test_a_page_about_many_plans_names_the_first_and_counts_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plans = yearly_plans(tmp_path, range(2010, 2022))
    for command in ("gaps", "diagnose"):
        _, page = dutygraph_says(capsys, command, *map(str, plans))
        head = page.splitlines()[:11]
        assert head == [*(plan.stem for plan in plans[:10]), "……共12份方案。"]
    _, page = dutygraph_says(capsys, "gaps", *map(str, plans))
    cited = "；".join(f"《{plan.stem}》第2条" for plan in plans)
    assert cited in page


def test_a_coordinator_of_one_of_several_plans_is_told_within_that_plan(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ("水务局", "教育局", "司法局", "公安局", "民政局")
    rows = [(f"第{n}项工作", f"县{name}") for n, name in enumerate(names)]
    plans = [
        written_plan(tmp_path, f"{place}2023年重点任务分解表", rows)
        for place in ("云泽县", "白河县")
    ]
    _, page = dutygraph_says(capsys, "diagnose", *map(str, plans))
    assert "县财政局（云泽县2023年重点任务分解表）：参与5条，出现在所在方案100%的责任栏里" in page


def test_exports_of_several_plans_stand_by_issuer_and_year(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plans = yearly_plans(tmp_path, range(2019, 2025))
    out = tmp_path / "all.csv"
    code, _ = dutygraph_says(capsys, "export", "csv", *map(str, reversed(plans)), "-o", str(out))
    assert code == 0
    lines = out.read_text(encoding="utf-8-sig").splitlines()[1:]
    assert list(dict.fromkeys(line.partition(",")[0] for line in lines)) == [p.stem for p in plans]
