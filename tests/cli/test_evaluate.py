"""`dutygraph evaluate`: scores and misses on the screen and as JSON."""

import json
import shutil
from pathlib import Path

import pytest

from dutygraph.cli.main import main
from dutygraph.graph.intake import read_plan
from dutygraph.graph.record import plan_record


def run(*arguments: object) -> int:
    with pytest.raises(SystemExit) as left:
        main(["evaluate", *map(str, arguments)])
    return int(left.value.code or 0)


@pytest.fixture
def labelled(tmp_path: Path, example: Path) -> Path:
    """The example with what the program reads in it as its label, one unit renamed."""
    label = plan_record(read_plan(example))
    label["requirements"][5]["assignments"][0]["unit"] = "监察支队"
    shutil.copy(example, tmp_path / "plan.txt")
    text = json.dumps(label, ensure_ascii=False)
    (tmp_path / "plan.json").write_text(text, encoding="utf-8")
    return tmp_path


def test_what_the_program_reads_is_a_label_in_the_right_form(labelled, capsys):
    assert run(labelled, "--json") == 0
    found = json.loads(capsys.readouterr().out)
    wrong = {name for name, score in found["scores"].items() if score["f1"] < 1}
    assert wrong == {"units", "units-and-roles", "names", "kinds"}
    assert found["scores"]["units"] == {
        "labelled": 87,
        "read": 87,
        "both": 86,
        "recall": 0.9885,
        "precision": 0.9885,
        "f1": 0.9885,
    }


def test_each_miss_is_listed_with_document_and_place(labelled, capsys):
    assert run(labelled, "--lang", "en") == 0
    lines = [line for line in capsys.readouterr().out.splitlines() if "plan.txt" in line]
    told = [line for line in lines if " units: " in line]
    assert len(told) == 2
    assert any("missing 监察支队" in line for line in told)
    assert any("extra 法制支队" in line for line in told)
    assert all("6 按照" in line and "table 1" in line for line in told)


def test_calibration_is_printed_when_asked_for(labelled, capsys):
    assert run(labelled, "--calibration", "--lang", "en") == 0
    assert "confidence" in capsys.readouterr().out
    assert run(labelled, "--lang", "en") == 0
    assert "confidence" not in capsys.readouterr().out


def test_a_folder_without_labels_is_refused_in_one_sentence(tmp_path, capsys):
    assert run(tmp_path, "--lang", "en") == 3
    said = capsys.readouterr().err.strip().splitlines()
    assert len(said) == 1
    assert "dutygraph read" in said[0]
