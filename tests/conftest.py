"""What every test may use: the example, its plan and its graph; and no skip passes unseen on CI."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dutygraph.ontology.language import speak

if TYPE_CHECKING:
    from dutygraph.graph.plan import Plan
    from dutygraph.graph.store import Store

pytest_plugins = ["servers"]

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "shanwei-police-2022.txt"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]):
    """Turn a skip into a failure where `DUTYGRAPH_NO_SKIP` is set, as CI does."""
    report = yield
    if os.environ.get("DUTYGRAPH_NO_SKIP") and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped where nothing may be skipped: {report.longrepr}"
    return report


@pytest.fixture(autouse=True)
def _own_surroundings(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keep the tester's language, colours and store out of the tests."""
    for name in ("DUTYGRAPH_LANG", "DUTYGRAPH_STORE", "NO_COLOR", "FORCE_COLOR", "LC_ALL"):
        monkeypatch.delenv(name, raising=False)
    speak("zh")
    yield
    speak(None)


@pytest.fixture(scope="session")
def example() -> Path:
    """The real plan."""
    return EXAMPLE


@pytest.fixture(scope="session")
def plan() -> "Plan":
    """The real plan, read."""
    from dutygraph.graph.intake import read_plan

    return read_plan(EXAMPLE)


@pytest.fixture(scope="session")
def store(plan: "Plan") -> "Iterator[Store]":
    """A store in memory that holds the real plan; not to be written to."""
    from dutygraph.graph.store import open_store

    with open_store() as memory:
        memory.put(plan)
        yield memory
