"""What is said of labels that are words of no role: guessed by, or not read."""

from collections.abc import Iterable, Iterator, Sequence

from ..plan import Doubt
from .brackets import hide
from .layout import Entry, Owners
from .pieces import Piece
from .roles import labels
from .units import read_owners

_COLON = "："
_QUOTED = 24


def label_doubts(entries: Sequence[Entry]) -> Iterator[Doubt]:
    """Say of each unknown label once where its units were guessed, or were not read."""
    listings = [read_owners(owners) for owners in _labelled(entries)]
    guessed = (label for listing in listings for label in listing.guessed)
    unread = (label for listing in listings for label in listing.unread)
    yield from _once_each("reading.guessed-label", guessed)
    yield from _once_each("reading.unread-label", unread)


def _labelled(entries: Sequence[Entry]) -> Iterator[Owners]:
    """Give the lists with unknown labels, each once; entries that share a cell have the same."""
    for entry in entries:
        if not entry.shares:
            yield from (one for one in entry.owners if _may_have_unknown(one.piece.folded))


def _may_have_unknown(folded: str) -> bool:
    """Tell whether a list has more colons than labels of roles; it is told fast."""
    if _COLON not in folded:
        return False
    shown = hide(folded)
    return shown.count(_COLON) > len(labels(shown))


def _once_each(code: str, labels: Iterable[Piece]) -> Iterator[Doubt]:
    places: dict[str, list[Piece]] = {}
    for label in labels:
        places.setdefault(label.folded.partition(_COLON)[0].strip(), []).append(label)
    for name, found in places.items():
        first = found[0]
        listed = "".join(first.text[first.folded.index(_COLON) + 1 :].split()).rstrip("；;，,。")
        text = listed if len(listed) <= _QUOTED else f"{listed[:_QUOTED]}……"
        values = (("label", name), ("text", text), ("n", str(len(found))))
        yield Doubt(code, first.span, values)
