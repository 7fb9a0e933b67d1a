"""Items that name no unit are said beside the gaps, though they are no requirements."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from dutygraph.cli.main import dutygraph, run
from dutygraph.graph.network.omissions import Omission, omissions_line

LEFT_OUT = "监督检查各项任务落实情况。"


def written(folder: Path, texts: Sequence[str]) -> str:
    """Write a plan whose first and last items alone name a unit."""
    items = ["推进技改项目。（责任单位：县工信局）", *texts, "推进园区建设。（责任单位：县发改局）"]
    lines = [f"（{number}）{text}" for number, text in zip("一二三四五六七八", items, strict=False)]
    path = folder / "plan.txt"
    path.write_text(
        "清河县2024年重点工作任务分工\n\n一、工业\n" + "\n".join(lines), encoding="utf-8"
    )
    return str(path)


def says(*words: str) -> int:
    return run(lambda: dutygraph.main(list(words), prog_name="dutygraph", standalone_mode=False))


def test_gaps_names_the_item_of_a_document(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert says("gaps", written(tmp_path, [LEFT_OUT])) == 0
    line = "另有1项编号内容没有写责任单位，未作为要求读入：（二）监督检查各项任务落实情况。"
    assert line in capsys.readouterr().out.splitlines()


def test_gaps_names_the_item_of_a_store(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = str(tmp_path / "store")
    assert says("build", written(tmp_path, [LEFT_OUT]), "--store", store) == 0
    capsys.readouterr()
    assert says("gaps", "--store", store) == 0
    assert "另有1项编号内容没有写责任单位" in capsys.readouterr().out


def test_english_says_the_same() -> None:
    said = omissions_line([Omission("3", "组织验收")], "en")
    assert said == "Numbered items without any unit, not read as requirements: 1. 3 组织验收."


def test_of_many_items_the_first_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = ["召开会议。", "编印材料。", "加强宣传。", "开展检查。", "组织验收。", "总结经验。"]
    assert says("gaps", written(tmp_path, texts)) == 0
    said = capsys.readouterr().out
    assert "另有6项编号内容" in said
    assert "（六）组织验收，等等。" in said
    assert "总结经验" not in said


def test_a_plan_whose_items_all_name_units_says_nothing_of_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert says("gaps", written(tmp_path, [])) == 0
    assert "未作为要求读入" not in capsys.readouterr().out


def test_the_report_names_the_item(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    assert says("report", written(tmp_path, [LEFT_OUT]), "-o", str(folder)) == 0
    (findings,) = folder.glob("*.md")
    line = "- 另有1项编号内容没有写责任单位，未作为要求读入：（二）监督检查各项任务落实情况。"
    assert line in findings.read_text(encoding="utf-8").splitlines()
