"""Words that tell units or times by those of another row: 同上, 责任单位同第3项."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from ...lexicon.roles import Slot, heading_slot
from ...lexicon.words import one_of, words
from ..text.brackets import bracket_pairs
from ..text.numerals import number
from .ditto import same_words

_LONGEST = 40


class Same(NamedTuple):
    """Which row is meant, and what of it."""

    number: str
    """The printed number of the row; blank for the one above."""
    slots: frozenset[Slot]
    """The roles whose units are meant; none for all of them."""


@lru_cache(maxsize=1024)
def same_of(folded: str) -> Same | None:
    """Give the row that a whole folded text refers to, `None` where it names units itself.

    >>> same_of("责任单位同第3项").number, same_of("同仁县财政局")
    ('3', None)
    """
    told = _bare(folded)
    match = _same().search(told) if len(told) <= _LONGEST else None
    if match is None:
        return None
    labels = [part for part in _JOIN.split(told[: match.start()].strip("：均都也")) if part]
    slots = [heading_slot(label) for label in labels]
    times = words("headings", "deadline")
    if not all(slot or label in times for slot, label in zip(slots, labels, strict=True)):
        return None
    meant = next((match[key] for key in ("ordinal", "figure", "alike") if match[key]), "")
    return Same(meant.strip("（）"), frozenset(filter(None, slots)))


def may_be_same(folded: str) -> bool:
    """Tell whether a text holds what every such reference holds; it is found faster."""
    return _hint().search(folded) is not None


def number_keys(printed: str) -> tuple[str, ...]:
    """Give a printed number plain of its marks, and its value, by either of which it is meant.

    >>> number_keys("（一）"), number_keys("3.")
    (('一', '=1'), ('3', '=3'))
    """
    plain = printed.strip("（）第条项.、 ")
    return (plain, f"={number(plain)}") if _NUMERAL.fullmatch(plain) else (plain,)


_NUMERAL = re.compile("[0-9]{1,4}|[一二三四五六七八九十百]{1,5}")
_JOIN = re.compile("[、和及与/]")


def _bare(folded: str) -> str:
    """Give a text without white space, its last mark and a bracket around all of it."""
    told = "".join(folded.split()).rstrip("。；，")
    inner = told[1:-1]
    return inner if inner and bracket_pairs(told) == [(0, len(told) - 1)] else told


@cache
def _hint() -> re.Pattern[str]:
    before = one_of(words("ditto", "counted", "before"))
    begins = re.escape("".join(sorted({word[0] for word in same_words()})))
    return re.compile(
        f"(?=[同与和{begins}])"
        f"(?:{one_of(same_words())}|[同与和](?:{before})|[同与和]（?[0-9一二三四五六七八九十])"
    )


@cache
def _same() -> re.Pattern[str]:
    before, behind, alike = (
        one_of(words("ditto", "counted", key)) for key in ("before", "behind", "alike")
    )
    figure = "（?[0-9]{1,3}）?|（[一二三四五六七八九十]{1,4}）"
    numeral = f"{figure}|[一二三四五六七八九十]{{1,4}}"
    return re.compile(
        rf"(?:(?:{one_of(same_words())})|[同与和](?:{before})(?P<ordinal>{numeral})(?:{behind})?"
        rf"(?:{alike})?|同(?P<figure>{figure})(?:{behind})?"
        rf"|[与和](?P<alike>{numeral})(?:{behind})?(?:{alike}))$"
    )
