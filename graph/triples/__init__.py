"""A plan as quads: every IRI is minted here, the same each time."""
