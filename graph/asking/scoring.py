"""How well a shipped question fits what was asked: points that can be counted by hand.

Two points for each cue that a way of asking needs, two for each thing that the question takes,
one for each further cue that it allows; less one and a half for a cue that it cannot explain (half
a point when it is one that nearly every question holds), three for a thing that it does not take
(none when a way tolerates it), four for a thing that it lacks.
"""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from ..lexicon.words import lexicon
from ..questions import Question
from .cues import Cue, Heard
from .places import of_place
from .things import Thing

NEEDED, ALLOWED, TAKEN = 2.0, 1.0, 2.0
UNEXPLAINED, IDLE, UNUSED, LACKING = -1.5, -0.5, -3.0, -4.0
ALSO = {"date": "until"}
"""Parameters that take a thing of another kind too."""
GENERAL = frozenset({"who", "work", "responsible", "mention", "onwhat", "place", "count"})
"""Cues that nearly every question holds, so that none is narrowed by them."""

GROUP = "group"
"""The kind of a collective to a question that takes no unit."""
PLACE = "place"
"""The kind of a place or an issuer, by which plans are told apart."""
OWN = frozenset({"unit", "requirement", "regulation", "section"})
"""Kinds of things that an answer must be about when they are named."""


class Way(NamedTuple):
    """One way to ask a question."""

    cues: frozenset[str]
    things: frozenset[str]
    """Names of parameters."""
    allowed: frozenset[str]
    unheeded: frozenset[str]
    """Cues that lead to the question, though its answer is not narrowed by them."""
    tolerated: frozenset[str] = frozenset()
    """Kinds of things that may be named, though the answer is not narrowed by them."""
    parameters: tuple[tuple[str, str], ...] = ()
    """Parameters that this way of asking gives by itself."""


NO_WAY = Way(frozenset(), frozenset(), frozenset(), frozenset())


class Fit(NamedTuple):
    """How well a question fits."""

    question: Question
    parameters: Mapping[str, str]
    score: float
    whole: bool
    """Whether some way of asking is there with all its cues and things."""
    enough: bool
    """Whether more of the words is understood than not."""
    puzzling: tuple[Cue, ...]
    """Cues that the question cannot honour."""
    unheeded: tuple[str, ...]
    """Words of the asker by which the answer is not narrowed, in their order."""
    way: Way
    """The way of asking that fits best."""


def fit(
    asked: Question, heard: Heard, things: tuple[Thing, ...], years: tuple[str, ...] = ()
) -> Fit:
    """Score a question by the way of asking that fits it best; `years` are those of the plans."""
    compared = _compared(asked, things, years)
    given, unused = assigned(asked, compared)
    scored = [(*_scored(way, heard, given, unused), way) for way in ways(asked.name)]
    whole, score, way = max(scored, key=lambda each: each[:2], default=(False, LACKING, NO_WAY))
    taken = len(given) - (len(compared) - len(things))
    given = {**dict(way.parameters), **given}
    lacking = [p for p in asked.parameters if p.required and p.name not in given]
    score += TAKEN * taken + LACKING * len(lacking)
    other = any(thing.kind in OWN and thing.kind not in way.tolerated for thing in unused)
    enough = heard.unexplained < heard.understood / 2 + 1
    puzzling = _puzzling(way, heard)
    unheeded = _unheeded(way, heard, puzzling, unused)
    whole = whole and not lacking and not other
    return Fit(asked, given, score, whole, enough, puzzling, unheeded, way)


def _puzzling(way: Way, heard: Heard) -> tuple[Cue, ...]:
    return tuple(cue for cue in heard.cues if not cue.ideas & (way.cues | way.allowed))


def _unheeded(
    way: Way, heard: Heard, puzzling: tuple[Cue, ...], unused: tuple[Thing, ...]
) -> tuple[str, ...]:
    """Give the words that narrow nothing, by place; single characters say too little."""
    passed = [cue for cue in heard.cues if cue.ideas & way.unheeded]
    cues = [cue for cue in (*puzzling, *passed) if not cue.ideas & GENERAL]
    runs = [run for run in (*heard.left, *heard.excused) if len(run.words) > 1]
    placed = [(cue.start, cue.word) for cue in cues] + [(run.start, run.words) for run in runs]
    placed += [(thing.start, thing.words) for thing in unused]
    return tuple(dict.fromkeys(words for _, words in sorted(placed)))


