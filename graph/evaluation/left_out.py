"""What a label leaves out is not judged: a key that it lacks, not one that it gives as null.

Units, citations and requirements always are: those that are read and not labelled are too many.
"""

from collections.abc import Iterable, Sequence

from .labels import Record

_OF_REQUIREMENTS = frozenset({"number", "part", "section", "task", "open", "timing", "actors"})
_OF_PLANS = frozenset({"title", "issuer", "year", "document_number", "implied"})


def told_of(requirements: Iterable[Record]) -> frozenset[str]:
    """Give the keys by which any of a label's requirements is judged."""
    return frozenset(key for one in requirements for key in one)


def as_labelled(reading: Record, told: Iterable[str]) -> Record:
    """Give a requirement that was read without what the label leaves out."""
    return _without(reading, _OF_REQUIREMENTS.difference(told))


def plans_as_labelled(label: Sequence[Record], reading: Sequence[Record]) -> tuple[Record, ...]:
    """Give plans that were read without what their labels leave out: each its own, else all."""
    if len(label) == len(reading):
        pairs = zip(label, reading, strict=True)
        return tuple(_without(plan, _OF_PLANS.difference(told)) for told, plan in pairs)
    left_out = _OF_PLANS.difference(told_of(label))
    return tuple(_without(plan, left_out) for plan in reading)


def _without(record: Record, keys: frozenset[str]) -> Record:
    return {key: value for key, value in record.items() if key not in keys}
