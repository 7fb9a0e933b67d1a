"""How well a shipped question fits what was asked: points that can be counted by hand.

Two points for each cue that a way of asking needs, two for each thing that the question takes,
one for each further cue that it allows; less one and a half for a cue that it cannot explain,
three for a thing that it does not take, four for a thing that it lacks.
"""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from ..questions import Question
from ..reading.lexicon import lexicon
from .cues import Heard
from .things import Thing

NEEDED, ALLOWED, TAKEN = 2.0, 1.0, 2.0
UNEXPLAINED, UNUSED, LACKING = -1.5, -3.0, -4.0
PARAMETERS = {"year": "plan"}
"""Things whose parameter has another name than their kind."""


class Way(NamedTuple):
    """One way to ask a question."""

    cues: frozenset[str]
    things: frozenset[str]
    """Names of parameters."""
    allowed: frozenset[str]


class Fit(NamedTuple):
    """How well a question fits."""

    question: Question
    parameters: Mapping[str, str]
    score: float
    whole: bool
    """Whether some way of asking is there with all its cues and things."""
    enough: bool
    """Whether more of the words is understood than not."""


def fit(asked: Question, heard: Heard, things: tuple[Thing, ...]) -> Fit:
    """Score a question by the way of asking that fits it best."""
    given, unused = assigned(asked, things)
    scores = [_scored(way, heard, given) for way in ways(asked.name)]
    whole, score = max(scores, default=(False, LACKING))
    lacking = [p for p in asked.parameters if p.required and p.name not in given]
    score += TAKEN * len(given) + UNUSED * unused + LACKING * len(lacking)
    enough = heard.unexplained < heard.understood / 2 + 1
    return Fit(asked, given, score, whole and not lacking, enough)


def assigned(asked: Question, things: tuple[Thing, ...]) -> tuple[dict[str, str], int]:
    """Give each thing to a parameter of its kind, in order; count those that none takes.

    Of two plans the later year is the plan, the other the earlier one.
    """
    given: dict[str, str] = {}
    unused = 0
    for thing in sorted(things, key=lambda t: t.words, reverse=True):
        if thing.kind == "year" and _free(asked, "plan", given):
            given[_free(asked, "plan", given)[0]] = thing.words
    for thing in things:
        if thing.kind == "year":
            unused += thing.words not in given.values()
            continue
        free = _free(asked, thing.kind, given)
        if free:
            given[free[0]] = thing.words
        elif thing.words not in given.values():
            unused += 1
    return given, unused


def _free(asked: Question, kind: str, given: Mapping[str, str]) -> list[str]:
    fitting = (p.name for p in asked.parameters if kind in {p.kind, p.name})
    return [name for name in fitting if name not in given]


def _scored(way: Way, heard: Heard, given: Mapping[str, str]) -> tuple[bool, float]:
    there = way.cues & heard.ideas
    other = [cue.ideas for cue in heard.cues if not cue.ideas & way.cues]
    explained = {min(ideas & way.allowed) for ideas in other if ideas & way.allowed}
    puzzling = {min(ideas) for ideas in other if not ideas & way.allowed}
    points = NEEDED * len(there) + ALLOWED * len(explained) + UNEXPLAINED * len(puzzling)
    missing = len(way.cues - there) + len(way.things - given.keys())
    return missing == 0, points + LACKING * missing


@cache
def ways(name: str) -> tuple[Way, ...]:
    """Give the ways to ask a question."""
    return tuple(map(_way, lexicon("asking")["questions"].get(name, ())))


def _way(line: str) -> Way:
    needed, _, allowed = line.partition(";")
    words = needed.split()
    return Way(
        frozenset(word for word in words if not word.startswith("{")),
        frozenset(word[1:-1] for word in words if word.startswith("{")),
        frozenset(word for word in allowed.split() if not word.startswith("{")),
    )
