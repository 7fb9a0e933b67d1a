"""Coordination networks of units and what they show: clusters, bottlenecks, ownership."""
