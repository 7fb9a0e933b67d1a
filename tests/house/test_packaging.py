"""The wheel holds what the folders hold."""

import os
import tomllib
from pathlib import Path

import pytest

import dutygraph

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("cli", "exports", "graph", "ontology")


def settings() -> dict[str, object]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
        "setuptools"
    ]


def test_every_folder_of_the_rooms_is_listed() -> None:
    """A folder that holds modules or data is a package of the wheel."""
    files = (path for room in ROOMS for path in (ROOT / room).rglob("*") if path.is_file())
    folders = {path.parent for path in files if path.parent.name != "__pycache__"}
    names = {"dutygraph." + ".".join(folder.relative_to(ROOT).parts) for folder in folders}
    assert set(settings()["packages"]) == names | {"dutygraph"}


def test_every_data_file_is_shipped() -> None:
    """A file in a room that is not Python matches one of the package-data patterns."""
    patterns = settings()["package-data"]
    shipped = {
        path
        for package, globs in patterns.items()
        for pattern in globs
        for path in (ROOT / "/".join(package.split(".")[1:])).glob(pattern)
    }
    data = {
        path
        for room in ROOMS
        for path in (ROOT / room).rglob("*")
        if path.is_file() and path.suffix not in {".py", ".pyc"}
    }
    assert data - shipped == set()


@pytest.mark.skipif(
    not os.environ.get("DUTYGRAPH_INSTALLED"), reason="DUTYGRAPH_INSTALLED is not set"
)
def test_the_installed_package_is_under_test() -> None:
    """On CI the tests import the installed wheel, not the checkout."""
    assert not Path(dutygraph.__file__).is_relative_to(ROOT) or ".venv" in dutygraph.__file__
