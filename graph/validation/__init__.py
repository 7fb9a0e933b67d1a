"""A graph held against its shapes: broken data apart from findings about a plan."""

from .validation import ENGINES, Report, Result, Severity, validate

__all__ = ["ENGINES", "Report", "Result", "Severity", "validate"]
