"""The shipped questions as a list to choose from: by topic, or those that hold a word."""

from typing import TYPE_CHECKING

from ..graph.errors import QueryError
from ..ontology.language import LANGUAGES, language
from ..ontology.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..graph.questions import Question


def question_list(word: str = "") -> str:
    """List all questions by topic, each with its name and what it takes, or those with a word.

    The word may stand in the topic, the title (in either language) or the name. Raises
    `QueryError` when no question holds it.
    """
    from ..graph.questions import GROUPS, catalogue

    holding = [asked for asked in catalogue() if _holds(asked, word.lower())]
    if not holding:
        raise QueryError("questions.none-listed", word=word)
    lines = [] if word else [say("questions.how", None, n=len(holding), groups=len(GROUPS))]
    for group in GROUPS:
        listed = [asked for asked in holding if asked.about == group]
        lines += _topic(group, listed) if listed else []
    return "\n".join(lines).lstrip("\n")


def _holds(asked: "Question", word: str) -> bool:
    topics = (say(f"questions.group-{asked.about}", lang) for lang in LANGUAGES)
    return any(word in each.lower() for each in (asked.name, *asked.title.values(), *topics))


def _topic(group: str, listed: "list[Question]") -> "Iterator[str]":
    yield ""
    yield say("questions.topic", None, title=say(f"questions.group-{group}"), n=len(listed))
    yield "  " + say("questions.topic-example", None, words=say(f"questions.example-{group}"))
    for asked in listed:
        taken = " ".join(f"{p.name}={p.example}" for p in asked.parameters if p.required)
        yield f"  {asked.title[language()]}"
        yield f"      {asked.name} {taken}".rstrip()
