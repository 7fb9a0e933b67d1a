"""Labels: what a person reads in a document, as JSON beside it in the form of `read --json`."""

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from ..errors import DocumentError

Record = Mapping[str, Any]
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_NO_DOCUMENT = {".json", ".note"}


@dataclass(frozen=True, slots=True)
class Labelled:
    """A document and the plans that a person read in it."""

    document: Path
    label: tuple[Record, ...]


def labelled_documents(folder: Path) -> tuple[Labelled, ...]:
    """Give the documents of a folder that have a label: `plan.docx` beside `plan.json`.

    A label is one object of `dutygraph read --json`, or a list of them. Folders inside are left.
    Raises `DocumentError` when the folder holds no labelled document or a label is no label.
    """
    if not folder.is_dir():
        raise DocumentError("evaluation.no-folder", path=folder)
    found = [
        Labelled(document, read_label(label))
        for label in sorted(folder.glob("*.json"))
        if (document := _document_of(label)) is not None
    ]
    if not found:
        raise DocumentError("evaluation.no-labels", path=folder)
    return tuple(found)


def read_label(path: Path) -> tuple[Record, ...]:
    """Read a label. Raises `DocumentError` when it is not JSON or not in the form of a plan."""
    try:
        value = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise DocumentError("evaluation.bad-label", path=path, detail=error) from error
    plans = value if isinstance(value, list) else [value]
    if not all(isinstance(plan, dict) and _are_records(plan.get("requirements")) for plan in plans):
        raise DocumentError("evaluation.no-plan", path=path)
    return tuple(plans)


def requirements(plans: tuple[Record, ...]) -> tuple[Record, ...]:
    """Give the requirements of all the plans of a document, in order."""
    return tuple(requirement for plan in plans for requirement in plan["requirements"])


@lru_cache(maxsize=8192)
def plain(text: object) -> str:
    """Give a text for comparison: without white space and invisible characters, widths folded.

    >>> plain("各县（市、区） 政府")
    '各县(市、区)政府'
    """
    folded = unicodedata.normalize("NFKC", str(text or "")).translate(_INVISIBLE)
    return "".join(folded.split())


def _document_of(label: Path) -> Path | None:
    beside = sorted(label.parent.glob(f"{_escaped(label.stem)}.*"))
    return next((path for path in beside if path.suffix.lower() not in _NO_DOCUMENT), None)


def _escaped(stem: str) -> str:
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in stem)


def _are_records(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, dict) for item in value)
