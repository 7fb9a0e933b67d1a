"""Plans out of a store: the inverse of `triples`."""

from .plans import plan_in, plans_in

__all__ = ["plan_in", "plans_in"]
