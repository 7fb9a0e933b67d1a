"""`dutygraph ask` answers by name and in plain words, lists the catalogue, and refuses clearly."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

BAD_QUERY, USAGE = 6, 2


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from dutygraph.graph.intake import read_plan
    from dutygraph.graph.store import open_store

    place = tmp_path_factory.mktemp("ask") / "db"
    example = Path(__file__).resolve().parents[2] / "examples" / "shanwei-police-2022.txt"
    with open_store(place) as store:
        store.put(read_plan(example))
    return place


def ask(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dutygraph.cli", "ask", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_a_question_in_plain_words_is_answered(folder: Path) -> None:
    done = ask("宣传科要配合哪些单位？", "--store", folder)
    assert done.returncode == 0, done.stderr
    assert "unit-partners" in done.stderr
    assert [line.split()[0] for line in done.stdout.splitlines()[2:]] == [
        "政务公开办",
        "局直相关单位",
        "“平安厅”局长信箱工作专班",
        "市局防控办",
    ]


def test_the_same_question_by_name_gives_the_same_answer(folder: Path) -> None:
    plain = ask("宣传科要配合哪些单位？", "--store", folder)
    named = ask("unit-partners", "unit=宣传科", "--store", folder)
    assert named.stdout == plain.stdout


def test_the_query_is_shown_ready_to_be_run(folder: Path) -> None:
    shown = ask("unit-partners", "unit=宣传科", "--store", folder, "--show-query").stderr
    query = shown[shown.index("PREFIX") :]
    done = subprocess.run(
        [sys.executable, "-m", "dutygraph.cli", "sparql", "-f", "-", "--store", str(folder)],
        input=query, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "市局防控办" in done.stdout


def test_english_is_spoken_when_asked_for(folder: Path) -> None:
    done = ask("Whom must 宣传科 coordinate with?", "--lang", "en", "--store", folder)
    assert "coordinates with" in done.stdout
    assert "Whom must a unit coordinate with?" in done.stderr


def test_json_keeps_the_names_and_codes(folder: Path) -> None:
    done = ask("unit-requirements", "unit=宣传科", "--store", folder, "--format", "json")
    first = json.loads(done.stdout)["results"]["bindings"][0]
    assert (first["number"]["value"], first["asRole"]["value"]) == ("12", "responsible")


@pytest.mark.parametrize(("kind", "start"), [("csv", "单位"), ("md", "| 单位 |"), ("xlsx", "PK")])
def test_an_answer_goes_into_a_file(kind: str, start: str, folder: Path, tmp_path: Path) -> None:
    path = tmp_path / f"answer.{kind}"
    done = ask("unit-load", "--store", folder, "--format", kind, "-o", path)
    assert done.returncode == 0, done.stderr
    assert path.read_bytes().decode("utf-8-sig", "replace").startswith(start)


@pytest.mark.parametrize(("ending", "start"), [(".csv", "单位,"), (".xlsx", "PK"), (".json", "{")])
def test_the_ending_of_the_file_decides_the_format(
    ending: str, start: str, folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / f"台账 一{ending}"
    done = ask("unit-load", "--store", folder, "-o", path)
    assert done.returncode == 0, done.stderr
    assert path.read_bytes().decode("utf-8-sig", "replace").startswith(start)


def test_a_format_that_the_ending_denies_is_refused(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "answer.xlsx"
    done = ask("unit-load", "--store", folder, "--format", "json", "-o", path)
    assert done.returncode == 2
    assert "--format json 写出的不是 .xlsx 文件" in done.stderr
    assert not path.exists()


def test_a_document_is_asked_without_a_store() -> None:
    example = Path(__file__).resolve().parents[2] / "examples" / "shanwei-police-2022.txt"
    done = ask("只由集合负责的要求", "--plan", example)
    assert done.returncode == 0, done.stderr
    assert "局直相关单位" in done.stdout


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_without_words_all_questions_are_listed_with_their_parameters(lang: str) -> None:
    from dutygraph.graph.questions import catalogue

    done = ask("--lang", lang)
    assert done.returncode == 0
    for asked in catalogue():
        assert asked.title[lang] in done.stdout
        assert f" {asked.name}" in done.stdout


def test_the_list_is_in_topics_each_with_an_example() -> None:
    from dutygraph.graph.questions import GROUPS, catalogue

    lines = ask("--lang", "en").stdout.splitlines()
    assert f"{len(catalogue())} questions on {len(GROUPS)} topics:" in lines
    heads = [number for number, line in enumerate(lines) if line.startswith("■ ")]
    assert len(heads) == len(GROUPS)
    assert all(lines[number + 1].startswith("  e.g. dutygraph ask") for number in heads)
    assert lines[heads[0]] == (
        "■ Responsibility: who answers for what "
        f"({sum(asked.about == GROUPS[0] for asked in catalogue())})"
    )


@pytest.mark.parametrize(
    ("word", "there", "gone"),
    [
        ("时间", "unit-timing", "unit-leads"),
        ("deadline", "no-deadline", "recurring-duties"),
        ("LEAD", "unit-leads", "deadlines"),
    ],
)
def test_the_list_keeps_to_a_word_of_either_language(word: str, there: str, gone: str) -> None:
    done = ask("--list", word)
    assert done.returncode == 0
    names = [line.split()[0] for line in done.stdout.splitlines() if line.startswith(" " * 6)]
    assert there in names
    assert gone not in names


def test_a_word_that_no_question_holds_is_told() -> None:
    done = ask("--list", "火锅")
    assert (done.returncode, done.stdout) == (BAD_QUERY, "")
    assert "火锅" in done.stderr
    assert ask("--list", "时间", "谁最忙").returncode == USAGE


REFUSED = [
    (["食堂几点开饭"], BAD_QUERY, "最接近的有"),
    (["宣传科不负责哪些工作"], BAD_QUERY, "最接近的有"),
    (["宣传科或法制支队负责什么"], BAD_QUERY, "分开各问一次"),
    (["zzz"], BAD_QUERY, "也没有相近的"),
    (["unit-lead"], BAD_QUERY, "unit-leads"),
    (["unit-leads"], BAD_QUERY, "unit=宣传科"),
    (["unit-leads", "unit=宣传处"], BAD_QUERY, "宣传科"),
    (["宣传处要配合哪些单位"], BAD_QUERY, "宣传科"),
    (["unit-leads", "unit=宣传科", "x=y"], BAD_QUERY, "plan"),
    (["unit=宣传科"], USAGE, "unit=宣传科"),
]


@pytest.mark.parametrize(("words", "code", "said"), REFUSED)
def test_what_cannot_be_answered_is_refused_in_a_sentence(
    words: list[str], code: int, said: str, folder: Path
) -> None:
    done = ask(*words, "--store", folder)
    assert done.returncode == code
    assert said in done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


def test_an_empty_answer_is_said_to_be_empty(folder: Path) -> None:
    done = ask("no-owner", "--store", folder)
    assert done.returncode == 0
    assert "没有符合的结果" in done.stderr


def test_words_that_narrow_nothing_are_told_beside_the_answer(folder: Path) -> None:
    done = ask("近期宣传科负责哪些任务", "--store", folder)
    assert done.returncode == 0, done.stderr
    assert "没有按“近期”筛选" in done.stderr
    assert "筛选" not in ask("宣传科负责哪些任务", "--store", folder).stderr


def test_what_fits_nearly_as_well_is_told_beside_the_answer(folder: Path) -> None:
    done = ask("第16项涉及哪些文件", "--store", folder)
    assert done.returncode == 0, done.stderr
    assert "requirement-citations" in done.stderr.splitlines()[0]
    assert "也可能是想问" in done.stderr
    assert "requirement-source" in done.stderr
    assert "也可能" not in ask("谁最忙", "--store", folder).stderr


@pytest.mark.parametrize(("lang", "told"), [("zh", "3 个月"), ("en", "3 months")])
def test_a_period_is_told_in_words_to_people_and_left_to_programs(
    folder: Path, lang: str, told: str
) -> None:
    shown = ask("recurring-duties", "--store", folder, "--lang", lang)
    assert told in shown.stdout
    assert "P3M" not in shown.stdout
    assert "P3M" in ask("recurring-duties", "--store", folder, "--format", "json").stdout


def test_names_that_may_be_the_same_unit_are_told_and_not_counted(tmp_path: Path) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text(
        "云泽县人民政府办公室关于印发2026年工作要点的通知\n云泽县2026年工作要点\n"
        "1.清理资金。（责任单位：县财政局（县金融办）、县审计局）\n"
        "2.报送决算。（责任单位：县财政局）\n",
        encoding="utf-8",
    )
    done = ask("unit-requirements", "unit=县财政局", "--plan", plan)
    assert "报送决算" in done.stdout
    assert "清理资金" not in done.stdout, "nothing is merged silently"
    assert "县财政局（县金融办）" in done.stderr
    assert "units suggest" in done.stderr
    assert "units suggest" not in ask("unit-requirements", "unit=县审计局", "--plan", plan).stderr
