"""The shipped questions: SPARQL files with a header that says what they ask, take and give.

A header line is `# key: value`; a parameter is `type need | zh | en | example`, a column is
`zh | en` with, where its values are codes, the name of their list.

The queries hold to what rdflib, Oxigraph and Virtuoso answer alike and in linear time. A parameter
that is not given stays a variable. Only stated assignments have a `duty:distribution`: reached from
a requirement they are known by it, since naming their class would make engines start from all of
them. Rows are sorted by title and a space, which keeps the order of titles: Oxigraph reads a text
that it stores anew for each comparison, and keeps in memory one that it does not store.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ...ontology.language import Language
from ..errors import QueryError
from .nearness import nearest

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
