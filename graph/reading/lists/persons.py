"""Persons in a cell or behind a label: 陶亮, or spaced out to the width of longer names, 陶 亮."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from ...lexicon.words import one_of, words
from ..names.person_names import glued_persons
from .members import Member, members

_HAN = "[\u4e00-\u9fff]"
_ENDS = rf"(?=$|[\s、，；]|{_HAN}[ ])"
_SURNAME = "|".join(one_of(words("persons", "surnames", key)) for key in ("double", "words"))
_FOLLOWED = rf"(?=(?:{_SURNAME}){_HAN}{{1,2}}(?:$|[\s、，；]))"
"""Behind 高 明, whose white space shows where it ends, another name may stand at once."""
_ONE_PERSON = rf"{_HAN}[ ]+{_HAN}(?:{_ENDS}|{_FOLLOWED})|[\u4e00-\u9fff·]{{2,4}}?{_ENDS}"
_SPACED = re.compile("(?<![\u4e00-\u9fff]{2})[\u4e00-\u9fff][ ]+[\u4e00-\u9fff]")
_ALL_PERSONS = re.compile(rf"(?:(?:{_ONE_PERSON})[\s、，；]*)+")
_LONGEST = 200
_BETWEEN_PERSONS = re.compile(r"\n+|(?<=[\u4e00-\u9fff]{2})[ ]+(?=[\u4e00-\u9fff]{2})")


def persons(listed: str) -> tuple[Member, ...]:
    """Cut a folded list of persons into its members, in order."""
    spaced = _spaced_persons(listed)
    if spaced:
        return spaced
    told = _with_posts(listed, members(_BETWEEN_PERSONS.sub(_marks, listed)))
    return tuple(person for member in told for person in _parted(listed, member))


def _parted(listed: str, member: Member) -> Iterator[Member]:
    """Cut a member into the persons whose names stand in it without a mark: 高明程立东."""
    starts = glued_persons(listed[member.start : member.end])
    if not starts:
        yield member
        return
    places = [member.start + at for at in starts]
    for start, end in pairwise([*places, member.end]):
        whole = (start, end)
        yield member._replace(start=start, end=end, whole=whole, parted=start > member.start)


def names_post(folded: str) -> bool:
    """Tell whether a folded text is a post without a name.

    >>> names_post("分管副省长"), names_post("县委常委"), names_post("张副县长")
    (True, True, False)
    """
    return folded.endswith(_post_ends()) and _post().fullmatch(folded) is not None


def _with_posts(listed: str, found: tuple[Member, ...]) -> tuple[Member, ...]:
    """Put posts together with the name that follows them: 县委常委、副县长陶亮."""
    posts = [names_post(listed[m.start : m.end]) for m in found]
    if all(posts) or not any(posts):
        return found
    told: list[Member] = []
    for member, after_post in zip(found, [False, *posts], strict=False):
        if after_post:
            begins = told.pop().start
            told.append(member._replace(start=begins, whole=(begins, member.whole[1])))
        else:
            told.append(member)
    return tuple(told)


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
    found = [match.span() for match in re.finditer(_ONE_PERSON, listed)]
    if any(names_post(listed[start:end]) for start, end in found):
        return ()
    return tuple(Member(*place, group=0, whole=place) for place in found)


@cache
def _post_ends() -> tuple[str, ...]:
    return tuple(words("posts", "posts", "endings"))


@cache
def _post() -> re.Pattern[str]:
    """Give the pattern of a post without a name: 县委常委, but not 张副县长."""
    before, posts = (one_of(words("posts", "posts", key)) for key in ("before", "endings"))
    place = f"(?:[\u4e00-\u9fff]{{2,4}}(?:{one_of(words('units', 'places', 'upper'))}))?"
    return re.compile(rf"{place}(?:(?:{before})[\u4e00-\u9fff]{{0,8}}?(?:{posts})|(?:{posts}))")
