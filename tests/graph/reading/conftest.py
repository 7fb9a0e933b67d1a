"""Plans read from text that stands in the test."""

from collections.abc import Callable

import pytest

from dutygraph.graph.documents.document import Document, Paragraph
from dutygraph.graph.plan import Plan, Source
from dutygraph.graph.reading.plans import read_document
from dutygraph.graph.reading.text.pieces import Piece
from dutygraph.graph.span import Span


def document_of(text: str) -> Document:
    """Give a text file as a document: a paragraph a line."""
    paragraphs = tuple(
        Paragraph(line, Span(0, len(line), paragraph=number, line=number))
        for number, line in enumerate(text.split("\n"), start=1)
    )
    return Document(Source("plan.txt", "0" * 64, "txt"), paragraphs)


@pytest.fixture(name="document_of")
def _document_of() -> Callable[[str], Document]:
    return document_of


@pytest.fixture
def read_all() -> Callable[[str], tuple[Plan, ...]]:
    """Read all the plans of a text."""
    return lambda text: read_document(document_of(text))


@pytest.fixture
def read() -> Callable[[str], Plan]:
    """Read the only plan of a text."""

    def one(text: str) -> Plan:
        (plan,) = read_document(document_of(text))
        return plan

    return one


@pytest.fixture
def piece() -> Callable[[str], Piece]:
    """Make a piece that is a whole paragraph."""
    return lambda text: Piece.of(text, Span(0, len(text), paragraph=1))
