"""Documents read by the processes of a Dask cluster make the store that one process makes."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from mappers import dies_on_bad

from dutygraph.graph.corpus import build, mapping
from dutygraph.graph.corpus_ledger import Ledger
from dutygraph.graph.dask_cluster import Lost, on_cluster
from dutygraph.graph.documents.finding import find_documents
from dutygraph.graph.errors import ClusterError, MissingExtraError, UsageError
from dutygraph.graph.intake import Intake
from dutygraph.graph.store import open_store

YEARS = (2019, 2020, 2021, 2023)


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """The address of a cluster of two processes on this machine."""
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0"
    ) as cluster:
        yield f"dask:{cluster.scheduler_address}"


@pytest.fixture
def folder(tmp_path: Path, example: Path) -> Path:
    """Four yearly plans, one file that cannot be opened, one letter."""
    place = tmp_path / "文件"
    place.mkdir()
    text = example.read_text(encoding="utf-8")
    for year in YEARS:
        written = text.replace("2022", str(year))
        (place / f"方案{year}.txt").write_text(written, encoding="utf-8")
    (place / "坏.docx").write_bytes(b"PK\x03\x04 broken")
    (place / "信.txt").write_text("今天天气很好。\n我们去公园散步。\n", encoding="utf-8")
    return place


def built(place: Path, folder: Path, cluster: str | None = None):
    """Build a store; give what was done and the store's bytes."""
    with open_store(place) as store:
        found = find_documents([folder])
        done = build(store, found, cluster=cluster, ledger=Ledger(place))
        return done, store.dump("nquads")


def test_a_cluster_builds_the_store_that_one_process_builds(
    scheduler: str, folder: Path, tmp_path: Path
) -> None:
    there, theirs = built(tmp_path / "there", folder, scheduler)
    here, ours = built(tmp_path / "here", folder)
    assert (there.read, there.plans) == (here.read, here.plans) == (5, 4)
    assert theirs == ours


def test_a_bad_file_is_told_by_the_path_that_was_given(
    scheduler: str, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done, _ = built(tmp_path / "db", Path("文件"), scheduler)
    (failure,) = done.failures
    assert failure.path == str(Path("文件") / "坏.docx")
    assert str(tmp_path) not in failure.error.sentence()
    assert done.empty == [Path("文件") / "信.txt"]


def test_what_has_not_changed_is_read_by_no_cluster(
    scheduler: str, folder: Path, tmp_path: Path
) -> None:
    (folder / "坏.docx").unlink()
    built(tmp_path / "db", folder, scheduler)
    again, _ = built(tmp_path / "db", folder, "dask:tcp://127.0.0.1:9")
    assert (again.read, again.unchanged) == (0, 5)


def test_a_cluster_of_its_own_is_started_and_stopped(example: Path) -> None:
    with mapping(Intake(), 1, "dask:local") as mapped:
        (document,) = mapped([example])
    assert (document.path, len(document.plans), document.failure) == (example, 1, None)


def test_a_document_that_kills_its_worker_stops_no_other(scheduler: str) -> None:
    names = ["a", "bad", "c"]
    with on_cluster(scheduler, 2, dies_on_bad) as mapped:
        found = list(mapped([Path(name) for name in names]))
    assert [isinstance(each, Lost) for each in found] == [False, True, False]
    assert [each.path.name for each in found if not isinstance(each, Lost)] == ["a", "c"]


@pytest.mark.parametrize("place", ["spark:local", "dask:127.0.0.1:8786", "dask:http://host"])
def test_a_place_that_is_no_cluster_is_refused(place: str) -> None:
    with (
        pytest.raises(UsageError, match=r"dask:tcp://127\.0\.0\.1:8786"),
        mapping(Intake(), 1, place),
    ):
        pass


def test_a_scheduler_that_is_not_there_is_told() -> None:
    with (
        pytest.raises(ClusterError, match=r"127\.0\.0\.1:9\b"),
        mapping(Intake(), 1, "dask:tcp://127.0.0.1:9"),
    ):
        pass


def test_without_dask_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with (
        pytest.raises(MissingExtraError, match=r"dutygraph\[dask\]"),
        mapping(Intake(), 1, "dask:local"),
    ):
        pass
