"""The page that shows how a format is added is right: its example reads."""

import json
import re
import sys
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest

from dutygraph.graph.documents.document import Grid
from dutygraph.graph.documents.file import File
from dutygraph.graph.errors import DocumentError

PAGE = Path(__file__).resolve().parents[3] / "CONTRIBUTING.md"
ROWS = [["序号", "工作任务", "责任单位"], ["1", "修缮渡口。", "县港航局"]]


@pytest.fixture
def example(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Give the page's module, standing in the room for this test."""
    blocks = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    (code,) = [block for block in blocks if "def read(file" in block]
    assert len(code.splitlines()) < 60
    name = "dutygraph.graph.documents.jsonlines"
    spec = spec_from_loader(name, loader=None)
    assert spec is not None
    module = module_from_spec(spec)
    module.__package__ = "dutygraph.graph.documents"
    monkeypatch.setitem(sys.modules, name, module)
    exec(compile(code, str(PAGE), "exec"), module.__dict__)  # noqa: S102 — our own page
    return module


def test_the_example_reads_a_table(example: ModuleType) -> None:
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in ROWS)
    (grid,) = example.read(File("plan.jsonl", lines.encode())).blocks
    assert isinstance(grid, Grid)
    assert [[cell.text for cell in row] for row in grid.rows] == ROWS


def test_the_example_refuses_what_it_cannot_read(example: ModuleType) -> None:
    with pytest.raises(DocumentError):
        example.read(File("plan.jsonl", '["序号"'.encode()))
