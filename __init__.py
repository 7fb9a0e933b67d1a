"""dutygraph 责任图谱: division-of-labour plans as a knowledge graph.

>>> from dutygraph import read_plan, open_store, ask          # doctest: +SKIP
>>> plan = read_plan("plan.docx")                             # doctest: +SKIP
>>> with open_store() as store:                               # doctest: +SKIP
...     store.put(plan)
...     print(ask(store, "unit-duties", unit="宣传科"))

The names below are the stable ones; each is imported when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .exports.atlas.page import render_page
    from .exports.ledger import ledger_bytes
    from .exports.report import render_report
    from .graph.errors import DutygraphError, DutygraphWarning
    from .graph.intake import read_plan, read_plans
    from .graph.network.diagnosis import Diagnosis, diagnose
    from .graph.network.gathering import incidence_in
    from .graph.network.incidence import Incidence
    from .graph.network.ownership import Ownership, ownership_in
    from .graph.plan import Plan
    from .graph.questions import ask, catalogue
    from .graph.recollection import plans_in
    from .graph.store import Store, open_store
    from .graph.table import Table

_HOMES = {
    "graph.errors": ("DutygraphError", "DutygraphWarning"),
    "graph.intake": ("read_plan", "read_plans"),
    "graph.plan": ("Plan",),
    "graph.store": ("Store", "open_store"),
    "graph.table": ("Table",),
    "graph.recollection": ("plans_in",),
    "graph.questions": ("ask", "catalogue"),
    "graph.network.gathering": ("incidence_in",),
    "graph.network.incidence": ("Incidence",),
    "graph.network.diagnosis": ("Diagnosis", "diagnose"),
    "graph.network.ownership": ("Ownership", "ownership_in"),
    "exports.atlas.page": ("render_page",),
    "exports.ledger": ("ledger_bytes",),
    "exports.report": ("render_report",),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Diagnosis",
    "DutygraphError",
    "DutygraphWarning",
    "Incidence",
    "Ownership",
    "Plan",
    "Store",
    "Table",
    "ask",
    "catalogue",
    "diagnose",
    "incidence_in",
    "ledger_bytes",
    "open_store",
    "ownership_in",
    "plans_in",
    "read_plan",
    "read_plans",
    "render_page",
    "render_report",
]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module 'dutygraph' has no attribute {name!r}")
    return getattr(import_module(f".{_HOME[name]}", __name__), name)


def __dir__() -> list[str]:
    return sorted(__all__)
