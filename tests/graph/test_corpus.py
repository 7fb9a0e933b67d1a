"""Many documents become one store: whatever the order, the processes and the interruptions."""

import shutil
from pathlib import Path

import pytest
from mappers import dies_on_bad

from dutygraph.graph.corpus import BATCH, _Pool, build
from dutygraph.graph.corpus_ledger import FILE, Ledger
from dutygraph.graph.documents.finding import find_documents
from dutygraph.graph.intake import Intake
from dutygraph.graph.store import open_store


def dump(place: Path) -> bytes:
    with open_store(place) as store:
        return store.dump("nquads")


@pytest.fixture
def folder(tmp_path: Path, example: Path) -> Path:
    """Three yearly plans, one file that cannot be opened, one letter."""
    place = tmp_path / "文件"
    place.mkdir()
    text = example.read_text(encoding="utf-8")
    for year in (2020, 2021, 2023):
        written = text.replace("2022", str(year))
        (place / f"方案{year}.txt").write_text(written, encoding="utf-8")
    (place / "坏.docx").write_bytes(b"PK\x03\x04 broken")
    (place / "信.txt").write_text("今天天气很好。\n我们去公园散步。\n", encoding="utf-8")
    return place


def run(place: Path, folder: Path, jobs: int = 1):
    with open_store(place) as store:
        return build(store, find_documents([folder]), jobs=jobs, ledger=Ledger(place))


def test_a_folder_is_built_and_its_faults_are_told(folder: Path, tmp_path: Path) -> None:
    done = run(tmp_path / "db", folder)
    assert (done.read, done.plans, done.unchanged) == (4, 3, 0)
    assert [path.name for path in done.empty] == ["信.txt"]
    assert [Path(failure.path).name for failure in done.failures] == ["坏.docx"]
    with open_store(tmp_path / "db") as store:
        assert [plan.year for plan in store.plans()] == ["2020", "2021", "2023"]
        assert store.ask_boolean("ASK { duty:Plan a ?kind }"), "the vocabulary is there"


def test_what_has_not_changed_is_skipped(folder: Path, tmp_path: Path) -> None:
    run(tmp_path / "db", folder)
    before = dump(tmp_path / "db")
    again = run(tmp_path / "db", folder)
    assert (again.read, again.unchanged, len(again.failures)) == (0, 4, 1)
    assert dump(tmp_path / "db") == before


def test_what_has_changed_is_replaced_as_if_built_anew(folder: Path, tmp_path: Path) -> None:
    run(tmp_path / "db", folder)
    changed = folder / "方案2021.txt"
    text = changed.read_text(encoding="utf-8").replace("2021", "2019").replace("宣传科", "新闻科")
    changed.write_text(text, encoding="utf-8")
    again = run(tmp_path / "db", folder)
    assert (again.read, again.unchanged) == (1, 3)
    run(tmp_path / "fresh", folder)
    assert dump(tmp_path / "db") == dump(tmp_path / "fresh")


def test_other_settings_of_reading_read_again(folder: Path, tmp_path: Path) -> None:
    run(tmp_path / "db", folder)
    with open_store(tmp_path / "db") as store:
        found, ledger = find_documents([folder]), Ledger(tmp_path / "db")
        again = build(store, found, Intake(encoding="utf-8"), ledger=ledger)
    assert again.unchanged == 0


def test_processes_do_not_change_the_store(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dutygraph.graph.corpus.WORTH_A_POOL", 2)
    one, many = run(tmp_path / "one", folder), run(tmp_path / "many", folder, jobs=2)
    assert (one.read, one.plans, len(one.failures)) == (many.read, many.plans, len(many.failures))
    assert dump(tmp_path / "one") == dump(tmp_path / "many")


def test_an_interrupted_run_goes_on_where_it_stopped(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dutygraph.graph.corpus.BATCH", 2)
    heard: list[int] = []

    def interrupt(done: int) -> None:
        heard.append(done)
        if sum(heard) >= 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), open_store(tmp_path / "db") as store:
        build(store, find_documents([folder]), ledger=Ledger(tmp_path / "db"), tell=interrupt)
    rest = run(tmp_path / "db", folder)
    assert rest.unchanged > 0
    assert rest.unchanged + rest.read == 4
    run(tmp_path / "fresh", folder)
    assert dump(tmp_path / "db") == dump(tmp_path / "fresh")


def test_without_its_note_everything_is_read_again(folder: Path, tmp_path: Path) -> None:
    run(tmp_path / "db", folder)
    before = dump(tmp_path / "db")
    (tmp_path / "db" / FILE).write_text("{not json", encoding="utf-8")
    assert run(tmp_path / "db", folder).read == 4
    assert dump(tmp_path / "db") == before


def test_a_moved_folder_gives_the_same_store(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "copy" / "文件")
    run(tmp_path / "one", folder)
    run(tmp_path / "two", tmp_path / "copy" / "文件")
    assert dump(tmp_path / "one") == dump(tmp_path / "two")
    assert BATCH > 1


def test_a_document_that_kills_its_process_does_not_stop_the_rest() -> None:
    names = ["a", "b", "bad", "c", "d"]
    with _Pool(dies_on_bad, 2) as pool:
        mapped = list(pool.map([Path(name) for name in names]))
    assert [each.path.name for each in mapped] == names
    assert [each.path.name for each in mapped if each.failure] == ["bad"]
