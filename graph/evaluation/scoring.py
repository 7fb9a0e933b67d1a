"""How well documents were read, measured against what a person labelled.

Requirements of label and reading are paired by `alignment.align`. Within a pair, bags of facts
(`facts.MEASURES`) are compared; the facts of a requirement without counterpart are all missed, or
all too many. Of deadlines only the recall is judged: a label may leave out what binds nobody.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import DutygraphError
from .alignment import align
from .facts import MEASURES, PLAN_MEASURES, Fact, units_and_roles
from .labels import Labelled, Record, labelled_documents, plain, requirements
from .left_out import as_labelled, plans_as_labelled, told_of


@dataclass(frozen=True, slots=True)
class Score:
    """How many facts a label holds, how many a reading holds, and how many both."""

    labelled: int = 0
    read: int = 0
    both: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.labelled + other.labelled, self.read + other.read, self.both + other.both)

    @property
    def recall(self) -> float:
        """The share of labelled facts that were read; 1 when nothing was labelled."""
        return self.both / self.labelled if self.labelled else 1.0

    @property
    def precision(self) -> float:
        """The share of read facts that were labelled; 1 when nothing was read."""
        return self.both / self.read if self.read else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both: 2·both / (labelled + read)."""
        return 2 * self.both / (self.labelled + self.read) if self.labelled + self.read else 1.0


@dataclass(frozen=True, slots=True)
class Miss:
    """A fact that was labelled and not read, or read and not labelled."""

    document: str
    kind: str
    """A measure's name: `requirements`, `units`, …"""
    place: str
    """The requirement's number and first words, and its place where the reading knows it."""
    fact: str
    missing: bool
    """Labelled and not read; else read and not labelled."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One assignment that was read: how sure the reader was, and whether it was right."""

    confidence: float
    right: bool


@dataclass(frozen=True)
class Evaluation:
    """The scores of a folder by the name of the measure, and what makes them less than 1."""

    documents: int
    scores: dict[str, Score]
    misses: tuple[Miss, ...]
    judgements: tuple[Judgement, ...] = field(default=(), repr=False)


def evaluate(folder: Path) -> Evaluation:
    """Read every labelled document of a folder and compare it with its label.

    A document that cannot be read scores as one in which nothing was found.
    Raises `DocumentError` when the folder holds no labels.
    """
    parts = [_evaluated(item) for item in labelled_documents(folder)]
    totals = {name: Score() for name in (*MEASURES, *PLAN_MEASURES)}
    for part in parts:
        for name, score in part.scores.items():
            totals[name] += score
    return Evaluation(
        len(parts),
        totals,
        tuple(miss for part in parts for miss in part.misses),
        tuple(judgement for part in parts for judgement in part.judgements),
    )


def compare(
    label: tuple[Record, ...], reading: tuple[Record, ...], document: str = ""
) -> Evaluation:
    """Compare what was labelled in one document with what was read in it."""
    labelled, read = requirements(label), requirements(reading)
    scores = {name: Score() for name in (*MEASURES, *PLAN_MEASURES)}
    misses: list[Miss] = []
    judgements: list[Judgement] = []
    told_anywhere = told_of(labelled)
    for i, j in align(labelled, read):
        one = labelled[i] if i is not None else None
        other = None if j is None else as_labelled(read[j], told_anywhere if one is None else one)
        judgements.extend(_judged(one, other))
        told = Counter[str]()
        for name, facts in MEASURES.items():
            score, missing, extra = _compared(one, other, facts)
            scores[name] += score
            if not told["requirements"]:
                found = _misses(document, name, _place(one, other), missing, extra)
                misses.extend(miss for miss in found if not told[miss.fact.split(" ")[0]])
            told.update(_told(name, missing + extra))
    plans = plans_as_labelled(label, reading)
    for name, facts in PLAN_MEASURES.items():
        score, missing, extra = _bags(_all(label, facts), _all(plans, facts))
        scores[name] += score
        misses.extend(_misses(document, name, "", missing, extra))
    return Evaluation(1, scores, tuple(misses), tuple(judgements))


def _evaluated(item: Labelled) -> Evaluation:
    return compare(item.label, _reading_of(item.document), item.document.name)


def _reading_of(document: Path) -> tuple[Record, ...]:
    from ..intake import read_plans
    from ..record import plan_record

    try:
        return tuple(plan_record(plan) for plan in read_plans(document))
    except DutygraphError:
        return ()


def _compared(
    label: Record | None, reading: Record | None, facts: Callable[[Record], Iterator[Fact]]
) -> tuple[Score, Counter[Fact], Counter[Fact]]:
    return _bags(
        Counter(facts(label)) if label is not None else Counter(),
        Counter(facts(reading)) if reading is not None else Counter(),
        paired=label is not None and reading is not None,
    )


def _bags(
    label: Counter[Fact], reading: Counter[Fact], *, paired: bool = True
) -> tuple[Score, Counter[Fact], Counter[Fact]]:
    both = (label & reading).total() if paired else 0
    return (
        Score(label.total(), reading.total(), both),
        label - reading,
        reading - label,
    )


def _all(plans: tuple[Record, ...], facts: Callable[[Record], Iterator[Fact]]) -> Counter[Fact]:
    return Counter(fact for plan in plans for fact in facts(plan))


def _misses(
    document: str, kind: str, place: str, missing: Counter[Fact], extra: Counter[Fact]
) -> Iterator[Miss]:
    for fact in sorted(missing.elements()):
        yield Miss(document, kind, place, " ".join(filter(None, fact)), missing=True)
    if kind != "deadlines":
        for fact in sorted(extra.elements()):
            yield Miss(document, kind, place, " ".join(filter(None, fact)), missing=False)


def _told(name: str, facts: Counter[Fact]) -> Iterator[str]:
    """Give what need not be said again: a lost requirement's facts, a lost unit's role and kind."""
    if name == "requirements" and facts:
        yield name
    if name == "units":
        yield from (unit for (unit,) in facts)


def _place(label: Record | None, reading: Record | None) -> str:
    known = label or reading or {}
    words = plain(known.get("text"))[:12]
    place = ((reading or {}).get("span") or {}).get("place", "")
    number = f"{known.get('number') or '–'}{'/' + str(known['part']) if known.get('part') else ''}"
    return " ".join(filter(None, (number, words, place)))


def _judged(label: Record | None, reading: Record | None) -> Iterator[Judgement]:
    right = Counter(units_and_roles(label)) if label is not None else Counter()
    for assignment in (reading or {}).get("assignments", ()):
        fact = plain(assignment["unit"]), assignment["role"]
        hit = right[fact] > 0
        right[fact] -= hit
        yield Judgement(float(assignment.get("confidence", 1.0)), hit)
