"""The files of the ontology, by name, wherever the package is installed."""

from importlib.resources import files

DUTY_TTL = "duty.ttl"
CODES_TTL = "codes.ttl"
SHAPES_TTL = "shapes.ttl"
ALIGNMENTS_TTL = "alignments.ttl"
CONTEXT = "context.jsonld"

VOCABULARY = (DUTY_TTL, CODES_TTL)
"""What a store holds in its vocabulary graph."""


def ontology_text(name: str) -> str:
    """Give the text of a file of the ontology, such as `shapes.ttl` or `lexicon/units.toml`."""
    return files(__package__).joinpath(*name.split("/")).read_text(encoding="utf-8")
