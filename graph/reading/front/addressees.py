"""To whom a document is addressed: 各镇人民政府，县政府各部门：."""

from collections.abc import Sequence

from ..lists.members import members
from ..names.names import clean, looks_like_unit
from ..text.pieces import Piece
from .titles import HEAD

Place = tuple[int, int]


def addressees(lines: Sequence[Piece]) -> tuple[str, ...]:
    """Give the names of the first line that lists units and ends in a colon; else none.

    The list may have begun in the lines before, which end in its marks.
    """
    for at, piece in enumerate(lines[:HEAD]):
        ends = piece.folded.endswith("：")
        told = _names(piece, piece.folded.removesuffix("：").rstrip()) if ends else ()
        if not told:
            continue
        for before in reversed(lines[:at]):
            above = _names(before, before.folded.rstrip("，、")) if _goes_on(before) else ()
            if not above:
                break
            told = (*above, *told)
        return told
    return ()


def _goes_on(line: Piece) -> bool:
    return line.folded.endswith(("，", "、"))


def _names(piece: Piece, listed: str) -> tuple[str, ...]:
    """Give the names of a line that lists units and nothing else."""
    if len(listed) > _LONGEST:
        return ()
    names = _joined(listed, [(m.start, m.end) for m in members(listed) if m.end > m.start])
    sure = all(looks_like_unit(listed[a:b]) for a, b in names)
    return tuple(clean(piece.text[a:b]) for a, b in names) if sure else ()


_LONGEST = 200


def _joined(listed: str, places: Sequence[Place]) -> list[Place]:
    """Join what is no unit by itself with its neighbour: 中央、省属驻县各单位."""
    found: list[Place] = []
    for start, end in places:
        before = found[-1] if found else None
        if before and _belongs(listed, before, (start, end)):
            found[-1] = (before[0], end)
        else:
            found.append((start, end))
    return found


def _belongs(listed: str, before: Place, after: Place) -> bool:
    between = listed[before[1] : after[0]].strip()
    alone = all(looks_like_unit(listed[a:b]) for a, b in (before, after))
    return between == "、" and not alone and looks_like_unit(listed[before[0] : after[1]])
