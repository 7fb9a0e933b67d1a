"""Networks for Gephi, Cytoscape, yEd and R: GraphML and GEXF, the same bytes each time."""

import io
import re
from typing import TYPE_CHECKING, Any, Literal

from ..graph.network.projection import two_mode, unit_network
from .wording import legal

if TYPE_CHECKING:
    import networkx as nx

    from ..graph.network.incidence import Incidence

Which = Literal["two-mode", "units"]
"""`two-mode`: names and requirements, edges with roles. `units`: who shares rows with whom."""
FIXED_DATE = "2000-01-01"
"""Stands in a GEXF for the day of writing, which would make every file differ."""


def graphml(incidence: "Incidence", which: Which = "two-mode") -> bytes:
    """Give a network as GraphML in UTF-8, its attributes named in plain words."""
    import networkx as nx

    stream = io.BytesIO()
    nx.write_graphml_xml(network(incidence, which), stream, named_key_ids=True)
    return stream.getvalue()


def gexf(incidence: "Incidence", which: Which = "two-mode") -> bytes:
    """Give a network as GEXF 1.2 in UTF-8."""
    import networkx as nx

    stream = io.BytesIO()
    nx.write_gexf(network(incidence, which), stream)
    dated = re.compile(rb'lastmodifieddate="[^"]*"')
    return dated.sub(f'lastmodifieddate="{FIXED_DATE}"'.encode(), stream.getvalue(), count=1)


def network(incidence: "Incidence", which: Which) -> "nx.Graph":
    """Give a network whose attributes can be written: no lists, no empty values, sorted."""
    import networkx as nx

    found = two_mode(incidence) if which == "two-mode" else unit_network(incidence)
    titles = dict(incidence.titles)
    clean = nx.Graph()
    for node, attributes in sorted(found.nodes(data=True)):
        named = {"label": _identity(node), **_cleaned(attributes), **_plan(node, titles)}
        clean.add_node(_identity(node), **named)
    for one, other, attributes in sorted(found.edges(data=True), key=lambda edge: edge[:2]):
        clean.add_edge(_identity(one), _identity(other), **_cleaned(attributes))
    return clean


def _plan(node: object, titles: dict[str, str]) -> dict[str, str]:
    """Name the plan of a requirement, which its printed number alone does not tell."""
    if not isinstance(node, tuple) or node[0] != "requirement":
        return {}
    return {"plan": legal(titles.get(node[1], ""))}


def _identity(node: object) -> str:
    return str(_plain(":".join(map(str, node)) if isinstance(node, tuple) else node))


def _cleaned(attributes: dict[str, Any]) -> dict[str, Any]:
    return {key: _plain(value) for key, value in sorted(attributes.items()) if value is not None}


def _plain(value: object) -> bool | int | float | str:
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, list | tuple | set | frozenset):
        return " ".join(str(_plain(item)) for item in value)
    return legal(str(value))
