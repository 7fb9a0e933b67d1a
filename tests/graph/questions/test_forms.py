"""No shipped query holds a form that the engine evaluates in quadratic time."""

from collections.abc import Callable, Iterator

import pytest
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.parserutils import CompValue

from dutygraph.graph.questions import Question, catalogue

QUESTIONS = [pytest.param(each, id=each.name) for each in catalogue()]


def parts(node: object) -> Iterator[CompValue]:
    """Give every part of a query's algebra."""
    if isinstance(node, CompValue):
        yield node
        for value in node.values():
            yield from parts(value)
    elif isinstance(node, (list, tuple)):
        for each in node:
            yield from parts(each)


def algebra(asked: Question) -> CompValue:
    return prepareQuery(asked.query.replace("$", "?")).algebra


def asked_by(query: str) -> Question:
    return Question("made-up", {}, "gaps", (), (), f"PREFIX : <http://e/>\n{query}")


def named(asked: Question, name: str) -> list[CompValue]:
    return [part for part in parts(algebra(asked)) if part.name == name]


@pytest.mark.parametrize("asked", QUESTIONS)
def test_what_is_required_stands_before_what_is_optional(asked: Question) -> None:
    for join in named(asked, "Join"):
        assert {join.p1.name, join.p2.name} != {"LeftJoin", "BGP"}, "two whole tables are joined"


@pytest.mark.parametrize("asked", QUESTIONS)
def test_what_must_not_exist_is_one_pattern(asked: Question) -> None:
    for absent in named(asked, "Builtin_NOTEXISTS"):
        blocks = [part.triples for part in parts(absent) if part.name in {"TriplesBlock", "BGP"}]
        assert sum(len(flat) // 3 for block in blocks for flat in block) == 1


@pytest.mark.parametrize("asked", QUESTIONS)
def test_an_optional_part_follows_one_property_from_what_is_known(asked: Question) -> None:
    for left in named(asked, "LeftJoin"):
        if left.p2.name == "BGP":
            first = min(left.p2.triples, key=lambda triple: triple[0] not in left.p1["_vars"])
            beside = [triple for triple in left.p2.triples if triple[0] == first[0]]
            assert len(beside) == 1, "each property is an OPTIONAL of its own"


@pytest.mark.parametrize(
    ("rule", "query"),
    [
        (
            test_what_is_required_stands_before_what_is_optional,
            "SELECT * { ?r :in ?p OPTIONAL { ?r :number ?n } ?p :title ?t }",
        ),
        (
            test_what_must_not_exist_is_one_pattern,
            "SELECT * { ?r :in ?p FILTER NOT EXISTS { ?r :timing ?t . ?t a :Deadline } }",
        ),
        (
            test_an_optional_part_follows_one_property_from_what_is_known,
            "SELECT * { ?r :in ?p OPTIONAL { ?p :id ?i ; :ordinal ?o } }",
        ),
    ],
)
def test_each_rule_sees_what_it_forbids(rule: Callable[[Question], None], query: str) -> None:
    with pytest.raises(AssertionError):
        rule(asked_by(query))
