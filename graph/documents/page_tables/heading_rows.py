"""The heading rows of a table that no lines enclose, found by their words on a page of a PDF."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from .headings import bodies_of_matrix, head_a_table, is_heading, is_mark
from .lines import RADICALS, Character

_SPACE = 0.45
"""Share of a character's size that parts two words."""
_MOST_WORDS = 60
_MOST_ROWS = 3
_FURTHEST = 2.5
"""How many characters high a heading's lines may stand apart."""


@dataclass(frozen=True, slots=True)
class Word:
    """Characters of one line that stand close together; a heading may be of several lines."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float

    @property
    def centre(self) -> float:
        """Where its middle stands from left to right."""
        return (self.x0 + self.x1) / 2

    def under(self, below: "Word", joint: str = "") -> "Word":
        """Join another word, one that stands below or behind."""
        return Word(
            f"{self.text}{joint}{below.text}",
            min(self.x0, below.x0),
            max(self.x1, below.x1),
            min(self.top, below.top),
            max(self.bottom, below.bottom),
        )


@dataclass(frozen=True, slots=True)
class Group:
    """A heading over several others: 责任分工 over 牵头单位 and 配合单位."""

    word: Word
    first: int
    last: int
    """The places of the first and the last heading under it."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The headings of a table from left to right, and which lines of the page they take."""

    words: tuple[Word, ...]
    first: int
    end: int
    groups: tuple[Group, ...] = ()
    bodies: tuple[int, ...] = ()
    """The places of bodies below which nothing but marks may stand."""

    @property
    def texts(self) -> tuple[str, ...]:
        """The headings without white space."""
        return tuple(word.text for word in self.words)

    @property
    def bottom(self) -> float:
        """Where its lowest line ends."""
        return max(word.bottom for word in self.words)

    def repeats(self, above: "Heading | None") -> bool:
        """Tell whether they are the headings of a table above, printed again."""
        return above is not None and above.texts == self.texts


def words(row: Sequence[Character]) -> list[Word]:
    """Gather the characters of one line, from left to right, into words."""
    found: list[Word] = []
    for one in row:
        text = "".join(one["text"].split()).translate(RADICALS)
        if not text:
            continue
        word = Word(text, one["x0"], one["x1"], one["top"], one["bottom"])
        if found and word.x0 - found[-1].x1 <= _SPACE * one["size"]:
            found[-1] = found[-1].under(word)
        else:
            found.append(word)
    return found


def find_heading(rows: Sequence[Sequence[Word]], start: int) -> Heading | None:
    """Find the next heading of a table among the lines of a page, in one to three of them."""
    for first in range(start, len(rows)):
        found = _headings(rows, first)
        if found:
            near = range(first + 1, min(first + _MOST_ROWS, len(rows)))
            found += [heading for later in near for heading in _headings(rows, later)]
            return max(found, key=_worth)
    return None


def _headings(rows: Sequence[Sequence[Word]], first: int) -> list[Heading]:
    """Give what may be headings from a line on, the tallest first."""
    bands = [_band(rows, first, first + count) for count in range(_MOST_ROWS, 0, -1)]
    found = [band for band in bands if band is not None]
    return [one for one in found if head_a_table(one.texts)] or _matrices(rows, found)


def _matrices(rows: Sequence[Sequence[Word]], found: Sequence[Heading]) -> list[Heading]:
    """Give the headings of tasks and bodies that have marks in the next lines below them."""
    return [
        replace(one, bodies=bodies)
        for one in found
        if (bodies := bodies_of_matrix(one.texts))
        and any(is_mark(word.text) for row in rows[one.end : one.end + _NEAR] for word in row)
    ]


_NEAR = 4


def _worth(heading: Heading) -> int:
    known = sum(map(is_heading, heading.texts))
    return 2 * known - len(heading.texts)


def _band(rows: Sequence[Sequence[Word]], first: int, end: int) -> Heading | None:
    """Read some lines as headings; `None` where they are too many or too far apart."""
    band = [row for row in rows[first:end] if row]
    if end > len(rows) or not 2 <= sum(map(len, band)) <= _MOST_WORDS:
        return None
    size = max(word.bottom - word.top for word in band[0])
    if band[-1][0].top - band[0][0].top > _FURTHEST * size:
        return None
    groups = _group_words(band)
    others = [word for row in band for word in row if word not in groups]
    columns = _spaced(_stacked(others))
    return Heading(tuple(columns), first, end, _groups(groups, band[-1], columns))


def _group_words(band: Sequence[Sequence[Word]]) -> list[Word]:
    """Give the words of the first line that have several headings of the last under them."""
    if len(band) < 2 or not all(is_heading(word.text) for word in band[-1]):
        return []
    nearest = [_nearest(word, band[0]) for word in band[-1]]
    return [word for word in band[0] if nearest.count(word) > 1 and is_heading(word.text)]


def _nearest(word: Word, others: Iterable[Word]) -> Word:
    return min(others, key=lambda other: abs(other.centre - word.centre))


def _groups(
    found: Sequence[Word], lower: Sequence[Word], columns: Sequence[Word]
) -> tuple[Group, ...]:
    made = []
    for group in found:
        places = [
            at
            for at, word in enumerate(columns)
            if word in lower and _nearest(word, found) is group
        ]
        if places:
            made.append(Group(group, places[0], places[-1]))
    return tuple(made)


def _stacked(found: Iterable[Word]) -> list[Word]:
    """Join what stands below each other: a heading broken over lines."""
    columns: list[Word] = []
    for word in sorted(found, key=lambda word: word.x0):
        if columns and word.x0 < columns[-1].x1:
            pair = sorted((columns[-1], word), key=lambda word: word.top)
            columns[-1] = pair[0].under(pair[1])
        else:
            columns.append(word)
    return columns


def _spaced(columns: Sequence[Word]) -> list[Word]:
    """Join what makes a heading only together: 备 注."""
    made: list[Word] = []
    for word in columns:
        made.append(word)
        for count in (2, 3, 4):
            parts = made[-count:]
            text = "".join(part.text for part in parts)
            short = all(len(part.text) <= 2 and not is_heading(part.text) for part in parts[:-1])
            level = all(part.top < word.bottom and word.top < part.bottom for part in parts)
            if len(parts) == count and short and level and is_heading(text):
                joined = Word(text, parts[0].x0, word.x1, word.top, word.bottom)
                made[-count:] = [joined]
                break
    return made
