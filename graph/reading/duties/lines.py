"""The lines below a heading of duties: which begin with units, and what belongs to each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import NamedTuple

from ...lexicon.roles import Slot
from ...lexicon.words import words
from ..flattened.below import is_below
from ..marks.label_marks import is_label_line
from ..marks.mark import Mark
from ..names.names import is_collective
from ..outline.frames import is_frame
from ..outline.headed import Group
from ..outline.outline import Node
from ..text.numbering import LEVELS
from ..text.pieces import Piece
from ..times.dates import signature_date
from .headings import leads_in_duties
from .names import acting_units
from .texts import tells_duty
from .unit_sentences import begins_with_colon, groups_in
from .units_first import with_text

_UNNUMBERED = 99
_FEWEST = 2
_STOPS = frozenset("，。；")


class Line(NamedTuple):
    """A paragraph of a chapter, as a node without children, and its level in the outline."""

    node: Node
    level: int
    source: Node
    """The node of the outline in which it stands."""

    @property
    def numbered(self) -> bool:
        """Whether a number stands before it."""
        return self.level != _UNNUMBERED


def lines_of(chapter: Node) -> Iterator[Line]:
    """Give the lines below a heading, without the chapters that only frame the tasks."""
    for piece in chapter.paragraphs[1 if chapter.printed else 0 :]:
        if piece.text:
            yield Line(Node(None, piece, chapter, [piece]), _UNNUMBERED, chapter)
    for child in chapter.children:
        if child.printed is not None and not is_frame(child):
            alone = Node(child.printed, child.heading, child.parent, [child.body])
            yield Line(alone, child.printed.level, child)
            yield from lines_of(child)


@dataclass(slots=True)
class _Unit:
    """The unit whose line was read last: the next lines may be its own."""

    group: Group
    line: Line
    alone: bool
    """Its line names it and nothing else: its duties follow."""
    waiting: list[Piece] = field(default_factory=list)
    """Paragraphs that are its own if another unit follows."""

    def owns(self, line: Line) -> bool:
        """Tell whether a line stands below that of the unit."""
        if not line.numbered:
            return True
        low = line.level >= LEVELS["third"]
        return line.level > self.line.level if self.line.numbered else low


class DutyLines:
    """The groups of a chapter, and how many lines between them are of no unit.

    Where `names` are told to, those on lines of their own may head what follows without a number.
    """

    def __init__(self, lines: Sequence[Line], *, names: bool = True) -> None:
        self.groups: list[Group] = []
        self.others = 0
        self.left: set[int] = set()
        """The numbered items that are of no unit, by identity."""
        self.cells = False
        """Short lines stand between names and duties, as the cells of a table do."""
        self._names = names
        self._skipped = 0
        self._unit: _Unit | None = None
        for line, after in zip_longest(lines, lines[1:]):
            self._take(line, after)
        self._close()
        self._leave_posts()

    def _leave_posts(self) -> None:
        """Take those who hold posts for no units of the plan where hardly a unit is beside them."""
        units = [group for group in self.groups if not _is_post(group)]
        if len(units) < min(_FEWEST, len(self.groups)):
            self.groups = units

    @property
    def divides(self) -> bool:
        """Whether at least as many lines have units as have none, and these are no cells.

        One line alone that speaks to several units is a demand: 各镇要加强领导.
        """
        named = [group.marks[0].piece.folded for group in self.groups]
        alone = len(named) == 1 and is_collective(named[0])
        return len(named) >= max(self.others, 1) and not self.cells and not alone

    def _take(self, line: Line, after: Line | None) -> None:
        unit = self._unit
        found = groups_in(line.node) if unit is None or self._may_begin(line, unit) else []
        if found:
            self._close(goes_on=True)
            self.groups += found
            self._unit = _Unit(found[-1], line, alone=False)
        elif (line.numbered or self._names) and _heads(line, after):
            self._close(goes_on=True)
            named = acting_units(line.node.body) or line.node.body
            mark = Mark(0, 0, named, labelled=True)
            self._unit = _Unit(Group([mark]), line, alone=True)
        elif unit is not None and unit.owns(line) and not _is_roster(line):
            bare = unit.alone and not unit.line.numbered and not line.numbered
            self.cells = self.cells or (bare and _STOPS.isdisjoint(line.node.body.folded))
            _add(unit, line)
        else:
            self._close()
            self._skipped += _counts(line)
            self.left |= {id(line.source)} if line.numbered else set()

    def _may_begin(self, line: Line, unit: _Unit) -> bool:
        """Tell whether a line that a unit may own may begin with a unit of its own."""
        own = line.numbered and unit.owns(line)
        several = unit.alone and is_collective(unit.group.marks[0].piece.folded)
        return not own or several or begins_with_colon(line.node)

    def _close(self, *, goes_on: bool = False) -> None:
        """End the lines of a unit; `goes_on` tells that another one follows."""
        unit, self._unit = self._unit, None
        if unit is not None and unit.alone and unit.group.items:
            self.groups.append(unit.group)
        elif unit is not None and not unit.alone and goes_on:
            unit.group.items[-1].paragraphs += unit.waiting
        if goes_on and self.groups:
            self.others += self._skipped
        self._skipped = 0 if goes_on else self._skipped


def _is_roster(line: Line) -> bool:
    """Tell whether a line names a member of a leading group: 副组长：陶亮."""
    label, colon, _ = line.node.body.folded.partition("：")
    return bool(colon) and label in words("duties", "posts", "roster")


def _heads(line: Line, after: Line | None) -> bool:
    """Tell whether a line names units and nothing else, and the next one may be their duty."""
    body = line.node.body
    if after is None or acting_units(body) is None or is_label_line(body):
        return False
    return after.numbered or _is_duty(after.node.body)


def _is_duty(piece: Piece) -> bool:
    told = tells_duty(piece.folded) and signature_date(piece.folded) is None
    return told and acting_units(piece) is None and not is_below(piece.text)


def _add(unit: _Unit, line: Line) -> None:
    """Give a unit a line of its own: a point of its duty, or a duty of several."""
    items = unit.group.items
    if not unit.alone:
        kept = items[-1].paragraphs if line.numbered else unit.waiting
        kept.append(line.node.heading)
    elif not items or (line.numbered and line.level == _level(items[0])):
        items.append(line.node if line.numbered else with_text(unit.line.node, line.node.body))
    else:
        items[-1].paragraphs.append(line.node.heading)


def _is_post(group: Group) -> bool:
    first = group.marks[0]
    return first.slot is not Slot.PERSON and acting_units(first.piece) is None


def _level(node: Node) -> int:
    return node.printed.level if node.printed else _UNNUMBERED


def _counts(line: Line) -> bool:
    """Tell whether a line without a unit says something: no heading, no lead-in, no member."""
    folded = line.node.body.folded
    return not (_STOPS.isdisjoint(folded) or leads_in_duties(line.node.body))
