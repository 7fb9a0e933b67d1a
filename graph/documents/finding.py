"""Paths as a user gives them become the documents that they stand for."""

import re
from collections.abc import Iterable, Iterator
from glob import has_magic
from pathlib import Path

from ..errors import DocumentError
from .file import STANDARD_INPUT
from .formats import ENDINGS

_LOCK_FILE = "~$"
"""Word and WPS leave such a file beside a document that is open."""

_BESIDE = re.compile(r".+[._]files", re.IGNORECASE)
"""Office keeps the parts of a page that it saves in a folder of that name beside it."""
_NO_CONTENT = frozenset({"header", "tabstrip"})
"""Pages in such a folder that hold headers of a document, or the names of sheets."""


def find_documents(paths: Iterable[str | Path]) -> tuple[Path, ...]:
    """Give the documents that files, folders and globs stand for: sorted, each once.

    A folder is searched to its depth for the endings of the supported formats; a file that is
    named is taken whatever its ending. Raises `DocumentError` for a path that does not exist and
    for a folder or glob without a document.
    """
    return tuple(sorted({found for path in paths for found in _stand_for(Path(path))}))


def _stand_for(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from _some(_in_folder(path), "documents.empty-folder", path)
    elif path.exists() or str(path) == STANDARD_INPUT:
        yield path
    elif has_magic(str(path)):
        yield from _some(_matching(path), "documents.empty-glob", path)
    else:
        raise DocumentError("documents.missing", path=path)


def _some(found: Iterable[Path], key: str, path: Path) -> tuple[Path, ...]:
    documents = tuple(found)
    if not documents:
        raise DocumentError(key, path=path, endings=" ".join(sorted(ENDINGS)))
    return documents


def _in_folder(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file() and _is_document(path))


def _matching(pattern: Path) -> Iterator[Path]:
    for path in Path(pattern.anchor).glob(str(pattern.relative_to(pattern.anchor))):
        if path.is_dir():
            yield from _in_folder(path)
        elif _is_document(path):
            yield path


def _is_document(path: Path) -> bool:
    hidden = path.name.startswith((_LOCK_FILE, "."))
    beside = path.stem.lower() in _NO_CONTENT and _BESIDE.fullmatch(path.parent.name)
    return path.suffix.lower() in ENDINGS and not hidden and not beside
