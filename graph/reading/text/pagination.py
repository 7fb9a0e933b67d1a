"""Lines that count the pages of the source: — 2 —, 第 2 页 共 3 页."""

import re

_PAGE_NUMBER = re.compile(
    "(?:[-—–－]+ *)+[0-9]{1,3}(?: *[-—–－]+)+|第 ?[0-9]{1,3} ?页(?:[，,/]? ?共 ?[0-9]{1,3} ?页)?"
)


def counts_pages(text: str) -> bool:
    """Tell whether a line is a page number and nothing else.

    >>> counts_pages("— — 2 —"), counts_pages("2 艘渡船")
    (True, False)
    """
    return len(text) <= _LONGEST and _PAGE_NUMBER.fullmatch(text.strip()) is not None


_LONGEST = 40
