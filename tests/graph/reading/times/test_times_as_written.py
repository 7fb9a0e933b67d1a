"""Some hundred times as offices write them, and as many words of time that demand nothing.

`D` a deadline with its date, `R` a recurrence with its period, `F` a least frequency, `P` a least
period, `O` what goes on, `V` a vague word; nothing where no time is demanded. The year is 2025.
"""

from pathlib import Path

import pytest

from dutygraph.graph.plan import TimingKind as Kind
from dutygraph.graph.reading.times.demands import timings
from dutygraph.graph.reading.times.told import told_timings
from dutygraph.graph.reading.times.whole import is_time

LINES = (Path(__file__).parent / "times_as_written.txt").read_text(encoding="utf-8").split("\n")
LETTERS = {
    Kind.DEADLINE: "D",
    Kind.RECURRENCE: "R",
    Kind.MINIMUM_FREQUENCY: "F",
    Kind.MINIMUM_PERIOD: "P",
    Kind.ONGOING: "O",
    Kind.VAGUE: "V",
}


def section(name):
    start = LINES.index(f"[{name}]") + 1
    ends = (at for at, line in enumerate(LINES[start:], start) if line.startswith("[") or not line)
    return LINES[start : next(ends)]


def pairs(name):
    return [line.rpartition("|")[::2] for line in section(name)]


def told(timing):
    period = timing.period and (
        f"{timing.count}/{timing.period}" if timing.count else timing.period
    )
    return f"{LETTERS[timing.kind]} {timing.date or timing.duration or period or ''}".strip()


@pytest.mark.parametrize(("cell", "form"), pairs("cells"))
def test_a_cell_about_time(piece, cell, form):
    assert ";".join(map(told, told_timings(piece(cell), 2025))) == form


@pytest.mark.parametrize(("sentence", "form"), pairs("sentences"))
def test_a_sentence_about_time(piece, sentence, form):
    found = timings(piece(sentence), 2025)
    assert ";".join(map(told, found)) == form
    at = [(one.span.start, one.span.end) for one in found]
    assert [sentence[start:end] for start, end in at] == [one.raw for one in found]


@pytest.mark.parametrize("words", section("nothing demanded"))
def test_words_of_time_that_demand_nothing(piece, words):
    assert [one for one in timings(piece(words), 2025) if one.kind is not Kind.VAGUE] == []


ALONE = section("only in a column of times")


@pytest.mark.parametrize("cell", [c for c, form in pairs("cells") if form and ";" not in form])
def test_such_a_cell_is_a_time_among_names(piece, cell):
    assert is_time(piece(cell).folded.strip()) == (cell not in ALONE)
