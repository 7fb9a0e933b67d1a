"""The words of the ontology's files: what a shape says, what a class is called."""

from functools import cache
from typing import TYPE_CHECKING

from ...ontology.files import DUTY_TTL, SHAPES_TTL, ontology_text
from ...ontology.language import Language
from ...ontology.terms import DUTY, HOME

if TYPE_CHECKING:
    from rdflib import URIRef

SHAPES = f"{HOME}shapes#"

Words = dict[str, dict[str, str]]
"""Name → language → words."""


def shape_sentence(name: str, lang: Language) -> str:
    """Say what a shape demands. Raises `KeyError` for a name that is no shape."""
    return _shape_sentences()[name][lang]


def class_label(name: str, lang: Language) -> str:
    """Name a class of the ontology; its bare name for any other."""
    return _class_labels().get(name, {}).get(lang, name)


@cache
def _shape_sentences() -> Words:
    from rdflib import SH

    return _words(SHAPES_TTL, SH.message, SHAPES)


@cache
def _class_labels() -> Words:
    from rdflib import RDFS

    return _words(DUTY_TTL, RDFS.label, str(DUTY))


def _words(file: str, predicate: "URIRef", namespace: str) -> Words:
    from rdflib import Graph, Literal

    found: Words = {}
    for subject, value in Graph().parse(data=ontology_text(file)).subject_objects(predicate):
        if isinstance(value, Literal) and value.language:
            name = str(subject).removeprefix(namespace)
            found.setdefault(name, {})[value.language] = str(value)
    return found
