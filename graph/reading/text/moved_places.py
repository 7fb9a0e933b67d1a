"""Places counted again in the source's own text, after the text was mended before reading."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from ...plan import Plan
from ...span import Span

Move = Callable[[Span], Span]


def with_places(plan: Plan, move: Move) -> Plan:
    """Give the plan with each of its places as `move` counts it."""
    moved: Plan = _moved(plan, move)
    return moved


def _moved(value: Any, move: Move) -> Any:  # noqa: ANN401 — any value of a plan
    if isinstance(value, Span):
        return move(value)
    if isinstance(value, tuple):
        return tuple(_moved(item, move) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {f.name: _moved(getattr(value, f.name), move) for f in fields(value)}
        return replace(value, **changed)
    return value
