"""Lines at the head of a document that hold several things: title, number, addressees."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ..lexicon.words import one_of, words
from .citations import document_number
from .pieces import Piece


def headlines(lines: Sequence[Piece]) -> list[Piece]:
    """Give the lines with title, document number and addressees apart where one line holds them."""
    return [part for line in lines for part in _parted(line) if part.text]


def _parted(line: Piece) -> Iterator[Piece]:
    """Part 甲政〔2023〕2号《…》, and …的通知（甲政〔2023〕2号）各镇：."""
    line = _bare(line)
    first = _NUMBER_FIRST.match(line.folded)
    if first and document_number(line.cut(*first.span("number"))):
        yield line.cut(*first.span("number"))
        yield from _parted(line.cut(first.end(), len(line.text)))
        return
    last = _number_behind().match(line.folded)
    if last and document_number(line.cut(*last.span("number"))):
        yield _unquoted(line.cut(*last.span("title")))
        yield line.cut(*last.span("number"))
        yield from _addressed(line.cut(last.end(), len(line.text)))
        return
    yield _unquoted(line)


def _bare(line: Piece) -> Piece:
    """Give a line without the word before a title, 名称：, and the ending of a file, .docx."""
    label = _title_label().match(line.folded)
    line = line.cut(label.end(), len(line.text)) if label else line
    ending = _FILE.search(line.folded)
    return line.cut(0, ending.start()) if ending else line


def _unquoted(line: Piece) -> Piece:
    """Give a title that stands whole in 《》 without them."""
    return line.cut(1, len(line.text) - 1) if _QUOTED.fullmatch(line.folded) else line


def _addressed(rest: Piece) -> Iterator[Piece]:
    """Part the addressees from the sentence that follows them in the same line."""
    match = _ADDRESSED.match(rest.folded)
    end = match.end() if match else 0
    yield rest.cut(0, end)
    yield rest.cut(end, len(rest.text))


_NUMBER = r"[^，。；：《》（）〔〕\s]{1,16}〔(?:19|20)[0-9]{2}〕\s*第?[0-9]{1,4}号"
_NUMBER_FIRST = re.compile(
    rf"(?:\S{{2,30}}文件\s*)?(?P<number>{_NUMBER})\s*(?=[^，。；\s]{{0,40}}(?:关于|印发|转发|《))"
)
_FILE = re.compile(r"(?<=[\u4e00-\u9fff）》])[.。](?i:docx?|xlsx?|pdf|wps|et|txt|html?)$")
_QUOTED = re.compile("《[^《》]{6,}》")
_ADDRESSED = re.compile("[^，。：；]{0,12}[各有][^。：；]{0,160}：")


@cache
def _number_behind() -> re.Pattern[str]:
    """Make the pattern of a title with the document number behind it, in brackets or bare."""
    ends = one_of(words("titles", "endings"))
    return re.compile(
        rf"(?P<title>[^。；！|\n]{{4,120}}?(?:{ends})(?:（[^（）]{{1,10}}）)?》?)"
        rf"\s*[（〔【［\[]?\s*(?P<number>{_NUMBER})\s*[）〕】］\]]?"
        r"(?=\s*$|\s*[^，。：；]{0,12}[各有][^。；]{0,160}：)"
    )


@cache
def _title_label() -> re.Pattern[str]:
    labels = one_of(words("titles", "metadata", "title"))
    return re.compile(rf"(?:{labels})\s*：\s*(?=[^：]{{6,}}$)")
