"""Many documents become one store: in parallel, a batch at a time, going on where it stopped."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain, islice
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

from .corpus_ledger import Ledger, Reading, reader_of, sha256_of
from .errors import DocumentError, DutygraphError
from .intake import Failure, Intake, read_plans

if TYPE_CHECKING:
    from .dask_cluster import Lost
    from .store import Store

Thing = TypeVar("Thing")
BATCH = 50
"""Documents that are read before they are written together: more would not be written faster."""
WORTH_A_POOL = 12
"""From this many documents on, starting further processes pays."""


@dataclass(frozen=True, slots=True)
class Mapped:
    """A document as quads: what a pool, or a cluster, gives back for each path."""

    path: Path
    sha256: str = ""
    plans: tuple[str, ...] = ()
    """IRIs, in the order of the document."""
    quads: tuple[str, ...] = ()
    """N-Quads, one text a plan."""
    failure: Failure | None = None


@dataclass(slots=True)
class Progress:
    """What a building run has done so far."""

    read: int = 0
    unchanged: int = 0
    plans: int = 0
    empty: list[Path] = field(default_factory=list)
    """Documents that hold no assigned requirement."""
    failures: list[Failure] = field(default_factory=list)


def map_document(path: Path, intake: Intake) -> Mapped:
    """Read one document into quads; whatever goes wrong with it is told, never raised."""
    from .triples.iris import plan_iri
    from .triples.plan_quads import nquads

    try:
        digest = sha256_of(path)
        plans = [plan for plan in read_plans(path, intake) if plan.requirements]
        return Mapped(
            path, digest, tuple(map(plan_iri, plans)), tuple(nquads(plan) for plan in plans)
        )
    except DutygraphError as error:
        return Mapped(path, failure=Failure(str(path), error))
    except Exception as error:  # noqa: BLE001 — one bad file must not stop the others
        detail = f"{type(error).__name__}: {error}"
        return Mapped(
            path,
            failure=Failure(str(path), DocumentError("corpus.fault", path=path, detail=detail)),
        )


def build(
    store: "Store",
    paths: Sequence[Path],
    intake: Intake | None = None,
    *,
    jobs: int = 1,
    cluster: str | None = None,
    ledger: Ledger | None = None,
    tell: Callable[[int], None] = lambda done: None,
) -> Progress:
    """Read documents into a store; those that the ledger knows unchanged are skipped.

    Each batch is written, then noted, so an interrupted run goes on after its last batch.
    `tell` hears how many more documents are done. With a `cluster`, such as
    `dask:tcp://host:8786`, its processes read; they must see the same files.

    Raises `StoreError` when the store cannot be written, and what `on_cluster` raises.
    """
    wish, known, progress = intake or Intake(), ledger or Ledger(None), Progress()
    changed = [path for path in paths if not _unchanged(path, known, wish)]
    progress.unchanged = len(paths) - len(changed)
    progress.empty += _still_empty(set(paths) - set(changed), known)
    tell(progress.unchanged)
    if not changed:
        return progress
    processes = jobs if cluster or len(changed) >= WORTH_A_POOL else 1
    with mapping(wish, processes, cluster) as mapped:
        store.put_vocabulary()
        some = [changed] if cluster else _batches(changed, BATCH)
        documents = chain.from_iterable(map(mapped, some))
        for batch in _batches(_told(documents, tell), BATCH):
            _write(store, known, batch, wish, progress)
    return progress


@contextmanager
def mapping(
    intake: Intake, jobs: int, cluster: str | None = None
) -> Iterator[Callable[[Sequence[Path]], Iterator[Mapped]]]:
    """Give a function that maps documents in order, in so many processes or on a cluster."""
    one = partial(map_document, intake=intake)
    if cluster is not None:
        from .dask_cluster import on_cluster

        with on_cluster(cluster, jobs, one) as mapped:
            yield partial(_mapped_there, mapped)
        return
    if jobs <= 1:
        yield lambda paths: map(one, paths)
        return
    with _Pool(one, jobs) as pool:
        yield pool.map


def _mapped_there(
    mapped: "Callable[[Sequence[Path]], Iterator[Mapped | Lost]]", paths: Sequence[Path]
) -> Iterator[Mapped]:
    """Map on a cluster, whose processes stand in other folders, by full paths."""
    from .dask_cluster import Lost

    there = mapped([path.resolve() for path in paths])
    for path, document in zip(paths, there, strict=True):
        if isinstance(document, Lost):
            key = "corpus.fault" if document.detail else "corpus.died"
            error: DutygraphError = DocumentError(key, path=path, detail=document.detail)
            yield Mapped(path, failure=Failure(str(path), error))
        elif document.failure:
            error = document.failure.error
            error.values |= {"path": path} if "path" in error.values else {}
            yield replace(document, path=path, failure=Failure(str(path), error))
        else:
            yield replace(document, path=path)


class _Pool:
    """A pool that outlives a document that kills its process."""

    def __init__(self, one: Callable[[Path], Mapped], jobs: int) -> None:
        self._one, self._jobs = one, jobs
        self._executor = self._started(jobs)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_failure: object) -> None:
        self._executor.shutdown(cancel_futures=True)

    def map(self, paths: Sequence[Path]) -> Iterator[Mapped]:
        """Map documents; when a process dies, the rest are tried one by one to find the culprit."""
        size = max(1, min(50, len(paths) // (self._jobs * 4)))
        done = 0
        try:
            for mapped in self._executor.map(self._one, paths, chunksize=size):
                done += 1
                yield mapped
        except BrokenProcessPool:
            self._executor = self._started(self._jobs)
            yield from map(self._alone, paths[done:])

    def _alone(self, path: Path) -> Mapped:
        with self._started(1) as executor:
            try:
                return executor.submit(self._one, path).result()
            except BrokenProcessPool:
                error = DocumentError("corpus.died", path=path)
                return Mapped(path, failure=Failure(str(path), error))

    @staticmethod
    def _started(jobs: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))


def _unchanged(path: Path, ledger: Ledger, intake: Intake) -> bool:
    known = ledger.get(path)
    if known is None or known.reader != reader_of(intake):
        return False
    try:
        return sha256_of(path) == known.sha256
    except OSError:
        return False


def _still_empty(unchanged: Iterable[Path], ledger: Ledger) -> list[Path]:
    """Give those that held no requirement when they were read, so that every run says so."""
    readings = {path: ledger.get(path) for path in sorted(unchanged)}
    return [path for path, known in readings.items() if known and not known.plans]


def _told(documents: Iterable[Mapped], tell: Callable[[int], None]) -> Iterator[Mapped]:
    for mapped in documents:
        tell(1)
        yield mapped


def _write(
    store: "Store", ledger: Ledger, batch: Iterable[Mapped], intake: Intake, progress: Progress
) -> None:
    read: list[Mapped] = []
    for mapped in batch:
        if mapped.failure:
            progress.failures.append(mapped.failure)
        else:
            read.append(mapped)
    store.put_all_quads(quads for mapped in read for quads in mapped.quads)
    gone: list[str] = []
    for mapped in read:
        reading = Reading(mapped.sha256, reader_of(intake), mapped.plans)
        gone += ledger.note(mapped.path, reading)
        progress.plans += len(mapped.plans)
        progress.empty += [] if mapped.plans else [mapped.path]
    for plan in sorted(set(gone) - {plan for mapped in read for plan in mapped.plans}):
        store.drop(plan)
    progress.read += len(read)
    store.flush()
    ledger.save()


def _batches(things: Iterable[Thing], size: int) -> Iterator[tuple[Thing, ...]]:
    remaining = iter(things)
    while some := tuple(islice(remaining, size)):
        yield some
