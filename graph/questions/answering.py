"""Answers to shipped questions: words become terms, terms bind the query, its rows a table."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from ...ontology.language import Language, language
from ..errors import QueryError
from ..table import Table, Value
from .shipped import Question, code_words, question
from .terms import term

if TYPE_CHECKING:
    from ..store import Store
    from ..store.query_binding import Binding


def ask(store: "Store", name: str, /, **parameters: str | int) -> Table:
    """Answer a shipped question; its parameters are given in words: `unit="宣传科"`.

    Raises `QueryError` for a parameter that is missing, unknown, or names nothing or several
    things in the store.
    """
    asked = question(name)
    given = {key: str(value) for key, value in parameters.items()}
    return answer(store, asked, bound(store, asked, given))


def bound(store: "Store", asked: Question, given: Mapping[str, str]) -> dict[str, "Binding"]:
    """Give the terms that the words of the parameters mean in the store; raises as `ask` does.

    Words for all plans of a year or a place mean several terms.
    """
    values = {p.name: p.default for p in asked.parameters if p.default is not None}
    for name, words in given.items():
        values[asked.parameter(name).name] = words
    for parameter in asked.parameters:
        if parameter.required and not values.get(parameter.name, "").strip():
            raise QueryError(
                "questions.missing", question=asked.name, name=parameter.name, eg=parameter.example
            )
    terms: dict[str, Binding] = {}
    for parameter in sorted(asked.parameters, key=lambda p: p.kind != "plan"):
        if words := values.get(parameter.name, "").strip():
            terms[parameter.name] = term(store, parameter, words, terms.get("plan"))
    return terms


def answer(store: "Store", asked: Question, terms: Mapping[str, "Binding"]) -> Table:
    """Answer a question whose parameters are terms already."""
    used = {name: term for name, term in terms.items() if f"${name}" in asked.query}
    return store.select(asked.query, used)


def labelled(asked: Question, table: Table, lang: Language | None = None) -> Table:
    """Give an answer for people: columns by their labels, codes by their words."""
    spoken = lang or language()
    words = [code_words(column.codes) if column.codes else {} for column in asked.columns]
    rows = tuple(
        tuple(_said(cell, said, spoken) for cell, said in zip(row, words, strict=True))
        for row in table.rows
    )
    return replace(table, columns=tuple(c.label[spoken] for c in asked.columns), rows=rows)


def _said(cell: Value | None, words: Mapping[str, Mapping[str, str]], lang: str) -> Value | None:
    if cell is None or cell.text not in words:
        return cell
    return Value.literal(words[cell.text][lang])
