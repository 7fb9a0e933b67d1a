"""Chinese words of a list, found in a run without spaces so that as little as possible is left."""

from collections.abc import Collection, Iterator

LEFT, PASSED = 2, 1
"""What a character costs that no word covers, and one that tells nothing."""


def segmented(
    words: str, known: Collection[str], passing: Collection[str] = ()
) -> Iterator[tuple[int, int]]:
    """Give where known words stand when the least is left over; of equals, the fewest words.

    The longest word at each place is not always right: 没|写|完成时限, not 没写完|成|时限.

    >>> known = {"没", "写", "没写完", "时限", "完成时限"}
    >>> [("没写完成时限"[a:b]) for a, b in segmented("没写完成时限", known)]
    ['没', '写', '完成时限']
    """
    longest = max(map(len, known), default=0)
    steps = _steps(words, known, passing, longest)
    at = 0
    while at < len(words):
        step = steps[at]
        if step:
            yield at, at + step
        at += step or 1


def _steps(words: str, known: Collection[str], passing: Collection[str], longest: int) -> list[int]:
    """Give for each place how long the word is that begins there in the cheapest cut, else 0."""
    costs = [(0, 0)] * (len(words) + 1)
    steps = [0] * len(words)
    for at in range(len(words) - 1, -1, -1):
        left, pieces = costs[at + 1]
        price = 0 if not words[at].isalnum() else PASSED if words[at] in passing else LEFT
        best = (left + price, pieces)
        for length in range(min(longest, len(words) - at), 0, -1):
            left, pieces = costs[at + length]
            if (left, pieces + 1) < best and words[at : at + length] in known:
                best, steps[at] = (left, pieces + 1), length
        costs[at] = best
    return steps
