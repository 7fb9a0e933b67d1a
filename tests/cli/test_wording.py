"""Help and faults speak the language in use, and say what to do."""

from pathlib import Path

import pytest

from dutygraph.cli.main import main
from dutygraph.ontology.language import speak


def said(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str]:
    with pytest.raises(SystemExit) as left:
        main([str(argument) for argument in arguments])
    speak("zh")
    told = capsys.readouterr()
    return int(left.value.code or 0), told.out + told.err


@pytest.mark.parametrize("command", ["ask", "draw", "sparql", "serve", "export"])
def test_help_marks_options_in_chinese(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, page = said(capsys, command, "--help", "--lang", "zh")
    assert code == 0
    assert "[选项]" in page
    for word in ("[OPTIONS]", "required", "default"):
        assert word not in page


def test_help_names_what_is_required_and_what_is_the_default(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert "必填" in said(capsys, "draw", "--help")[1]
    assert "默认 7879" in said(capsys, "serve", "--help")[1]


def test_the_example_of_sparql_runs_as_it_stands(
    capsys: pytest.CaptureFixture[str], example: Path
) -> None:
    _, page = said(capsys, "sparql", "--help")
    query = page.split("-e '")[1].split("'")[0]
    code, table = said(capsys, "sparql", "-e", query, "--plan", example, "--format", "csv")
    assert code == 0
    assert len(table.splitlines()) == 6


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("export", "foo", "x"), "只能是 turtle、trig"),
        (("gaps", "x", "--fail-on", "x"), "只能是 red、amber 之一"),
        (("serve", "--port", "99999999"), "0–65535"),
        (("serve", "--port", "x"), "0–65535"),
        (("evaluate", "a", "b"), "给出的内容太多"),
        (("gaps", "x", "--encoding"), "--encoding"),
        (("gaps", "x", "--register", "没有.csv"), "没有这个文件或目录"),
        (("units", "import", "没有.csv", "-o", "x.csv"), "没有这个文件或目录"),
    ],
)
def test_faults_are_said_in_chinese_alone(
    arguments: tuple[str, ...], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _, told = said(capsys, *arguments)
    assert words in told
    assert not any(english in told for english in ("is not one of", "No such", "not a valid"))


def test_a_folder_that_is_a_file_is_named(
    example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = tmp_path / "结果"
    taken.write_text("mine", encoding="utf-8")
    code, told = said(capsys, "report", example, "-o", taken)
    assert code == 1
    assert f"{taken} 不是目录" in told
    assert taken.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(("command", "name"), [("draw", "d.svg"), ("ledger", "l.pdf")])
def test_a_name_that_promises_another_format_is_refused(
    command: str, name: str, example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, told = said(capsys, command, example, "-o", tmp_path / name)
    assert code == 2
    assert name in told
    assert list(tmp_path.iterdir()) == []


def test_export_writes_to_standard_output_when_no_file_is_named(
    example: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(["export", "ics", str(example), "-q"])
    assert left.value.code == 0
    assert capfdbinary.readouterr().out.startswith(b"BEGIN:VCALENDAR")


def test_without_a_command_the_help_is_shown_and_no_error(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, page = said(capsys)
    assert code == 2
    assert page.startswith("用法")
