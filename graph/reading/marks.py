"""Where a paragraph says who is responsible: brackets, label lines, labels inside the line."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from ..lexicon.roles import Slot
from ..lexicon.words import one_of, words
from .assigning import LONGEST_LABEL, assigns, is_bare_list
from .brackets import bracket_pairs, hide
from .fitness import looks_like_list
from .names import looks_like_unit
from .pieces import Piece
from .remarks import is_remark
from .roles import Label, labels
from .times import is_time
from .unpaired import Unpaired, unclosed, unopened


class Mark(NamedTuple):
    """A stretch of a paragraph that assigns: from `start` to `end`, brackets included."""

    start: int
    end: int
    piece: Piece
    """The list itself, without its brackets."""
    labelled: bool
    """It stands behind a label on a line of its own or inside the line, not in brackets."""
    is_time: bool = False
    is_remark: bool = False
    is_bare: bool = False
    """It has only names, no word of a role."""
    slot: Slot | None = None
    """That of the label on the line above, where the names stand on a line of their own."""
    in_sentence: bool = False
    """It is part of the sentence itself, which keeps its words."""
    stated: bool = False
    """It is a sentence that only assigns: 甲局牵头，乙局配合。"""


def marks(piece: Piece) -> list[Mark]:
    """Give the assignments of a paragraph from left to right."""
    if not _worth_reading().search(piece.folded):
        return []
    pairs = bracket_pairs(piece.folded)
    shown = hide(piece.folded, pairs)
    found = [mark for pair in pairs if (mark := _bracket(piece, pair)) is not None]
    found += _unpaired(piece, shown)
    labelled = _labelled(piece, shown)
    found = [mark for mark in found if not _is_name_plate(mark, labelled)]
    return sorted((*found, *labelled), key=lambda mark: mark.start)


def _is_name_plate(mark: Mark, labelled: Sequence[Mark]) -> bool:
    """Tell whether bare names in a bracket belong to a name behind a label: 甲局（乙局）."""
    return mark.is_bare and any(one.start < mark.start < one.end for one in labelled)


def bare_marks(piece: Piece) -> list[Mark]:
    """Give the brackets that name units and nothing else, those before a full stop among them.

    So a document is read whose assignments all are such brackets; in another one, they explain.
    """
    known = marks(piece)
    brackets = (
        Mark(start, end + 1, piece.cut(start + 1, end), labelled=False, is_bare=True)
        for start, end in bracket_pairs(piece.folded)
        if piece.folded[start] in "（〔" and _is_before_stop(piece.folded, start, end + 1)
    )
    starts = {mark.start for mark in known}
    more = [one for one in brackets if one.start not in starts and is_bare_list(one.piece.folded)]
    return sorted((*known, *more), key=lambda mark: mark.start)


def _is_before_stop(folded: str, start: int, end: int) -> bool:
    """Tell whether a bracket stands before a full stop, and not behind a name that it explains."""
    last = re.split("[，。；、]", folded[max(0, start - _NEAR) : start])[-1][-12:]
    return folded[end : end + 1] in "。；" and not looks_like_unit(last)


def label_alone(piece: Piece) -> Slot | None:
    """Give the slot of a line that holds a label and nothing else."""
    found = labels(piece.folded) if len(piece.text) < LONGEST_LABEL else []
    alone = len(found) == 1 and not found[0].start and found[0].end >= len(piece.folded)
    return found[0].slot if alone else None


def is_label_line(piece: Piece) -> bool:
    """Tell whether a paragraph starts with a label of a role or of time: 责任单位：甲局."""
    return _begins_with_label(piece.folded)


@lru_cache(maxsize=2048)
def _begins_with_label(folded: str) -> bool:
    """Remember paragraphs: each is asked at several steps."""
    shown = hide(folded)
    first = _first_label(shown)
    if first is None or shown[: first.start].strip("\0 *·●■◆-—〔（"):
        return False
    return first.colon or looks_like_list(shown[first.end :].replace("\0", "").strip())


def _first_label(shown: str) -> Label | None:
    found = _all_labels(shown)
    return found[0] if found else None


def _bracket(piece: Piece, pair: tuple[int, int]) -> Mark | None:
    start, end = pair[0], pair[1] + 1
    if piece.folded[start] not in "（〔":
        return None
    inside = piece.cut(start + 1, end - 1)
    mark = Mark(start, end, inside, labelled=False)
    if not inside.text:
        return None
    if is_time(inside.folded.rstrip("。")) and _closes_sentence(piece.folded, start, end):
        return mark._replace(is_time=True)
    if assigns(inside.folded):
        return mark
    return _bare_or_rule(piece, mark)


def _bare_or_rule(piece: Piece, mark: Mark) -> Mark | None:
    folded = mark.piece.folded
    apart = _stands_apart(piece.folded, mark.start, mark.end)
    if (apart or _closes_clause(piece.folded, mark)) and is_bare_list(folded):
        return mark._replace(is_bare=True)
    return mark._replace(is_remark=True) if _is_rule(folded) else None


def _is_rule(folded: str) -> bool:
    return is_remark(folded) and ("牵头" in folded or "下同" in folded or "列出" in folded)


def _closes_sentence(folded: str, start: int, end: int) -> bool:
    return folded[end : end + 1] in "。（〔" or _stands_apart(folded, start, end)


def _stands_apart(folded: str, start: int, end: int) -> bool:
    """Tell whether a bracket stands behind a finished sentence, or ends its paragraph."""
    before = folded[max(0, start - _NEAR) : start].rstrip()
    if not before or before[-1] in "。；！？）〕.":
        return True
    last = re.split("[，。；、]", before)[-1][-12:]
    return bool(_ITEM_END.match(folded, end)) and not looks_like_unit(last)


def _closes_clause(folded: str, mark: Mark) -> bool:
    """Tell whether a list stands at the end of a clause that begins with 一是: 一是…（甲局）；."""
    before = folded[max(0, mark.start - _LONGEST_CLAUSE) : mark.start]
    clause = re.split("[。；]", before)[-1]
    last = re.split("[，、]", clause)[-1][-12:]
    counted = _COUNTED.match(clause.lstrip()) is not None
    return counted and folded[mark.end : mark.end + 1] in "；。" and not looks_like_unit(last)


_LONGEST_CLAUSE = 200
_COUNTED = re.compile("[一二三四五六七八九十]{1,2}(?:是|要)|[（(]?[0-9]{1,2}[）).]|[①-⑳]")
_NEAR = 40
_ITEM_END = re.compile(
    r"[。；，.\s]*$|[。；]?\s*(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)"
)


def _unpaired(piece: Piece, shown: str) -> list[Mark]:
    """Give the lists whose opening or closing bracket was lost."""
    opened = unclosed(shown)
    first = _first_label(shown[opened.names[0] :]) if opened else None
    begins = opened is not None and first is not None and not first.start
    found = [_of_list(piece, opened)] if opened and begins else []
    for closed in unopened(shown):
        mark = _of_list(piece, closed)
        if is_bare_list(mark.piece.folded):
            found.append(mark._replace(is_bare=True))
    return found


def _of_list(piece: Piece, found: Unpaired) -> Mark:
    return Mark(*found.whole, piece.cut(*found.names), labelled=False)


def _labelled(piece: Piece, shown: str) -> list[Mark]:
    """Give the labels that stand in no bracket, at the start or behind a finished sentence."""
    found: list[Mark] = []
    for label in _all_labels(shown):
        before = shown[: label.start].rstrip(" \0*·●■◆-—")
        if not label.colon and before and before[-1] not in "。；！":
            continue
        if found and label.start < found[-1].end:
            continue
        if before and before[-1] not in "。；！？，、" and not shown[label.start - 1].isspace():
            continue
        if before and before[-1] in "，、" and not found:
            continue
        end = _end_of_labels(shown, label)
        if found and not shown[found[-1].end : label.start].strip("。；， "):
            first = found.pop()
            found.append(_label_mark(piece, first.start, end, shown))
            continue
        if _reads_as_list(shown, label, end):
            found.append(_label_mark(piece, label.start, end, shown))
    return found


def _label_mark(piece: Piece, start: int, end: int, shown: str) -> Mark:
    inside = piece.cut(start, end)
    only_time = not labels(shown[start:end])
    return Mark(start, end, inside, labelled=True, is_time=only_time)


def _end_of_labels(shown: str, label: Label) -> int:
    stop = _LIST_END.search(shown, label.end)
    return stop.start() if stop else len(shown)


_LIST_END = re.compile("[。！？](?!$)|。$")


def _reads_as_list(shown: str, label: Label, end: int) -> bool:
    listed = shown[label.end : end].strip(" 。\0")
    if not label.colon:
        return looks_like_list(listed.replace("\0", ""))
    if not listed:
        return True
    first = re.split("[、，；\\s]", listed)[0]
    return len(first) <= 40 and not _running().search(first)


@cache
def _running() -> re.Pattern[str]:
    """Match a word of running text: 应当配合, 是指."""
    told = one_of(words("sentences", "running"))
    return re.compile(f"(?:[要须]|应(?!急))当?(?:[^、，]{{2,}})$|{told}")


def _all_labels(shown: str) -> list[Label]:
    """Give the labels of roles and of time, in order."""
    found = labels(shown)
    if "：" not in shown:
        return found
    found += [
        Label(match.start(), match.end(), Slot.RESPONSIBLE)
        for match in _time_label().finditer(shown)
    ]
    return sorted(found)


@cache
def _time_label() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{one_of(words('headings', 'deadline'))})\s*：\s*")


@cache
def _worth_reading() -> re.Pattern[str]:
    return re.compile(f"[（〔〕：]|{one_of(words('roles', 'told'))}")
