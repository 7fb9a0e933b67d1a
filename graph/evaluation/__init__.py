"""Readings measured against labels: pair requirements, compare facts, list what is missing."""

from .calibration import Band, calibration
from .scoring import Evaluation, Judgement, Miss, Score, compare, evaluate

__all__ = ["Band", "Evaluation", "Judgement", "Miss", "Score", "calibration", "compare", "evaluate"]
