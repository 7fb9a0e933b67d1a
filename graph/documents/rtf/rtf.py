"""RTF, also where it is called .doc: text, tables with their merges, notes, written numbers.

Names of control words are those of the Rich Text Format Specification 1.9.1.
"""

from collections.abc import Iterator
from dataclasses import replace

from ...errors import DocumentError
from ..binary_word.tables import End
from ..blocks.changes import change_doubts
from ..blocks.composing import Composer, Frame
from ..file import Content, File
from .state import APART, CHANGES, ENDS, OPENED, SIGNS, SKIPPED, Sink, State, character
from .tables import RowDefinition
from .tokens import SYMBOLS, Token, decoded, tokens

_DEEPEST = 500
"""Of groups in groups."""
_WORDS_PER_TAG = 4


def read(file: File) -> Content:
    """Read an RTF file: deletions dropped and insertions kept, both told.

    Raises `DocumentError` when it goes beyond the limits.
    """
    limit = file.limits.tags
    if file.data.count(b"{") > limit or file.data.count(b"\\") > _WORDS_PER_TAG * limit:
        raise DocumentError("documents.too-many-tags", path=file.path, n=limit)
    walk = _Walk(file)
    for token in tokens(file.data):
        walk.take(token)
    composer = Composer(file)
    for content in walk.finished():
        composer.flow(content)
    doubts = change_doubts(walk.insertions, walk.deletions, walk.struck, walk.hidden)
    return Content(tuple(composer.blocks), tuple(doubts), "rtf")


class _Walk:
    """Goes over the tokens without recursion, so that no depth of groups can harm it."""

    def __init__(self, file: File) -> None:
        self._file = file
        self._state = State()
        self._outer: list[State] = []
        self._sinks = [Sink()]
        self._fonts: dict[int, int] = {}
        self._page = "gb18030"
        self._bytes = bytearray()
        self._skip = 0
        self._starred = False
        self._rows = {"row": RowDefinition(), "": RowDefinition()}
        self._last = ""
        self.insertions = self.deletions = self.struck = self.hidden = 0

    def finished(self) -> Iterator[list[str | Frame]]:
        """Give the content of the document, then of its notes and boxes."""
        self._flush()
        for sink in self._sinks:
            if sink.text or sink.label:
                sink.end(End.PARAGRAPH, 0, self._rows[""])
            yield sink.flow.finished()

    def take(self, token: Token) -> None:
        """Take in the next token."""
        if token.kind == "bytes":
            self._take_bytes(token)
            return
        self._flush()
        self._skip = 0
        if token.kind == "{":
            self._outer.append(self._state)
            if len(self._outer) > _DEEPEST:
                raise DocumentError("documents.too-deep", path=self._file.path)
        elif token.kind == "}":
            self._close()
        elif token.name == "*":
            self._starred = True
            return
        else:
            self._take_word(token.name, token.number)
        self._starred = False

    def _take_bytes(self, token: Token) -> None:
        dropped = min(self._skip, len(token.data))
        self._skip -= dropped
        self._bytes += token.data[dropped:]

    def _flush(self) -> None:
        if self._bytes:
            charset = self._fonts.get(self._state.font) if self._state.font is not None else None
            self._emit(decoded(bytes(self._bytes), charset, self._page))
            self._bytes.clear()

    def _close(self) -> None:
        if not self._outer:
            return
        inner, self._state = self._state, self._outer.pop()
        sink = self._sinks[inner.sink]
        if inner.sink != self._state.sink and (sink.text or sink.label):
            sink.end(End.PARAGRAPH, inner.depth, self._rows[""])

    def _take_word(self, word: str, number: int | None) -> None:
        state = self._state
        if state.destination == "skip":
            return
        if word in SKIPPED or (self._starred and word not in OPENED):
            self._state = replace(state, destination="skip")
        elif state.destination == "fonts":
            self._define_font(word, number or 0)
        elif word in CHANGES:
            self._state = CHANGES[word](state, number)
        elif not self._write(word, number or 0) and not self._place(word, number or 0):
            self._rows["row" if state.destination == "row" else ""].take(word, number or 0)

    def _write(self, word: str, number: int) -> bool:
        """Take a word that stands for a character or ends a stretch of text."""
        if word in ENDS:
            self._end(word)
        elif word in SIGNS:
            self._emit(SIGNS[word])
        elif word == "u":
            self._emit(character(number))
            self._skip = self._state.fallback
        else:
            return False
        return True

    def _define_font(self, word: str, number: int) -> None:
        if word == "f":
            self._state = replace(self._state, font=number)
        elif word == "fcharset" and self._state.font is not None:
            self._fonts[self._state.font] = number

    def _place(self, word: str, number: int) -> bool:
        """Take a word that tells where text stands, or how the file is written."""
        if word == "ansicpg":
            self._page = "gb18030" if number == 936 else f"cp{number}"
        elif word == "revised":
            self.insertions += 1
        elif word in APART:
            self._sinks.append(Sink())
            self._state = replace(State(), sink=len(self._sinks) - 1, font=self._state.font)
        else:
            return False
        return True

    def _end(self, word: str) -> None:
        sink = self._sinks[self._state.sink]
        inner = word.startswith("nest")
        least = 2 if inner else int(word in {"cell", "row"})
        depth = 1 if word in {"cell", "row"} else max(self._state.depth, least)
        sink.end(ENDS[word], depth, self._rows["row" if inner else ""])

    def _emit(self, text: str) -> None:
        state = self._state
        if state.destination in {"skip", "fonts", "row"}:
            return
        sink = self._sinks[state.sink]
        if state.destination == "label":
            if self._fonts.get(-1 if state.font is None else state.font) != SYMBOLS:
                sink.label.append(text)
        elif state.deleted or state.hidden:
            self._count("deletions" if state.deleted else "hidden", text)
        else:
            self._count("struck" if state.struck else "", text)
            sink.text.append(text)

    def _count(self, kind: str, text: str) -> None:
        """Count a stretch of one kind once, however many pieces it is written in."""
        if not text.strip():
            return
        if kind and kind != self._last:
            setattr(self, kind, getattr(self, kind) + 1)
        self._last = kind
