"""Named questions: the catalogue, their parameters, and their answers as tables."""

from .questions import (
    GROUPS,
    Question,
    answer,
    ask,
    bound,
    catalogue,
    code_words,
    labelled,
    question,
)

__all__ = [
    "GROUPS",
    "Question",
    "answer",
    "ask",
    "bound",
    "catalogue",
    "code_words",
    "labelled",
    "question",
]
