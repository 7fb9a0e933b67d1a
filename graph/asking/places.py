"""The places that plans are of: 云溪县, 汕尾市; and where a question names one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from ...ontology.language import language
from ..lexicon.folding import fold
from ..lexicon.words import lexicon, one_of
from ..questions.plans import fitting_plans

if TYPE_CHECKING:
    from ..questions.plans import Known


def places_of(known: "Iterable[Known]") -> tuple[str, ...]:
    """Give the places at the head of the issuers, or of the titles where no issuer is known.

    A district behind a city counts as well: 汕尾市 and 城关区 of 汕尾市城关区人民政府.
    """
    heads = (_head(plan.issuer or plan.title, nested=bool(plan.issuer)) for plan in known)
    return tuple(sorted({place for head in heads for place in head}))


def _head(text: str, *, nested: bool) -> Iterator[str]:
    at = 0
    while (found := _place().match(text, at)) and not is_generic(found[0]):
        yield found[0]
        at = found.end() if nested else len(text)


def is_place(words: str) -> bool:
    """Tell whether some words look like the name of a place.

    >>> is_place("红河县"), is_place("老旧小区"), is_place("各县")
    (True, False, False)
    """
    return _place().fullmatch(words) is not None and not is_generic(words)


def is_generic(words: str) -> bool:
    """Tell whether words speak of places of a kind: 各县, 园区."""
    listed = lexicon("asking")["place"]
    return words.endswith(tuple(listed["generic"])) or words.startswith(tuple(listed["not-first"]))


def placed(
    rest: str, folded: str, places: Iterable[str], gone: str
) -> Iterator[tuple[str, int, int]]:
    """Give the places that stand in a question, the longest at each place, with where they stand.

    `rest` is the question with what is understood in `gone`. The last character of a place may be
    that of the unit behind it (云溪县财政局 is 县财政局 of 云溪县), or left out before a year
    (云溪2025年).
    """
    for place in sorted(places, key=lambda each: (-len(each), each)):
        whole = fold(place).lower()
        stem = re.escape(whole[:-1])
        shared = rf"{stem}(?={gone})" if len(whole) > 2 else "(?!)"
        for found in re.finditer(rf"{stem}{whole[-1]}|{stem}{_year_next()}|{shared}", rest):
            start, end = found.span()
            if rest[end : end + 1] == gone and not folded.startswith(whole, start):
                continue
            yield place, start, end
            rest = f"{rest[:start]}{gone * (end - start)}{rest[end:]}"


def of_place(words: str, place: str) -> str:
    """Give the words for the plan of a year and a place.

    >>> of_place("2025", "云溪县")
    '云溪县2025年'
    """
    return f"{place}{words}年"


def each_of(known: "Sequence[Known]", words: str) -> str:
    """Give the words for each plan of a year or place where it has several, else the words."""
    fitting = fitting_plans(known, words)
    if len(fitting) < 2 or words in {fitting[0].title, fitting[0].named}:
        return words
    year = "年" if words.isdigit() else ""
    return f"all {words}" if language() == "en" else f"{words}{year}各方案"


@cache
def _place() -> re.Pattern[str]:
    listed = lexicon("asking")["place"]
    ending = one_of(listed["endings"])
    return re.compile(
        rf"[^\W\d_]{{2,4}}?(?:{ending})(?!{one_of(listed['not-after'])})|[^\W\d_]{{2,14}}?自治[区州县旗]"
    )


@cache
def _year_next() -> str:
    years = lexicon("asking")["years"]
    listed = " ".join(years[each] for each in ("this", "last", "next")).split()
    return f"(?=20[0-9]{{2}}|{one_of(listed)})"
