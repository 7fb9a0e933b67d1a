"""Of the titles at the head of a document, the plan's own."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

from ...lexicon.folding import fold
from ...lexicon.words import one_of, words
from ..text.numbering import printed_number
from ..text.pieces import Piece
from ..times.dates import signature_date
from .institutions import is_institution, is_within
from .page_lines import is_menu, tells_of_page
from .titles import HEAD, LONGEST_TITLE, is_heading, is_title, parts_before, plan_word


def own_title(titles: Sequence[str], *, has_tasks: bool) -> str:
    """Of a notice's title and the title of the plan that it brings, give the plan's.

    A notice whose plan stands in another file has a title of its own.
    """
    printed = [title for title in titles if _is_plans(fold(title))]
    plans = [title for title in printed if not _is_headline(title, printed)]
    quoted = list(_quoted(titles)) if has_tasks else []
    title = next(iter([*plans, *quoted, *titles]), "")
    return _fullest(title, plans)


def _is_plans(folded: str) -> bool:
    return bool(plan_word().search(folded)) and not folded.endswith(("通知", "函"))


def _is_headline(title: str, others: Sequence[str]) -> bool:
    """Tell whether a title says who brought another one: 某市发布某市工作要点."""
    folded = fold(title)
    rests = (folded.removesuffix(fold(other)) for other in others if other != title)
    return any(
        rest != folded and rest.endswith(tuple(words("titles", "news", "brings"))) for rest in rests
    )


def _quoted(titles: Sequence[str]) -> Iterator[str]:
    """Give the titles that notices bring in 《》, not those that they pass on or act on."""
    for title in titles:
        if match := _NOTICE.fullmatch(fold(title)):
            yield title[match.start("plan") : match.end("plan")]


_NOTICE = re.compile(
    "(?:(?!贯彻|落实|转发)[^《》])*印发《(?P<plan>(?:[^《》]|《[^《》]*》){4,})》(?:（[^（）]*）)?的通知"
)


def _fullest(title: str, others: Sequence[str]) -> str:
    """Give the longest form of a title that is printed more than once."""
    forms = (other for other in others if title and is_within(fold(title), fold(other)))
    return max([title, *forms], key=len)


def brought_title(lines: Sequence[Piece]) -> str:
    """Give the title that a notice's first sentence brings, or the label of an attachment.

    现将《…》印发给你们, 附件1：…任务分工.
    """
    for line in lines[:HEAD]:
        match = _brought().search(line.folded) or _ATTACHED.match(line.folded)
        if match and (is_title(match["plan"]) or match.re is _brought()):
            return line.text[match.start("plan") : match.end("plan")]
    return ""


_ATTACHED = re.compile(
    r"附\s*[件表]?\s*[0-9一二三四五六七八九十]{0,2}(?:\s*：|(?<=[0-9])\s)\s*(?P<plan>[^：]{6,})$"
)


def brings(title: str, brought: str) -> bool:
    """Tell whether a notice's title speaks of the plan that its first sentence names in 《》."""
    return bool(brought) and fold(title).endswith("的通知") and fold(brought) in fold(title)


@cache
def _brought() -> re.Pattern[str]:
    brings = one_of(words("titles", "brings"))
    return re.compile(
        rf"(?:^|现将)《(?P<plan>(?:[^《》]|《[^《》]*》){{4,80}})》[^。《》]{{0,40}}(?<!转)(?:{brings})"
    )


def first_line(lines: Sequence[Piece]) -> str:
    """Give the first line that may name a document without a title; items and menus name none.

    Behind the headings of a table there is no title.
    """
    before = takewhile(lambda line: not is_heading(line), lines[:HEAD])
    at = next((at for at, line in enumerate(before) if _may_name(line.folded)), None)
    if at is None:
        return ""
    parts = "".join(part.text for part in reversed(parts_before(lines, at)))
    return f"{''.join(parts.split())}{lines[at].text}"[:LONGEST_TITLE]


def _may_name(folded: str) -> bool:
    return (
        len(folded) >= _SHORTEST
        and bool(plan_word().search(folded) or _kind().search(folded))
        and not _SENTENCE.search(folded)
        and not folded.endswith(("：", "通知", "等"))
        and printed_number(folded) is None
        and not is_menu(folded)
        and not tells_of_page(folded)
        and signature_date(folded) is None
        and not is_institution(folded)
    )


_SHORTEST = 8
_SENTENCE = re.compile("[|。、│┌├\t]")


@cache
def _kind() -> re.Pattern[str]:
    """Match the end of a title of another kind of document than a plan."""
    return re.compile(rf"(?:{one_of(words('titles', 'kinds'))})$")
