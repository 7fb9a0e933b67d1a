"""The committed files, the scripts that made them, and a short way to open bytes."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from dutygraph.graph.documents.document import Grid
from dutygraph.graph.documents.opening import open_document

FILES = Path(__file__).parent / "files"
EXAMPLES = Path(__file__).parents[3] / "examples"


def _module(path):
    spec = spec_from_file_location(path.stem, path)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def files():
    return FILES


@pytest.fixture(scope="session")
def word():
    """The script with the short ways to write Word XML."""
    return _module(FILES / "make_files.py")


@pytest.fixture(scope="session")
def formats():
    """The script that writes the example plan in every format."""
    return _module(EXAMPLES / "make_formats.py")


@pytest.fixture(scope="session")
def plan(formats):
    """The title and the table, merged cells filled down, of the example plan."""
    return formats.title_and_grid()


@pytest.fixture
def opened(tmp_path):
    """Open bytes under a name."""

    def open_bytes(name, data, **options):
        path = tmp_path / name
        path.write_bytes(data)
        return open_document(path, **options)

    return open_bytes


@pytest.fixture(scope="session")
def texts():
    """Write a document down: a text for each paragraph, a list of rows for each grid."""

    def write(document):
        return [
            [[cell.text for cell in row] for row in block.rows]
            if isinstance(block, Grid)
            else block.text
            for block in document.blocks
        ]

    return write
