"""`dutygraph build` makes a store that the other commands answer from."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from servers import oxigraph_server

from dutygraph.graph.store import open_store

UNREADABLE = 3


@pytest.fixture
def folder(tmp_path: Path, example: Path) -> Path:
    place = tmp_path / "plans"
    place.mkdir()
    (place / "plan.txt").write_bytes(example.read_bytes())
    return place


def dutygraph(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dutygraph.cli", *map(str, arguments)],
        capture_output=True, text=True, encoding="utf-8", check=False, cwd=cwd,
    )  # fmt: skip


def test_a_built_store_is_asked_without_naming_it(folder: Path, tmp_path: Path) -> None:
    built = dutygraph("build", folder, cwd=tmp_path)
    assert built.returncode == 0, built.stderr
    assert built.stderr == "", "progress is shown on a terminal only"
    assert "1" in built.stdout
    asked = dutygraph(
        "sparql", "-e", "SELECT (COUNT(*) AS ?n) { ?r a duty:Requirement }", cwd=tmp_path
    )
    assert asked.stdout.split()[-1] == "40"


def test_building_again_skips_what_is_there(folder: Path, tmp_path: Path) -> None:
    dutygraph("build", folder, "--store", tmp_path / "db", cwd=tmp_path)
    again = dutygraph("build", folder, "--store", tmp_path / "db", "--lang", "en", cwd=tmp_path)
    assert "skipped 1 unchanged" in again.stdout


@pytest.mark.parametrize("way", ["--store", "--quads"])
def test_a_document_without_requirements_is_named_in_every_run(
    folder: Path, tmp_path: Path, way: str
) -> None:
    (folder / "letter.txt").write_text("今天天气很好。\n我们去公园散步。\n", encoding="utf-8")
    words = ("build", folder, way, tmp_path / "out", "--lang", "en")
    first, second = (dutygraph(*words, cwd=tmp_path) for _ in range(2))
    assert "1 without requirements" in first.stdout
    assert "1 without requirements" in second.stdout
    assert "letter.txt" in second.stderr


def test_a_bad_file_is_told_and_the_rest_is_built(folder: Path, tmp_path: Path) -> None:
    (folder / "bad.docx").write_bytes(b"PK\x03\x04 broken")
    done = dutygraph("build", folder, "--store", tmp_path / "db", cwd=tmp_path)
    assert done.returncode == UNREADABLE
    assert len(done.stderr.splitlines()) == 1
    assert "bad.docx" in done.stderr
    assert (tmp_path / "db" / "CURRENT").exists()


def test_quads_go_to_files_of_their_own(folder: Path, tmp_path: Path) -> None:
    done = dutygraph("build", folder, "--quads", tmp_path / "out", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    (shard,) = (tmp_path / "out").iterdir()
    assert shard.name.startswith("plan-")
    assert shard.suffix == ".nq"
    assert not (tmp_path / "dutygraph.db").exists()
    before = shard.read_bytes()
    dutygraph("build", folder, "--quads", tmp_path / "out", cwd=tmp_path)
    assert shard.read_bytes() == before


def test_a_folder_that_is_no_store_is_left_alone(folder: Path, tmp_path: Path) -> None:
    done = dutygraph("build", folder, "--store", folder, cwd=tmp_path)
    assert done.returncode == 1
    assert "不是图谱库" in done.stderr
    assert [path.name for path in folder.iterdir()] == ["plan.txt"]


def test_a_remote_store_is_built_and_asked(folder: Path, tmp_path: Path) -> None:
    """A server of its own: `build` leaves the vocabulary there."""
    with oxigraph_server(folder=tmp_path / "server") as url:
        built = dutygraph("build", folder, "--store", url, cwd=tmp_path)
        query = "SELECT (COUNT(*) AS ?n) { ?r a duty:Requirement }"
        asked = dutygraph("sparql", "-e", query, "--store", url, cwd=tmp_path)
    assert built.returncode == 0, built.stderr
    assert asked.stdout.split()[-1] == "40"


@pytest.mark.parametrize("place", ["dask:tcp://127.0.0.1:9", "spark:local"])
def test_a_cluster_that_cannot_be_used_is_told_in_a_sentence(
    folder: Path, tmp_path: Path, place: str
) -> None:
    words = ("build", folder, "--store", tmp_path / "db", "--on", place, "--lang", "en")
    done = dutygraph(*words, cwd=tmp_path)
    assert done.returncode == (2 if place.startswith("spark") else 1)
    assert "dask" in done.stderr.lower()
    assert "Traceback" not in done.stderr


SKIPPED = re.compile(r"Documents read: (\d+).*skipped (\d+) unchanged; (\d+) without")


def counted(folder: Path, url: str, cwd: Path, *more: str) -> tuple[int, int, int]:
    """Build a remote store; give how many files were read, skipped, and without requirements."""
    done = dutygraph("build", folder, "--store", url, "--lang", "en", *more, cwd=cwd)
    found = SKIPPED.search(done.stdout)
    assert found, done.stderr
    read, unchanged, empty = map(int, found.groups())
    return read, unchanged, empty


def test_a_remote_store_too_skips_what_has_not_changed(folder: Path, tmp_path: Path) -> None:
    (folder / "letter.txt").write_text("今天天气很好。\n我们去公园散步。\n", encoding="utf-8")
    with oxigraph_server(folder=tmp_path / "server") as url:
        assert counted(folder, url, tmp_path) == (2, 0, 1)
        assert counted(folder, url, tmp_path) == (0, 2, 1)
        assert counted(folder, url, tmp_path, "--encoding", "utf-8")[:2] == (2, 0), "other settings"
        text = (folder / "plan.txt").read_text(encoding="utf-8").replace("2022年政务", "2023年政务")
        (folder / "plan.txt").write_text(text, encoding="utf-8")
        assert counted(folder, url, tmp_path, "--encoding", "utf-8") == (1, 1, 1)
        with open_store(url) as store:
            (held,) = store.plans()
            assert held.title.startswith("汕尾市公安局2023年"), "the former plan of the file left"
            assert str(tmp_path) not in store.dump("nquads").decode(), "no path is told to others"
            store.drop(held.iri)
        assert counted(folder, url, tmp_path, "--encoding", "utf-8") == (1, 1, 1)
        with open_store(url) as store:
            assert len(store.plans()) == 1, "a plan that the store lost is read again"
