"""Persons in a cell or behind a label: 陶亮, or spaced out to the width of longer names, 陶 亮."""

import re

from .members import Member, members

_HAN = "[\u4e00-\u9fff]"
_ENDS = rf"(?=$|[\s、，；]|{_HAN}[ ])"
_ONE_PERSON = rf"{_HAN}[ ]+{_HAN}{_ENDS}|[\u4e00-\u9fff·]{{2,4}}?{_ENDS}"
_SPACED = re.compile("(?<![\u4e00-\u9fff]{2})[\u4e00-\u9fff][ ]+[\u4e00-\u9fff]")
_ALL_PERSONS = re.compile(rf"(?:(?:{_ONE_PERSON})[\s、，；]*)+")
_LONGEST = 200
_BETWEEN_PERSONS = re.compile(r"\n+|(?<=[\u4e00-\u9fff]{2})[ ]+(?=[\u4e00-\u9fff]{2})")


def persons(listed: str) -> tuple[Member, ...]:
    """Cut a folded list of persons into its members, in order."""
    return _spaced_persons(listed) or members(_BETWEEN_PERSONS.sub(_marks, listed))


def _marks(gap: re.Match[str]) -> str:
    return "、" * len(gap[0])


def _spaced_persons(listed: str) -> tuple[Member, ...]:
    """Give persons whose short names are spaced out to the width of longer ones: 陆 明俞 悦."""
    if (
        len(listed) > _LONGEST
        or _SPACED.search(listed) is None
        or _ALL_PERSONS.fullmatch(listed) is None
    ):
        return ()
    return tuple(
        Member(*match.span(), group=0, whole=match.span())
        for match in re.finditer(_ONE_PERSON, listed)
    )
