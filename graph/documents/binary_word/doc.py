"""Binary Word files (.doc, .wps): text, tables with their merges, and automatic numbers.

The structures are read directly ([MS-DOC]); LibreOffice is asked where they cannot be.
"""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from ...errors import DocumentError
from .. import converted
from ..blocks.composing import Composer, Frame
from ..blocks.numbering import Numbering, numbered
from ..containers.compound import Compound
from ..file import Content, File
from .lists import read_lists
from .piecetable import Unreadable, WordFile
from .sprms import LIST, LIST_LEVEL, Paragraphs, Properties, Run
from .styles import read_styles
from .tables import End, Flow, Mark
from .text import Text, cleaned

_MAIN, _FOOTNOTES, _ENDNOTES, _BOXES = 0, 1, 5, 6
_END = re.compile(r"[\r\x07\x0c]")
_NO_LIST = frozenset({0, 0xF801})


def read(file: File) -> Content:
    """Read a binary Word file, deletions dropped and insertions kept.

    A file that cannot be read directly goes through LibreOffice when that is installed, else
    `DocumentError` says what is the matter.
    """
    try:
        return _direct(file)
    except (Unreadable, struct.error) as error:
        if converted.program() is not None:
            return converted.read(file)
        key = str(error) if isinstance(error, Unreadable) else "documents.damaged"
        raise DocumentError(key, path=file.path) from error


def _direct(file: File) -> Content:
    with Compound(file) as compound:
        word = WordFile(
            compound.stream("WordDocument"),
            (compound.stream("0Table"), compound.stream("1Table")),
            compound.stream("Data"),
        )
    if word.length > file.limits.text_characters:
        n = file.limits.text_characters
        raise DocumentError("documents.text-too-large", path=file.path, n=n)
    reading = _Reading(
        word, Text(word), Paragraphs(word), read_styles(word), Numbering(read_lists(word))
    )
    composer = Composer(file)
    for part in (_MAIN, _FOOTNOTES, _ENDNOTES, _BOXES):
        composer.flow(reading.flow(part))
    return Content(tuple(composer.blocks), tuple(reading.text.doubts()), "piece-table")


@dataclass(slots=True)
class _Reading:
    word: WordFile
    text: Text
    paragraphs: Paragraphs
    styles: dict[int, Properties]
    numbering: Numbering

    def flow(self, part: int) -> list[str | Frame]:
        """Give the paragraphs and tables of one part of the document."""
        flow = Flow()
        carried = ""
        for text, end in self._lines(self.word.part(part)):
            sign = self.word.text[end]
            if sign == "\r" and self.text.is_deleted(end):
                carried += text
                continue
            run = self.paragraphs.at(self.word.fc(end))
            mark = Mark.of(sign, run.properties)
            line = cleaned(carried + text)
            carried = ""
            flow.add(mark, line if mark.end is End.ROW else numbered(self._label(run), line))
        return flow.finished()

    def _lines(self, part: range) -> Iterator[tuple[str, int]]:
        """Give each paragraph's text and the CP of the mark that ends it."""
        start = part.start
        for match in _END.finditer(self.word.text, part.start, part.stop):
            yield self.text.between(start, match.start()), match.start()
            start = match.end()

    def _label(self, run: Run) -> str:
        properties = self.styles.get(run.style, {}) | run.properties
        number = int.from_bytes(properties.get(LIST, b""), "little")
        if number in _NO_LIST:
            return ""
        depth = int.from_bytes(properties.get(LIST_LEVEL, b""), "little")
        return self.numbering.label(str(number), depth)
