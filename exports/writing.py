"""Files are written whole or not at all."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from ..graph.errors import OutputError


def write_file(path: str | Path, data: bytes, *, force: bool = False) -> None:
    """Write one file whole or not at all; the folders above it are made.

    Raises `OutputError` when the file exists and `force` is not given, or cannot be written.
    """
    write_files({Path(path): data}, force=force)


def write_files(files: Mapping[Path, bytes], *, force: bool = False) -> None:
    """Write several files; none takes its place before all of them are on the disk.

    Raises `OutputError` before anything is written when a file stands in the way and `force`
    is not given, and when one cannot be written; no half-written file stays behind.
    """
    for path in files:
        _refuse(path, force=force)
    parts = {path: path.with_name(f".{path.name}.{os.getpid()}.part") for path in files}
    try:
        for path, data in files.items():
            _write(path, parts[path], data)
        for path, part in parts.items():
            _replace(part, path)
    finally:
        for part in parts.values():
            with suppress(OSError):
                part.unlink(missing_ok=True)


def _refuse(path: Path, *, force: bool) -> None:
    if path.is_dir():
        raise OutputError("writing.directory", path=path)
    if path.exists() and not force:
        raise OutputError("writing.exists", path=path)


def _write(path: Path, part: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
    except (FileExistsError, NotADirectoryError) as error:
        raise OutputError("writing.no-folder", path=path, folder=path.parent) from error
    except OSError as error:
        raise OutputError("writing.refused", path=path, reason=error) from error


def _replace(part: Path, path: Path) -> None:
    try:
        part.replace(path)
    except OSError as error:
        # Windows refuses to replace a file that another program holds open.
        raise OutputError("writing.held", path=path, reason=error) from error
