"""What a store was built from: which file, with which bytes, gave which plans.

It is a note beside the data and never the data themselves: without it everything is read again,
and ends the same.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from .intake import Intake

FILE = "documents.json"


@dataclass(frozen=True, slots=True)
class Reading:
    """One file as it was read."""

    sha256: str
    reader: str
    """The version of the program and how it was told to read."""
    plans: tuple[str, ...]
    """IRIs."""


class Ledger:
    """Readings by the full path of their file, kept in the folder of a store."""

    def __init__(self, folder: Path | None) -> None:
        self._file = folder / FILE if folder else None
        self._readings = _read(self._file)

    def key(self, path: Path) -> str:
        """Give what a file is known by."""
        return str(path.resolve())

    def get(self, path: Path) -> Reading | None:
        """Give what is known of a file."""
        return self._readings.get(self.key(path))

    def note(self, path: Path, reading: Reading) -> tuple[str, ...]:
        """Note a reading; give the plans that the file held before and that no file holds now."""
        former = self.get(path)
        self._readings[self.key(path)] = reading
        if former is None or set(former.plans) <= set(reading.plans):
            return ()
        still = {plan for each in self._readings.values() for plan in each.plans}
        return tuple(plan for plan in former.plans if plan not in still)

    def save(self) -> None:
        """Write the ledger whole or not at all; the store's folder must be there by now."""
        if self._file is None:
            return
        records = {key: asdict(reading) for key, reading in sorted(self._readings.items())}
        part = self._file.with_suffix(".part")
        part.write_text(json.dumps(records, ensure_ascii=False, indent=0), encoding="utf-8")
        part.replace(self._file)


def reading_in(record: Mapping[str, Any]) -> Reading:
    """Give the reading that a record holds. Raises `KeyError` or `TypeError` for another record."""
    return Reading(record["sha256"], record["reader"], tuple(record["plans"]))


def reader_of(intake: Intake) -> str:
    """Name the version of the program and the settings that decide what is read."""
    said = f"{intake.encoding}/{intake.via}/{intake.register!r}"
    return f"{version('dutygraph')}/{hashlib.sha256(said.encode()).hexdigest()[:12]}"


def sha256_of(path: Path) -> str:
    """Give the SHA-256 of a file's bytes. Raises `OSError` when it cannot be read."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _read(file: Path | None) -> dict[str, Reading]:
    if file is None or not os.path.exists(file):  # noqa: PTH110 — a folder may be unreadable
        return {}
    try:
        records = json.loads(file.read_text(encoding="utf-8"))
        return {key: reading_in(said) for key, said in records.items()}
    except (OSError, ValueError, KeyError, TypeError):
        return {}  # a note that cannot be read is no note: everything is read again
