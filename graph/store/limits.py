"""How far a query may go before it is cut, and said to be."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one query; a bound that cuts is told in the answer or raised as an error."""

    seconds: float = 30.0
    rows: int = 10_000
