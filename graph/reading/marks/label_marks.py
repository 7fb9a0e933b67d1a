"""Assignments behind labels: on lines of their own, inside a line, labels that stand alone."""

import re
from functools import cache, lru_cache

from ...lexicon.roles import Slot
from ...lexicon.words import one_of, words
from ..columns.fitness import looks_like_list
from ..lists.unit_lists import is_one_unit, names_units
from ..lists.unknown_labels import unknown_before
from ..names.roles import Label, labels
from ..text.brackets import hide
from ..text.pieces import Piece
from .assigning import LONGEST_LABEL
from .mark import Mark


def label_marks(piece: Piece, shown: str) -> list[Mark]:
    """Give the labels that stand in no bracket, at the start or behind a finished sentence."""
    found: list[Mark] = []
    for label in _all_labels(shown):
        before = shown[: label.start].rstrip(" \0*·●■◆-—")
        inside = before[-1:] in _COMMAS and not found and _names_units(shown, label)
        if not label.colon and before and before[-1] not in "。；！" and not inside:
            continue
        if found and label.start < found[-1].end:
            continue
        if before and before[-1] not in "。；！？，、" and not shown[label.start - 1].isspace():
            continue
        if before and before[-1] in _COMMAS and not found and not inside:
            continue
        end = _end_of_labels(shown, label)
        if found and not shown[found[-1].end : label.start].strip("。；， "):
            first = found.pop()
            found.append(_label_mark(piece, first.start, end, shown))
            continue
        if _reads_as_list(shown, label, end):
            start = max(unknown_before(shown, label.start), found[-1].end if found else 0)
            found.append(_label_mark(piece, start, end, shown))
    return found


_COMMAS = ("，", "、")


def _names_units(shown: str, label: Label) -> bool:
    """Tell whether units follow a label inside a sentence: 修缮渡口，责任单位：县港航局."""
    stop = _INSIDE_END.search(shown, label.end, label.end + _LONGEST_INSIDE)
    listed = shown[label.end : stop.start()] if stop else shown[label.end :][:_LONGEST_INSIDE]
    return looks_like_list(listed.replace("\0", "").strip(" 。；"))


_INSIDE_END = re.compile("[，。！？]")
_LONGEST_INSIDE = 400


def _label_mark(piece: Piece, start: int, end: int, shown: str) -> Mark:
    inside = piece.cut(start, end)
    only_time = not labels(shown[start:end])
    bracketed = piece.text[max(0, start - 1) : start] in {"【", "〔", "[", "（", "("}
    return Mark(start - bracketed, end, inside, labelled=True, is_time=only_time)


def _end_of_labels(shown: str, label: Label) -> int:
    """Give where the list of a label ends: at a full stop, unless units alone follow it."""
    at = label.end
    while stop := _LIST_END.search(shown, at):
        more = _SENTENCE.match(shown, stop.end())
        if more is None or not names_units(more[0].replace("\0", "")):
            return stop.start()
        at = more.end()
    return len(shown)


_SENTENCE = re.compile("[^。！？]+")
_LIST_END = re.compile("[。！？](?!$)|。$")


def _reads_as_list(shown: str, label: Label, end: int) -> bool:
    listed = shown[label.end : end].strip(" 。\0")
    if not label.colon:
        return looks_like_list(listed.replace("\0", ""))
    if not listed:
        return True
    first = re.split("[、，；\\s]", listed)[0]
    if len(first) > _LONGEST_NAME:
        return False
    return not _running().search(first) or is_one_unit(first.replace("\0", ""))


_LONGEST_NAME = 40


@cache
def _running() -> re.Pattern[str]:
    """Match a word of running text: 应当配合, 是指, 指承担任务的单位."""
    told = one_of(words("sentences", "running"))
    return re.compile(f"(?:[要须]|应(?!急))当?(?:[^、，]{{2,}})$|^指(?![导挥定派令])|{told}")


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
    first = first_label(shown)
    if first is None or shown[: unknown_before(shown, first.start)].strip("\0 *·●■◆-—〔（"):
        return False
    return first.colon or looks_like_list(shown[first.end :].replace("\0", "").strip())


def first_label(shown: str) -> Label | None:
    """Give the first label of a folded text whose brackets are hidden."""
    found = _all_labels(shown)
    return found[0] if found else None
