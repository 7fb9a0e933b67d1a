"""The coordination network of units with what is measured on it, before any judgement."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .bottlenecks import Position
from .incidence import Incidence, Ref
from .projection import Meeting, project, rows_of
from .settings import Settings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from .adjacency import Adjacency
    from .null_model import Excess, NullModel

    Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Coordination:
    """Who meets whom, in which rows, and where each unit stands."""

    rows: dict[Ref, tuple[str, ...]]
    """The names of each row, sorted; rows without a counted name are left out."""
    meetings: dict[tuple[str, str], Meeting]
    network: "Adjacency"
    positions: dict[str, Position]
    excesses: "dict[tuple[str, str], Excess]"
    settings: Settings

    @classmethod
    def of(cls, incidence: Incidence, settings: Settings) -> "Coordination":
        """Measure an incidence."""
        from .adjacency import Adjacency
        from .null_model import excesses, fitted

        rows = rows_of(incidence, collectives=settings.collectives)
        meetings = project(rows.values())
        names = incidence.names if settings.collectives else incidence.units
        network = Adjacency.of(names, meetings)
        model, degree = fitted(list(rows.values()))
        counts = {pair: meeting.count for pair, meeting in meetings.items()}
        return cls(
            rows=rows,
            meetings=meetings,
            network=network,
            positions=_positions(network, settings, model, degree),
            excesses=excesses(model, degree, counts),
            settings=settings,
        )


def _positions(
    network: "Adjacency", settings: Settings, model: "NullModel", degree: dict[str, int]
) -> dict[str, Position]:
    from .betweenness import betweenness
    from .cut_units import removals
    from .position import constraint

    sources = None if len(network) <= settings.exact_betweenness else _sample(network, settings)
    between = betweenness(network, sources).tolist()
    bound = constraint(network).tolist()
    partners = network.degree.tolist()
    expected = {rows: model.partners(rows) for rows in set(degree.values())}
    positions = {}
    for place, (unit, removal) in enumerate(zip(network.nodes, removals(network), strict=True)):
        mean, deviation = expected[degree[unit]]
        positions[unit] = Position(
            betweenness=between[place],
            constraint=bound[place] if partners[place] else None,
            removal=removal,
            partners=partners[place],
            expected_partners=mean,
            excess=(partners[place] - mean) / deviation if deviation > 1e-9 else 0.0,
        )
    return positions


def _sample(network: "Adjacency", settings: Settings) -> "Ints":
    """Choose sources of sampled betweenness: the same for the same network."""
    import numpy as np

    drawn = np.random.default_rng(0).choice(len(network), settings.samples, replace=False)
    return np.sort(drawn)
