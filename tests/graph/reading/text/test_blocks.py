"""Blocks with what layouts ask of them."""

from dutygraph.graph.documents.document import Cell, Grid, Paragraph
from dutygraph.graph.reading.text.blocks import Blocks
from dutygraph.graph.span import Span

PARAGRAPHS = [
    Paragraph("修缮渡口", Span(0, 4)),
    Paragraph("", Span(0, 0)),
    Paragraph("清淤", Span(0, 2)),
]
GRID = Grid(((Cell("县港航局", Span(0, 4)),),), Span(0, 0, table=1))


def test_paragraphs_and_grids_are_told_apart_in_order():
    blocks = Blocks.of([*PARAGRAPHS[:2], GRID, PARAGRAPHS[2]])
    assert list(blocks.paragraphs) == PARAGRAPHS
    assert list(blocks.grids) == [GRID]


def test_the_text_is_that_of_the_paragraphs_a_line_each():
    assert Blocks.of([*PARAGRAPHS, GRID]).text == "修缮渡口\n\n清淤"


def test_what_is_known_of_blocks_is_kept():
    blocks = Blocks.of(PARAGRAPHS)
    assert Blocks.of(blocks) is blocks
    assert blocks == tuple(PARAGRAPHS)
