"""Lines become paragraphs: what a page broke is put together, what a crawl added is cut."""

import re
from collections.abc import Iterator, Sequence

from ...documents.document import Block, Grid, Paragraph
from ...lexicon.roles import heading_slot
from ...lexicon.words import words
from ..front.page_lines import stands_at_foot
from ..marks.label_marks import is_label_line
from ..names.names import looks_like_unit
from ..text.numbering import printed_number
from ..text.pagination import counts_pages
from ..text.pieces import Piece
from .glued import taken_apart

_OPEN = frozenset("（〔")
_CLOSE = frozenset("）〕")
_BRACKET = re.compile("[（）〔〕]")
_MOST_LINES = 8
_CLOSED = frozenset(("", *"。；！？）〕"))
_LIST_END = re.compile("[、，；。：]")


def paragraphs(blocks: Sequence[Block]) -> list[Piece]:
    """Give the paragraphs that are not blank; the cells of a table that is no plan are some too."""
    found: list[Piece] = []
    for block in blocks:
        cells = _cells(block) if isinstance(block, Grid) else [block]
        for cell in cells:
            for line in Piece.of(cell.text, cell.span).lines():
                before = found[-1].folded if found else ""
                if not counts_pages(line.text) and not stands_at_foot(line.folded, before):
                    found += _cells_of(line)
    return list(taken_apart(whole_lines(found)))


def _cells_of(line: Piece) -> list[Piece]:
    """Give the cells with brackets of a row that was flattened with pipes; else the line."""
    if line.folded.count("|") < 2:
        return [line]
    ends = [match.start() for match in _PIPE.finditer(line.folded)] + [len(line.folded)]
    starts = [0, *(end + 1 for end in ends)]
    cells = [line.cut(start, end) for start, end in zip(starts, ends, strict=False)]
    return [cell for cell in cells if "（" in cell.folded or "〔" in cell.folded]


_PIPE = re.compile(r"\|")


def _cells(block: Grid) -> "Iterator[Paragraph]":
    for row in block.rows:
        for cell in row:
            if not cell.merged:
                yield Paragraph(cell.text, cell.span)


def whole_lines(lines: Sequence[Piece]) -> list[Piece]:
    """Give the lines without marks before their numbers, broken brackets and lists as one line."""
    return list(_rejoined([_with_label(_without_bullet(_without_signs(line))) for line in lines]))


def _rejoined(lines: Sequence[Piece]) -> Iterator[Piece]:
    at = 0
    while at < len(lines):
        end = _end_of_bracket(lines, at) if _is_broken(lines[at].folded) else at + 1
        whole = _joined(lines[at:end])
        while end < len(lines) and _runs_on(whole, lines[end]):
            whole = _joined([whole, lines[end]])
            end += 1
        yield whole
        at = end


def _is_broken(folded: str) -> bool:
    """Tell whether a line opens more brackets than it closes."""
    return sum(map(folded.count, _OPEN)) > sum(map(folded.count, _CLOSE))


def _end_of_bracket(lines: Sequence[Piece], at: int) -> int:
    """Give the line behind the one in which every bracket that opens in line `at` is closed."""
    end, open_ones = at + 1, _still_open(lines[at].folded, 0)
    for place in range(at + 1, min(at + _MOST_LINES, len(lines))):
        if not open_ones or _begins_anew(lines[place]):
            break
        open_ones = _still_open(lines[place].folded, open_ones)
        if not open_ones:
            end = place + 1
    return end


def _still_open(folded: str, before: int) -> int:
    """Give how many brackets are open at the end of a line, so many being open before it."""
    count = before
    for match in _BRACKET.finditer(folded):
        count = count + 1 if match[0] in _OPEN else max(0, count - 1)
    return count


def _begins_anew(line: Piece) -> bool:
    return printed_number(line.folded) is not None or is_label_line(line)


def _runs_on(line: Piece, following: Piece) -> bool:
    """Tell whether a list behind a label goes on in the next line, inside a name or behind a 、."""
    if line.folded[-1:] in _CLOSED or not is_label_line(line) or _begins_anew(following):
        return False
    if line.folded.endswith("、"):
        return True
    last, first = _LIST_END.split(line.folded)[-1], _LIST_END.split(following.folded)[0]
    return bool(last) and not looks_like_unit(last) and looks_like_unit(last + first)


def _joined(lines: Sequence[Piece]) -> Piece:
    whole = lines[0]
    for line in lines[1:]:
        at = len(whole.text) - _begun_label(whole.folded, line.folded)
        text = f"{whole.text[:at]}\n{whole.text[at:]}{line.text}"
        folded = f"{whole.folded[:at]}\n{whole.folded[at:]}{line.folded}"
        start = whole.span.start
        whole = Piece(text, folded, whole.span._replace(end=start + len(text)))
    return whole


def _begun_label(line: str, following: str) -> int:
    """Give how many characters of a label that the next line ends stand at the end of a line.

    The line break is put before them: a label is known by its whole word, a name without it.
    """
    rest, colon, _ = following.partition("：")
    if not colon or not 0 < len(rest) < _LONGEST_LABEL:
        return 0
    counts = range(1, min(len(line), _LONGEST_LABEL - len(rest)) + 1)
    return max((n for n in counts if heading_slot(line[-n:] + rest)), default=0)


_LONGEST_LABEL = 9


def _with_label(line: Piece) -> Piece:
    """Read 〔责任单位〕甲局 as 责任单位：甲局, at the start and behind a finished clause."""
    folded = line.folded
    for match in _BRACKETED.finditer(folded):
        if line.text[match.start()] != "【" and not _OPEN_BEFORE.search(folded[: match.start()]):
            continue
        if heading_slot(match["label"]) or match["label"] in words("headings", "deadline"):
            folded = f"{folded[: match.start()]} {match['label']}：{folded[match.end() :]}"
    if folded is line.folded:
        return line
    start = len(folded) - len(folded.lstrip())
    return Piece(line.text, folded, line.span).cut(start, len(folded))


_OPEN_BEFORE = re.compile(r"(?:^|[。；，\s])$")
_BRACKETED = re.compile(r"[〔（](?P<label>[一-鿿]{2,8})[〕）](?=[^，。；\s])")


def _without_bullet(line: Piece) -> Piece:
    """Cut a bullet or a low number before a label: ●牵头单位：甲局, （1）牵头单位：甲局."""
    match = _BULLET.match(line.folded)
    if match is None:
        return line
    rest = line.cut(match.end(), len(line.text))
    return rest if "：" in rest.folded and is_label_line(rest) else line


_BULLET = re.compile(r"\s*(?:[●○◆◇■□▲△★☆※→–•·➢➤]|（[0-9]{1,2}）|[①-⑳])\s*")


def _without_signs(line: Piece) -> Piece:
    """Cut the marks of a Markdown heading or quotation, and signs before a printed number."""
    if line.folded[0] in "#>*":
        line = line.cut(len(line.text) - len(line.text.lstrip("#>* ")), len(line.text))
    match = _SIGNS.match(line.folded)
    if match is None:
        return line
    printed = printed_number(line.folded[match.end() :])
    numbered = printed is not None and printed.style != "bullet"
    return line.cut(match.end(), len(line.text)) if numbered else line


_SIGNS = re.compile(r"[?？※★☆◆◇■□▲△●○◎→►▶•·]{1,3}\s*")
