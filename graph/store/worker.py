"""The process in which queries of unknown cost run: `python -m dutygraph.graph.store.worker`.

It is told where its data are, says that it is ready, and then answers one request after another
on its standard streams, pickled. Whoever started it may kill it at any moment.
"""

import os
import pickle
import sys
from pathlib import Path
from threading import Timer
from typing import IO, Any

from ..errors import DutygraphError
from .embedded import EmbeddedEngine
from .engine import Change

MEMORY = 4 * 2**30
"""Bytes that a query may use where the system can limit it."""
ORPHANED = 10.0
"""Seconds after the time limit when a worker whose parent died ends by itself."""


def main() -> None:
    """Serve requests until the input ends."""
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    _limit_memory()
    place: Path | bytes = pickle.load(requests)  # noqa: S301 — written by the parent process
    engine = _engine(place)
    _send(answers, "ready")
    while True:
        try:
            request = pickle.load(requests)  # noqa: S301 — as above
        except EOFError:
            return
        _send(answers, _answer(engine, request))


def _engine(place: Path | bytes) -> EmbeddedEngine:
    if isinstance(place, Path):
        return EmbeddedEngine(place)
    engine = EmbeddedEngine(None)
    engine.apply(Change(place.decode()))
    return engine


def _answer(engine: EmbeddedEngine, request: tuple[str, tuple[Any, ...]]) -> object:
    method, arguments = request
    limits = arguments[1]
    watchdog = Timer(limits.seconds + ORPHANED, os._exit, (1,))
    watchdog.daemon = True
    watchdog.start()
    try:
        return getattr(engine, method)(*arguments)
    except DutygraphError as error:
        return error
    finally:
        watchdog.cancel()


def _send(answers: IO[bytes], answer: object) -> None:
    pickle.dump(answer, answers, pickle.HIGHEST_PROTOCOL)
    answers.flush()


def _limit_memory() -> None:
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
