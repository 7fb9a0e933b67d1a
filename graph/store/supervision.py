"""Queries of unknown cost, run in a worker process that is stopped when they go too far.

Oxigraph cannot stop a query once it runs, and a query can use up all memory or the stack; in a
process of its own it harms nobody. The worker stays for the next query unless it was stopped.
"""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Lock, Timer
from typing import cast
from weakref import finalize

from ..errors import DutygraphError, QueryError
from ..table import Table
from .limits import Limits
from .query_guard import Query

GRACE = 0.5
"""Seconds beyond the time limit in which a worker can still hand over what it found."""


class Supervisor:
    """Answers queries in worker processes over a copy of the data or its folder."""

    def __init__(self, place: Callable[[], Path | bytes]) -> None:
        self._place = place
        self._idle: list[_Worker] = []
        self._lock = Lock()

    def select(self, query: Query, limits: Limits | None) -> Table:
        """Answer a SELECT query."""
        return cast("Table", self._answer("select", limits, query, limits))

    def ask(self, query: Query, limits: Limits | None) -> bool:
        """Answer an ASK query."""
        return cast("bool", self._answer("ask", limits, query, limits))

    def construct(self, query: Query, limits: Limits | None, kind: str) -> bytes:
        """Answer a CONSTRUCT or DESCRIBE query as a document."""
        return cast("bytes", self._answer("construct", limits, query, limits, kind))

    def close(self) -> None:
        """End the workers; the next query starts a new one, which sees the data as they are."""
        with self._lock:
            while self._idle:
                self._idle.pop().end()

    def _answer(self, method: str, limits: Limits | None, *arguments: object) -> object:
        worker = self._taken()
        try:
            answer = worker.answer((method, arguments), (limits or Limits()).seconds)
        except BaseException:
            worker.end()
            raise
        with self._lock:
            self._idle.append(worker)
        if isinstance(answer, DutygraphError):
            raise answer
        return answer

    def _taken(self) -> "_Worker":
        with self._lock:
            if self._idle:
                return self._idle.pop()
        return _Worker(self._place())


class _Worker:
    """One worker process."""

    def __init__(self, place: Path | bytes) -> None:
        self._process = subprocess.Popen(  # noqa: S603 — our own module in our own interpreter
            [sys.executable, "-m", f"{__package__}.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
        self._expired = False
        self.end = finalize(self, _end, self._process)
        self._exchange(place)

    def answer(self, request: object, seconds: float) -> object:
        """Send a request and wait for its answer, no longer than the seconds and the grace.

        Raises `QueryError` when the worker had to be stopped or died.
        """
        timer = Timer(seconds + GRACE, self._expire)
        timer.daemon = True
        timer.start()
        try:
            return self._exchange(request)
        except QueryError:
            if self._expired:
                raise QueryError("query.timeout", seconds=f"{seconds:g}") from None
            raise
        finally:
            timer.cancel()

    def _exchange(self, message: object) -> object:
        requests, answers = self._process.stdin, self._process.stdout
        try:
            pickle.dump(message, requests)  # type: ignore[arg-type]
            requests.flush()  # type: ignore[union-attr]
            return pickle.load(answers)  # type: ignore[arg-type]  # noqa: S301 — our own worker
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            raise QueryError("query.died") from error

    def _expire(self) -> None:
        self._expired = True
        self._process.kill()


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            stream.close()
