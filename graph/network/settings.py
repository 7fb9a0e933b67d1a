"""The thresholds of a diagnosis, each named; the methods page says why they stand where they do."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """What `diagnose` goes by."""

    collectives: bool = False
    """Count collectives (局直各单位) as if they were units."""
    overlapping: bool = False
    """Find overlapping sets of units as well."""
    bus_share: float = 0.5
    """A unit in at least this share of a plan's rows is a coordinator."""
    bus_spread: float = 2.0
    """So is one whose betweenness passes the mean by this many standard deviations …"""
    bus_reach: float = 0.5
    """… when it also meets at least this share of the other units."""
    seeds: int = 100
    """Runs of the community search."""
    resolution: float = 1.0
    core: float = 0.8
    """Share of runs in which a member stays with the others of its cluster, to be its core."""
    loose: float = 0.5
    """The same, to belong to it at all."""
    significance: float = 0.05
    """False discovery rate of pairs."""
    load_quantile: float = 0.9
    load_ratio: float = 1.5
    """B1: fractional load in the top decile and at least this many times the median …"""
    load_fewest: int = 4
    """… on at least this many requirements: in a short plan the top decile means little."""
    removal_share: float = 0.1
    """B4: removal leaves this share of requirements without a named owner, or cuts off this
    share of the other units."""
    exact_betweenness: int = 10_000
    """Up to this many units betweenness is exact; above, it is sampled."""
    samples: int = 400
    """Sources of sampled betweenness."""
