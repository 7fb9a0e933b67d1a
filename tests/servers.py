"""Real SPARQL servers on the loopback, started for a test session and stopped after it.

`oxigraph_url` and `virtuoso_url` are what `open_store` and `--store` take.
"""

import contextlib
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

PATIENCE = 90.0
"""Seconds that a server may take to answer at all; machines of CI are slow and shared."""
PASSWORD = "loopback-only"  # noqa: S105 — of a server that lives for one test session
VIRTUOSO_INI = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql_port}
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
DirsAllowed = {folder}
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerThreads = 8
[SPARQL]
ResultSetMaxRows = {rows}
"""
ROWS = 2_000
"""The number of rows at which this Virtuoso silently cuts an answer."""


def free_port() -> int:
    """Give a port of the loopback on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def await_answer(url: str, process: "subprocess.Popen[bytes]") -> None:
    """Wait until something answers at an address; fail when the process ends before."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if process.poll() is not None:
            pytest.fail(f"{process.args} ended with {process.returncode}")
        try:
            with urllib.request.urlopen(url, timeout=5):  # noqa: S310 — of the loopback
                return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"{process.args} did not answer within {PATIENCE:g} s")


@contextlib.contextmanager
def running(command: list[str | Path], url: str) -> Iterator[None]:
    """Run a server until the block is left."""
    process = subprocess.Popen(
        list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        await_answer(url, process)
        yield
    finally:
        process.kill()
        process.wait()


@contextlib.contextmanager
def oxigraph_server(*options: str, folder: Path) -> Iterator[str]:
    """Run Oxigraph's own server over a folder; gives its address."""
    program = Path(sys.executable).with_name("oxigraph")
    if not program.exists():
        pytest.skip("no oxigraph server is installed (pip install oxigraph)")
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    command = [program, "serve", "-l", folder, "-b", f"127.0.0.1:{port}", *options]
    with running(command, url):
        yield url


@pytest.fixture(scope="session")
def oxigraph_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of an Oxigraph server that stops queries after two seconds."""
    with oxigraph_server("--timeout-s", "2", folder=tmp_path_factory.mktemp("oxigraph")) as url:
        yield url


@pytest.fixture(scope="session")
def virtuoso_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a Virtuoso 7, with the credentials that may write to it."""
    program = shutil.which("virtuoso-t")
    if program is None:
        pytest.skip("no Virtuoso is installed (apt-get install virtuoso-opensource-7-bin)")
    folder, port = tmp_path_factory.mktemp("virtuoso"), free_port()
    settings = folder / "virtuoso.ini"
    text = VIRTUOSO_INI.format(folder=folder, port=port, sql_port=free_port(), rows=ROWS)
    settings.write_text(text, encoding="utf-8")
    command = [program, "-f", "-c", settings]
    # With these options it makes the database, sets the password, and ends.
    first = [*command, "+pwdold", "dba", "+pwddba", PASSWORD]
    subprocess.run(first, check=True, capture_output=True, timeout=PATIENCE)
    with running(command, f"http://127.0.0.1:{port}/sparql"):
        yield f"http://dba:{PASSWORD}@127.0.0.1:{port}/sparql"
