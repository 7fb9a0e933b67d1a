"""Lists in brackets of which a crawl lost the opening or the closing one."""

import re
from collections.abc import Iterator
from typing import NamedTuple


class Unpaired(NamedTuple):
    """A list with one bracket: the stretch of it all, and the stretch of its names."""

    whole: tuple[int, int]
    names: tuple[int, int]


def unclosed(shown: str) -> Unpaired | None:
    """Give what stands behind the last bracket that is never closed: it ends with its paragraph.

    `shown` is folded text with its bracket pairs hidden.
    """
    match = _OPENED.search(shown)
    if match is None:
        return None
    return Unpaired((match.start(), len(shown)), (match.end(), len(shown)))


def unopened(shown: str) -> Iterator[Unpaired]:
    """Give what stands between a comma or full stop and each 〕 that was never opened."""
    for match in _CLOSED.finditer(shown):
        yield Unpaired((match.start("names"), match.end()), match.span("names"))


_OPENED = re.compile("[（〔](?=[^（〔]*$)")
_CLOSED = re.compile("(?:^|[，。；])(?P<names>[^，。；〕]+)〕(?![、，])")
