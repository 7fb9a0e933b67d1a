"""Characters of a binary Word file as a reader sees them: no field codes, no deletions."""

import re
from collections.abc import Iterator
from functools import cached_property

from ...plan import Doubt
from ..blocks.changes import change_doubts
from .piecetable import WordFile
from .sprms import (
    DELETED,
    HIDDEN,
    INSERTED,
    STRUCK,
    STRUCK_TWICE,
    SYMBOL,
    Run,
    character_runs,
)

_SIGNS = str.maketrans(
    {
        "\v": "\n",
        "\x0e": "\n",
        "\x1e": "-",
        "\xa0": " ",
        **dict.fromkeys(map(chr, (*range(9), 0x0C, 0x0F, *range(0x10, 0x1E), 0x1F))),
    }
)
_FIELD_MARK = re.compile(r"([\x13\x14\x15])")
_VISIBLE = re.compile(r"[^\s\0-\x1f]")
_BEGIN, _RESULT, _END = "\x13", "\x14", "\x15"


def cleaned(text: str) -> str:
    r"""Leave out field codes and signs for pictures and notes; line breaks become `\n`."""
    text = _without_codes(text).translate(_SIGNS).strip("\n")
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _without_codes(text: str) -> str:
    """Keep of each field what it shows: it begins, has a code, a result, and ends."""
    if _BEGIN not in text:
        return text
    kept: list[str] = []
    in_code: list[bool] = []
    hidden = 0
    for part in _FIELD_MARK.split(text):
        if part == _BEGIN:
            in_code.append(True)
            hidden += 1
        elif part == _RESULT and in_code:
            hidden -= in_code[-1]
            in_code[-1] = False
        elif part == _END and in_code:
            hidden -= in_code.pop()
        elif not hidden:
            kept.append(part)
    return "".join(kept)


class Text:
    """The text of a Word file, with what is deleted or hidden cut out."""

    def __init__(self, word: WordFile) -> None:
        self._word = word
        self.insertions = 0
        self.deletions = 0
        self.struck = 0
        self.hidden = 0
        self._gone = bytearray(len(word.text))
        self._shown: dict[int, str] = {}
        for run in character_runs(word):
            self._note(run)

    def _note(self, run: Run) -> None:
        self.insertions += _is_on(run, INSERTED)
        self.deletions += _is_on(run, DELETED)
        if _is_on(run, DELETED) or _is_on(run, HIDDEN):
            for start, end in self._word.positions(run.start, run.end):
                end = min(end, len(self._gone))
                self._gone[start:end] = b"\1" * max(end - start, 0)
        if not _is_on(run, DELETED):
            crossed = _is_on(run, STRUCK) or _is_on(run, STRUCK_TWICE)
            hidden = _is_on(run, HIDDEN)
            self.hidden += hidden and self._has_text(run)
            self.struck += crossed and not hidden and self._has_text(run)
        if len(run.properties.get(SYMBOL, b"")) == 4:
            sign = chr(int.from_bytes(run.properties[SYMBOL][2:], "little"))
            for start, end in self._word.positions(run.start, run.end):
                self._shown |= dict.fromkeys(range(start, end), sign)

    def _has_text(self, run: Run) -> bool:
        places = self._word.positions(run.start, run.end)
        return any(_VISIBLE.search(self._word.text, start, end) for start, end in places)

    @cached_property
    def _any_gone(self) -> bool:
        return any(self._gone)

    def is_deleted(self, cp: int) -> bool:
        """Tell whether the character is deleted or hidden."""
        return bool(self._gone[cp])

    def between(self, start: int, end: int) -> str:
        """Give the text that is left between two CPs."""
        text = self._word.text
        if not self._any_gone and not self._shown:
            return text[start:end]
        return "".join(
            self._shown.get(cp, text[cp]) for cp in range(start, end) if not self._gone[cp]
        )

    def doubts(self) -> Iterator[Doubt]:
        """Tell of tracked changes and of text that is crossed out or hidden."""
        return change_doubts(self.insertions, self.deletions, self.struck, self.hidden)


def _is_on(run: Run, code: int) -> bool:
    return run.properties.get(code, b"\0")[:1] == b"\1"
