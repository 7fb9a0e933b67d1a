"""What is said of lists: labels that are words of no role, and units among words that explain."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ...lexicon.roles import Slot
from ...plan import Doubt
from ..names.run_together import joined_by_guess
from ..text.pieces import Piece
from .listing import Listing, Mention

_COLON = "："
_QUOTED = 60


def list_doubts(listings: Sequence[Listing]) -> Iterator[Doubt]:
    """Say what the lists of a plan leave open; of each unknown label once, with its first place."""
    guessed = (label for listing in listings for label in listing.guessed)
    unread = (label for listing in listings for label in listing.unread)
    yield from _once_each("reading.guessed-label", guessed)
    yield from _once_each("reading.unread-label", unread)
    for mention in (mention for listing in listings for mention in listing.mentions):
        if joined_by_guess(mention.piece.folded) and mention.slot is not Slot.PERSON:
            yield Doubt("reading.joined-name", mention.piece.span, (("name", mention.piece.text),))
    yield from (doubt for listing in listings for doubt in _side_by_side(listing.mentions))
    for words in (words for listing in listings for words in listing.lost):
        yield Doubt("reading.unread-names", words.span, (("text", _quoted(words.text)),))


def _side_by_side(mentions: Sequence[Mention]) -> Iterator[Doubt]:
    """Say of names without a mark between them that they were taken for two."""
    for before, here in pairwise(mentions):
        first, second = before.piece, here.piece
        if before.parted and here.parted and first.span.end == second.span.start:
            names = (("name", first.text + second.text), ("first", first.text))
            yield Doubt("reading.parted-names", first.span, (*names, ("second", second.text)))


def _once_each(code: str, labels: Iterable[Piece]) -> Iterator[Doubt]:
    places: dict[str, list[Piece]] = {}
    for label in labels:
        places.setdefault(label.folded.partition(_COLON)[0].strip(), []).append(label)
    for name, found in places.items():
        behind = (one.text[one.folded.index(_COLON) + 1 :] for one in found)
        texts = list(dict.fromkeys(map(_quoted, behind)))
        more = "……" if len(texts) > _MOST_QUOTED else ""
        text = "；".join(texts[:_MOST_QUOTED]) + more
        values = (("label", name), ("text", text), ("n", str(len(found))))
        yield Doubt(code, found[0].span, values)


_MOST_QUOTED = 5


def _quoted(text: str) -> str:
    told = "".join(text.split()).rstrip("；;，,。")
    return told if len(told) <= _QUOTED else f"{told[:_QUOTED]}……"
