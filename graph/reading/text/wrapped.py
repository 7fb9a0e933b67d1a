"""Sentences that the lines of a page broke, read as one: a 《title》, 6月⏎底前."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from ...plan import Citation, Timing
from ...span import Span
from .pieces import Piece

_CLOSED = frozenset("。；！？：，、）〕")
Fact = TypeVar("Fact", Timing, Citation)


def over_lines(pieces: Sequence[Piece], find: Callable[[Piece], Iterable[Fact]]) -> Iterable[Fact]:
    """Give what is found in the paragraphs of an item, also where a line ends inside of it."""
    return find(pieces[0]) if len(pieces) == 1 else _over_runs(pieces, find)


def _over_runs(pieces: Sequence[Piece], find: Callable[[Piece], Iterable[Fact]]) -> Iterator[Fact]:
    for run in _runs(pieces):
        if len(run) == 1:
            yield from find(run[0])
            continue
        yield from (replace(fact, span=_place(run, fact.span)) for fact in find(_joined(run)))


def _runs(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Give the paragraphs, those together that a sentence runs through."""
    run: list[Piece] = []
    for piece in pieces:
        if run and not _goes_on(run[-1].folded):
            yield run
            run = []
        run.append(piece)
    if run:
        yield run


def _goes_on(folded: str) -> bool:
    """Tell whether a line ends inside a sentence, or inside a title: 《渡口⏎管理办法》."""
    last = folded.rstrip()[-1:]
    return last not in _CLOSED or folded.rfind("《") > folded.rfind("》")


def _joined(run: Sequence[Piece]) -> Piece:
    text, folded = "\n".join(p.text for p in run), "\n".join(p.folded for p in run)
    start = run[0].span.start
    return Piece(text, folded, run[0].span._replace(end=start + len(text)))


def _place(run: Sequence[Piece], span: Span) -> Span:
    """Give where a fact of the joined lines begins: it ends with the line at the latest."""
    at, length = span.start - run[0].span.start, span.end - span.start
    for piece in run:
        if at < len(piece.text):
            return piece.place(at, min(at + length, len(piece.text)))
        at -= len(piece.text) + 1
    return span
