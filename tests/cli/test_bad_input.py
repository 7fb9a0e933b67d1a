"""Bad input gives one clear sentence, its exit code, no traceback and no half-written file."""

import subprocess
import sys
from pathlib import Path

import pytest

MISSING, EMPTY_PLAN, USAGE = 3, 4, 2


def run(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "dutygraph.cli", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", check=False, cwd=cwd
    )


def one_sentence(done: subprocess.CompletedProcess[str]) -> None:
    lines = [line for line in done.stderr.splitlines() if line.strip()]
    assert len(lines) == 1, done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["read", "report", "gaps", "diagnose"])
def test_a_missing_file_is_named(tmp_path: Path, command: str) -> None:
    done = run(command, tmp_path / "没有.txt", "--lang", "zh", cwd=tmp_path)
    assert done.returncode == MISSING
    assert "没有.txt" in done.stderr
    one_sentence(done)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("binary.txt", bytes(range(256)) * 40),
        ("image.png", b"\x89PNG\r\n\x1a\n" + bytes(500)),
    ],
)
def test_a_file_that_is_no_document_is_refused(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    done = run("report", path, "-o", tmp_path / "out")
    assert done.returncode == MISSING
    assert name in done.stderr
    one_sentence(done)
    assert not (tmp_path / "out").exists()


def test_a_folder_without_documents_is_refused(tmp_path: Path) -> None:
    done = run("report", tmp_path, "-o", tmp_path / "out")
    assert done.returncode == MISSING
    one_sentence(done)


def test_a_text_that_holds_no_plan_says_so(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("今天天气很好。\n我们去公园散步。\n", encoding="utf-8")
    done = run("report", path, "-o", tmp_path / "out")
    assert done.returncode == EMPTY_PLAN
    assert "letter.txt" in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-16-le", "utf-8-sig"])
def test_other_encodings_are_read_alike(tmp_path: Path, example: Path, encoding: str) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(example.read_text(encoding="utf-8").encode(encoding))
    done = run("read", path)
    assert done.returncode == 0, done.stderr
    assert "要求 40" in done.stdout


def test_a_bad_file_among_good_ones_does_not_stop_them(tmp_path: Path, example: Path) -> None:
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 broken")
    done = run("gaps", tmp_path / "broken.docx", example)
    assert "broken.docx" in done.stderr
    assert "局直相关单位" in done.stdout


def test_existing_results_are_kept_unless_forced(tmp_path: Path, example: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "page.html").write_text("mine", encoding="utf-8")
    done = run("report", example, "-o", out)
    assert done.returncode == 1
    assert (out / "page.html").read_text(encoding="utf-8") == "mine"
    assert sorted(path.name for path in out.iterdir()) == ["page.html"]


def test_a_mistyped_command_is_answered_with_the_nearest(tmp_path: Path) -> None:
    done = run("raport", cwd=tmp_path)
    assert done.returncode == USAGE
    assert "report" in done.stderr


@pytest.mark.parametrize(
    ("command", "named"),
    [
        ("report", "要读的文件或文件夹"),
        ("export", "要导出的格式"),
        ("what-if", "要设想的变动"),
        ("draw", "-o / --output"),
    ],
)
def test_what_is_missing_is_named_in_the_language_in_use(command: str, named: str) -> None:
    done = run(command, "--lang", "zh")
    assert done.returncode == USAGE
    assert done.stderr.startswith(f"错误：缺少：{named}")
    one_sentence(done)


@pytest.mark.parametrize(
    ("arguments", "ending"),
    [
        (("export", "csv"), ".xlsx"),
        (("export", "turtle"), ".jsonld"),
        (("export", "graphml-units"), ".gexf"),
        (("units", "export"), ".docx"),
    ],
)
def test_an_ending_of_another_format_is_refused(
    example: Path, tmp_path: Path, arguments: tuple[str, ...], ending: str
) -> None:
    target = tmp_path / f"台账{ending}"
    done = run(*arguments, example, "-o", target, "--lang", "zh")
    assert done.returncode == USAGE
    assert f"不是 {ending}" in done.stderr
    one_sentence(done)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["网络.xml", "网络.graphml", "网络", "网络.2022"])
def test_other_endings_are_taken_as_they_are(example: Path, tmp_path: Path, name: str) -> None:
    done = run("export", "graphml", example, "-o", tmp_path / name)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / name).read_bytes().startswith(b"<?xml")


def test_an_address_that_no_store_answers_at_is_told_apart_from_a_damaged_store() -> None:
    done = run("ask", "unit-load", "--store", "htp://127.0.0.1:7878", "--lang", "zh")
    assert done.returncode == USAGE
    assert "htp://127.0.0.1:7878" in done.stderr
    assert "http://" in done.stderr
    one_sentence(done)
