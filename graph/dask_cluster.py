"""The one door to Dask: work that is mapped over the processes of a cluster, results in order."""

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from .errors import ClusterError, MissingExtraError, UsageError

if TYPE_CHECKING:
    from distributed import Client, Future

Given = TypeVar("Given")
Result = TypeVar("Result")
SCHEME = "dask:"
LOCAL = frozenset({"", "local"})
HERE = "127.0.0.1"
AHEAD = 4
"""Tasks that are handed to each thread of a worker before its results are taken."""
PATIENCE = 5
"""Seconds after which a scheduler or its workers count as not there."""


class Lost(NamedTuple):
    """What came of a task whose worker died, or that failed outside of our code."""

    detail: str
    """What Dask says; empty when the worker died."""


DIED = Lost("")
"""Dask says it also of tasks that waited beside the one that killed the worker: each gets a second
try."""


@contextmanager
def on_cluster(
    place: str, jobs: int, one: Callable[[Given], Result]
) -> Iterator[Callable[[Iterable[Given]], Iterator[Result | Lost]]]:
    """Give a function that maps over a cluster, in order; a task that is lost stops no other.

    `place` is `dask:` or `dask:local` for so many processes of a cluster of its own, or `dask:` and
    the address of a scheduler, `dask:tcp://host:8786`, whose workers must have the same version of
    this program and see the same files.

    Raises `UsageError` for another place, `MissingExtraError` without Dask, `ClusterError` when
    the scheduler or its workers cannot be used.
    """
    address = _address(place)
    with _client(address, jobs) as client:
        _check(client, address or place)

        def mapped(given: Iterable[Given]) -> Iterator[Result | Lost]:
            remaining = iter(given)
            waiting = deque(_submitted(client, one, islice(remaining, _width(client))))
            while waiting:
                each, future = waiting.popleft()
                found = _result(future)
                if found == DIED:
                    found = _result(_submit(client, one, each))
                yield found
                waiting += _submitted(client, one, islice(remaining, 1))

        yield mapped


def _submit(client: "Client", one: Callable[[Given], Result], each: Given) -> "Future[Result]":
    return client.submit(one, each, pure=False)


def _submitted(
    client: "Client", one: Callable[[Given], Result], given: Iterable[Given]
) -> "Iterator[tuple[Given, Future[Result]]]":
    return ((each, _submit(client, one, each)) for each in given)


def _width(client: "Client") -> int:
    """Give how many tasks keep every worker busy; more would only fill the memory."""
    threads: dict[str, int] = client.nthreads()
    return AHEAD * sum(threads.values())


def _address(place: str) -> str:
    address = place.removeprefix(SCHEME)
    if not place.startswith(SCHEME):
        raise UsageError("cluster.place", place=place)
    if address in LOCAL:
        return ""
    if not address.startswith(("tcp://", "tls://", "ws://", "wss://", "ucx://")):
        raise UsageError("cluster.place", place=place)
    return address


@contextmanager
def _client(address: str, jobs: int) -> "Iterator[Client]":
    try:
        from distributed import Client, LocalCluster
    except ImportError as error:
        raise MissingExtraError("cluster.missing-extra") from error
    # What Dask logs while processes come and go would stand among our sentences.
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    if not address:
        silent = logging.CRITICAL
        local = LocalCluster(
            n_workers=jobs,
            threads_per_worker=1,
            host=HERE,
            dashboard_address=f"{HERE}:0",
            silence_logs=silent,
        )
        with local as cluster, Client(cluster) as client:
            yield client
        return
    try:
        client = Client(address, timeout=PATIENCE)
    except (OSError, ValueError) as error:
        raise ClusterError("cluster.unreachable", address=address) from error
    with client:
        yield client


def _check(client: "Client", address: str) -> None:
    """Wait for a worker; see that all of them have this program, in the same version."""
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError as error:
        raise ClusterError("cluster.no-workers", address=address) from error
    try:
        found = set(client.run(_version).values())
    except Exception as error:
        raise ClusterError("cluster.no-program", address=address) from error
    if found != {_version()}:
        theirs = ", ".join(sorted(found))
        raise ClusterError("cluster.version", address=address, theirs=theirs, ours=_version())


def _version() -> str:
    return version("dutygraph")


def _result(future: "Future[Result]") -> Result | Lost:
    from distributed.scheduler import KilledWorker

    try:
        return future.result()
    except KilledWorker:
        return DIED
    except Exception as error:  # noqa: BLE001 — one bad file must not stop the others
        return Lost(f"{type(error).__name__}: {error}")
