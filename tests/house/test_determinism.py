"""The same input gives the same bytes, whatever the hash seed or the locale."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

SURROUNDINGS = [("0", "C"), ("1", "C.UTF-8"), ("4242", "POSIX")]


def report_digests(example: Path, folder: Path, seed: str, locale: str) -> dict[str, str]:
    """Write a report in a process of its own; give the SHA-256 of each file."""
    settings = {"PYTHONHASHSEED": seed, "LC_ALL": locale, "DUTYGRAPH_LANG": "zh"}
    command = [sys.executable, "-m", "dutygraph.cli", "report", example, "-o", folder, "-q"]
    subprocess.run(command, env={**os.environ, **settings}, check=True, capture_output=True)
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.iterdir())
    }


def test_a_report_is_the_same_bytes_everywhere(example: Path, tmp_path: Path) -> None:
    reports = [
        report_digests(example, tmp_path / seed, seed, locale) for seed, locale in SURROUNDINGS
    ]
    assert reports[0]
    assert reports == [reports[0]] * len(reports)