def assigned(
    asked: Question, things: tuple[Thing, ...]
) -> tuple[dict[str, str], tuple[Thing, ...]]:
    """Give each thing to a parameter of its kind, in order, and those that none takes.

    Of two plans the later year is the plan, the other the earlier one; a place narrows both.
    """
    given: dict[str, str] = {}
    for thing in sorted(things, key=lambda t: t.words, reverse=True):
        if thing.kind == "year" and _free(asked, "plan", given):
            given[_free(asked, "plan", given)[0]] = thing.words
    unused = [each for each in things if not _taken(asked, each, given)]
    for place in [each for each in unused if each.kind == PLACE][:1]:
        if _at(asked, place, given):
            unused.remove(place)
    return given, tuple(unused)


def _taken(asked: Question, thing: Thing, given: dict[str, str]) -> bool:
    """Give a thing to the first free parameter of its kind; tell whether any has it now."""
    free = [] if thing.kind in {"year", PLACE} else _free(asked, thing.kind, given)
    if free:
        given[free[0]] = thing.words
    return thing.words in given.values()


def _at(asked: Question, place: Thing, given: dict[str, str]) -> bool:
    """Narrow the plans that a question takes to those of a place; tell whether it takes any."""
    taken = [each.name for each in asked.parameters if each.kind == "plan"]
    dated = [name for name in taken if given.get(name, "").isdigit()]
    for name in dated:
        given[name] = of_place(given[name], place.words)
    if taken and taken[0] not in given:
        given[taken[0]] = place.words
        return True
    return bool(dated) or any(place.words in given.get(name, "") for name in taken)


def _compared(
    asked: Question, things: tuple[Thing, ...], years: tuple[str, ...]
) -> tuple[Thing, ...]:
    """Add the years that a comparison of two plans needs and that nobody said.

    What is compared with a plan is the one of the year before, or with the first the one after;
    without any year the last two are compared.
    """
    if not {"plan", "earlier"} <= {p.name for p in asked.parameters}:
        return things
    named = {thing.words for thing in things if thing.kind in {"year", "plan"}}
    known = sorted({*years, *(thing.words for thing in things if thing.kind == "year")})
    if len(named) > 1 or len(known) < 2 or any(thing.kind == "plan" for thing in things):
        return things
    said = next(iter(named), known[-1])
    place = known.index(said)
    other = known[place - 1] if place == len(known) - 1 else known[place + 1]
    added = (Thing("year", year, 0, 0) for year in (said, other) if year not in named)
    return (*things, *added)


def _free(asked: Question, kind: str, given: Mapping[str, str]) -> list[str]:
    fitting = (p.name for p in asked.parameters if kind in {p.kind, p.name, ALSO.get(p.name)})
    return [name for name in fitting if name not in given]


def _scored(
    way: Way, heard: Heard, given: Mapping[str, str], unused: tuple[Thing, ...]
) -> tuple[bool, float]:
    there = way.cues & heard.ideas
    other = [cue.ideas for cue in heard.cues if not cue.ideas & way.cues]
    explained = {min(ideas & way.allowed) for ideas in other if ideas & way.allowed}
    puzzling = {min(ideas - GENERAL or ideas) for ideas in other if not ideas & way.allowed}
    points = NEEDED * len(there) + ALLOWED * len(explained)
    points += sum(IDLE if idea in GENERAL else UNEXPLAINED for idea in puzzling)
    points += sum(UNUSED for thing in unused if thing.kind not in {*way.tolerated, GROUP, PLACE})
    missing = len(way.cues - there) + len(way.things - given.keys())
    return missing == 0, points + LACKING * missing


@cache
def ways(name: str) -> tuple[Way, ...]:
    """Give the ways to ask a question."""
    return tuple(map(_way, lexicon("asking")["questions"].get(name, ())))


def _way(line: str) -> Way:
    """Read `cues {things} key=value; allowed cues; cues and {things} that narrow nothing`."""
    needed, allowed, unheeded = (*map(str.split, line.split(";")), [], [])[:3]
    given = [word for word in needed if "=" in word]
    return Way(
        frozenset(word for word in needed if word[0] != "{") - {*given},
        _things(needed),
        frozenset(word for word in allowed if word[0] != "{"),
        frozenset(word for word in unheeded if word[0] != "{"),
        _things(unheeded),
        tuple((name, value) for name, _, value in (word.partition("=") for word in given)),
    )


def _things(words: list[str]) -> frozenset[str]:
    return frozenset(word[1:-1] for word in words if word[0] == "{")
