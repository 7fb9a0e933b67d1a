"""Lines at the head of a document that hold several things: title, number, date, addressees."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ...lexicon.words import one_of, words
from ..columns.headings import header
from ..text.pieces import Piece
from ..times.dates import SIGNED
from .announcements import media_behind
from .document_numbers import document_number
from .institutions import is_institution, places


def headlines(lines: Sequence[Piece]) -> list[Piece]:
    """Give the lines with title, number, date and addressees apart where one line holds them."""
    kept = [line for line in lines if not _heads_columns(line.folded)]
    return [part for line in _whole_quotes(kept) for part in _parted(line) if part.text]


def _heads_columns(folded: str) -> bool:
    """Tell whether a line is the headings of a table: 序号 涉及部门 职责分工."""
    cells = folded.split()
    return _FEWEST_HEADINGS <= len(cells) <= _MOST_HEADINGS and header(cells) is not None


_FEWEST_HEADINGS, _MOST_HEADINGS = 3, 14


def _whole_quotes(lines: Sequence[Piece]) -> Iterator[Piece]:
    """Put lines together that 《》 keeps open: 贯彻《养老服务五年⏎行动计划》实施方案."""
    waiting: list[Piece] = []
    for line in lines:
        waiting.append(line)
        if _is_open(line.folded, open_before=len(waiting) > 1) and len(waiting) < _MOST_BROKEN:
            continue
        yield from _joined(waiting)
        waiting = []
    yield from waiting


def _is_open(folded: str, *, open_before: bool) -> bool:
    opens, closes = folded.rfind("《"), folded.rfind("》")
    return opens > closes or (open_before and closes < 0)


def _joined(lines: list[Piece]) -> list[Piece]:
    """Give broken lines as one, unless the last leaves open what they opened."""
    if len(lines) == 1 or _is_open(lines[-1].folded, open_before=True):
        return lines
    text, folded = "".join(line.text for line in lines), "".join(line.folded for line in lines)
    return [Piece(text, folded, lines[0].span)]


_MOST_BROKEN = 3


def _parted(line: Piece) -> Iterator[Piece]:
    """Part 甲政〔2023〕2号《…》, …的通知（甲政〔2023〕2号）各镇：, 县政府 2023年3月1日."""
    line = _bare(line)
    if (beside := _number_beside().fullmatch(line.folded)) is not None:
        line = line.cut(*beside.span("number"))
    first = _NUMBER_FIRST.match(line.folded)
    if first and document_number(line.cut(*first.span("number"))):
        yield line.cut(*first.span("head"))
        yield line.cut(*first.span("number"))
        yield from _parted(line.cut(first.end(), len(line.text)))
    elif (last := _number_behind().match(line.folded)) and document_number(
        line.cut(*last.span("number"))
    ):
        yield _unquoted(line.cut(*last.span("title")))
        yield line.cut(*last.span("number"))
        yield from _addressed(line.cut(last.end(), len(line.text)))
    elif notice := _NOTICE_AND_ADDRESSED.match(line.folded):
        yield line.cut(*notice.span("title"))
        yield from _addressed(line.cut(notice.end("title"), len(line.text)))
    elif boxed := _BOXED.match(line.folded):
        yield line.cut(*boxed.span("title"))
        yield line.cut(boxed.end(), len(line.text))
    elif glued := _and_preamble().match(line.folded):
        yield _unquoted(line.cut(*glued.span("title")))
        yield line.cut(glued.end(), len(line.text))
    elif (signed := _SIGNED_LINE.fullmatch(line.folded)) and _may_sign(line, signed):
        yield from (line.cut(*signed.span(part)) for part in ("unit", "date", "note"))
    else:
        yield _unquoted(line)


def _may_sign(line: Piece, signed: re.Match[str]) -> bool:
    return not signed["unit"] or is_institution(line.cut(*signed.span("unit")).text)


def _bare(line: Piece) -> Piece:
    """Give a line without empty cells, the word before a title, and what is added behind it."""
    line = _closed_up(_only_cell(line))
    if upload := _UPLOAD.match(line.folded):
        return line.cut(*upload.span("title"))
    label = _title_label().match(line.folded)
    line = line.cut(label.end(), len(line.text)) if label else line
    place = _place().match(line.folded)
    line = line.cut(place.end(), len(line.text)) if place else line
    ending = _FILE.search(line.folded) or _BOLD.search(line.folded)
    line = line.cut(0, ending.start()) if ending else line
    if media := _media().search(line.folded):
        return line.cut(0, media.start())
    added = _added().fullmatch(line.folded)
    return line.cut(*added.span("title")) if added else line


def _only_cell(line: Piece) -> Piece:
    """Give the text of a row of a table that has but one, also where it is repeated."""
    texts = {text: at for at, text in _cells(line.folded)}
    if "|" not in line.folded or len(texts) != 1:
        return line
    ((text, at),) = texts.items()
    return line.cut(at, at + len(text))


def _closed_up(line: Piece) -> Piece:
    """Give a line whose characters white space keeps apart without it: 云 泽 县 工 作 方 案."""
    parts = line.text.split()
    single = len(parts) > 1 and all(len(p) == 1 or p.isdecimal() for p in parts)
    apart = single and (len(parts) >= _FEWEST_APART or "".join(parts) in words("titles", "endings"))
    return without_spaces(line) if apart or _SPACED_NUMBER.fullmatch(line.folded) else line


def without_spaces(line: Piece) -> Piece:
    """Give a line without white space; its place is that of the whole line."""
    return Piece("".join(line.text.split()), "".join(line.folded.split()), line.span)


_FEWEST_APART = 6
_SPACED_NUMBER = re.compile(
    r"（?[\u4e00-\u9fff]{2,16}\s*〔\s*20[0-9]{2}\s*〕\s*第?\s*[0-9]{1,4}\s*号）?"
)


def _cells(folded: str) -> list[tuple[int, str]]:
    return [(cell.start(), cell[0]) for cell in re.finditer(r"[^|\s](?:[^|]*[^|\s])?", folded)]


def _unquoted(line: Piece) -> Piece:
    """Give a title that stands whole in 《》 without them."""
    return line.cut(1, len(line.text) - 1) if _QUOTED.fullmatch(line.folded) else line


def _addressed(rest: Piece) -> Iterator[Piece]:
    """Part the addressees from the sentence that follows them in the same line."""
    match = _ADDRESSED.match(rest.folded)
    end = match.end() if match else 0
    yield rest.cut(0, end)
    yield rest.cut(end, len(rest.text))


_NUMBER = r"[^，。；：《》（）〔〕\s]{1,16}[〔（](?:19|20)[0-9]{2}[〕）]\s*第?[0-9]{1,4}号"
_NUMBER_FIRST = re.compile(
    rf"(?P<head>\S{{2,30}}文件)?[\s（]*(?P<number>{_NUMBER})\s*"
    rf"(?=[^，。；\s]{{0,40}}(?:关于|印发|转发|《)|{SIGNED}|(?<=号)$)"
)
_ENDING = "[.。](?i:docx?|xlsx?|pdf|wps|et|txt|html?)"
_FILE = re.compile(rf"(?<=[\u4e00-\u9fff）》]){_ENDING}$")
_UPLOAD = re.compile(rf"《(?P<title>[^。，；：]{{4,80}}?){_ENDING}(?:（[^）]*）)?》")
"""A site that stores files tells who brought them: 《渡口安全工作方案.docx》由会员上传."""
_BOXED = re.compile(
    r"[【〔](?P<title>[^【】〔〕]{8,60}?)(?:[-_ ][0-9]{8,}[0-9a-zA-Z]*[-_]?)?[】〕]"
    r"(?=\s*[^，。：]{4,}[，。])"
)
"""A page may put the title into a box before the first sentence, with the time of its upload."""
_BOLD = re.compile(r"\*+$")
_QUOTED = re.compile("《[^《》]{6,}》")
_ADDRESSEES = "[^，。：；]{0,12}[各有][^。：；]{0,160}："
_ADDRESSED = re.compile(_ADDRESSEES)
_NOTICE_AND_ADDRESSED = re.compile(rf"(?P<title>[^。；！|\n]{{6,120}}?的通知)\s+(?={_ADDRESSEES})")
_SIGNED_LINE = re.compile(
    rf"（?\**(?:(?P<unit>[^\s*，。：；|（）]{{3,40}})(?:（代章）)?(?:\*+|，|\s)\s*)?(?P<date>{SIGNED})\s*）?"
    r"(?P<note>（[^（）]{2,20}）)?"
)


@cache
def _number_beside() -> re.Pattern[str]:
    """Make the pattern of a document number beside who signs, or how urgent it is."""
    told = rf"(?:{one_of(words('titles', 'notice', 'beside_number'))})[^。；，]{{0,12}}"
    return re.compile(rf"(?:{told}\s+)?(?P<number>{_NUMBER})(?:\s+{told})?")


@cache
def _number_behind() -> re.Pattern[str]:
    """Make the pattern of a title with the document number behind it, in brackets or bare."""
    ends = one_of(words("titles", "endings"))
    return re.compile(
        rf"(?P<title>[^。；！|\n]{{4,120}}?(?:{ends})(?:（[^（）]{{1,10}}）)?》?)"
        rf"\s*[（〔【［\[]?\s*(?P<number>{_NUMBER})\s*[）〕】］\]]?"
        r"(?=\s*$|\s*[^，。：；]{0,12}[各有][^。；]{0,160}：|\s+(?:现将|现就|根据|为))"
    )


@cache
def _and_preamble() -> re.Pattern[str]:
    """Make the pattern of a title that runs into the first sentence: …工作方案为做好工作，."""
    sure = set(words("titles", "endings")) - set(words("titles", "weak"))
    ends, begins = one_of(sure), one_of(words("titles", "preamble", "begins"))
    return re.compile(
        rf"(?P<title>(?!{begins}|现)[^。；！，：|\n]{{8,60}}?(?:{ends})(?:（[^（）]{{1,10}}）)?)\s*"
        rf"(?=(?:{begins})[^。：]{{8,}}[。：])"
    )


@cache
def _title_label() -> re.Pattern[str]:
    labels = "|".join(r"\s*".join(word) for word in words("titles", "metadata", "title"))
    return re.compile(rf"(?:{labels})(?:\s*：\s*|\s+)(?=[^：]{{6,}}$)")


@cache
def _added() -> re.Pattern[str]:
    """Make the pattern of a title with what a page adds behind it.

    That is its place in a series, how many samples or pages there are, a site's name, or that the
    title is published: …方案公布了，具体如下：.
    """
    ends = one_of(words("titles", "endings"))
    sites = one_of(words("titles", "page", "sites"))
    series = "（(?:[0-9]{1,2}|[一二三四五六七八九十上中下]{1,2})）"
    told, follows = (one_of(words("titles", "published", key)) for key in ("words", "follows"))
    published = rf"(?:{told})，?(?:{follows})：?"
    counted = "_?第?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})[篇页]"
    return re.compile(
        rf"(?P<title>.{{4,}}(?:{ends})(?:（[^（）]+）)?)(?:{series}|{published}|{counted}|(?:{counted})?(?:\s*[-_|]\s*[^-_|，。]{{1,20}}){{0,3}}?\s*[-_|]\s*[^-_|，。]{{0,20}}(?:{sites}))"
    )


@cache
def _media() -> re.Pattern[str]:
    return re.compile(rf"(?<=\S{{6}})\s*{media_behind()}$")


@cache
def _place() -> re.Pattern[str]:
    """Make the pattern of a place that a collection of documents puts before a title."""
    return re.compile(rf"（[\u4e00-\u9fff]{{1,8}}(?:{places()})）(?=[^，。]{{6}})")
