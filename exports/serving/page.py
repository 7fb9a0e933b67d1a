"""The query page and what it asks of the server: questions by name, with their parameters."""

import json
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

from ...graph.errors import QueryError
from ...graph.questions import Question, bound, catalogue, code_words, question
from ...graph.store.query_binding import bind
from ...ontology.language import language
from ...ontology.messages import say
from ...ontology.terms import PREFIXES
from ..term_check import term_warnings
from ..wording import not_counted, remarks

if TYPE_CHECKING:
    from ...graph.store import Store

WORDS = (
    *("title", "questions", "search", "run", "ask", "rows", "cut", "sources", "no-source"),
    *("waiting", "download", "hint", "editor"),
)


def page_html() -> str:
    """Give the page in the language in use, with the list of questions inside."""
    words = {word: say(f"serve.page-{word}") for word in WORDS}
    data = {
        "words": words,
        "prefixes": PREFIXES,
        "questions": [question_record(each) for each in catalogue()],
    }
    template = (files(__package__) / "page.html").read_text(encoding="utf-8")
    # `<` is written as an escape, so that no text can end the script element it stands in.
    settled = json.dumps(data, ensure_ascii=False, sort_keys=True).replace("<", "\\u003c")
    filled = template.replace("{{lang}}", language())
    for word, text in words.items():
        filled = filled.replace(f"{{{{{word}}}}}", escape(text))
    return filled.replace("{{data}}", settled)


def question_record(asked: Question) -> dict[str, object]:
    """Give what the page shows of a question, in the language in use."""
    spoken = language()
    return {
        "name": asked.name,
        "group": say(f"questions.group-{asked.about}"),
        "title": asked.title[spoken],
        "other": asked.title["en" if spoken == "zh" else "zh"],
        "parameters": [
            {
                "name": each.name,
                "label": each.label[spoken],
                "required": each.required,
                "example": each.example,
                "default": each.default or "",
            }
            for each in asked.parameters
        ],
    }


def question_understood(store: "Store", words: str) -> bytes:
    """Give, as JSON, the question that plain words ask, its parameters, and a note for the asker.

    The note says what was not heeded and what may have been meant too; where no shipped question
    answers the words, the question is `null` and the note says so, with the nearest ones.
    """
    from ...graph.asking.understanding import understand

    try:
        meant = understand(store, words)
    except QueryError as error:
        made: dict[str, object] = {"question": None, "given": {}, "note": error.sentence()}
    else:
        note = " ".join(remarks(meant, language()))
        made = {"question": meant.question.name, "given": meant.parameters, "note": note}
    return json.dumps(made, ensure_ascii=False).encode()


def query_note(query: str) -> str:
    """Give what is to be said beside the answer to a query: its misspelt terms of the ontology."""
    try:
        return " ".join(term_warnings(query))
    except QueryError:
        return ""  # the endpoint says what is wrong


def question_query(store: "Store", name: str, given: dict[str, str]) -> bytes:
    """Give, as JSON, the SPARQL of a question with its parameters bound, and its columns' labels.

    A note beside it tells which names may stand for a unit that is asked about and are not counted.

    Raises `QueryError` for an unknown question and for parameters that mean nothing.
    """
    asked, spoken = question(name), language()
    terms = bound(store, asked, {key: value for key, value in given.items() if value.strip()})
    used = {key: term for key, term in terms.items() if f"${key}" in asked.query}
    columns = {
        column.name: {
            "label": column.label[spoken],
            "codes": {code: said[spoken] for code, said in code_words(column.codes).items()}
            if column.codes
            else {},
        }
        for column in asked.columns
    }
    note = " ".join(not_counted(store, asked, terms, spoken))
    made = {"query": bind(asked.query, used), "columns": columns, "note": note}
    return json.dumps(made, ensure_ascii=False).encode()
