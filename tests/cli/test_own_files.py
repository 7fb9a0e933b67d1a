"""A folder that holds earlier results is read as if they were not there, and that is said."""

import subprocess
import sys
from pathlib import Path

import pytest

BAD_DOCUMENT = 3
COUNTY = """云溪县2026年重点任务分工方案
一、办好开学准备，6月底前完成。（责任单位：县教育局）
"""


def run(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dutygraph.cli", *map(str, arguments), "--lang", "zh"],
        capture_output=True, text=True, encoding="utf-8", check=False, cwd=cwd,
    )  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("own")
    (place / "plan.txt").write_text(COUNTY, encoding="utf-8")
    (place / "own.html").write_text("<p>云溪县2025年重点任务分工方案</p>", encoding="utf-8")
    (place / "own.md").write_text("# 说明\n写给 dutygraph 的说明。\n", encoding="utf-8")
    (place / "own.csv").write_text("方案,序号\n甲,1\n", encoding="utf-8")
    assert run("report", "plan.txt", "-o", "out", cwd=place).returncode == 0
    for made in (
        ("export", "csv", "plan.txt", "-o", "table.csv"),
        ("ask", "unit-load", "--plan", "plan.txt", "-o", "answer.xlsx"),
    ):
        done = run(*made, cwd=place)
        assert done.returncode == 0, done.stderr
    return place


@pytest.mark.parametrize("command", [("read",), ("report", "-o"), ("build", "--store")])
def test_what_dutygraph_wrote_is_skipped_and_told(
    command: tuple[str, ...], folder: Path, tmp_path: Path
) -> None:
    done = run(*command, *([tmp_path / "new"] if len(command) > 1 else []), ".", cwd=folder)
    told = [line for line in done.stderr.splitlines() if "跳过" in line]
    assert len(told) == 1, done.stderr
    made = ("answer.xlsx", "table.csv", "findings.md", "ledger.xlsx", "page.html")
    assert all(name in told[0] for name in made), told
    assert "own." not in told[0], "files of others are read, whatever they speak of"
    assert all(f"out/{name}" not in done.stdout for name in made)


def test_a_folder_of_results_alone_holds_no_plan(folder: Path) -> None:
    done = run("report", "out", cwd=folder)
    assert done.returncode == BAD_DOCUMENT
    assert "out/ledger.xlsx" in done.stderr.replace("\\", "/")
    assert len(done.stderr.splitlines()) == 1


def test_a_file_that_is_named_is_read_all_the_same(folder: Path) -> None:
    done = run("read", "out/ledger.xlsx", cwd=folder)
    assert "跳过" not in done.stderr
    assert "格式 xlsx" in done.stdout


def test_a_page_that_a_script_writes_is_no_scan(folder: Path) -> None:
    done = run("report", "out/page.html", cwd=folder)
    assert done.returncode == BAD_DOCUMENT
    assert "脚本" in done.stderr
    assert "扫描" not in done.stderr
