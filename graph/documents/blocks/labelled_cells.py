"""Tables inside a cell that only name units behind labels: they are lines of the cell."""

from collections.abc import Sequence

from ...lexicon.headings import Holds, column

_LABELS = frozenset({Holds.OWNERS, Holds.DEADLINE})


def labelled_lines(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Give a line for each row of a label and its value, nothing where one is no such row.

    >>> labelled_lines([["牵头单位", "县财政局"], ["配合单位", "各镇"]])
    ('牵头单位：县财政局', '配合单位：各镇')
    >>> labelled_lines([["任务", "牵头单位"], ["修缮渡口", "县财政局"]])
    ()
    """
    told = [[text.strip() for text in row] for row in rows]
    if not all(len(row) == _A_PAIR and _is_pair(*row) for row in told):
        return ()
    return tuple(f"{label.rstrip('：:')}：{value}" for label, value in told)


_A_PAIR = 2


def _is_pair(label: str, value: str) -> bool:
    return column(label.rstrip("：:")).holds in _LABELS and column(value).holds not in _LABELS
