"""Named questions: the catalogue, their parameters, and their answers as tables."""

from .answering import answer, ask, bound, labelled
from .shipped import GROUPS, Question, catalogue, code_words, question

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
