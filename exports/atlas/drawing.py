"""The two-column picture as a pyvis network: lines on the left, units on the right, no physics."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..wording import clipped
from .layout import BETWEEN, LEFT_WIDTH, PITCH, RIGHT_WIDTH, Columns, columns

if TYPE_CHECKING:
    from pyvis.network import Network

CURVED_NODES = 500
CURVED_EDGES = 1500
"""Above so many boxes or edges, edges are straight: curves cost four times as much to draw."""
DRAWN_NODES = 1500
"""Above so many boxes a plan is drawn by task, then by section: more cannot be read."""
LABEL_CELLS = 86
"""Half-width characters that fit into a line of the left column."""
OPTIONS: dict[str, Any] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "edges": {
        "smooth": {
            "enabled": True,
            "type": "cubicBezier",
            "forceDirection": "horizontal",
            "roundness": 0.5,
        }
    },
    "layout": {"improvedLayout": False},
    "interaction": {
        "dragNodes": False,
        "hover": True,
        "keyboard": False,
        "selectConnectedEdges": False,
        "tooltipDelay": 100_000,
        "zoomSpeed": 0.6,
    },
}

Content = Mapping[str, Any]


def drawn(plans: Sequence[Content]) -> "tuple[Network, list[dict[str, Any]]]":
    """Give one pyvis network that holds the pictures of all plans, and each picture's bands.

    A picture's record says `grain`, what a line stands for: a requirement, or where there are
    too many to read, a task or a section.
    """
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    pictures = []
    for number, plan in enumerate(plans):
        grain, groups, lines = _lines(plan)
        weights = _weights(plan, lines)
        held: dict[int, list[str]] = {unit: [] for unit in range(len(plan["units"]))}
        for key, unit, _ in weights:
            held[unit].append(key)
        placed = columns(groups, held)
        _fill(network, number, plan, lines, placed)
        _connect(network, number, weights)
        curved = boxes(lines, plan) <= CURVED_NODES and len(weights) <= CURVED_EDGES
        pictures.append(_record(grain, placed, curved=curved))
    network.options = OPTIONS
    return network, pictures


Lines = Mapping[str, tuple[str, tuple[int, ...]]]
"""The lines of the left column: key → label and the requirements it stands for."""


def _lines(plan: Content) -> tuple[str, list[tuple[str, list[str]]], Lines]:
    for grain in ("requirement", "task", "section"):
        lines = _gathered(plan, grain)
        if boxes(lines, plan) <= DRAWN_NODES:
            break
    groups: dict[str, list[str]] = {}
    for key, (_, requirements) in lines.items():
        section = plan["requirements"][requirements[0]]["section"]
        title = "" if section is None or grain == "section" else plan["sections"][section]
        groups.setdefault(title, []).append(key)
    return grain, list(groups.items()), lines


def _gathered(plan: Content, grain: str) -> Lines:
    members: dict[str, list[int]] = {}
    labels: dict[str, str] = {}
    for place, requirement in enumerate(plan["requirements"]):
        key, label = _line(plan, place, requirement, grain)
        members.setdefault(key, []).append(place)
        labels[key] = label
    return {key: (labels[key], tuple(held)) for key, held in members.items()}


def _line(plan: Content, place: int, requirement: Content, grain: str) -> tuple[str, str]:
    task, section = requirement["task"], requirement["section"]
    if grain == "task" and task is not None:
        return f"t{task}", plan["tasks"][task]
    if grain != "requirement" and section is not None:
        return f"s{section}", plan["sections"][section]
    return f"r{place}", f"{requirement['label']}  {requirement['text']}"


def _weights(plan: Content, lines: Lines) -> list[tuple[str, int, str]]:
    edges: dict[tuple[str, int, str], None] = {}
    for key, (_, requirements) in lines.items():
        for place in requirements:
            for unit, role in plan["requirements"][place]["units"]:
                edges[key, unit, role] = None
    return list(edges)


def _fill(network: "Network", number: int, plan: Content, lines: Lines, placed: Columns) -> None:
    # The lists are filled directly: `add_node` searches the whole list each time.
    for key, height in placed.lines.items():
        label, requirements = lines[key]
        left = _box(f"p{number}{key}", clipped(label, LABEL_CELLS), 0, height, LEFT_WIDTH)
        network.nodes.append(left | {"requirements": list(requirements)})
        network.nodes.append(_port(f"p{number}{key}", LEFT_WIDTH / 2, height))
    across = LEFT_WIDTH / 2 + BETWEEN + RIGHT_WIDTH / 2
    for unit, height in placed.units.items():
        named = plan["units"][unit]
        label = f"{clipped(named['name'], 27)}  {named['load']}"
        right = _box(f"p{number}u{unit}", label, across, height, RIGHT_WIDTH)
        network.nodes.append(right | {"unit": unit})
        network.nodes.append(_port(f"p{number}u{unit}", across - RIGHT_WIDTH / 2, height))


def _connect(network: "Network", number: int, weights: Sequence[tuple[str, int, str]]) -> None:
    network.edges.extend(
        {
            "id": f"p{number}{key}u{unit}{role}",
            "from": f"p{number}{key}:",
            "to": f"p{number}u{unit}:",
            "role": role,
        }
        for key, unit, role in weights
    )


def _box(identity: str, label: str, x: float, y: float, width: int) -> dict[str, Any]:
    return {
        "id": identity,
        "label": label,
        "shape": "box",
        "x": x,
        "y": y,
        "widthConstraint": {"minimum": width - 12, "maximum": width - 12},
        "heightConstraint": {"minimum": PITCH - 9},
    }


def _port(owner: str, x: float, y: float) -> dict[str, Any]:
    # Edges end here, at the box's side: from centre to centre they would strike through the text.
    return {"id": f"{owner}:", "shape": "dot", "size": 2.5, "x": x, "y": y, "port": True}


def boxes(lines: Lines, plan: Content) -> int:
    """Count what is drawn of a plan: lines and units."""
    return len(lines) + len(plan["units"])


def _record(grain: str, placed: Columns, *, curved: bool) -> dict[str, Any]:
    return {
        "grain": grain,
        "bands": [{"title": b.title, "top": b.top, "bottom": b.bottom} for b in placed.bands],
        "left": -LEFT_WIDTH / 2,
        "width": LEFT_WIDTH,
        "curved": curved,
    }
