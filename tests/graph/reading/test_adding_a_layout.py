"""The page that shows how a layout is added is right: its example reads."""

import re
import sys
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path

import pytest

from dutygraph.graph.plan import Role
from dutygraph.graph.reading import plans

PAGE = Path(__file__).resolve().parents[3] / "docs" / "adding-a-layout.md"


@pytest.fixture
def example(monkeypatch):
    """Give the page's module, standing in the room for this test."""
    (code,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert len(code.splitlines()) < 60
    name = "dutygraph.graph.reading.question_and_answer"
    spec = spec_from_loader(name, loader=None)
    assert spec is not None
    module = module_from_spec(spec)
    module.__package__ = "dutygraph.graph.reading"
    monkeypatch.setitem(sys.modules, name, module)
    exec(compile(code, str(PAGE), "exec"), module.__dict__)  # noqa: S102 — our own page
    return module


def test_the_example_reads_a_plan(example, monkeypatch, read):
    monkeypatch.setattr(plans, "LAYOUTS", (*plans.LAYOUTS, example))
    plan = read("任务：修缮渡口，9月底前完成。\n负责人员：县港航局牵头，各镇配合")
    (only,) = plan.requirements
    assert only.text == "修缮渡口，9月底前完成。"
    assert [(a.unit, a.role) for a in plan.assignments(only)] == [
        ("县港航局", Role.LEAD),
        ("各镇", Role.SUPPORT),
    ]
    assert plan.source.layout == "question-and-answer"
    assert only.timing[0].raw == "9月底前"


def test_the_example_does_not_claim_other_documents(example, document_of):
    assert example.recognise(document_of("1.修缮。（责任单位：县港航局）").blocks) is None
