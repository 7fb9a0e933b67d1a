"""Louvain's method in Python, step by step and sum by sum as `kernel_louvain.c` does it.

Blondel, Guillaume, Lambiotte, Lefebvre 2008; nodes wait in a queue and only the neighbours of one
that moved are looked at again.
"""

from collections import deque
from dataclasses import dataclass

MASK = (1 << 64) - 1
SLACK = 1e-12


@dataclass(frozen=True, slots=True)
class Level:
    """A network whose nodes may stand for groups."""

    indptr: list[int]
    indices: list[int]
    weight: list[float]
    loop: list[float]
    """Weight inside a node, counted from both ends."""

    def around(self, node: int) -> "zip[tuple[int, float]]":
        """Give the neighbours of a node with the weights towards them."""
        span = slice(self.indptr[node], self.indptr[node + 1])
        return zip(self.indices[span], self.weight[span], strict=True)


def louvain_labels(
    indptr: list[int], indices: list[int], weight: list[float], resolution: float, seed: int
) -> list[int]:
    """Give the community of each node, numbered by first nodes."""
    level = Level(indptr, indices, weight, [0.0] * (len(indptr) - 1))
    total = 0.0
    for each in weight:
        total += each
    draw = Draw(seed)
    label = list(range(len(indptr) - 1))
    while total > 0:
        groups = moved(level, total, resolution, draw)
        if groups is None:
            break
        own = in_order(groups)
        label = [own[group] for group in label]
        level = merged(level, own)
    return in_order(label)


class Draw:
    """Whole numbers drawn by splitmix64, the same on every machine."""

    def __init__(self, seed: int) -> None:
        self.state = seed

    def below(self, limit: int) -> int:
        """Draw a number from 0 to limit − 1."""
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return (z ^ (z >> 31)) % limit

    def shuffled(self, size: int) -> list[int]:
        """Give the numbers below `size` in a drawn order."""
        order = list(range(size))
        for place in range(size - 1, 0, -1):
            other = self.below(place + 1)
            order[place], order[other] = order[other], order[place]
        return order


def moved(level: Level, total: float, resolution: float, draw: Draw) -> list[int] | None:
    """Move nodes to the group that gains most until none gains; `None` when none moved at all."""
    size = len(level.loop)
    strength = [_strength(level, node) for node in range(size)]
    held, label, waiting = strength.copy(), list(range(size)), [True] * size
    queue = deque(draw.shuffled(size))
    any_moved = False
    while queue:
        node = queue.popleft()
        waiting[node] = False
        own = label[node]
        held[own] -= strength[node]
        gains = _gains(level, node, label, held, resolution * strength[node], total)
        best = chosen(gains, draw)
        held[best] += strength[node]
        if best == own:
            continue
        label[node] = best
        any_moved = True
        for other, _ in level.around(node):
            if label[other] != best and not waiting[other]:
                waiting[other] = True
                queue.append(other)
    return label if any_moved else None


def _strength(level: Level, node: int) -> float:
    total = level.loop[node]
    for _, weight in level.around(node):
        total += weight
    return total


def _gains(
    level: Level, node: int, label: list[int], held: list[float], pull: float, total: float
) -> dict[int, float]:
    """Give what each group around a node offers it, its own group first."""
    towards = {label[node]: 0.0}
    for other, weight in level.around(node):
        towards[label[other]] = towards.get(label[other], 0.0) + weight
    return {group: weight - pull * held[group] / total for group, weight in towards.items()}


def chosen(gains: dict[int, float], draw: Draw) -> int:
    """Choose the group that offers most; staying beats an equal one, else the draw decides."""
    offers = iter(gains.items())
    own, most = next(offers)
    best = own
    for group, gain in offers:
        if gain > most + SLACK:
            best, most = group, gain
        elif best != own and gain > most - SLACK and draw.below(2):
            best = group
    return best


def in_order(label: list[int]) -> list[int]:
    """Number groups by their first node.

    >>> in_order([7, 3, 7, 1])
    [0, 1, 0, 2]
    """
    number: dict[int, int] = {}
    return [number.setdefault(group, len(number)) for group in label]


def merged(level: Level, label: list[int]) -> Level:
    """Make each group one node."""
    members: list[list[int]] = [[] for _ in range(max(label) + 1)]
    for node, group in enumerate(label):
        members[group].append(node)
    indptr, indices, weights, loops = [0], list[int](), list[float](), list[float]()
    for group, nodes in enumerate(members):
        loop, towards = 0.0, dict[int, float]()
        for node in nodes:
            loop += level.loop[node]
            for other, weight in level.around(node):
                if label[other] == group:
                    loop += weight
                else:
                    towards[label[other]] = towards.get(label[other], 0.0) + weight
        loops.append(loop)
        indices += towards
        weights += towards.values()
        indptr.append(len(indices))
    return Level(indptr, indices, weights, loops)
