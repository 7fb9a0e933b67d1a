"""The shipped questions: SPARQL files with a header that says what they ask, take and give.

A header line is `# key: value`; a parameter is `type need | zh | en | example`, a column is
`zh | en` with, where its values are codes, the name of their list.

The queries hold to what rdflib, Oxigraph and Virtuoso answer alike and in linear time. A parameter
that is not given stays a variable. Only stated assignments have a `duty:distribution`: reached from
a requirement they are known by it, since naming their class would make engines start from all of
them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from ...ontology.language import Language, language
from ..errors import QueryError
from ..table import Table, Value
from .nearness import nearest

if TYPE_CHECKING:
    from ..store import Store

FOLDER = "questions"
GROUPS = (
    *("responsibility", "coordination", "gaps", "workload", "timing"),
    *("regulations", "provenance", "doubt", "comparison"),
)


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question takes."""

    name: str
    kind: str
    """`unit`, `requirement`, `regulation`, `plan`, `section`, `text`, `number`, `role`, `date`."""
    required: bool
    default: str | None
    label: Mapping[Language, str]
    example: str


@dataclass(frozen=True, slots=True)
class Column:
    """What a question gives."""

    name: str
    label: Mapping[Language, str]
    codes: str | None
    """The list that its values come from, when they are codes."""


@dataclass(frozen=True, slots=True)
class Question:
    """A shipped question."""

    name: str
    title: Mapping[Language, str]
    about: str
    """One of `GROUPS`."""
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    query: str
    """SPARQL, without the header."""

    def parameter(self, name: str) -> Parameter:
        """Give a parameter. Raises `QueryError` for a name that the question does not take."""
        found = next((each for each in self.parameters if each.name == name), None)
        if found is None:
            known = "、".join(each.name for each in self.parameters) or "–"
            raise QueryError("questions.no-parameter", question=self.name, name=name, known=known)
        return found


def catalogue() -> tuple[Question, ...]:
    """Give all shipped questions, group by group, by name within a group."""
    return tuple(sorted(map(_read, _names()), key=lambda q: (GROUPS.index(q.about), q.name)))


def question(name: str) -> Question:
    """Give the question of a name.

    >>> question("unit-leads").title["en"]
    'Which requirements does a unit lead?'

    Raises `QueryError` for an unknown name, with the nearest ones.
    """
    if name not in _names():
        near = "、".join(nearest(name, _names()))
        if not near:
            raise QueryError("questions.unknown-far", name=name)
        raise QueryError("questions.unknown", name=name, near=near)
    return _read(name)


def ask(store: "Store", name: str, /, **parameters: str | int) -> Table:
    """Answer a shipped question; its parameters are given in words: `unit="宣传科"`.

    Raises `QueryError` for a parameter that is missing, unknown, or names nothing or several
    things in the store.
    """
    asked = question(name)
    given = {key: str(value) for key, value in parameters.items()}
    return answer(store, asked, bound(store, asked, given))


def bound(store: "Store", asked: Question, given: Mapping[str, str]) -> dict[str, Value]:
    """Give the terms that the words of the parameters mean in the store; raises as `ask` does."""
    from .terms import term

    values = {p.name: p.default for p in asked.parameters if p.default is not None}
    for name, words in given.items():
        values[asked.parameter(name).name] = words
    for parameter in asked.parameters:
        if parameter.required and not values.get(parameter.name, "").strip():
            raise QueryError(
                "questions.missing", question=asked.name, name=parameter.name, eg=parameter.example
            )
    terms: dict[str, Value] = {}
    for parameter in sorted(asked.parameters, key=lambda p: p.kind != "plan"):
        if words := values.get(parameter.name, "").strip():
            terms[parameter.name] = term(store, parameter, words, terms.get("plan"))
    return terms


def answer(store: "Store", asked: Question, terms: Mapping[str, Value]) -> Table:
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


def code_words(scheme: str) -> Mapping[str, Mapping[str, str]]:
    """Give the words of a code list: code → language → word."""
    found: Mapping[str, Mapping[str, str]] = _codes()[scheme]
    return found


@cache
def _codes() -> dict[str, Any]:
    import tomllib

    return tomllib.loads(_ontology("lexicon").joinpath("codes.toml").read_text(encoding="utf-8"))


def _ontology(folder: str) -> Any:  # noqa: ANN401 — a Traversable, whose home differs by version
    from ... import ontology

    return files(ontology) / folder


@cache
def _names() -> tuple[str, ...]:
    found = (entry.name for entry in _ontology(FOLDER).iterdir())
    return tuple(sorted(name.removesuffix(".rq") for name in found if name.endswith(".rq")))


@cache
def _read(name: str) -> Question:
    text = _ontology(FOLDER).joinpath(f"{name}.rq").read_text(encoding="utf-8")
    head, _, query = text.partition("\n\n")
    lines = [line.removeprefix("# ").partition(": ") for line in head.splitlines()]
    said = {key: value for key, _, value in lines}
    return Question(
        name,
        {"zh": said["title.zh"], "en": said["title.en"]},
        said["about"],
        tuple(_parameter(k[10:], v) for k, v in said.items() if k.startswith("parameter.")),
        tuple(_column(k[7:], v) for k, v in said.items() if k.startswith("column.")),
        query,
    )


def _parameter(name: str, line: str) -> Parameter:
    kind_and_need, zh, en, example = line.split(" | ")
    kind, _, need = kind_and_need.partition(" ")
    default = need.removeprefix("= ") if need.startswith("= ") else None
    return Parameter(name, kind, need == "required", default, {"zh": zh, "en": en}, example)


def _column(name: str, line: str) -> Column:
    zh, en, *codes = line.split(" | ")
    return Column(name, {"zh": zh, "en": en}, codes[0] if codes else None)
