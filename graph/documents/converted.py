"""What this room has no reader for goes through LibreOffice, when that is installed.

Each run has a profile of its own, since two runs that share one fail, and a time limit.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from ..errors import DocumentError
from .file import Content, File
from .formats import BY_NAME, Format
from .recognising import recognise

_PLACES = (
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)


def program() -> str | None:
    """Find LibreOffice on the search path or where its installers put it."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


def read(file: File) -> Content:
    """Convert a file with LibreOffice and read the result.

    Raises `DocumentError` when LibreOffice is missing, fails, takes too long, or has no
    conversion for this kind of file.
    """
    kind = recognise(file)
    command = program()
    if not kind.converts_to:
        raise DocumentError("documents.no-conversion", path=file.path, kind=kind.name)
    if command is None:
        raise DocumentError("documents.needs-libreoffice", path=file.path, kind=kind.name)
    target = BY_NAME[kind.converts_to]
    reader = import_module(f".{target.reader}", __package__)
    content: Content = reader.read(replace(file, data=_convert(file, kind, command)))
    return replace(content, reader="libreoffice")


def _convert(file: File, kind: Format, command: str) -> bytes:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        origin = Path(folder, f"document.{kind.written_as or kind.name}")
        origin.write_bytes(file.data)
        result = Path(folder, "result", f"document.{kind.converts_to}")
        arguments = [
            command,
            f"-env:UserInstallation={Path(folder, 'profile').as_uri()}",
            *("--headless", "--norestore", "--nolockcheck"),
            *("--convert-to", kind.converts_to),
            *("--outdir", str(result.parent)),
            str(origin),
        ]
        _run(arguments, file)
        if not result.is_file():
            raise DocumentError("documents.conversion-failed", path=file.path)
        return result.read_bytes()


def _run(arguments: list[str], file: File) -> None:
    """Run a command to its end; after the time limit end it with all that it started."""
    process = subprocess.Popen(  # noqa: S603 - the program is LibreOffice
        arguments,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(file.limits.conversion_seconds)
    except subprocess.TimeoutExpired as error:
        _end(process)
        raise DocumentError(
            "documents.conversion-slow", path=file.path, n=file.limits.conversion_seconds
        ) from error


def _end(process: "subprocess.Popen[bytes]") -> None:
    if sys.platform == "win32":
        command = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(command, check=False)  # noqa: S603 - a part of Windows
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
